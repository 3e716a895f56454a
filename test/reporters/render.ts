// Runs a reporter on a sample report.
import { inOrder } from '../../src/report/sort-by-path.js';
import type { Reporter, ReporterOptions } from '../../src/reporters/reporter.js';
import { RULES } from '../../src/rules/index.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ReportEvent } from '../../src/types/report.js';
import { type Run, reportOf, type SampleReport } from '../helpers/sample-report.js';

export const PLAIN: ReporterOptions = {
  command: 'scan',
  areResultsKept: () => true,
  repeated: { scan: [], report: [], accept: [] },
  isColored: false,
  isNullSeparated: false,
  isValueShown: false,
  filesFrom: null,
  program: 'lenscap',
  shell: 'posix',
  width: 100,
  failOn: 'high',
  isOnlyTaken: false,
  isEverythingListed: false,
  linkBase: null,
  rules: RULES,
  services: [META_CAMERA_ROLL],
  pictureOf: null,
};

/** A whole phone takes longer to judge than to render. */
const MADE = new WeakMap<Run, SampleReport>();

function madeOnce(run: Run): SampleReport {
  const made = MADE.get(run) ?? reportOf(run);
  MADE.set(run, made);
  return made;
}

/** What the reporter writes, piece by piece. */
export async function pieces(reporter: Reporter, run: Run, options: Partial<ReporterOptions> = {}): Promise<string[]> {
  const { head, events } = madeOnce(run);
  const written: string[] = [];
  const isSorted = reporter.order !== 'arrival';
  const sorted = isSorted ? inOrder(feed(events), reporter.order === 'worst-first') : feed(events);
  for await (const piece of reporter.render(head, sorted, { ...PLAIN, ...options })) written.push(piece);
  return written;
}

export async function render(reporter: Reporter, run: Run, options: Partial<ReporterOptions> = {}): Promise<string> {
  return (await pieces(reporter, run, options)).join('');
}

async function* feed(events: readonly ReportEvent[]): AsyncGenerator<ReportEvent> {
  yield* events;
}
