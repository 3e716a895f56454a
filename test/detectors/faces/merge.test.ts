import { describe, expect, it } from 'vitest';
import type { PassId, Sighting } from '../../../src/detectors/faces/detection-passes.js';
import { bestScore, gather } from '../../../src/detectors/faces/merge.js';
import type { Turns } from '../../../src/image/raster.js';

function sighting(pass: PassId, left: number, side: number, score: number, turns: Turns = 0): Sighting {
  return { pass, cell: turns, turns, score, box: { left, top: 0, right: left + side, bottom: side } };
}

describe('gather', () => {
  it('merges the sightings of several passes at the same position into one face', () => {
    const seen = [sighting('whole', 0, 10, 0.6), sighting('turned', 1, 10, 0.9), sighting('turned', 50, 10, 0.8)];
    const groups = gather(seen);
    expect(groups.map((group) => group.sightings.length)).toEqual([2, 1]);
    expect(groups[0]?.box).toEqual(seen[1]?.box);
  });

  it('merges a tight and a loose box into one face', () => {
    expect(gather([sighting('whole', 10, 10, 0.9), sighting('turned', 0, 30, 0.4)])).toHaveLength(1);
  });

  it('keeps neighbours apart', () => {
    expect(gather([sighting('whole', 0, 10, 0.9), sighting('whole', 9, 10, 0.9)])).toHaveLength(2);
  });

  it('takes the orientation from a far better sighting, but upright from a slightly worse one', () => {
    expect(gather([sighting('whole', 0, 10, 0.3), sighting('turned', 0, 10, 0.9, 3)])[0]?.turns).toBe(3);
    expect(gather([sighting('whole', 0, 10, 0.6), sighting('turned', 0, 10, 0.7, 3)])[0]?.turns).toBe(0);
  });
});

describe('bestScore', () => {
  it('is the best score of the accepted sightings, 0 if there is none', () => {
    const [group] = gather([sighting('turned', 0, 10, 0.9), sighting('turned', 0, 10, 0.5, 2)]);
    expect(group && bestScore(group, (one) => one.turns !== 0)).toBe(0.5);
    expect(group && bestScore(group, (one) => one.pass === 'whole')).toBe(0);
  });
});
