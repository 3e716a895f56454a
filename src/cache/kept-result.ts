// A worker's result as the cache keeps it: without anything that depends on the file's name or
// folder, and only if another examination would give the same.
import { basename, dirname, posix } from 'node:path';
import { needsPixelsOnly } from '../detectors/detector.js';
import { REGISTRY } from '../detectors/index.js';
import { standInOf } from '../formats/stand-ins.js';
import type { PhotoResult } from '../types/photo.js';
import type { ProblemCode } from '../types/problem.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import type { VideoSettings } from '../types/video.js';
import { takenAtByName } from '../workers/unexamined.js';
import { DamagedStore, unpack } from './pack.js';
import type { ResultRow } from './store.js';

export interface KeptResult extends Omit<PhotoResult, 'target' | 'problems'> {
  /** Ids of the detectors that ran. */
  readonly detectors: readonly string[];
  readonly isFast: boolean;
  /** `about`: null for the file itself, or the number of its sidecar. */
  readonly problems: readonly (Omit<ScanProblem, 'path'> & { readonly about: number | null })[];
}

/** What another try may not meet again, or only this computer met. */
const PASSING: ReadonlySet<string> = new Set<ProblemCode>([
  'time-limit',
  'crashed',
  'detector-failed',
  'vanished',
  'unread',
  'file-unreadable',
  'path-unreadable',
  'sidecar-unreadable',
  // ffmpeg may have met its limits of time and memory.
  'film-unreadable',
  'film-in-part',
]);

const WITHOUT_FRAMES: ReadonlySet<string> = new Set<ProblemCode>(['frames-not-examined', 'motion-video-unseen']);

/** Whether a later examination of the same content, with the same settings, would be in vain. */
export function isFinal({ sha256, problems, target }: PhotoResult, { ffmpeg, isLeftOut }: VideoSettings): boolean {
  if (sha256 === null || isStandIn(target)) return false;
  const mayGetFrames = ffmpeg === null && !isLeftOut;
  return !problems.some(({ code }) => PASSING.has(code) || (mayGetFrames && WITHOUT_FRAMES.has(code)));
}

/** Its name states that it is not the photo itself; the next name may not. */
export function isStandIn({ path, originalPath }: ScanTarget): boolean {
  return originalPath === undefined
    ? standInOf(basename(path), basename(dirname(path))) !== null
    : standInOf(posix.basename(originalPath)) !== null;
}

/** Null where a problem concerns a file that is neither the target nor one of its sidecars. */
export function toKept(
  { target, problems, ...result }: PhotoResult,
  detectors: readonly string[],
  isFast: boolean,
): KeptResult | null {
  const paths = [target.path, ...(target.sidecars ?? [])];
  if (problems.some(({ path }) => !paths.includes(path))) return null;
  return {
    ...result,
    detectors,
    isFast,
    problems: problems.map(({ path, ...problem }) => ({
      ...problem,
      about: path === target.path ? null : paths.indexOf(path) - 1,
    })),
  };
}

/** The result as a worker would have sent it for this target, with these detectors. */
export function fromKept(
  { detectors: _, isFast: __, problems, ...result }: KeptResult,
  target: ScanTarget,
  needed: readonly string[],
): PhotoResult {
  const isByName = result.takenAtSource === 'filename' || result.takenAtSource === 'none';
  return {
    ...result,
    ...(isByName ? takenAtByName(target) : {}),
    ...(needed.some(seesPicture) ? {} : NOTHING_DECODED),
    target,
    // A service is told everything that was found, so that what was not asked for is not found.
    detections: result.detections.filter(({ detector }) => needed.includes(detector)),
    problems: problems.map(({ about, ...problem }) => ({
      ...problem,
      path: about === null ? target.path : (target.sidecars?.[about] ?? target.path),
    })),
  };
}

/** What a worker states where no detector sees the picture. */
const NOTHING_DECODED = { width: null, height: null, hash: null } as const;

function seesPicture(id: string): boolean {
  return REGISTRY.some((detector) => detector.id === id && needsPixelsOnly(detector));
}

/** What it finds depends a little on the scale at which others have decoded the picture. */
function comparesPicture(id: string): boolean {
  return !seesPicture(id) && REGISTRY.some((detector) => detector.id === id && detector.needs.includes('pixels'));
}

/**
 * The order in which detectors run, whatever the order of the rules.
 */
export function inOrderOfRunning(detectors: readonly string[]): readonly string[] {
  return REGISTRY.flatMap(({ id }) => (detectors.includes(id) ? [id] : []));
}

/**
 * How well a kept result serves: all that is needed was run. With more than that, its problems may
 * be those of a detector that is not needed now, and what a comparison found would differ a little.
 */
export function serves(kept: KeptResult, needed: readonly string[]): 'exactly' | 'with more' | 'no' {
  if (!needed.every((id) => kept.detectors.includes(id))) return 'no';
  if (kept.detectors.length === needed.length) return 'exactly';
  const isCompared = kept.detections.some(({ detector }) => needed.includes(detector) && comparesPicture(detector));
  const wasSeen = kept.detectors.some(seesPicture) && !needed.some(seesPicture);
  return kept.problems.length > 0 || (isCompared && wasSeen) ? 'with more' : 'exactly';
}

/** @throws DamagedStore if it is not the result of this content */
export function keptIn({ value }: ResultRow, sha256: string): KeptResult {
  const kept = unpack<KeptResult>(value);
  if (kept.sha256 !== sha256) throw new DamagedStore();
  return kept;
}
