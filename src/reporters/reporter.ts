// The contract of a reporter: events in, text out. It never sorts, filters or counts.
import type { FailRule } from '../report/exit-code.js';
import type { Rule } from '../rules/rule.js';
import type { ServiceProfile } from '../services/profile.js';
import type { Shell } from '../terminal/shell.js';
import type { PhotoReport, ReportEvent, ReportHead } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import type { PictureResult } from '../types/thumbnail.js';

export interface ReporterOptions extends FailRule {
  readonly command: 'scan' | 'check' | 'report' | 'accept';
  /** Whether a report can be made of this run's results, for a hint. Known at the end. */
  readonly areResultsKept: () => boolean;
  readonly isColored: boolean;
  readonly isNullSeparated: boolean;
  /** Evidence is not masked, and the text report shows it. */
  readonly isValueShown: boolean;
  /** The list that names files, for a hint; `-` is standard input. */
  readonly filesFrom: string | null;
  /** What starts this program again, for a hint. */
  readonly program: string;
  /** Flags of this run that the commands in hints repeat, as typed. */
  readonly repeated: Readonly<Record<'scan' | 'report' | 'accept', readonly string[]>>;
  /** How words of a hint are quoted. */
  readonly shell: Shell;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
  /** The absolute folder from which paths are resolved for links; null for a report without. */
  readonly linkBase: string | null;
  /** With --all: photos without a finding and accepted findings are reported one by one, too. */
  readonly isEverythingListed: boolean;
  /** The rules that are on. */
  readonly rules: readonly Pick<Rule, 'id' | 'title' | 'severity' | 'meaning'>[];
  /** Profiles of the services that the report's head names, in its order. */
  readonly services: readonly ServiceProfile[];
  /** Makes the small copy of a photo; null for a report without any. */
  readonly pictureOf: ((photo: PhotoReport) => Promise<PictureResult>) | null;
}

export interface Reporter {
  readonly format: string;
  /**
   * `sorted`: photos by path, then problems by path. `worst-first`: the same, but photos by
   * severity and then by path. `arrival`: each photo as soon as it is judged.
   */
  readonly order: 'sorted' | 'worst-first' | 'arrival';
  /**
   * Whether the report can show this path. If not, the photo becomes a problem. Absent: any path.
   */
  canHold?(path: string, options: Pick<ReporterOptions, 'isNullSeparated'>): boolean;
  /** It lists paths for other programs, which cannot open a file inside another. */
  readonly isPathList?: true;
  render(head: ReportHead, events: AsyncIterable<ReportEvent>, options: ReporterOptions): AsyncIterable<string>;
}

/** The fields of a problem in reports for programs. */
export function reported({ path, phase, code, message }: ScanProblem): Omit<ScanProblem, 'concerns'> {
  return { path, phase, code, message };
}
