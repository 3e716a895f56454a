// Runs inside a worker: one target -> its detections, redacted. Every failure becomes a problem; no
// file is lost.
import { type DetectContext, type Detector, needsPixelsOnly } from '../detectors/detector.js';
import { PhotoError, UsageError } from '../errors.js';
import { mergeOverTime } from '../findings/merge-frames.js';
import { redact } from '../findings/redact.js';
import { perceptualHash } from '../image/perceptual-hash.js';
import { problem } from '../messages/problems.js';
import { placesUnread } from '../metadata/unread-places.js';
import type { Metadata } from '../types/metadata.js';
import type { OpenedPhoto, Photo, PhotoResult } from '../types/photo.js';
import type { ScanTarget } from '../types/target.js';
import type { VideoTools } from '../video/ffmpeg.js';
import { TargetExamination, toProblem } from './examination.js';
import { judgeExamination } from './judge-examination.js';
import { openTarget } from './open-target.js';
import { takenAtByName, unexamined } from './unexamined.js';

export interface ExamineContext extends DetectContext {
  readonly detectors: readonly Detector[];
  /** Evidence is sent unmasked. */
  readonly isValueShown: boolean;
  readonly videos: VideoTools;
  /** Called before each inner picture is examined; each has the time limit of a photo. */
  readonly onInnerPicture?: () => void;
}

/**
 * @throws UsageError if the installation is at fault (a model is missing), never because of the
 * file
 */
export async function examine(target: ScanTarget, context: ExamineContext): Promise<PhotoResult> {
  try {
    const { photo, sha256 } = await openTarget(target, context.videos);
    return await examineOpened(photo, sha256, context);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return unexamined(target, toProblem(target, error, 'this file'));
  }
}

/**
 * Exported for the tests of inner pictures.
 * @throws UsageError
 */
export async function examineOpened(photo: OpenedPhoto, sha256: string, context: ExamineContext): Promise<PhotoResult> {
  const { target } = photo;
  const examination = new TargetExamination(target, context);
  for (const detector of context.detectors) {
    if (photo.hasPicture || !detector.needs.includes('pixels')) await examination.at(photo, detector);
  }
  const preview = await examineInside(photo, examination, context);
  const metadata = await metadataOf(photo, context.detectors);
  // The readable part of a damaged block is used; this states that something is missing.
  if (metadata?.isComplete === false) examination.note(problem(target.path, 'metadata-incomplete'));
  if (metadata) for (const unseen of placesUnread(metadata)) examination.noteUnseen(unseen);
  for (const unseen of photo.unseen) examination.noteUnseen(unseen);
  const { detections, problems, completed } = examination;
  // Where only a comparison decoded it, the next photo would have none: then no photo has one.
  const size = context.detectors.some(needsPixelsOnly) ? photo.size : null;
  return {
    target,
    sha256,
    width: size?.width ?? null,
    height: size?.height ?? null,
    ...(await takenAt(photo)),
    examination: judgeExamination({
      problems: problems.length,
      ofPhoto: problems.filter(({ path }) => path === target.path).length,
      completed,
      isBlind: !examination.hasPicture && context.detectors.some(({ needs }) => needs.includes('pixels')),
      hasSeen:
        detections.some(({ source }) => source.picture !== 'sidecar') || (target.kind === 'video' && metadata !== null),
    }),
    detections: redact(mergeOverTime(detections), context.detectors, context.isValueShown),
    problems,
    hash: size === null ? preview : await hashOf(photo),
  };
}

/** Only where a detector decoded the picture: the hash is no reason to decode it. */
async function hashOf(photo: Photo): Promise<string | null> {
  const pixels = await photo.pixels().catch(() => null);
  return pixels && perceptualHash(pixels);
}

/**
 * The inner pictures, one after the other, so that only one is in memory.
 * @returns the hash of the preview of a RAW photo; it has no other picture
 */
async function examineInside(
  photo: OpenedPhoto,
  examination: TargetExamination,
  { detectors, onInnerPicture }: ExamineContext,
): Promise<string | null> {
  const ofPixels = detectors.filter(needsPixelsOnly);
  let hash: string | null = null;
  if (ofPixels.length === 0) return hash;
  try {
    for await (const inner of photo.innerPictures()) {
      onInnerPicture?.();
      for (const detector of ofPixels) await examination.at(inner.photo, detector, inner);
      for (const unseen of inner.photo.unseen) examination.noteUnseen(unseen);
      if (photo.target.kind === 'raw' && inner.source.picture === 'preview') hash ??= await hashOf(inner.photo);
    }
  } catch (error) {
    examination.noteError(error, 'pictures inside it');
  }
  return hash;
}

/** Null if no detector needs it, or if it cannot be read: a detector has reported that then. */
async function metadataOf(photo: Photo, detectors: readonly Detector[]): Promise<Metadata | null> {
  return detectors.some(({ needs }) => needs.includes('metadata')) ? photo.metadata().catch(() => null) : null;
}

async function takenAt(photo: Photo): Promise<Pick<PhotoResult, 'takenAt' | 'takenAtSource'>> {
  try {
    const { takenAt } = await photo.metadata();
    if (takenAt) return { takenAt: takenAt.value, takenAtSource: takenAt.source };
  } catch (error) {
    // If a rule needs the metadata, its detector had the same error and reported it.
    if (!(error instanceof PhotoError)) throw error;
  }
  return takenAtByName(photo.target);
}
