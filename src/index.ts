// The public API, for programs (docs/library.md): the same scan as the command's, as a stream of
// events.
import { untilAborted } from './async/until-aborted.js';
import { AbortError, UsageError } from './errors.js';
import { scanEvents } from './main.js';
import { currentEnvironment } from './options/environment.js';
import type { LibraryArgs } from './options/flags.js';
import { argsOf, checkPaths } from './options/library-settings.js';
import { resolveOptions } from './options/resolve.js';
import { RULES } from './rules/index.js';
import { SERVICES } from './services/index.js';
import type { Progress } from './terminal/progress.js';
import type { ReportEvent } from './types/report.js';

export { AbortError, UsageError } from './errors.js';
export type { Progress } from './terminal/progress.js';
export type { Evidence, Region, Source } from './types/detection.js';
export type { Finding, FindingSource, Severity } from './types/finding.js';
export type {
  Closing,
  GalleryReport,
  Overview,
  PhotoGroup,
  PhotoReport,
  ReportEvent,
  ServiceVerdict,
  Summary,
  Verdict,
} from './types/report.js';
export type { ScanProblem } from './types/target.js';

/**
 * The long flags that concern the scan itself, by their names in camel case, and two settings that
 * only a program can give.
 */
export interface ScanSettings extends LibraryArgs {
  /** Stops the scan: its worker processes end, and the stream throws an AbortError. */
  readonly signal?: AbortSignal | undefined;
  /** Called after each target, with a fresh object. What it throws ends the scan. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Photos in the order in which they are judged, problems as they are met, then the gallery, and the
 * summary last.
 * @param paths folders and files; at least one
 * @throws UsageError in one line, before any photo is opened: a path that does not exist, an
 *   unknown setting, a setting of the wrong type, a missing model
 * @throws AbortError when `settings.signal` is aborted
 */
export async function* scan(
  paths: readonly string[],
  settings: ScanSettings = {},
): AsyncGenerator<ReportEvent, void, undefined> {
  const ids = RULES.map(({ id }) => id);
  const groups = new Set(ids.map((id) => id.slice(0, id.indexOf('/'))));
  const known = { rules: [...ids, ...groups], services: SERVICES.map(({ name }) => name) };
  const roots = checkPaths(paths);
  const args = argsOf(settings, known, ['signal', 'onProgress']);
  const { signal, onProgress } = settings;
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new UsageError('signal: must be an AbortSignal');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new UsageError('onProgress: must be a function');
  }
  // A program decides itself what is written where.
  const environment = { ...currentEnvironment(), cacheFolder: null, relative: {} };
  const options = await resolveOptions({
    ...{ args, command: 'scan', roots, environment },
    ...{ rules: RULES, services: SERVICES },
  });
  if (signal?.aborted) throw new AbortError(signal.reason);
  const hooks = { signal, onProgress: (progress: Progress) => onProgress?.({ ...progress }) };
  yield* untilAborted(scanEvents(options, hooks), signal);
}
