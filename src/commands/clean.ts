// What `lenscap clean` does: scan, copy, scan the copies, report.
import type { ChildProcess } from 'node:child_process';
import { type CleanChoice, KEEPABLE_RULES } from '../cleaning/choice.js';
import type { Cleaned } from '../cleaning/cleaned.js';
import { baseOf, openOutputFolder } from '../cleaning/destination.js';
import { type CleanReportHead, cleanReportJson, cleanReportText, hasCopy } from '../cleaning/report.js';
import { cleanAll, type Scan } from '../cleaning/run.js';
import { UsageError } from '../errors.js';
import { KEEPABLE, type Keepable } from '../formats/tiff/kept-exif.js';
import { scanEvents } from '../main.js';
import type { CleanArgs } from '../options/clean-flags.js';
import { CLEAN_FLAGS } from '../options/clean-flags.js';
import { currentEnvironment } from '../options/environment.js';
import type { ScanOptions } from '../options/options.js';
import { resolveOptions } from '../options/resolve.js';
import { chooseRules } from '../options/rule-choice.js';
import { parseValue, refusal } from '../options/values.js';
import { coverageOf } from '../rules/coverage.js';
import { RULES } from '../rules/index.js';
import { SERVICES } from '../services/index.js';
import type { Progress } from '../terminal/progress.js';
import type { ScanProblem } from '../types/target.js';

/** Columns where there is no terminal. */
const DEFAULT_WIDTH = 100;

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
  const output = await openOutputFolder(given.into, paths);
  const words = new Map<string, string>();
  const isShown = environment.isStderrTty && !environment.isDumb && args.progress !== false && args.quiet !== true;
  const bar = isShown ? (await import('../terminal/progress.js')).createProgressBar(stderr) : null;
  const onProblem = ({ code, message }: ScanProblem) => void words.set(code, message);
  const onProgress = (progress: Progress) => bar?.update(progress);
  const scan: Scan = (roots) => scanEvents({ ...scanOptions, roots, filesFrom: null }, { onProblem });
  const originals = scanEvents(scanOptions, { onProblem, onProgress }, worker);
  const files: Cleaned[] = [];
  const settings = {
    ...{ output, base: baseOf(paths), choice: given.choice },
    isReEncoding: args.reEncode === true,
    areNamesRandom: given.names === 'random',
    areTimesKept: given.times === 'same',
    isDryRun: args.dryRun === true,
  };
  for await (const cleaned of cleanAll(originals, scan, settings)) files.push(cleaned);
  bar?.clear();
  const head: CleanReportHead = {
    ...{ into: given.into, isDryRun: settings.isDryRun },
    areNamesKept: !settings.areNamesRandom,
    areTimesKept: settings.areTimesKept,
  };
  const isJson = given.format === 'json';
  const width = environment.columns ?? DEFAULT_WIDTH;
  stdout.write(isJson ? cleanReportJson(head, files) : cleanReportText(head, files, words, width));
  return files.every(hasCopy) ? 0 : 3;
}

/** Every rule as it is by default, whatever the configuration turns off. */
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
    environment: currentEnvironment(),
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
