// The command line: commander program -> CliArgs. The only file that prints and sets the exit code.
import { Command, CommanderError, Option } from 'commander';
import { UsageError } from './errors.js';
import type { CliArgs } from './options/args.js';
import { VERSION } from './package.js';
import { printable } from './terminal/escape.js';
import { startWorker } from './workers/start.js';

/** Columns where there is no terminal. */
const DEFAULT_WIDTH = 100;

const EXIT_CODES = `
Exit codes:
  0  every photo was examined in full, and nothing reached --fail-on
  1  something reached --fail-on
  2  wrong usage or configuration, a path that does not exist, a missing model
  3  nothing reached --fail-on, but something could not be examined in full`;

/** Runs the program; the exit code is in process.exitCode afterwards. */
export async function main(argv: readonly string[]): Promise<void> {
  endWithOwnCodes();
  try {
    await createProgram().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** commander has printed its own message already and would exit with 1. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  // It may quote an argument or a name as it was given.
  const message = printable(error instanceof Error ? error.message : String(error));
  console.error(error instanceof UsageError ? `lenscap: ${message}` : `lenscap: internal error: ${message}`);
  return 2;
}

function createProgram(): Command {
  const program = new Command('lenscap')
    .description('Says what your photos give away before a cloud gets them. Everything stays on this machine.')
    .version(VERSION)
    .showHelpAfterError('(lenscap --help shows how it is used)')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ outputError: (text, write) => write(text.split('\n').map(printable).join('\n')) })
    .exitOverride();

  scanOptions(program.command('scan'))
    .description('walk folders, examine every photo, report what each would give away')
    .argument('[path...]', 'folders and files')
    .action((paths: string[], args: CliArgs) => scan('scan', paths, args));

  scanOptions(program.command('check'))
    .description('the same judgement for a hook: a line for each file held back, nothing when all pass')
    .argument('[file...]', 'files and folders')
    .action((paths: string[], args: CliArgs) => scan('check', paths, args));

  program
    .command('rules')
    .description('every rule with its severity; one rule in full')
    .argument('[rule]', 'id of a rule, such as person/child')
    .action(async (rule?: string) => {
      const { describeRules } = await import('./commands/rules.js');
      process.stdout.write(describeRules(rule, process.stdout.columns ?? Number.POSITIVE_INFINITY));
    });

  program
    .command('doctor')
    .description('versions, engine, models with checksum, readable formats, programs found')
    .action(async () => {
      const { examineInstallation } = await import('./commands/doctor.js');
      const { text, isWell } = await examineInstallation();
      process.stdout.write(text);
      process.exitCode = isWell ? 0 : 2;
    });

  for (const command of program.commands) command.exitOverride().showHelpAfterError('(--help shows the options)');
  return program;
}

/** The options that `scan` and `check` share; their values are checked in options/. */
function scanOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'text, json, ndjson or paths').default('text'))
    .option('--select <which>', 'with --format paths: flagged or safe photos only')
    .option('-0, --null', 'NUL instead of newline between paths (--files-from, --format paths)')
    .option('--output <file>', 'write the report to a file that only you may read')
    .option('--fail-on <severity>', 'exit 1 from this severity: critical, high, medium, low or never (default: high)')
    .option('--only <rules>', 'look only for these rules or groups, such as person,document/passport', joined)
    .option('--skip <rules>', 'leave out these rules or groups', joined)
    .option('--min-score <score>', 'leave out what is less sure than this, 0 to 1')
    .option('--jobs <n>', 'photos examined at the same time (default: one per core)')
    .option('--files-from <file>', 'read further paths from a file, one a line; - for standard input')
    .option('--service <name>', 'the service to ask about (default: meta-camera-roll)')
    .option('--as-of <date>', 'the day on which the service is asked about, YYYY-MM-DD (default: today)')
    .option('--only-taken', 'let only photos that the service would take decide the exit code')
    .option('--engine <engine>', 'onnx or tfjs (default: onnx)')
    .option('--fast', 'less time, for a few small faces and hard codes less')
    .option('--videos <mode>', 'auto, metadata or skip (default: auto)')
    .option('--frames <n>', 'frames looked at in each video, spread over scenes and time (default: 8)')
    .option('--time-limit <seconds>', 'seconds one photo may take (default: 60)')
    .option('--config <file>', 'configuration file instead of your own')
    .option('--no-cache', 'neither read nor write the cache (this version keeps none)')
    .option('--show-values', 'show coordinates, names and numbers whole')
    .option('--quiet', 'no warnings on stderr')
    .option('--no-progress', 'no progress bar')
    .option('--color <when>', 'auto, always or never (default: auto)')
    .addHelpText('after', EXIT_CODES);
}

/** `--only person --only text` means both. */
function joined(value: string, before: string | undefined): string {
  return before === undefined ? value : `${before},${value}`;
}

/** The worker process starts first: it loads its code while this one loads its own. */
async function scan(command: 'scan' | 'check', paths: readonly string[], args: CliArgs): Promise<void> {
  // Those who name rules leave most of it out.
  const worker = startWorker(args.only === undefined);
  try {
    const { runScan } = await import('./commands/scan.js');
    process.exitCode = await runScan({
      command,
      paths,
      args,
      worker,
      stdout: process.stdout,
      stderr: process.stderr,
      width: process.stdout.columns ?? DEFAULT_WIDTH,
    });
  } finally {
    worker.kill();
  }
}

/**
 * `lenscap scan . | head`: the reader has seen enough. What was not examined by then was not found safe, hence 3.
 * Whatever else is thrown where nobody catches it ends with 2: Node's own 1 would say that something was found.
 */
function endWithOwnCodes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(3);
    console.error(`lenscap: the report cannot be written (${error.code}); free some space or name another place`);
    process.exit(2);
  });
  // Warnings that nobody can read are no reason to leave the photos unexamined.
  process.stderr.on('error', () => {});
  process.on('uncaughtException', (error) => process.exit(report(error)));
}
