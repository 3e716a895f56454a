// The command line: commander program -> CliArgs. The only file that prints and sets the exit code.
import { Command, CommanderError } from 'commander';
import type { ServicesArgs } from './commands/services.js';
import { UsageError } from './errors.js';
import type { CleanArgs } from './options/clean-flags.js';
import type { CliArgs } from './options/flags.js';
import { addCleanFlags, addFlags } from './options/help.js';
import { VERSION } from './package.js';
import { printable } from './terminal/escape.js';
import { startWorker } from './workers/start.js';

const EXIT_CODES = `
Exit codes:
  0  every photo was examined in full, and nothing reached --fail-on
  1  something reached --fail-on
  2  wrong usage or configuration, a named path that does not exist, a
     missing or altered model, an internal error
  3  nothing reached --fail-on, but something could not be examined in full,
     or a path in --files-from does not exist`;

const ACCEPT_EXIT_CODES = `
Exit codes:
  0  all of it is recorded, also where there was nothing
  2  wrong usage, a named path that does not exist, decisions that cannot be
     read or written, an internal error
  3  something could not be examined in full`;

const CLEAN_EXIT_CODES = `
Exit codes:
  0  every photo has a clean copy
  2  wrong usage, a named path that does not exist, a missing or altered
     model, an internal error
  3  a photo has no clean copy, and the report says why`;

/** Columns where lists are not wrapped, so that other programs can search their lines. */
const NO_TERMINAL = Number.POSITIVE_INFINITY;

/** Runs the program; the exit code is in process.exitCode afterwards. */
export async function main(argv: readonly string[]): Promise<void> {
  endWithOwnCodes();
  const program = createProgram();
  const args = argv.slice(2);
  try {
    await refuseUnknownCommand(program, args);
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(await refusalOf(error, program, args));
  }
}

/** commander refuses without printing: the reason is printed here, like every other one. */
async function refusalOf(error: unknown, { commands }: Command, args: readonly string[]): Promise<unknown> {
  if (!(error instanceof CommanderError) || error.exitCode === 0 || error.code === 'commander.help') return error;
  const { refusedByCommander } = await import('./commands/usage-error.js');
  return refusedByCommander(error, await commandLine(commands, args));
}

/** Refuses a path in place of a command, and a mistyped command. @throws UsageError */
async function refuseUnknownCommand({ commands }: Command, args: readonly string[]): Promise<void> {
  const [first] = args;
  if (first === undefined || first.startsWith('-') || commands.some((command) => command.name() === first)) return;
  const { unknownCommand } = await import('./commands/usage-error.js');
  const refusal = unknownCommand(await commandLine(commands, args));
  if (refusal !== null) throw refusal;
}

async function commandLine(commands: readonly Command[], args: readonly string[]) {
  const { currentEnvironment } = await import('./options/environment.js');
  const { program, shell } = currentEnvironment();
  return { program, shell, args, commands: commands.map((command) => command.name()) };
}

/** Prints why the program ends. @returns the exit code */
function report(error: unknown): number {
  // Help and the version were printed by commander.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  // The message may quote an argument or a name unchanged.
  const message = printable(error instanceof Error ? error.message : String(error));
  console.error(error instanceof UsageError ? `lenscap: ${message}` : `lenscap: internal error: ${message}`);
  return 2;
}

function createProgram(): Command {
  const program = new Command('lenscap')
    .description(
      'Reports what your photos would give away, before a cloud gets them. Everything stays on your computer.',
    )
    .version(VERSION, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ outputError: () => {} })
    .exitOverride();

  addFlags(program.command('scan'), 'scan')
    .description('walk folders, examine every photo, report what each would give away')
    .argument('[path...]', 'folders and files')
    .addHelpText('after', EXIT_CODES)
    .action((paths: string[], args: CliArgs) => scan('scan', paths, args));

  addFlags(program.command('check'), 'check')
    .description('for hooks: a line for each file to hold back, nothing when all pass')
    .argument('[file...]', 'files and folders')
    .addHelpText('after', EXIT_CODES)
    .action((paths: string[], args: CliArgs) => scan('check', paths, args));

  addCleanFlags(program.command('clean'))
    .description('copies without what would be given away, each proved by scanning it again')
    .argument('[path...]', 'folders and files')
    .addHelpText('after', CLEAN_EXIT_CODES)
    .action((paths: string[], args: CleanArgs) => clean(paths, args));

  addFlags(program.command('accept'), 'accept')
    .description('record that what was found in a photo is fine, so that it is no longer reported')
    .argument('[path...]', 'folders and files')
    .addHelpText('after', ACCEPT_EXIT_CODES)
    .action((paths: string[], args: CliArgs) => accept(paths, args));

  addFlags(program.command('report'), 'report')
    .description('what earlier scans found, in any format, without examining a photo again')
    .argument('[path...]', 'folders and files; those of the last scan if none is named')
    .addHelpText('after', EXIT_CODES)
    .action((paths: string[], args: CliArgs) => scan('report', paths, args));

  program
    .command('cache')
    .description('the results that scans keep: how many, remove all, remove what is out of date')
    .argument('<what>', 'stats, clear or prune')
    .action(async (what: string) => {
      const { runCache } = await import('./commands/cache.js');
      const { currentEnvironment } = await import('./options/environment.js');
      process.stdout.write(await runCache(what, currentEnvironment()));
    });

  program
    .command('rules')
    .description('every rule with its severity; the rules of a group; one rule in full')
    .argument('[rule]', 'id of a rule or a group, such as person/child or document')
    .action(async (rule?: string) => {
      const { describeRules } = await import('./commands/rules.js');
      const { currentEnvironment } = await import('./options/environment.js');
      const { columns, program } = currentEnvironment();
      process.stdout.write(describeRules(rule, columns ?? NO_TERMINAL, program));
    });

  program
    .command('services')
    .description('what cloud services are reported to do with photos, with sources and dates')
    .argument('[name]', 'name of a service, such as meta-camera-roll')
    .option('-f, --format <format>', 'text or json (default: text)')
    .option('--region <country>', 'where it is offered, by the two letters of a country (default: that of your locale)')
    .option('--as-of <date>', 'when it is offered, YYYY-MM-DD (default: today)')
    .action(async (name: string | undefined, args: ServicesArgs) => {
      const { describeServices } = await import('./commands/services.js');
      const { currentEnvironment } = await import('./options/environment.js');
      const { columns, ...environment } = currentEnvironment();
      process.stdout.write(describeServices(name, args, { ...environment, width: columns ?? NO_TERMINAL }));
    });

  program
    .command('doctor')
    .description('whether lenscap works here: versions, engine, models, formats, ffmpeg')
    .option('--models', 'the card of each model instead: training, licence, known failures, figures by group')
    .action(async ({ models = false }: { models?: boolean }) => {
      const { currentEnvironment } = await import('./options/environment.js');
      if (models) {
        const { modelCardsText } = await import('./commands/model-cards.js');
        process.stdout.write(modelCardsText(currentEnvironment().columns ?? NO_TERMINAL));
        return;
      }
      const { examineInstallation } = await import('./commands/doctor.js');
      const { text, isHealthy } = await examineInstallation(currentEnvironment().columns ?? NO_TERMINAL);
      process.stdout.write(text);
      process.exitCode = isHealthy ? 0 : 2;
    });

  for (const command of program.commands) command.exitOverride();
  return program;
}

/**
 * The worker process starts first: it loads its code while this process loads its own. Where
 * earlier results are kept, it starts with the first photo that none of them is for.
 */
async function scan(command: 'scan' | 'check' | 'report', paths: readonly string[], args: CliArgs): Promise<void> {
  const isNeeded = command === 'check' || (command === 'scan' && !(await mayBeKnown(args)));
  // With --only most detectors are not needed.
  const worker = isNeeded ? startWorker(args.only === undefined) : null;
  try {
    const { runScan } = await import('./commands/scan.js');
    process.exitCode = await runScan({
      command,
      paths,
      args,
      worker,
      stdout: process.stdout,
      stderr: process.stderr,
    });
  } finally {
    worker?.kill();
  }
}

async function clean(paths: readonly string[], args: CleanArgs): Promise<void> {
  const worker = startWorker(true);
  try {
    const { runClean } = await import('./commands/clean.js');
    process.exitCode = await runClean({ paths, args, worker, stdout: process.stdout, stderr: process.stderr });
  } finally {
    worker.kill();
  }
}

async function accept(paths: readonly string[], args: CliArgs): Promise<void> {
  // Listing examines nothing.
  const worker = args.list ? null : startWorker(true);
  try {
    const { runAccept } = await import('./commands/accept.js');
    process.exitCode = await runAccept({ paths, args, worker, stdout: process.stdout, stderr: process.stderr });
  } finally {
    worker?.kill();
  }
}

async function mayBeKnown({ cache, showValues, verify }: CliArgs): Promise<boolean> {
  if (cache === false || showValues === true || verify === true) return false;
  const [{ hasStore }, { currentEnvironment }] = await Promise.all([
    import('./cache/open.js'),
    import('./options/environment.js'),
  ]);
  const { cacheFolder } = currentEnvironment();
  return cacheFolder !== null && hasStore(cacheFolder);
}

/**
 * `lenscap scan . | head` closes the pipe early. Photos not examined by then are not known to be
 * safe, hence 3.
 * Any other uncaught error ends with 2, because Node's own 1 would mean that something was found.
 */
function endWithOwnCodes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(3);
    console.error(`lenscap: the report cannot be written (${error.code}); free some space or name another place`);
    process.exit(2);
  });
  // If warnings cannot be printed, the photos are examined all the same.
  process.stderr.on('error', () => {});
  process.on('uncaughtException', (error) => process.exit(report(error)));
}
