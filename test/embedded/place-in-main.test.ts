import { describe, expect, it } from 'vitest';
import { placeInMain } from '../../src/embedded/compare-all.js';
import type { ComparedPicture } from '../../src/types/photo.js';

/** The main picture shows the right half of the embedded one, whole. */
const HALF = { left: 0.5, top: 0, right: 1, bottom: 1 };
const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 };

function placeOf(left: number, top: number) {
  const compared = {
    difference: { score: 1, common: { inEmbedded: HALF, inMain: WHOLE } },
  } as unknown as ComparedPicture;
  const place = placeInMain(compared, { width: 200, height: 100 }, { width: 1000, height: 1000 });
  return place({ left, top, width: 10, height: 10 });
}

describe('a region of an embedded picture', () => {
  it('is found in the main picture, in its pixels', () => {
    expect(placeOf(100, 0)).toEqual({ left: 0, top: 0, width: 100, height: 100 });
    expect(placeOf(190, 90)).toEqual({ left: 900, top: 900, width: 100, height: 100 });
  });

  it.each([
    ['left of', 80, 50],
    ['right of', 210, 50],
    ['above', 150, -20],
    ['below', 150, 110],
  ])('%s what the main picture shows is not in it', (_where, left, top) => {
    expect(placeOf(left, top)).toBeNull();
  });

  it('is in the same place of a main picture that shows the same', () => {
    const same = { difference: null } as unknown as ComparedPicture;
    const size = { width: 100, height: 100 };
    const region = { left: 3, top: 4, width: 5, height: 6 };
    expect(placeInMain(same, size, size)(region)).toEqual(region);
  });
});
