import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mapOrdered } from '../../src/async/map-ordered.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

it('yields in order, whatever finishes first, and never has more than the limit under way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 5 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 6 }),
      async (turns, limit) => {
        let underWay = 0;
        let most = 0;
        const work = async (index: number) => {
          most = Math.max(most, ++underWay);
          for (let i = 0; i <= (turns[index] ?? 0); i++) await turn();
          underWay--;
          return index;
        };
        expect(await collect(mapOrdered(turns.keys(), limit, work))).toEqual([...turns.keys()]);
        expect(most).toBeLessThanOrEqual(limit);
        expect(most).toBe(Math.min(limit, turns.length));
      },
    ),
    { numRuns: 50 },
  );
});

it('waits for the work under way when it is stopped early', async () => {
  let underWay = 0;
  const work = async (item: number) => {
    underWay++;
    for (let i = 0; i <= item; i++) await turn();
    underWay--;
    return item;
  };
  for await (const item of mapOrdered([0, 5, 5, 5], 4, work)) {
    expect(item).toBe(0);
    break;
  }
  expect(underWay).toBe(0);
});

it('throws an error when its result is due', async () => {
  const found: number[] = [];
  const work = async (item: number) => {
    if (item === 2) throw new Error('two');
    await turn();
    return item;
  };
  const walking = async () => {
    for await (const item of mapOrdered([0, 1, 2, 3], 4, work)) found.push(item);
  };
  await expect(walking()).rejects.toThrow('two');
  expect(found).toEqual([0, 1]);
});
