// The result of an evaluation as one value: it is the JSON output and the source of the table.
import { CATEGORIES } from './categories/index.js';
import type { Category } from './category.js';
import { type Examined, type Health, scoreHealth } from './health.js';
import type { LabelledFile, Labels } from './labels.js';
import type { Results, RunInfo } from './results.js';
import { type CategoryScore, type Outcome, type Program, scoreCategory } from './score.js';

export interface EvalReport {
  readonly schemaVersion: 1;
  readonly run: RunInfo;
  /** Milliseconds for all files; null if the run was interrupted. */
  readonly elapsedMs: number | null;
  readonly files: number;
  /** Labelled files whose bytes have changed since: counted as not examined. */
  readonly altered: readonly string[];
  /** The labels are not those of the run. Files in both are scored. */
  readonly isOtherLabels: boolean;
  readonly health: Health;
  readonly categories: readonly CategoryScore[];
}

/** Pairs labels with results. A result for other bytes than the labelled ones is ignored. */
function pair(files: readonly LabelledFile[], results: Results): { examined: Examined[]; altered: string[] } {
  const photos = new Map(results.photos.map((photo) => [photo.file, photo]));
  const altered: string[] = [];
  const examined = files.map((file): Examined => {
    const photo = photos.get(file.file) ?? null;
    const sha256 = photo?.result.sha256 ?? null;
    if (sha256 === null || sha256 === file.sha256) return { file, photo };
    altered.push(file.file);
    return { file, photo: null };
  });
  return { examined, altered };
}

/** Pure: the same labels and results give the same report. */
export function makeReport(
  labels: Labels,
  files: readonly LabelledFile[],
  results: Results,
  program: Program,
  categories: readonly Category[] = CATEGORIES,
): EvalReport {
  const { examined, altered } = pair(files, results);
  const outcomes = examined.map(
    ({ file, photo }): Outcome => ({
      file,
      result: photo?.result ?? null,
      isCodeTextRight: photo?.isCodeTextRight ?? null,
      degreesOff: photo?.degreesOff ?? null,
      embeddedPictures: photo?.embeddedPictures ?? null,
    }),
  );
  return {
    schemaVersion: 1,
    run: results.run,
    elapsedMs: results.elapsedMs,
    files: files.length,
    altered,
    isOtherLabels: results.run.labelsSha256 !== labels.sha256,
    health: scoreHealth(examined),
    categories: categories.map((category) => scoreCategory(category, outcomes, program)),
  };
}
