import { expect, it } from 'vitest';
import type { Sighting } from '../../../src/detectors/faces/detection-passes.js';
import { orientationOf, sharesOf } from '../../../src/detectors/faces/orientation.js';
import type { Person } from '../../../src/detectors/faces/persons.js';
import type { Turns } from '../../../src/image/raster.js';

const BOX = { left: 0, top: 0, right: 10, bottom: 10 };
const face = (turns: Turns, score: number): Sighting => ({ box: BOX, turns, score, pass: 'turned', cell: turns });
const person = (score: number): Person => ({ box: BOX, turns: 0, score });

/** How a photo looks that is turned clockwise; the others have log odds of 0. */
const turned = (turns: number, odds: number) => async () => ({
  ...{ child: 0, real: 9 },
  turned: [0, 1, 2, 3].map((one) => (one === turns ? odds : 0)),
});
const unknown = async () => null;
const noPeople = async () => [];

it('a photo of which nothing is known is upright', async () => {
  expect((await orientationOf([], unknown, noPeople)).turns).toBe(0);
});

it('a photo that looks turned clockwise is upright after the rest of a full turn', async () => {
  expect(await orientationOf([], turned(1, 8), noPeople)).toEqual({ turns: 3, second: null });
  expect(sharesOf(await turned(1, 8)())(3)).toBeGreaterThan(0.99);
});

it('a clear face outvotes a look that says little', async () => {
  expect((await orientationOf([face(1, 0.99)], turned(0, 0.5), noPeople)).turns).toBe(1);
});

it('people decide where the other votes leave a doubt, and are not searched for elsewhere', async () => {
  const asked: Turns[] = [];
  const peopleAt = async (turns: Turns) => {
    asked.push(turns);
    return turns === 3 ? [person(0.9)] : [];
  };
  expect((await orientationOf([], turned(1, 2), peopleAt)).turns).toBe(3);
  expect(asked.toSorted()).toEqual([0, 3]);
  asked.length = 0;
  await orientationOf([face(0, 0.9)], turned(0, 5), peopleAt);
  expect(asked).toEqual([]);
});

it('names the second orientation where the votes stay open', async () => {
  expect(await orientationOf([], turned(1, 1.5), noPeople)).toEqual({ turns: 0, second: 3 });
});
