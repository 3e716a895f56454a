// What `lenscap scan`, `check` and `report` do: resolve the options, run, write the report as it
// becomes ready.
import type { ChildProcess } from 'node:child_process';
import { type Hooks, type RunOutcome, run, type SoFar } from '../main.js';
import { noPhotosText } from '../messages/no-photos.js';
import { notOpenedText } from '../messages/not-opened.js';
import { passedText } from '../messages/passed.js';
import { type StoppedScan, stoppedLines } from '../messages/stopped.js';
import { closingLine } from '../messages/summary-line.js';
import { currentEnvironment } from '../options/environment.js';
import type { CliArgs } from '../options/flags.js';
import type { ScanOptions } from '../options/options.js';
import { resolveOptions } from '../options/resolve.js';
import { RULES } from '../rules/index.js';
import { isOutdated } from '../services/dates.js';
import { SERVICES } from '../services/index.js';
import { beforeSignal } from '../signals.js';
import { printable } from '../terminal/escape.js';
import type { ProgressBar } from '../terminal/progress.js';
import { refusePagePlaces } from './page-place.js';
import { reportRequest } from './report.js';
import { discardAll, openOutputs, writeAll } from './write-reports.js';

/** Columns where there is no terminal. */
const DEFAULT_WIDTH = 100;

export interface ScanCommand {
  readonly command: 'scan' | 'check' | 'report';
  readonly paths: readonly string[];
  readonly args: CliArgs;
  /** The first worker process, started already; null where the cache may make it needless. */
  readonly worker: ChildProcess | null;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Returns the exit code. @throws UsageError for what makes it 2 */
export async function runScan({ command, paths, args, worker, stdout, stderr }: ScanCommand): Promise<number> {
  const environment = currentEnvironment();
  const registries = { rules: RULES, services: SERVICES };
  const asked =
    command === 'report' ? await reportRequest(paths, args, environment) : { paths, args, asScanned: {}, remarks: [] };
  const request = { args: asked.args, command, roots: asked.paths, environment, ...registries };
  const options = { ...(await resolveOptions(request)), ...asked.asScanned };
  await refusePagePlaces(options.reports, options.roots, environment.isStdoutTty);
  const bar = options.isProgressShown ? await progressBar(stderr) : null;
  const opening = openOutputs(options.reports, stdout);
  const warn = (line: string) => {
    if (options.isQuiet) return;
    bar?.clear();
    stderr.write(`lenscap: ${line}\n`);
  };
  for (const remark of asked.remarks) warn(remark);
  // From the start: a signal may come while the files are being opened.
  let soFar: (() => SoFar) | null = null;
  const stopListening = beforeSignal(async () => {
    bar?.clear();
    if (soFar !== null) for (const line of stoppedLines(stopped(soFar(), options))) warn(line);
    await opening.then(discardAll, () => {});
  });
  const outputs = await opening;
  const settings = {
    ...(worker && { worker }),
    width: environment.columns ?? DEFAULT_WIDTH,
    linkBase: environment.linkBase,
  };
  const leftOut = outputs.flatMap(({ files }) => files);
  const onStart = (start: () => SoFar) => {
    soFar = start;
  };
  const started = await run(options, settings, { ...hooks(options, bar, warn), leftOut, onStart });
  bar?.update({ examined: 0, found: 0, isWalked: false });
  await writeAll(started, outputs, () => bar?.clear()).finally(stopListening);
  const outcome = started.outcome();
  for (const line of remarks(options, outcome)) warn(line);
  return outcome.exitCode;
}

/** Worth a report where the results are kept; a list on standard input cannot be read again. */
function stopped(soFar: SoFar, { command, filesFrom, program, repeated }: ScanOptions): StoppedScan {
  // A report of the last scan has its rules.
  const flags = repeated.report.filter((flag) => !/^--(only|skip)\b/.test(flag));
  const report = [program, 'report', ...flags].join(' ');
  const isReported = command === 'scan' && soFar.areResultsKept && filesFrom !== '-';
  return { ...soFar, isKept: soFar.areResultsKept, report: isReported ? report : null };
}

/** What is printed on stderr after the report. A hook without photos has nothing to report. */
function remarks(
  { command, reports, failOn, isOnlyTaken, filesFrom, services, today }: ScanOptions,
  { closing, summary, overview }: RunOutcome,
): string[] {
  if (summary.targets === 0 && summary.complete) {
    if (command === 'check') return [];
    return [noPhotosText(filesFrom !== null)];
  }
  const { passed } = overview;
  const isOld = services.some(({ profileDate }) => isOutdated(profileDate, today));
  const isAsked = reports.some(({ file, format }) => file !== null || format === 'list');
  return [
    ...(command === 'check' && passed > 0 ? [passedText(passed, failOn, isOnlyTaken, isOld)] : []),
    ...(isAsked ? [closingLine(closing, { ...summary, ...overview })] : []),
  ];
}

async function progressBar(stderr: NodeJS.WriteStream): Promise<ProgressBar> {
  const { createProgressBar } = await import('../terminal/progress.js');
  return createProgressBar(stderr);
}

function hooks({ reports }: ScanOptions, bar: ProgressBar | null, warn: (line: string) => void): Hooks {
  // On stdout the text report and `check` name the problems themselves.
  const isInReport = reports.some(({ format, file }) => format === 'text' && file === null);
  return {
    onProgress: (progress) => bar?.update(progress),
    onProblem: ({ path, message }) => {
      if (!isInReport) warn(`${printable(path)}: ${printable(message)}`);
    },
    onRemark: warn,
    onNotOpened: ({ folder, kinds }) => warn(`${printable(folder)}: ${notOpenedText(kinds)}`),
  };
}
