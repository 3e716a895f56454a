// Inside a worker: one target -> what the detectors saw in it, redacted. Whatever goes wrong becomes a problem, never a lost file.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DetectContext, Detector } from '../detectors/detector.js';
import { redact } from '../findings/redact.js';
import { type OpenedPhoto, openPhoto } from '../image/open.js';
import type { Detection } from '../types/detection.js';
import type { Examination, Photo, PhotoResult } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import { PhotoError, problem, UsageError } from '../words/problems.js';
import { takenAtByName, unexamined } from './unexamined.js';

export interface ExamineContext extends DetectContext {
  readonly detectors: readonly Detector[];
  /** Evidence crosses whole. */
  readonly isValueShown: boolean;
}

/** @throws UsageError where the installation is at fault (a model is missing), never for the file. */
export async function examine(target: ScanTarget, context: ExamineContext): Promise<PhotoResult> {
  try {
    const bytes = await readTarget(target);
    return await examineBytes(target, bytes, context);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return unexamined(target, toProblem(target, error, 'this file'));
  }
}

async function readTarget(target: ScanTarget): Promise<Uint8Array> {
  // Nothing can be read of a video yet, and one may be larger than the memory.
  if (target.kind === 'video') throw new PhotoError('video-not-examined');
  const bytes = await readFile(target.path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new PhotoError('vanished');
    if (error.code === 'EACCES' || error.code === 'EPERM') throw new PhotoError('file-unreadable');
    throw new PhotoError('unread', error.code ?? 'unknown error');
  });
  if (bytes.length === 0) throw new PhotoError('empty');
  if (target.mediaType === 'application/octet-stream') throw new PhotoError('content-unknown');
  return bytes;
}

async function examineBytes(target: ScanTarget, bytes: Uint8Array, context: ExamineContext): Promise<PhotoResult> {
  const photo = openPhoto(target, bytes);
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
  if (await isMetadataIncomplete(photo, context.detectors)) note(problem(target.path, 'metadata-incomplete'));
  for (const unseen of photo.unseen) note(toProblem(target, unseen, ''));
  return {
    target,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: photo.size?.width ?? null,
    height: photo.size?.height ?? null,
    ...(await takenAt(photo)),
    examination: judgeExamination(problems.size, completed, photo, detections, context.detectors),
    detections: redact(detections, context.isValueShown),
    problems: [...problems.values()],
  };
}

/** `none` also where the picture could not be decoded and nothing else in the file gave anything: then nothing was seen at all. */
function judgeExamination(
  problems: number,
  completed: number,
  photo: OpenedPhoto,
  detections: readonly Detection[],
  detectors: readonly Detector[],
): Examination {
  if (problems === 0) return 'full';
  const isBlind = photo.size === null && detectors.some((detector) => detector.needs.includes('pixels'));
  return completed === 0 || (isBlind && detections.length === 0) ? 'none' : 'partial';
}

/** A damaged block gives what could be read of it; that something is missing is said here. */
async function isMetadataIncomplete(photo: Photo, detectors: readonly Detector[]): Promise<boolean> {
  if (!detectors.some(({ needs }) => needs.includes('metadata'))) return false;
  const metadata = await photo.metadata().catch(() => null);
  return metadata?.isComplete === false;
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
