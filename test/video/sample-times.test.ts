// Which frames are chosen: scenes that differ come first, then time that passes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyframeThumbnail, STAMP_SIDE } from '../../src/video/keyframe-thumbnails.js';
import { chooseSampleTimes } from '../../src/video/sample-times.js';

const grey = (atMs: number, level: number): KeyframeThumbnail => ({
  atMs,
  stamp: new Uint8Array(STAMP_SIDE * STAMP_SIDE).fill(level),
});
const times = (seen: readonly KeyframeThumbnail[], durationMs: number | null, wanted: number) =>
  chooseSampleTimes(seen, durationMs, wanted).map(({ atMs }) => atMs);

describe('the chosen sample times', () => {
  it('include a short scene', () => {
    const seen = Array.from({ length: 60 }, (_, second) => grey(second * 1000, second === 37 ? 200 : 100));
    expect(times(seen, 60_000, 3)).toContain(37_000);
  });

  it('are spread over a video in which nothing changes', () => {
    const still = Array.from({ length: 61 }, (_, second) => grey(second * 1000, 100));
    const chosen = times(still, 60_000, 5);
    expect(chosen).toEqual([0, 15_000, 30_000, 45_000, 60_000]);
  });

  it('are between key frames where these are far apart, and are marked as such', () => {
    const chosen = chooseSampleTimes([grey(0, 100)], 8000, 4);
    expect(chosen.map(({ isKey }) => isKey)).toEqual([true, false, false, false]);
    expect(chosen.map(({ atMs }) => atMs)).toEqual([0, 2000, 4000, 6000]);
  });

  it('are spread over a video of which no key frame could be decoded', () => {
    expect(times([], 4000, 4)).toEqual([0, 1000, 2000, 3000]);
    expect(times([], null, 4)).toEqual([0]);
  });

  it('are at most as many as wanted, in order, distinct, within the video, and include the first frame', () => {
    const video = fc.array(fc.record({ atMs: fc.nat(50_000), level: fc.nat(255) }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(video, fc.integer({ min: 1, max: 20 }), fc.nat(60_000), (frames, wanted, durationMs) => {
        const seen = [...new Map(frames.map((frame) => [frame.atMs, frame])).values()]
          .sort((a, b) => a.atMs - b.atMs)
          .map(({ atMs, level }) => grey(atMs, level));
        const chosen = times(seen, durationMs, wanted);
        expect(chosen.length).toBeLessThanOrEqual(wanted);
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(Math.max(...chosen)).toBeLessThanOrEqual(Math.max(durationMs, (seen.at(-1) as KeyframeThumbnail).atMs));
        expect(chosen[0]).toBeLessThanOrEqual(seen[0]?.atMs as number);
      }),
    );
  });
});
