// What the detectors saw in one target so far, and what kept them from seeing: filled picture by picture while it is examined.
import type { DetectContext, Detector } from '../detectors/detector.js';
import { PhotoError, UsageError } from '../errors.js';
import { problem } from '../messages/problems.js';
import type { Detection, Region } from '../types/detection.js';
import type { InnerPicture, Photo } from '../types/photo.js';
import type { Unseen } from '../types/problem.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';

export class TargetExamination {
  readonly detections: Detection[] = [];
  /** Detectors that examined the content of the file to its end. */
  completed = 0;
  /** A picture was decoded, the target's own or one inside it. */
  hasPicture = false;
  readonly #problems = new Map<string, ScanProblem>();

  constructor(
    readonly target: ScanTarget,
    readonly context: DetectContext,
  ) {}

  /** Each once, in the order in which they were met. */
  get problems(): readonly ScanProblem[] {
    return [...this.#problems.values()];
  }

  note(found: ScanProblem): void {
    this.#problems.set(`${found.code} ${found.message} ${found.path}`, found);
  }

  noteUnseen(unseen: Unseen): void {
    this.note(problemOf(this.target, unseen));
  }

  /** @throws UsageError as it is; whatever else was thrown becomes a problem */
  noteError(error: unknown, purpose: string): void {
    if (error instanceof UsageError) throw error;
    this.note(toProblem(this.target, error, purpose));
  }

  /**
   * One detector on the target itself, or on a picture inside it, as whose everything that is seen there is said, but for what
   * the target's own picture was seen to show in the same place.
   * @throws UsageError where the installation is at fault
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
      this.detections.push(...(inner ? onlyInside(seen, inner, own) : seen));
      if (examinesContent(detector)) this.completed++;
    } catch (error) {
      this.noteError(error, detector.title);
    }
    this.hasPicture ||= photo.size !== null;
  }
}

/** Whether it examines the content of the file: what is stored alongside is no part of its examination. */
function examinesContent({ needs }: Detector): boolean {
  return needs.length > 0;
}

/** What is seen in an inner picture under its source, without what the target's own picture shows in the same place. */
function onlyInside(
  seen: readonly Detection[],
  { source, placeInMain }: InnerPicture,
  own: readonly Detection[],
): readonly Detection[] {
  if (!placeInMain) return seen.map((detection) => ({ ...detection, source }));
  const isShown = (inside: Detection) => {
    const place = inside.region && placeInMain(inside.region);
    return own.some(
      (shown) =>
        saysAsMuch(shown, inside) &&
        (inside.region === null || (place && shown.region && isSamePlace(place, shown.region))),
    );
  };
  return seen.filter((inside) => !isShown(inside)).map((detection) => ({ ...detection, source }));
}

/** The same label, or the one that it goes on from as `face-unclear` does from `face`; not as a faint guess beside a sure one. */
function saysAsMuch(shown: Detection, inside: Detection): boolean {
  const isSame = inside.label === shown.label || inside.label.startsWith(`${shown.label}-`);
  return isSame && shown.score >= inside.score / 2;
}

/** The middle of the smaller one lies in the larger one. */
function isSamePlace(a: Region, b: Region): boolean {
  const [small, large] = a.width * a.height < b.width * b.height ? [a, b] : [b, a];
  const [x, y] = [small.left + small.width / 2 - large.left, small.top + small.height / 2 - large.top];
  return x >= 0 && y >= 0 && x < large.width && y < large.height;
}

/** Library errors may quote the file, so only codes of our own pass. */
export function toProblem(target: ScanTarget, error: unknown, purpose: string): ScanProblem {
  return error instanceof PhotoError ? problemOf(target, error) : problem(target.path, 'detector-failed', purpose);
}

function problemOf(target: ScanTarget, { path, code, detail }: Unseen): ScanProblem {
  return problem(path ?? target.path, code, detail);
}
