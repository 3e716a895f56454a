// What `lenscap scan` and `lenscap check` do: resolve the options, run, write the report as it
// becomes ready.
import type { ChildProcess } from 'node:child_process';
import { type Hooks, type RunOutcome, run } from '../main.js';
import { notOpenedText } from '../messages/not-opened.js';
import { passedText } from '../messages/passed.js';
import { closingLine } from '../messages/summary-line.js';
import { currentEnvironment } from '../options/environment.js';
import type { CliArgs } from '../options/flags.js';
import type { ScanOptions } from '../options/options.js';
import { resolveOptions } from '../options/resolve.js';
import { RULES } from '../rules/index.js';
import { SERVICES } from '../services/index.js';
import { beforeSignal } from '../signals.js';
import { printable } from '../terminal/escape.js';
import type { ProgressBar } from '../terminal/progress.js';
import { fileOutput, type Output, streamOutput } from './output.js';

/** Columns where there is no terminal. */
const DEFAULT_WIDTH = 100;

export interface ScanCommand {
  readonly command: 'scan' | 'check';
  readonly paths: readonly string[];
  readonly args: CliArgs;
  /** The first worker process, started already. */
  readonly worker: ChildProcess;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Returns the exit code. @throws UsageError for what makes it 2 */
export async function runScan({ command, paths, args, worker, stdout, stderr }: ScanCommand): Promise<number> {
  const environment = currentEnvironment();
  const registries = { rules: RULES, services: SERVICES };
  const options = await resolveOptions({ args, command, roots: paths, environment, ...registries });
  const bar = options.isProgressShown ? await progressBar(stderr) : null;
  const opening = options.output === null ? Promise.resolve(streamOutput(stdout)) : fileOutput(options.output);
  // From the start: a signal may come while the file is being opened.
  const stopListening = beforeSignal(async () => {
    bar?.clear();
    await opening.then(
      (opened) => opened.discard(),
      () => {},
    );
  });
  const output = await opening;
  const warn = (line: string) => {
    if (options.isQuiet) return;
    bar?.clear();
    stderr.write(`lenscap: ${line}\n`);
  };
  const width = environment.columns ?? DEFAULT_WIDTH;
  const chunks = run(options, width, { ...hooks(options, bar, warn), leftOut: output.files }, worker);
  bar?.update({ examined: 0, found: 0, isWalked: false });
  const outcome = await write(chunks, output, bar).finally(stopListening);
  for (const line of remarks(options, outcome)) warn(line);
  return outcome.exitCode;
}

/** What is printed on stderr after the report. A hook without photos has nothing to report. */
function remarks(
  { command, output, failOn, isOnlyTaken, filesFrom }: ScanOptions,
  { closing, summary, overview }: RunOutcome,
): string[] {
  if (summary.targets === 0 && summary.complete) {
    if (command === 'check') return [];
    const fix = filesFrom === null ? 'name the folder that holds them' : 'check the list, or the program that wrote it';
    return [`no photos or videos were found; ${fix}`];
  }
  const { passed } = overview;
  return [
    ...(command === 'check' && passed > 0 ? [passedText(passed, failOn, isOnlyTaken)] : []),
    ...(output === null ? [] : [closingLine(closing, { ...summary, ...overview })]),
  ];
}

async function progressBar(stderr: NodeJS.WriteStream): Promise<ProgressBar> {
  const { createProgressBar } = await import('../terminal/progress.js');
  return createProgressBar(stderr);
}

function hooks({ format, output }: ScanOptions, bar: ProgressBar | null, warn: (line: string) => void): Hooks {
  // On stdout the text report and `check` name the problems themselves.
  const isInReport = format === 'text' && output === null;
  return {
    onProgress: (progress) => bar?.update(progress),
    onProblem: ({ path, message }) => {
      if (!isInReport) warn(`${printable(path)}: ${printable(message)}`);
    },
    onNotOpened: ({ folder, kinds }) => warn(`${printable(folder)}: ${notOpenedText(kinds)}`),
  };
}

/** If the run ends early, no part of a report file is left. */
async function write(
  chunks: AsyncGenerator<string, RunOutcome>,
  output: Output,
  bar: ProgressBar | null,
): Promise<RunOutcome> {
  try {
    for (;;) {
      const { value, done } = await chunks.next();
      if (done) {
        await output.finish();
        return value;
      }
      bar?.clear();
      await output.write(value);
    }
  } catch (error) {
    await output.discard();
    throw error;
  } finally {
    // Ends the workers if the report could not be written.
    await chunks.return(undefined as never);
    bar?.clear();
  }
}
