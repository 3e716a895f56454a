// The public API, for programs: the same scan as the command's, as a stream of events.
import { scanEvents as scanWith } from './main.js';
import { currentEnvironment } from './options/environment.js';
import type { ScanSettings } from './options/flags.js';
import { resolveOptions } from './options/resolve.js';
import { RULES } from './rules/index.js';
import { SERVICES } from './services/index.js';
import type { ReportEvent } from './types/report.js';

export { UsageError } from './errors.js';
/** The command's long options by their names in camel case, as strings: `{ failOn: 'never', jobs: '2' }`. */
export type { ScanSettings } from './options/flags.js';
export type { Evidence, Region, Source } from './types/detection.js';
export type { Finding, FindingSource, Severity } from './types/finding.js';
export type {
  Closing,
  GalleryReport,
  Overview,
  PhotoReport,
  ReportEvent,
  ServiceVerdict,
  Summary,
  Verdict,
} from './types/report.js';
export type { ScanProblem } from './types/target.js';

/**
 * Photos as they are judged, problems, the gallery, and the summary last.
 * @param paths folders and files
 * @throws UsageError for a path that does not exist, a setting that cannot be meant, a missing model
 */
export async function* scan(paths: readonly string[], settings: ScanSettings = {}): AsyncGenerator<ReportEvent> {
  const environment = currentEnvironment();
  const registries = { rules: RULES, services: SERVICES };
  yield* scanWith(await resolveOptions({ args: settings, command: 'scan', roots: paths, environment, ...registries }));
}
