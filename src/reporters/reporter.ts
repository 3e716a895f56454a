// The contract of a reporter: events in, text out. It never sorts, filters or counts.
import type { FailRule } from '../report/exit-code.js';
import type { ReportEvent, ReportHead } from '../types/report.js';

export interface ReporterOptions extends FailRule {
  readonly isColored: boolean;
  readonly isNullSeparated: boolean;
  /** Columns of the terminal; 100 where there is none. */
  readonly width: number;
}

export interface Reporter {
  readonly format: string;
  /** `sorted`: photos by path, then problems by path. `arrival`: each photo as soon as it is judged. */
  readonly order: 'sorted' | 'arrival';
  render(head: ReportHead, events: AsyncIterable<ReportEvent>, options: ReporterOptions): AsyncIterable<string>;
}
