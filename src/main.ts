// The composition root: walk -> worker processes -> judge -> collect -> reporter. Prints nothing
// and reads no environment.
import type { ChildProcess } from 'node:child_process';
import { InFlight } from './async/in-flight.js';
import { readAhead } from './async/read-ahead.js';
import { type Examiner, openExaminer } from './cache/examiner.js';
import { judge } from './findings/judge.js';
import { SimilarPhotos } from './gallery/similar-photos.js';
import { problem } from './messages/problems.js';
import type { ScanOptions } from './options/options.js';
import { VERSION } from './package.js';
import { type Ending, endingOf } from './report/exit-code.js';
import { isSelected } from './report/selection.js';
import { Collector, type NotOpenedFolder } from './report/summary/collector.js';
import { TimeLeft } from './report/time-left.js';
import { type LoadedReport, loadReports, type Renderings, renderAll } from './reporters/render-all.js';
import { detectorsOf } from './rules/rule.js';
import { headOfService } from './services/head.js';
import type { Progress } from './terminal/progress.js';
import type { PhotoResult } from './types/photo.js';
import type { ProblemCode } from './types/problem.js';
import {
  type Overview,
  type PhotoReport,
  type ReportEvent,
  type ReportHead,
  SCHEMA_VERSION,
  type Summary,
} from './types/report.js';
import type { ScanProblem, ScanTarget } from './types/target.js';
import { type WalkEvent, walk } from './walk/walk.js';
import { Thumbnails } from './workers/thumbnails.js';

/** How far a run is, and what it has found. */
export interface SoFar extends Progress, Pick<Summary, 'bySeverity'> {
  /** A report can be made of it later. */
  readonly areResultsKept: boolean;
}

/** Callbacks that follow a run, and files that the run must skip. */
export interface Hooks {
  /** Files that are not scanned, in whatever folder they are: the report's own files. */
  readonly leftOut?: readonly string[];
  /** Called with each problem as soon as it occurs. */
  readonly onProblem?: (problem: ScanProblem) => void;
  readonly onProgress?: (progress: Progress) => void;
  /** Called at the start with what tells how far the run is and what it has found. */
  readonly onStart?: (soFar: () => SoFar) => void;
  /** Ends the workers and the walk. The caller stops waiting by itself (async/until-aborted.ts). */
  readonly signal?: AbortSignal | undefined;
  /** Called with a line about the cache, where it cannot do what it should. */
  readonly onRemark?: (remark: string) => void;
  /** Called for each folder with archives or PDF files, after all folders were walked. */
  readonly onNotOpened?: (folder: NotOpenedFolder) => void;
}

interface ScanHooks extends Hooks {
  /** Called with the result of each photo that is flagged. */
  readonly onFlagged?: (result: PhotoResult) => void;
  /**
   * Why a photo cannot be in a list of paths that it belongs in; null if it can. That is a problem:
   * a list that lacks a photo is not complete, and an upload may depend on it.
   */
  readonly whyUnlisted?: (photo: PhotoReport, target: ScanTarget) => ProblemCode | null;
}

export interface RunOutcome {
  readonly exitCode: Ending['exitCode'];
  readonly closing: Ending['closing'];
  readonly summary: Summary;
  readonly overview: Overview;
}

export interface Run extends Renderings {
  /** How the run ended. Call it when all texts were read to their ends. */
  outcome(): RunOutcome;
}

export interface RunSettings {
  /** Columns of the terminal. */
  readonly width: number;
  /** The absolute folder from which paths in links are resolved; null for no links. */
  readonly linkBase: string | null;
  /** A worker process that is already running (workers/start.ts). */
  readonly worker?: ChildProcess;
}

/**
 * The reports that the options ask for, each as text that becomes ready bit by bit. Reading it is
 * what makes the run go on; it throws a UsageError before the walk begins if a path does not exist
 * or a model is missing.
 */
export async function run(options: ScanOptions, settings: RunSettings, hooks: Hooks = {}): Promise<Run> {
  const loaded = await loadReports(options);
  const thumbnails = thumbnailsOf(options);
  const pictureOf = thumbnails === null ? null : (photo: PhotoReport) => thumbnails.of(photo);
  let soFar: (() => SoFar) | null = null;
  const onStart = (start: () => SoFar) => {
    soFar = start;
    hooks.onStart?.(start);
  };
  const areResultsKept = () => soFar?.().areResultsKept ?? false;
  const render = { ...options, width: settings.width, pictureOf, areResultsKept };
  const unlisted = new WeakSet<PhotoReport>();
  const whyUnlisted = (photo: PhotoReport, target: ScanTarget) => {
    const why = whyNotListed(photo, target, loaded, render);
    if (why !== null) unlisted.add(photo);
    return why;
  };
  let outcome: RunOutcome | undefined;
  const watched = async function* (events: AsyncIterable<ReportEvent>): AsyncGenerator<ReportEvent> {
    for await (const event of events) {
      if (event.type === 'summary') outcome = event;
      yield event;
    }
  };
  const onFlagged = (result: PhotoResult) => thumbnails?.note(result);
  const events = watched(scanEvents(options, { ...hooks, onStart, whyUnlisted, onFlagged }, settings.worker));
  const isListed = (photo: PhotoReport) => !unlisted.has(photo);
  const { texts, stop } = renderAll(headOf(options), events, loaded, render, isListed, settings.linkBase);
  hooks.signal?.addEventListener('abort', () => thumbnails?.close(), { once: true });
  return {
    texts,
    async stop() {
      thumbnails?.close();
      await stop();
    },
    outcome() {
      if (!outcome) throw new Error('the reporters ended before the summary');
      return outcome;
    },
  };
}

/** Null where no report shows any. */
function thumbnailsOf(options: ScanOptions): Thumbnails | null {
  const { reports, thumbnails, coverage } = options;
  if (thumbnails === 'none' || reports.every(({ format }) => format !== 'html')) return null;
  const isBlurred = thumbnails === 'blurred';
  return new Thumbnails({ ...options, detectors: [], isBlurred, rulesOff: coverage.rulesOff });
}

/** Why a list of paths cannot hold a photo that was selected for it. */
function whyNotListed(
  photo: PhotoReport,
  { inside }: ScanTarget,
  loaded: readonly LoadedReport[],
  options: Pick<ScanOptions, 'select' | 'isNullSeparated'>,
): ProblemCode | null {
  const lists = loaded.filter(({ reporter }) => reporter.isPathList === true);
  if (lists.length === 0 || !isSelected(photo, options.select)) return null;
  if (inside !== undefined) return 'path-inside';
  return lists.every(({ reporter }) => reporter.canHold?.(photo.path, options) ?? true) ? null : 'path-not-a-line';
}

/** The events of a run: photos in the order in which they are judged, and the summary last. */
export async function* scanEvents(
  options: ScanOptions,
  hooks: ScanHooks = {},
  first?: ChildProcess,
): AsyncGenerator<ReportEvent> {
  const startedAt = performance.now();
  const collector = new Collector(options);
  const similar = new SimilarPhotos();
  const detectors = [...new Set(options.rules.flatMap(detectorsOf))];
  const onRemark = hooks.onRemark ?? (() => {});
  const timeLeft = new TimeLeft(options.jobs);
  const onTimed = (target: ScanTarget, ms: number) => timeLeft.timed(target, ms);
  const examiner = await openExaminer({ ...options, detectors, onTimed }, first, onRemark);
  const { pool } = examiner;
  const close = () => pool.close();
  hooks.signal?.addEventListener('abort', close, { once: true });
  try {
    await pool.ready();
    yield* examineAll(options, examiner, collector, similar, timeLeft, hooks);
  } finally {
    hooks.signal?.removeEventListener('abort', close);
    pool.close();
  }
  const summary = collector.summary();
  const groups = similar.groups();
  const overview = collector.overview(performance.now() - startedAt, groups);
  for (const group of groups) yield { type: 'group', group };
  yield { type: 'gallery', gallery: { findings: [] } };
  yield { type: 'summary', summary, overview, ...endingOf({ ...summary, reached: overview.reached }) };
}

async function* examineAll(
  options: ScanOptions,
  { pool, known, isKnown, areResultsKept, roots, leftOut: ofCache, walked: endOfWalk }: Examiner,
  collector: Collector,
  similar: SimilarPhotos,
  timeLeft: TimeLeft,
  { onProblem, onProgress, onStart, onNotOpened, onFlagged, whyUnlisted = () => null, leftOut = [] }: ScanHooks,
): AsyncGenerator<ReportEvent> {
  const progress = { examined: 0, found: 0, isWalked: false };
  onStart?.(() => ({
    ...progress,
    bySeverity: collector.summary().bySeverity,
    areResultsKept: areResultsKept(),
  }));
  const inFlight = new InFlight<PhotoResult>();

  async function* walked(): AsyncGenerator<WalkEvent> {
    const isEmptyListRefused = options.command === 'check';
    const toWalk = { ...options, roots, known, isEmptyListRefused, leftOut: [...leftOut, ...ofCache] };
    for await (const event of walk(toWalk)) {
      // The run ended before its end: the caller left the loop, or stopped it.
      if (pool.isClosed) return;
      if (event.type === 'target') {
        progress.found++;
        timeLeft.found(event.target, isKnown(event.target));
      }
      yield event;
    }
    progress.isWalked = true;
    for (const problem of endOfWalk()) yield { type: 'problem', problem };
  }
  function report(problem: ScanProblem): ReportEvent {
    onProblem?.(problem);
    return { type: 'problem', problem };
  }
  function reportMet(problem: ScanProblem): ReportEvent {
    collector.addMet(problem);
    return report(problem);
  }
  async function* judged(results: AsyncIterable<PhotoResult>): AsyncGenerator<ReportEvent> {
    for await (const result of results) {
      progress.examined++;
      timeLeft.done(result.target);
      onProgress?.({ ...progress, leftMs: timeLeft.leftMs });
      const photo = judgeAndCollect(result, options, collector);
      if (photo) {
        similar.add(photo.path, result.sha256, result.hash);
        if (photo.verdict === 'flagged') onFlagged?.(result);
        const why = whyUnlisted(photo, result.target);
        if (why !== null) yield reportMet(problem(photo.path, why));
        yield { type: 'photo', photo };
      }
      for (const problem of result.problems) yield report(problem);
    }
  }

  for await (const event of readAhead(walked())) {
    switch (event.type) {
      case 'ignored':
        collector.addIgnored(event.kind, event.notOpened);
        break;
      case 'problem':
        yield reportMet(event.problem);
        break;
      case 'target':
        inFlight.add(pool.examine(event.target));
        // One target more than there are workers, so that no worker waits for this loop.
        yield* judged(inFlight.untilAtMost(options.jobs));
        break;
      default:
        event satisfies never;
    }
  }
  for (const folder of collector.notOpened()) onNotOpened?.(folder);
  yield* judged(inFlight.untilAtMost(0));
}

function judgeAndCollect(result: PhotoResult, options: ScanOptions, collector: Collector): PhotoReport | null {
  const photo = judge(result, options);
  if (photo) collector.addPhoto(photo, result.problems);
  else collector.addUnexamined(result.target, result.problems);
  return photo;
}

function headOf(options: ScanOptions): ReportHead {
  const { roots, rules, isFast, services } = options;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'lenscap', version: VERSION },
    roots,
    rules: rules.map(({ id }) => id),
    fast: isFast,
    services: services.map((profile) => headOfService(profile, options)),
  };
}
