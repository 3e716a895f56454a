// Chooses the frames of a video to examine: those that differ most from each other, in content and
// in time.
import type { KeyframeThumbnail } from './keyframe-thumbnails.js';

export interface Moment {
  /** Milliseconds from the start of the video. */
  readonly atMs: number;
  /** A key frame is at this time. Any other frame has to be decoded from the frames before it. */
  readonly isKey: boolean;
}

interface Candidate extends Moment {
  readonly stamp: Uint8Array | null;
}

/**
 * Weight of the difference in content. A change from all black to all white counts as much as twice
 * the length of the video. Two scenes differ by a tenth to a third.
 */
const PICTURE_WEIGHT = 2;
/**
 * Assumed where no thumbnail is known: a twentieth, as between frames of one scene with some
 * movement.
 */
const UNKNOWN_CHANGE = 0.05;
/** Milliseconds. Frames closer together show nothing new. */
const MIN_GAP_MS = 250;

/**
 * At most `wanted` moments in order of time, including the first of the video. Each next one is the
 * farthest from all those chosen before. Where key frames are far apart, moments between them are
 * candidates, too.
 */
export function chooseSampleTimes(
  seen: readonly KeyframeThumbnail[],
  durationMs: number | null,
  wanted: number,
): Moment[] {
  const length = Math.max(durationMs ?? 0, seen.at(-1)?.atMs ?? 0, 1);
  const open = candidates(seen, length, wanted);
  const chosen: Candidate[] = [];
  let next = open.length > 0 ? 0 : -1;
  const distances = open.map(() => Number.POSITIVE_INFINITY);
  while (next >= 0 && chosen.length < wanted) {
    const taken = open[next] as Candidate;
    chosen.push(taken);
    for (const [at, candidate] of open.entries())
      distances[at] = Math.min(distances[at] as number, distance(candidate, taken, length));
    next = farthest(distances);
  }
  return chosen.sort((a, b) => a.atMs - b.atMs).map(({ atMs, isKey }) => ({ atMs, isKey }));
}

function farthest(distances: readonly number[]): number {
  let best = -1;
  for (const [at, value] of distances.entries()) if (value > (best < 0 ? 0 : (distances[best] as number))) best = at;
  return best;
}

function distance(a: Candidate, b: Candidate, length: number): number {
  if (a === b) return 0;
  return Math.abs(a.atMs - b.atMs) / length + PICTURE_WEIGHT * change(a.stamp, b.stamp);
}

/** Mean difference of two stamps, 0..1. */
function change(a: Uint8Array | null, b: Uint8Array | null): number {
  if (a === null || b === null) return UNKNOWN_CHANGE;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] as number) - (b[at] as number));
  return sum / (255 * a.length);
}

/**
 * Key frames, and moments in the gaps between them, so that no gap is longer than the wanted step.
 */
function candidates(seen: readonly KeyframeThumbnail[], length: number, wanted: number): Candidate[] {
  const step = Math.max(MIN_GAP_MS, length / wanted);
  const keys = seen.map(({ atMs, stamp }) => ({ atMs, stamp, isKey: true }));
  const all: Candidate[] = keys.length > 0 && (keys[0] as Candidate).atMs <= step ? [] : [{ ...START }];
  for (const [at, key] of keys.entries()) all.push(key, ...between(key.atMs, keys[at + 1]?.atMs ?? length, step));
  if (keys.length === 0) all.push(...between(0, length, step));
  return all.sort((a, b) => a.atMs - b.atMs);
}

const START: Candidate = { atMs: 0, isKey: false, stamp: null };

function between(from: number, to: number, step: number): Candidate[] {
  const parts = Math.ceil((to - from) / step);
  return Array.from({ length: Math.max(0, parts - 1) }, (_, n) => ({
    atMs: Math.round(from + ((n + 1) * (to - from)) / parts),
    isKey: false,
    stamp: null,
  }));
}
