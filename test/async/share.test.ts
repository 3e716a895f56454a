import { expect, test } from 'vitest';
import { share } from '../../src/async/share.js';

function source(items: number, log: string[] = []): AsyncIterable<number> {
  return (async function* () {
    try {
      for (let n = 1; n <= items; n++) {
        log.push(`made ${n}`);
        yield n;
      }
    } finally {
      log.push('ended');
    }
  })();
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = [];
  for await (const item of items) read.push(item);
  return read;
}

test('each reader gets every item', async () => {
  const { readers } = share(source(3), 2);
  expect(await Promise.all(readers.map(all))).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
});

test('an item is made only when every reader has asked for it', async () => {
  const log: string[] = [];
  const { readers } = share(source(2, log), 2);
  const [fast, slow] = readers.map((reader) => reader[Symbol.asyncIterator]());
  const first = fast?.next();
  await new Promise(setImmediate);
  expect(log).toEqual([]);
  expect([await slow?.next(), await first]).toEqual([
    { done: false, value: 1 },
    { done: false, value: 1 },
  ]);
  expect(log).toEqual(['made 1']);
});

test('a reader that leaves holds up no other one', async () => {
  const { readers } = share(source(3), 2);
  const [left, other] = readers as [AsyncIterable<number>, AsyncIterable<number>];
  const leaving = (async () => {
    for await (const _ of left) break;
  })();
  expect(await all(other)).toEqual([1, 2, 3]);
  await leaving;
});

test('a reader that waits goes on when the last other one leaves', async () => {
  const { readers } = share(source(3), 2);
  const [left, other] = readers.map((reader) => reader[Symbol.asyncIterator]());
  const waits = other?.next();
  await left?.return?.();
  expect(await waits).toEqual({ done: false, value: 1 });
});

test('stopped, it ends the source and the readers that wait', async () => {
  const log: string[] = [];
  const { readers, stop } = share(source(9, log), 2);
  const [one, other] = readers as [AsyncIterable<number>, AsyncIterable<number>];
  const [first, second] = [one[Symbol.asyncIterator](), other[Symbol.asyncIterator]()];
  await Promise.all([first.next(), second.next()]);
  const waits = first.next();
  await stop();
  expect((await waits).done).toBe(true);
  expect((await second.next()).done).toBe(true);
  expect(log).toEqual(['made 1', 'ended']);
});

test('an error of the source reaches every reader', async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error('the disk is full');
  }
  const { readers } = share(broken(), 2);
  const read = await Promise.allSettled(readers.map(all));
  expect(read.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
