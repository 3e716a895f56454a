import { describe, expect, it } from 'vitest';
import { readAhead } from '../../src/async/read-ahead.js';

async function* source(items: readonly number[], failure?: Error): AsyncGenerator<number> {
  yield* items;
  if (failure) throw failure;
}

async function readAll(items: AsyncIterable<number>): Promise<number[]> {
  const read: number[] = [];
  for await (const item of items) read.push(item);
  return read;
}

describe('reading ahead', () => {
  it('gives every item in order, the first one too', async () => {
    expect(await readAll(readAhead(source([1, 2, 3])))).toEqual([1, 2, 3]);
  });

  it('of nothing ends', async () => {
    expect(await readAll(readAhead(source([])))).toEqual([]);
  });

  it('lets the source run on before its items are wanted', async () => {
    let given = 0;
    async function* counted(): AsyncGenerator<number> {
      for (; given < 5; given++) yield given;
    }
    const items = readAhead(counted());
    expect((await items.next()).value).toBe(0);
    await new Promise(setImmediate);
    expect(given).toBe(5);
    expect(await readAll(items)).toEqual([1, 2, 3, 4]);
  });

  it('throws the error of the source after the items before it', async () => {
    const items = readAhead(source([1, 2], new Error('the disk is gone')));
    expect((await items.next()).value).toBe(1);
    expect((await items.next()).value).toBe(2);
    await expect(items.next()).rejects.toThrow('the disk is gone');
  });
});
