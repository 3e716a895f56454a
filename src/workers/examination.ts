// The detections and problems of one target so far; filled picture by picture during its
// examination.
import type { DetectContext, Detector } from '../detectors/detector.js';
import { PhotoError, UsageError } from '../errors.js';
import { problem } from '../messages/problems.js';
import type { Detection, Region } from '../types/detection.js';
import type { InnerPicture, Photo } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

export class TargetExamination {
  readonly detections: Detection[] = [];
  /** Number of detectors that examined the content of the file to its end. */
  completed = 0;
  /** True once the main picture or an inner one was decoded. */
  hasPicture = false;
  readonly #problems = new Map<string, ScanProblem>();

  constructor(
    readonly target: ScanTarget,
    readonly context: DetectContext,
  ) {}

  /** Each problem once, in the order in which it occurred. */
  get problems(): readonly ScanProblem[] {
    return [...this.#problems.values()];
  }

  note(found: ScanProblem): void {
    this.#problems.set(`${found.code} ${found.message} ${found.path}`, found);
  }

  noteUnseen(unseen: Unseen): void {
    this.note(problemOf(this.target, unseen));
  }

  /**
   * Turns any error except a UsageError into a problem.
   * @throws UsageError as it is
   */
  noteError(error: unknown, purpose: string): void {
    if (error instanceof UsageError) throw error;
    this.note(toProblem(this.target, error, purpose));
  }

  /**
   * Runs one detector on the target itself, or on a picture inside it. Detections get the source of
   * the inner picture; those that repeat the main picture are dropped.
   * @throws UsageError if the installation is at fault
   */
  async at(photo: Photo, detector: Detector, inner?: InnerPicture): Promise<void> {
    const { engine } = this.context;
    try {
      if (!detector.models.every((model) => engine.canRun(model))) {
        throw new PhotoError('engine-cannot-run', detector.title);
      }
      if (detector.optionalModels?.some((model) => !engine.canRun(model))) {
        this.note(problem(this.target.path, 'model-left-out', detector.title));
      }
      const seen = await detector.detect(photo, this.context);
      const own = this.detections.filter(({ source }) => source.picture === 'main');
      this.detections.push(...(inner ? onlyInside(inMain(seen, inner), inner, own) : seen));
      if (examinesContent(detector)) this.completed++;
    } catch (error) {
      this.noteError(error, detector.title);
    }
    this.hasPicture ||= photo.size !== null;
  }
}

/** Files alongside the target are not part of its content. */
function examinesContent({ needs }: Detector): boolean {
  return needs.length > 0;
}

/**
 * Detections in an inner picture, with its source, without those that the main picture shows in the
 * same place.
 */
function onlyInside(
  seen: readonly Detection[],
  { source, placeInMain, tile }: InnerPicture,
  own: readonly Detection[],
): readonly Detection[] {
  if (!placeInMain) return seen.map((detection) => ({ ...detection, source }));
  // Of a large document, a tile may show a part, and call it something else.
  const covering = tile ? isOfSameDetector : covers;
  const isShown = (inside: Detection) => {
    const place = inside.region && placeInMain(inside.region);
    return own.some(
      (shown) =>
        covering(shown, inside) &&
        (inside.region === null || (place && shown.region && isSameRegion(place, shown.region))),
    );
  };
  return seen.filter((inside) => !isShown(inside)).map((detection) => ({ ...detection, source }));
}

/** The detections in a tile, with regions of the main picture. */
function inMain(seen: readonly Detection[], { tile }: InnerPicture): readonly Detection[] {
  if (!tile) return seen;
  return seen.map((detection) => {
    const { region } = detection;
    const moved = region && { ...region, left: region.left + tile.left, top: region.top + tile.top };
    return { ...detection, region: moved };
  });
}

function isOfSameDetector(shown: Detection, inside: Detection): boolean {
  return shown.detector === inside.detector && shown.score >= inside.score / 2;
}

/**
 * Whether `shown` has the same label, or the more general one (`face` for `face-unclear`). A faint
 * guess does not cover a confident detection.
 */
function covers(shown: Detection, inside: Detection): boolean {
  const isSame = inside.label === shown.label || inside.label.startsWith(`${shown.label}-`);
  return isSame && shown.score >= inside.score / 2;
}

/** Whether the center of the smaller region is inside the larger one. */
export function isSameRegion(a: Region, b: Region): boolean {
  const [small, large] = a.width * a.height < b.width * b.height ? [a, b] : [b, a];
  const [x, y] = [small.left + small.width / 2 - large.left, small.top + small.height / 2 - large.top];
  return x >= 0 && y >= 0 && x < large.width && y < large.height;
}

/** Messages of libraries may quote the file, so only our own codes are passed on. */
export function toProblem(target: ScanTarget, error: unknown, purpose: string): ScanProblem {
  return error instanceof PhotoError ? problemOf(target, error) : problem(target.path, 'detector-failed', purpose);
}

function problemOf(target: ScanTarget, { path, code, detail }: Unseen): ScanProblem {
  return problem(path ?? target.path, code, detail);
}
