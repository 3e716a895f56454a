// What `lenscap clean` does: scan, copy, scan the copies, report.
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { type CleanChoice, KEEPABLE_RULES } from '../cleaning/choice.js';
import type { Cleaned } from '../cleaning/cleaned.js';
import { baseOf, checkOutputFolder, openOutputFolder, removeIfEmpty } from '../cleaning/destination.js';
import { openDryFolder, openPartFolder, removePartFolder } from '../cleaning/part-folder.js';
import { type CleanReportHead, cleanReportJson, cleanReportText, hasCopy } from '../cleaning/report.js';
import { cleanAll, type Scan } from '../cleaning/run.js';
import { UsageError } from '../errors.js';
import { KEEPABLE, type Keepable } from '../formats/tiff/kept-exif.js';
import { scanEvents } from '../main.js';
import { cleanStopped } from '../messages/cleaning.js';
import type { CleanArgs } from '../options/clean-flags.js';
import { CLEAN_FLAGS } from '../options/clean-flags.js';
import { currentEnvironment } from '../options/environment.js';
import type { ScanOptions } from '../options/options.js';
import { resolveOptions } from '../options/resolve.js';
import { chooseRules } from '../options/rule-choice.js';
import { parseValue, refusal } from '../options/values.js';
import type { NotOpenedFolder } from '../report/summary/collector.js';
import { coverageOf } from '../rules/coverage.js';
import { RULES } from '../rules/index.js';
import { SERVICES } from '../services/index.js';
import { beforeSignal } from '../signals.js';
import type { Progress } from '../terminal/progress.js';
import type { ScanProblem } from '../types/target.js';

export interface CleanCommand {
  readonly paths: readonly string[];
  readonly args: CleanArgs;
  /** The first worker process, started already. */
  readonly worker: ChildProcess;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Returns the exit code. @throws UsageError for what makes it 2 */
export async function runClean({ paths, args, worker, stdout, stderr }: CleanCommand): Promise<number> {
  const environment = currentEnvironment();
  const given = refuseContradictions(args, environment.program);
  const scanOptions = await optionsOf(args, paths);
  const isDryRun = args.dryRun === true;
  if (isDryRun) await checkOutputFolder(given.into, paths);
  const output = isDryRun ? null : await openOutputFolder(given.into, paths);
  const folder = output ? await openPartFolder(output.path) : await openDryFolder();
  const words = new Map<string, string>();
  const isShown = environment.isStderrTty && !environment.isDumb && args.progress !== false && args.quiet !== true;
  const bar = isShown ? (await import('../terminal/progress.js')).createProgressBar(stderr) : null;
  const onProblem = ({ code, message }: ScanProblem) => void words.set(code, message);
  const onProgress = (progress: Progress) => bar?.update(progress);
  const stop = new AbortController();
  const { signal } = stop;
  const scan: Scan = (roots) => scanEvents({ ...scanOptions, roots, filesFrom: null }, { onProblem, signal });
  const notOpened: NotOpenedFolder[] = [];
  const onNotOpened = (found: NotOpenedFolder) => void notOpened.push(found);
  const originals = scanEvents(scanOptions, { onProblem, onProgress, onNotOpened, signal }, worker);
  const done: Cleaned[] = [];
  const settings = {
    ...{ output: output?.path ?? resolve(given.into), base: baseOf(paths), choice: given.choice, isDryRun },
    isReEncoding: args.reEncode === true,
    areNamesRandom: given.names === 'random',
    areTimesKept: given.times === 'same',
    jobs: scanOptions.jobs,
    onCleaned: (cleaned: Cleaned) => void done.push(cleaned),
  };
  const head = { into: given.into, isDryRun, areNamesKept: !settings.areNamesRandom, notOpened };
  const report = (files: readonly Cleaned[]) => {
    const all: CleanReportHead = { ...head, areTimesKept: settings.areTimesKept };
    if (given.format === 'json') return cleanReportJson(all, files);
    return cleanReportText(all, files, words, environment.columns ?? Number.POSITIVE_INFINITY);
  };
  const removeFolders = async () => {
    await removePartFolder(folder);
    if (output) await removeIfEmpty(output);
  };
  const stopListening = beforeSignal(async () => {
    stop.abort();
    bar?.clear();
    // What is done by now; the rest fails, because its folder is gone.
    const files = [...done];
    await removeFolders();
    if (files.length > 0) await new Promise((written) => stdout.write(report(files), written));
    const copies = files.filter(({ outcome }) => outcome === 'written').length;
    if (args.quiet !== true) stderr.write(`lenscap: ${cleanStopped(files.length, copies)}\n`);
  });
  const files: Cleaned[] = [];
  try {
    for await (const cleaned of cleanAll(originals, scan, folder, settings)) files.push(cleaned);
  } finally {
    if (!signal.aborted) await removeFolders();
    stopListening();
  }
  bar?.clear();
  stdout.write(report(files));
  return files.every(hasCopy) ? 0 : 3;
}

/** Every rule as it is by default: nothing of the configuration, which could narrow the proof. */
async function optionsOf(args: CleanArgs, roots: readonly string[]): Promise<ScanOptions> {
  const { filesFrom, null: isNull, jobs, timeLimit } = args;
  if (roots.length === 0 && filesFrom === undefined) {
    throw new UsageError('nothing to clean; name a folder or a file, or a list of them with --files-from');
  }
  const options = await resolveOptions({
    args: {
      ...(filesFrom !== undefined && { filesFrom }),
      ...(isNull !== undefined && { null: isNull }),
      ...(jobs !== undefined && { jobs }),
      ...(timeLimit !== undefined && { timeLimit }),
    },
    command: 'scan',
    roots,
    environment: { ...currentEnvironment(), configFile: null },
    rules: RULES,
    services: SERVICES,
  });
  // A copy is proved by an examination of its own.
  return { ...options, rules: RULES, coverage: coverageOf(RULES, RULES), cacheFolder: null };
}

interface Given {
  readonly into: string;
  readonly choice: CleanChoice;
  readonly format: string;
  readonly names: string;
  readonly times: string;
}

function refuseContradictions(args: CleanArgs, program: string): Given {
  const { into, keep, remove, cover } = args;
  if (into === undefined || into === '') throw new UsageError('--into is missing; name the folder for the copies');
  if (keep !== undefined && remove !== undefined) {
    throw new UsageError('--keep and --remove exclude each other; give one of them');
  }
  return {
    into,
    choice: { keep: keptBy(keep, remove), cover: coveredBy(cover, program) },
    format: choiceOf('format', args.format),
    names: choiceOf('names', args.names),
    times: choiceOf('times', args.times),
  };
}

function choiceOf(key: 'format' | 'names' | 'times', given: string | undefined): string {
  const { value, default: unless } = CLEAN_FLAGS[key];
  return given === undefined ? unless : String(parseValue(`--${key}`, given, value, []));
}

/** `--remove` names what goes of what could be kept. */
function keptBy(keep: string | undefined, remove: string | undefined): ReadonlySet<Keepable> {
  const named = (flag: string, text: string) =>
    new Set(text.split(',').flatMap((name) => keepableNames(flag, name.trim())));
  if (keep !== undefined) return named('--keep', keep);
  if (remove === undefined) return new Set();
  const gone = named('--remove', remove);
  return new Set(KEEPABLE.filter((name) => !gone.has(name)));
}

function keepableNames(flag: string, name: string): readonly Keepable[] {
  if (name === 'metadata') return KEEPABLE;
  const found = KEEPABLE.find((keepable) => `metadata/${keepable}` === name);
  if (found) return [found];
  throw refusal(flag, name, `must be one of ${KEEPABLE_RULES.join(', ')}; everything else always goes`);
}

/** Rules on what a picture shows. */
function coveredBy(cover: string | undefined, program: string): ReadonlySet<string> {
  if (cover === undefined) return new Set();
  const chosen = chooseRules(RULES, { only: cover, skip: undefined, config: {}, minScore: 0, program });
  const inMetadata = chosen.find(({ id }) => id.startsWith('metadata/'));
  if (inMetadata) throw refusal('--cover', inMetadata.id, 'nothing of it is in the picture; metadata always goes');
  return new Set(chosen.map(({ id }) => id));
}
