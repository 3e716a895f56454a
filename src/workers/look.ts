// What the detectors saw in one target so far, and what kept them from seeing: filled picture by picture while it is examined.
import type { DetectContext, Detector } from '../detectors/detector.js';
import type { Detection, Source } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { ScanProblem, ScanTarget } from '../types/target.js';
import { PhotoError, problem, UsageError } from '../words/problems.js';

export class Look {
  readonly detections: Detection[] = [];
  /** Detectors that came to an end on a picture. */
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
    this.#problems.set(`${found.code} ${found.message}`, found);
  }

  /** @throws UsageError as it is; whatever else was thrown becomes a problem */
  noteError(error: unknown, looksFor: string): void {
    if (error instanceof UsageError) throw error;
    this.note(toProblem(this.target, error, looksFor));
  }

  /**
   * One detector on the target itself, or with `source` on a picture inside it, where everything that is seen is said to stand.
   * @throws UsageError where the installation is at fault
   */
  async at(photo: Photo, detector: Detector, source?: Source): Promise<void> {
    const { engine } = this.context;
    try {
      if (!detector.models.every((model) => engine.canRun(model))) {
        throw new PhotoError('engine-cannot-run', detector.title);
      }
      if (detector.optionalModels?.some((model) => !engine.canRun(model))) {
        this.note(problem(this.target.path, 'model-left-out', detector.title));
      }
      const seen = await detector.detect(photo, this.context);
      this.detections.push(...(source ? seen.map((detection) => ({ ...detection, source })) : seen));
      this.completed++;
    } catch (error) {
      this.noteError(error, detector.title);
    }
    this.hasPicture ||= photo.size !== null;
  }
}

/** Library errors may quote the file, so only codes of our own pass. */
export function toProblem(target: ScanTarget, error: unknown, looksFor: string): ScanProblem {
  return error instanceof PhotoError
    ? problem(target.path, error.code, error.detail)
    : problem(target.path, 'detector-failed', looksFor);
}
