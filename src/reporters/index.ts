// The registry: every reporter by its format, each loaded only if it is used.
import type { Reporter } from './reporter.js';

const REGISTRY = {
  text: async () => (await import('./text.js')).text,
  json: async () => (await import('./json.js')).json,
  ndjson: async () => (await import('./ndjson.js')).ndjson,
  paths: async () => (await import('./paths.js')).paths,
  list: async () => (await import('./list.js')).listReport,
  csv: async () => (await import('./csv.js')).csv,
  sarif: async () => (await import('./sarif.js')).sarif,
  html: async () => (await import('./html/index.js')).htmlPage,
} as const satisfies Readonly<Record<string, () => Promise<Reporter>>>;

export type ReportFormat = keyof typeof REGISTRY;

/** What `--format` takes. */
export const REPORT_FORMATS = Object.keys(REGISTRY) as readonly ReportFormat[];

/** The format that the name of a report's file states, as in `report.ndjson`; null if none. */
export function formatOfName(file: string): ReportFormat | null {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  return REPORT_FORMATS.find((format) => format === extension || (format === 'text' && extension === 'txt')) ?? null;
}

/**
 * @param command `check` has lines of its own where another command would print the text report
 * @param isEverythingListed with --all the text report lists every photo
 */
export async function reporterFor(
  format: ReportFormat,
  command: string,
  isEverythingListed = false,
): Promise<Reporter> {
  if (format === 'text' && command === 'check') return (await import('./check.js')).check;
  if (format === 'text' && isEverythingListed) return (await import('./text-all.js')).textAll;
  return REGISTRY[format]();
}

/** Every reporter, also those of `check` and of --all. */
export function loadReporters(): Promise<readonly Reporter[]> {
  return Promise.all([
    ...REPORT_FORMATS.map((format) => reporterFor(format, 'scan')),
    reporterFor('text', 'check'),
    reporterFor('text', 'scan', true),
  ]);
}
