import { expect, it } from 'vitest';
import { untilAborted } from '../../src/async/until-aborted.js';

/** One, and then nothing any more, as a scan whose workers were ended. */
async function* oneThenSilence(closed: string[] = []): AsyncGenerator<number> {
  try {
    yield 1;
    await new Promise(() => {});
  } finally {
    closed.push('closed');
  }
}

async function* numbers(closed: string[]): AsyncGenerator<number> {
  try {
    yield* [1, 2, 3];
  } finally {
    closed.push('closed');
  }
}

async function collect(source: AsyncIterable<number>): Promise<number[]> {
  const all: number[] = [];
  for await (const value of source) all.push(value);
  return all;
}

it('passes everything on, and an error of the source', async () => {
  const { signal } = new AbortController();
  expect(await collect(untilAborted(numbers([]), signal))).toEqual([1, 2, 3]);
  expect(await collect(untilAborted(numbers([]), undefined))).toEqual([1, 2, 3]);
  const failing = async function* () {
    yield 1;
    throw new Error('broken');
  };
  await expect(collect(untilAborted(failing(), signal))).rejects.toThrow('broken');
});

it('ends a wait for a source that gives nothing any more', async () => {
  const controller = new AbortController();
  const stream = untilAborted(oneThenSilence(), controller.signal);
  expect(await stream.next()).toEqual({ value: 1, done: false });
  const waiting = stream.next();
  controller.abort(new Error('the window was closed'));
  await expect(waiting).rejects.toMatchObject({
    name: 'AbortError',
    code: 'ABORT_ERR',
    cause: { message: 'the window was closed' },
  });
});

it('throws where the signal was aborted before, or between two events', async () => {
  await expect(untilAborted(numbers([]), AbortSignal.abort()).next()).rejects.toMatchObject({ name: 'AbortError' });
  const controller = new AbortController();
  const stream = untilAborted(numbers([]), controller.signal);
  await stream.next();
  controller.abort();
  await expect(stream.next()).rejects.toMatchObject({ name: 'AbortError' });
});

it('closes the source when the caller leaves the loop', async () => {
  const closed: string[] = [];
  for await (const value of untilAborted(numbers(closed), new AbortController().signal)) if (value === 2) break;
  expect(closed).toEqual(['closed']);
});
