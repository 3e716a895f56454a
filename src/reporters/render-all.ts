// Several reports of the same events, rendered at the same time.
import { share } from '../async/share.js';
import { isSelected } from '../report/selection.js';
import { inOrder } from '../report/sort-by-path.js';
import type { PhotoReport, ReportEvent, ReportHead, Verdict } from '../types/report.js';
import type { ReportFormat } from './index.js';
import { reporterFor } from './index.js';
import type { Reporter, ReporterOptions } from './reporter.js';

/** A report that was asked for. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** Null for standard output. */
  readonly file: string | null;
  readonly isColored: boolean;
}

export interface RenderOptions extends Omit<ReporterOptions, 'isColored' | 'linkBase'> {
  readonly command: 'scan' | 'check' | 'report' | 'accept';
  readonly reports: readonly ReportRequest[];
  /** Which photos a list of paths holds. */
  readonly select: Verdict | null;
}

/** A report with its reporter. */
export interface LoadedReport {
  readonly request: ReportRequest;
  readonly reporter: Reporter;
}

export function loadReports({
  reports,
  command,
  isEverythingListed,
}: Pick<RenderOptions, 'reports' | 'command' | 'isEverythingListed'>): Promise<LoadedReport[]> {
  return Promise.all(
    reports.map(async (request) => ({
      request,
      reporter: await reporterFor(request.format, command, isEverythingListed),
    })),
  );
}

export interface Renderings {
  /** The text of each report, in the order of the requests. All must be read at the same time. */
  readonly texts: readonly AsyncIterable<string>[];
  /** Ends the events and all texts. */
  stop(): Promise<void>;
}

/**
 * @param events in any order but for the summary, which is last
 * @param isListed whether a list of paths can hold this photo; asked only for selected ones
 * @param linkBase the absolute folder from which paths in links are resolved; null for no links
 */
export function renderAll(
  head: ReportHead,
  events: AsyncIterable<ReportEvent>,
  loaded: readonly LoadedReport[],
  options: RenderOptions,
  isListed: (photo: PhotoReport) => boolean = () => true,
  linkBase: string | null = null,
): Renderings {
  const shared = share(events, loaded.length);
  const texts = loaded.map(({ request, reporter }, at) => {
    const own = shared.readers[at] as AsyncIterable<ReportEvent>;
    const listed =
      reporter.isPathList === true
        ? photosWhere(own, (photo) => isSelected(photo, options.select) && isListed(photo))
        : own;
    const isLinked = request.isColored && request.file === null;
    const ordered = reporter.order === 'arrival' ? listed : inOrder(listed, reporter.order === 'worst-first');
    return reporter.render(head, ordered, {
      ...options,
      isColored: request.isColored,
      linkBase: isLinked ? linkBase : null,
    });
  });
  return { texts, stop: shared.stop };
}

async function* photosWhere(
  events: AsyncIterable<ReportEvent>,
  isKept: (photo: PhotoReport) => boolean,
): AsyncGenerator<ReportEvent> {
  for await (const event of events) if (event.type !== 'photo' || isKept(event.photo)) yield event;
}
