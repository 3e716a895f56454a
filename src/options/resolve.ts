// Command line, configuration and environment -> the one frozen ScanOptions. Contradictions are
// refused here, in one line.
import { readBaseline } from '../decisions/baseline.js';
import { activeDecisions, readDecisions } from '../decisions/store.js';
import { UsageError } from '../errors.js';
import { type Coverage, coverageOf } from '../rules/coverage.js';
import type { Rule } from '../rules/rule.js';
import type { ServiceProfile } from '../services/profile.js';
import type { VideoSettings } from '../types/video.js';
import { readConfig } from './config.js';
import type { Config } from './config-schema.js';
import { type Environment, refuseRelative } from './environment.js';
import { flagValues, parseArgs, plainOptions } from './flag-values.js';
import { type CliArgs, FLAGS, type Flags, type Given, type Values } from './flags.js';
import type { ScanOptions } from './options.js';
import { repeatedFlags } from './repeated-flags.js';
import { type ReportFile, reportFormats } from './report-files.js';
import { chooseRules } from './rule-choice.js';

export interface OptionsRequest {
  readonly args: CliArgs;
  readonly command: ScanOptions['command'];
  /** Folders and files as given. */
  readonly roots: readonly string[];
  readonly environment: Environment;
  /** Every rule. */
  readonly rules: readonly Rule[];
  /** Every service. */
  readonly services: readonly ServiceProfile[];
}

/**
 * The command line wins over the configuration, the configuration over the defaults.
 * @throws UsageError
 */
export async function resolveOptions(request: OptionsRequest, flags: Flags = FLAGS): Promise<ScanOptions> {
  const { args, command, roots, environment } = request;
  refuseRelative(environment, 'LENSCAP_DATA', 'LENSCAP_CACHE');
  const known = {
    rules: request.rules.map(({ id }) => id),
    services: request.services.map(({ name }) => name),
    program: environment.program,
  };
  const given = parseArgs(args, known.services, flags);
  const formats = reportFormats(given);
  refuseContradictions(given, request, formats);
  const config = await readConfig(given.config, environment.configFile, known, flags);
  const values = flagValues(given, config, environment, flags);
  const decisions = activeDecisions(await readDecisions(environment.decisionsFile), environment.today);
  const inBaseline = given.baseline === undefined ? null : await readBaseline(given.baseline);
  const rules = rulesOf(request, given, values.minScore, config);
  const coverage = coverageOf(request.rules, rules);
  if (values.select === 'safe') refuseNarrowedSafe(coverage, given);
  return Object.freeze({
    ...plainOptions(values, flags),
    command,
    roots: Object.freeze([...roots]),
    rules,
    coverage: Object.freeze(coverage),
    services: Object.freeze(servicesOf(request.services, values.service)),
    ...regionOf(given, values, environment),
    today: environment.today,
    decided: Object.freeze({ decisions, known: inBaseline }),
    videoSettings: videoSettings(values, environment),
    cacheFolder: cacheFolder(values, environment),
    isProgressShown: isProgressShown(values, command, environment),
    reports: formats.map(({ file, format }) =>
      Object.freeze({ file, format, isColored: isColored(values, file, environment) }),
    ),
    program: environment.program,
    repeated: Object.freeze(repeatedFlags(args, flags, environment.shell)),
    shell: environment.shell,
    timeLimitMs: Math.round(values.timeLimit * 1000),
  });
}

/** The table states what each value may be; this refuses flags that contradict each other. */
function refuseContradictions(given: Given, { roots, command }: OptionsRequest, formats: readonly ReportFile[]): void {
  const paths = formats.find(({ format }) => format === 'paths');
  if (roots.length === 0 && given.filesFrom === undefined) {
    throw new UsageError(
      `nothing to ${command === 'accept' ? 'accept' : 'scan'}; name a folder or a file, or a list of them with --files-from`,
    );
  }
  if (given.select !== undefined && paths === undefined) {
    throw new UsageError('--select works only with --format paths; the other formats report every photo');
  }
  if (paths !== undefined && given.select === undefined) {
    const what =
      given.format === undefined
        ? `--output ${JSON.stringify(paths.file)}: this name asks for bare paths, which need`
        : '--format paths needs';
    throw new UsageError(`${what} --select flagged or --select safe; bare paths do not show which they are`);
  }
  if (given.showValues === true && formats.some(({ format }) => format === 'html')) {
    throw new UsageError('--show-values and --format html exclude each other; the page is kept, so it holds no values');
  }
  if (given.null === true && paths === undefined && given.filesFrom === undefined) {
    throw new UsageError('-0 works only with --format paths or --files-from; remove it');
  }
}

/** Of the rules that prevent `--select safe`, so many are named. */
const RULES_NAMED = 3;

/** A list of files that are safe under some rules only would be taken for a list of safe files. */
function refuseNarrowedSafe({ rulesOff }: Coverage, given: Given): void {
  if (rulesOff.length === 0) return;
  const named = rulesOff.slice(0, RULES_NAMED).join(', ');
  const rest = rulesOff.length - RULES_NAMED;
  const which = rest > 0 ? `${named} and ${rest} more` : named;
  const flags = [
    ...(given.only === undefined ? [] : ['--only']),
    ...(given.skip === undefined ? [] : ['--skip']),
    ...(given.minScore === undefined ? [] : ['--min-score']),
  ];
  const fix = flags.length === 0 ? 'change the configuration' : `remove ${flags.join(' and ')}`;
  throw new UsageError(
    `--select safe: no photo can be called safe while rules are off or set to report less (${which}); ${fix}`,
  );
}

function rulesOf(
  { rules, environment: { program } }: OptionsRequest,
  { only, skip }: Given,
  minScore: number,
  config: Config,
): readonly Rule[] {
  const chosen = chooseRules(rules, { only, skip, config: config.rules, minScore, program });
  return Object.freeze(chosen.map((rule) => Object.freeze(rule)));
}

/** In the order of the registry, each once. */
function servicesOf(services: readonly ServiceProfile[], named: string): readonly ServiceProfile[] {
  const names = named.split(',');
  return services.filter(({ name }) => names.includes(name));
}

function regionOf(given: Given, values: Values, { locale }: Environment): Pick<ScanOptions, 'region' | 'regionFrom'> {
  if (values.region === null) return { region: locale?.region ?? null, regionFrom: locale?.from ?? null };
  return { region: values.region, regionFrom: given.region === undefined ? 'configuration' : '--region' };
}

function videoSettings({ videos, frames }: Values, { ffmpeg }: Environment): VideoSettings {
  const isLeftOut = videos === 'metadata';
  return Object.freeze({ ffmpeg: isLeftOut ? null : ffmpeg, frames, isLeftOut });
}

/** Values that the report shows unmasked are never kept. */
function cacheFolder({ cache, showValues }: Values, environment: Environment): string | null {
  return cache && !showValues ? environment.cacheFolder : null;
}

/** A hook writes a line for each file held back and nothing else. */
function isProgressShown({ progress, quiet }: Values, command: string, { isStderrTty, isDumb }: Environment): boolean {
  return command !== 'check' && isStderrTty && !isDumb && progress && !quiet;
}

/** NO_COLOR wins over FORCE_COLOR, --color over both. A file is not a terminal. */
function isColored({ color }: Values, file: string | null, environment: Environment): boolean {
  if (color !== 'auto') return color === 'always';
  const isTerminal = environment.isStdoutTty && !environment.isDumb && file === null;
  return !environment.isColorRefused && (environment.isColorForced || isTerminal);
}
