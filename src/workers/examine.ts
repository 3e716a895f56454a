// Inside a worker: one target -> what the detectors saw in it, redacted. Whatever goes wrong becomes a problem, never a lost file.
import type { DetectContext, Detector } from '../detectors/detector.js';
import { redact } from '../findings/redact.js';
import type { Detection } from '../types/detection.js';
import type { Metadata } from '../types/metadata.js';
import type { Examination, Photo, PhotoResult } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import { PhotoError, problem, UsageError } from '../words/problems.js';
import { openTarget } from './open-target.js';
import { takenAtByName, unexamined } from './unexamined.js';

export interface ExamineContext extends DetectContext {
  readonly detectors: readonly Detector[];
  /** Evidence crosses whole. */
  readonly isValueShown: boolean;
}

/** @throws UsageError where the installation is at fault (a model is missing), never for the file. */
export async function examine(target: ScanTarget, context: ExamineContext): Promise<PhotoResult> {
  try {
    const { photo, sha256 } = await openTarget(target);
    return await examineOpened(photo, sha256, context);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return unexamined(target, toProblem(target, error, 'this file'));
  }
}

async function examineOpened(photo: Photo, sha256: string, context: ExamineContext): Promise<PhotoResult> {
  const { target } = photo;
  const detections: Detection[] = [];
  const problems = new Map<string, ScanProblem>();
  const note = (found: ScanProblem) => problems.set(`${found.code} ${found.message}`, found);
  let completed = 0;
  for (const detector of context.detectors) {
    try {
      if (!detector.models.every((model) => context.engine.canRun(model))) {
        throw new PhotoError('engine-cannot-run', detector.title);
      }
      if (detector.optionalModels?.some((model) => !context.engine.canRun(model))) {
        note(problem(target.path, 'model-left-out', detector.title));
      }
      detections.push(...(await detector.detect(photo, context)));
      completed++;
    } catch (error) {
      if (error instanceof UsageError) throw error;
      note(toProblem(target, error, detector.title));
    }
  }
  const metadata = await metadataOf(photo, context.detectors);
  // A damaged block gives what could be read of it; that something is missing is said here.
  if (metadata?.isComplete === false) note(problem(target.path, 'metadata-incomplete'));
  for (const unseen of photo.unseen) note(toProblem(target, unseen, ''));
  return {
    target,
    sha256,
    width: photo.size?.width ?? null,
    height: photo.size?.height ?? null,
    ...(await takenAt(photo)),
    examination: judgeExamination({
      problems: problems.size,
      completed,
      isBlind: photo.size === null && context.detectors.some(({ needs }) => needs.includes('pixels')),
      hasSeen: detections.length > 0 || (target.kind === 'video' && metadata !== null),
    }),
    detections: redact(detections, context.isValueShown),
    problems: [...problems.values()],
  };
}

/**
 * `none` also where the picture could not be decoded and nothing else in the file gave anything: then nothing was seen at all.
 * Of a video nothing but the metadata is ever seen, so that reading it is a part of the examination whatever it gave.
 */
function judgeExamination(seen: {
  readonly problems: number;
  /** Detectors that came to an end. */
  readonly completed: number;
  readonly isBlind: boolean;
  readonly hasSeen: boolean;
}): Examination {
  if (seen.problems === 0) return 'full';
  return seen.completed === 0 || (seen.isBlind && !seen.hasSeen) ? 'none' : 'partial';
}

/** Null where no detector wants it, and where it could not be read: then one of them has said so. */
async function metadataOf(photo: Photo, detectors: readonly Detector[]): Promise<Metadata | null> {
  return detectors.some(({ needs }) => needs.includes('metadata')) ? photo.metadata().catch(() => null) : null;
}

async function takenAt(photo: Photo): Promise<Pick<PhotoResult, 'takenAt' | 'takenAtSource'>> {
  try {
    const { takenAt } = await photo.metadata();
    if (takenAt) return { takenAt: takenAt.value, takenAtSource: takenAt.source };
  } catch (error) {
    // Where a rule needs the metadata its detector has met the same error and said so.
    if (!(error instanceof PhotoError)) throw error;
  }
  return takenAtByName(photo.target);
}

/** Library errors may quote the file, so only codes of our own pass. */
function toProblem(target: ScanTarget, error: unknown, looksFor: string): ScanProblem {
  return error instanceof PhotoError
    ? problem(target.path, error.code, error.detail)
    : problem(target.path, 'detector-failed', looksFor);
}
