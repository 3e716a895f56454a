import { expect, it } from 'vitest';
import { TimeLeft } from '../../src/report/time-left.js';
import type { ScanTarget } from '../../src/types/target.js';

function target(kind: ScanTarget['kind']): ScanTarget {
  return { path: 'a', bytes: 1, mtimeMs: 0, kind, mediaType: 'image/jpeg' };
}

/** So many targets of a kind, found. */
function found(left: TimeLeft, kind: ScanTarget['kind'], count: number, isKnown = false): ScanTarget[] {
  const targets = Array.from({ length: count }, () => target(kind));
  for (const each of targets) left.found(each, isKnown);
  return targets;
}

function finish(left: TimeLeft, targets: readonly ScanTarget[], ms: number): void {
  for (const each of targets) {
    left.timed(each, ms);
    left.done(each);
  }
}

it('is not known before a photo was timed, and nothing where none is left', () => {
  const left = new TimeLeft(1);
  expect(left.leftMs).toBe(0);
  const [first] = found(left, 'image', 1);
  expect(left.leftMs).toBeNull();
  finish(left, [first as ScanTarget], 100);
  expect(left.leftMs).toBe(0);
});

it('learns each kind for itself, and shares the work among the workers', () => {
  const left = new TimeLeft(2);
  const [images, videos] = [found(left, 'image', 12), found(left, 'video', 4)];
  finish(left, images.slice(0, 2), 100);
  // A video may take as long as the slowest kind so far, until one was met.
  expect(left.leftMs).toBe((10 * 100 + 4 * 100) / 2);
  finish(left, videos.slice(0, 1), 2000);
  expect(left.leftMs).toBe((10 * 100 + 3 * 2000) / 2);
});

it('takes no time for what is known', () => {
  const left = new TimeLeft(1);
  finish(left, found(left, 'image', 1), 100);
  found(left, 'image', 1000, true);
  expect(left.leftMs).toBe(0);
  found(left, 'image', 3);
  expect(left.leftMs).toBe(300);
});

it('forgets a photo for which a model was loaded', () => {
  const left = new TimeLeft(1);
  finish(left, found(left, 'image', 1), 9000);
  finish(left, found(left, 'image', 400), 100);
  found(left, 'image', 10);
  expect(left.leftMs).toBeLessThan(1100);
});
