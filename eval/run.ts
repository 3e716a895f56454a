// `npm run eval -- DIR`: examines the labelled files of a folder with the real program and prints
// the accuracy.
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { loadDetectors } from '../src/detectors/index.js';
import { UsageError } from '../src/errors.js';
import { ENGINE_IDS, type EngineId } from '../src/inference/engine.js';
import { VERSION } from '../src/package.js';
import { RULES } from '../src/rules/index.js';
import { createProgressBar } from '../src/terminal/progress.js';
import { examineFiles } from './examine.js';
import { FOLDERS, type Folder, type LabelledFile, type Labels, readLabels } from './labels.js';
import { makeReport } from './report.js';
import { type ExaminedPhoto, type Results, type RunInfo, readResults, spoolResults } from './results.js';
import { renderTable } from './table.js';
import { renderTurned, scoreTurned } from './turned.js';

const DETECTORS = await loadDetectors();

/** The program's own default. */
const TIME_LIMIT_MS = 60_000;

/** Ignored by git: the results name labelled files and hold their detections, masked. */
const RESULTS_DIR = fileURLToPath(new URL('./results', import.meta.url));

interface Args {
  readonly detectors?: readonly string[];
  readonly only?: readonly Folder[];
  readonly json?: string;
  readonly jobs: number;
  readonly engine: EngineId;
  readonly fast?: true;
  readonly turned?: true;
  readonly from?: string;
  readonly results?: string;
}

function parseFolders(text: string): Folder[] {
  return text.split(',').map((name) => {
    const folder = FOLDERS.find((known) => known === name.trim());
    if (folder === undefined) throw new InvalidArgumentError(`${name} is none of ${FOLDERS.join(', ')}.`);
    return folder;
  });
}

function parseDetectors(text: string): string[] {
  return text.split(',').map((name) => {
    const detector = DETECTORS.find(({ id }) => id === name.trim());
    if (detector === undefined) {
      throw new InvalidArgumentError(`${name} is none of ${DETECTORS.map(({ id }) => id).join(', ')}.`);
    }
    return detector.id;
  });
}

const detectorsOf = ({ detectors }: Args): readonly string[] => detectors ?? DETECTORS.map(({ id }) => id);

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1) throw new InvalidArgumentError('a whole number from 1 on is wanted.');
  return jobs;
}

/** Missing files are examined, too: the program reports them, and they count as not examined. */
async function examineAll(dir: string, labels: Labels, files: readonly LabelledFile[], args: Args): Promise<Results> {
  const run: RunInfo = {
    version: VERSION,
    engine: args.engine,
    isFast: args.fast === true,
    jobs: args.jobs,
    timeLimitMs: TIME_LIMIT_MS,
    labelsSha256: labels.sha256,
    date: new Date().toISOString().slice(0, 10),
  };
  const name = [args.engine, ...(run.isFast ? ['fast'] : []), ...(args.only ?? [])].join('-');
  const path = args.results ?? join(RESULTS_DIR, `${name}.ndjson`);
  await mkdir(dirname(path), { recursive: true });
  const results = await spoolResults(
    path,
    run,
    withProgress(examineFiles(dir, files, run, detectorsOf(args)), files.length),
  );
  process.stderr.write(`results kept in ${path}; --from ${path} scores them again without examining\n`);
  return results;
}

/** On a terminal only. */
async function* withProgress(photos: AsyncIterable<ExaminedPhoto>, found: number): AsyncGenerator<ExaminedPhoto> {
  const bar = process.stderr.isTTY ? createProgressBar(process.stderr) : null;
  let examined = 0;
  try {
    for await (const photo of photos) {
      examined += 1;
      bar?.update({ examined, found, isWalked: true });
      yield photo;
    }
  } finally {
    bar?.clear();
  }
}

async function evaluate(dir: string, args: Args): Promise<void> {
  const labels = await readLabels(dir);
  const files = labels.files.filter(({ folder }) => args.only?.includes(folder) ?? true);
  if (files.length === 0) throw new UsageError('no labelled file in these folders');
  const results = args.from === undefined ? await examineAll(dir, labels, files, args) : await readResults(args.from);
  const detectors = DETECTORS.filter(({ id }) => detectorsOf(args).includes(id));
  const rules = RULES.filter(({ detector }) => detectors.some(({ id }) => id === detector));
  const report = makeReport(labels, files, results, { rules, detectors });
  const run = { ...results.run, jobs: args.jobs };
  const turned = args.turned ? await scoreTurned(dir, files, results, run, rules) : null;
  if (args.json !== undefined) {
    await mkdir(dirname(args.json), { recursive: true });
    const whole = turned === null ? report : { ...report, turned };
    await writeFile(args.json, `${JSON.stringify(whole, null, 2)}\n`);
  }
  process.stdout.write(renderTable(report));
  if (turned !== null) process.stdout.write(renderTurned(turned));
}

const command = new Command('eval')
  .description('Examines the labelled files of a folder with the real program and prints how right it was.')
  .argument('<dir>', 'folder with labels.ndjson and the labelled files')
  .addOption(new Option('--only <folders>', `only these of ${FOLDERS.join(', ')}`).argParser(parseFolders))
  .addOption(
    new Option('--detectors <ids>', 'only these; what the others look for is not scored').argParser(parseDetectors),
  )
  .option('--json <file>', 'write all figures as JSON, too')
  .addOption(
    new Option('--jobs <n>', 'files examined at the same time').argParser(parseJobs).default(availableParallelism()),
  )
  .addOption(new Option('--engine <engine>', 'which engine runs the models').choices(ENGINE_IDS).default('onnx'))
  .option('--fast', 'as lenscap scan --fast')
  .option('--turned', 'the photos of people once more, turned by 90, 180 and 270 degrees')
  .option('--results <file>', 'where the results are kept for --from (default: in eval/results)')
  .option('--from <results>', 'score the results of an earlier run instead of examining')
  .action(evaluate);

try {
  await command.exitOverride().parseAsync();
} catch (error) {
  // commander has already printed the error.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError) {
    console.error(`eval: ${error.message}`);
    process.exitCode = 2;
  } else throw error;
}
