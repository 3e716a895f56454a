// Command line, configuration and environment -> the one frozen ScanOptions. What cannot be meant is refused here, in one line.

import { UsageError } from '../errors.js';
import { ENGINE_IDS } from '../inference/engine.js';
import type { Rule } from '../rules/rule.js';
import type { CliArgs } from './args.js';
import { type Config, readConfig } from './config.js';
import type { Environment } from './environment.js';
import {
  DEFAULT_FRAMES,
  FAIL_ON,
  FORMATS,
  MAX_FRAMES,
  MAX_JOBS,
  type ScanOptions,
  SELECTIONS,
  VIDEO_MODES,
} from './options.js';
import { chooseRules } from './rule-choice.js';
import { day, fileName, numberFrom, oneOf, wholeNumber } from './values.js';

/** Each worker process takes about 300 MB; a person who has more memory than that says so with --jobs. */
const MAX_DEFAULT_JOBS = 8;
const DEFAULT_SERVICE = 'meta-camera-roll';
const DEFAULT_TIME_LIMIT_S = 60;
const MIN_TIME_LIMIT_S = 0.1;
const MAX_TIME_LIMIT_S = 86_400;
const COLOR_MODES = ['auto', 'always', 'never'] as const;

export interface OptionsRequest {
  readonly args: CliArgs;
  readonly command: 'scan' | 'check';
  /** Folders and files as given. */
  readonly roots: readonly string[];
  readonly environment: Environment;
  /** All there are. */
  readonly rules: readonly Rule[];
  /** Names of all there are. */
  readonly services: readonly string[];
}

/** The command line wins over the configuration, the configuration over the defaults. @throws UsageError */
export async function resolveOptions(request: OptionsRequest): Promise<ScanOptions> {
  const { args, command, roots, environment, services } = request;
  refuseContradictions(args, roots);
  const configFile = args.config === undefined ? undefined : fileName('--config', args.config);
  const names = { rules: request.rules.map(({ id }) => id), services };
  const config = await readConfig(configFile, environment.configFile, names);
  const videos = oneOf('--videos', args.videos ?? config.videos ?? 'auto', VIDEO_MODES);
  const output = args.output === undefined ? null : fileName('--output', args.output);
  return Object.freeze({
    command,
    roots: Object.freeze([...roots]),
    filesFrom: args.filesFrom === undefined ? null : fileName('--files-from', args.filesFrom),
    isNullSeparated: args.null === true,
    format: formatOf(args),
    select: args.select === undefined ? null : oneOf('--select', args.select, SELECTIONS),
    output,
    failOn: args.failOn === undefined ? (config.failOn ?? 'high') : oneOf('--fail-on', args.failOn, FAIL_ON),
    rules: rulesOf(request, config),
    jobs: jobsOf(args, config, environment),
    service: oneOf('--service', args.service ?? config.service ?? DEFAULT_SERVICE, services),
    asOf: args.asOf === undefined ? environment.today : day('--as-of', args.asOf),
    isOnlyTaken: args.onlyTaken === true,
    engine: oneOf('--engine', args.engine ?? config.engine ?? 'onnx', ENGINE_IDS),
    isFast: args.fast === true,
    videos,
    videoSettings: Object.freeze({
      ffmpeg: videos === 'metadata' ? null : environment.ffmpeg,
      frames: framesOf(args, config),
      isLeftOut: videos === 'metadata',
    }),
    isValueShown: args.showValues === true,
    isQuiet: args.quiet === true,
    isProgressShown: isProgressShown(args, command, environment),
    isColored: isColored(args, output, environment),
    timeLimitMs: timeLimitMs(args),
  });
}

/** What each value may be is said elsewhere; this is about what cannot stand together. */
function refuseContradictions(args: CliArgs, roots: readonly string[]): void {
  const isPaths = formatOf(args) === 'paths';
  if (roots.length === 0 && args.filesFrom === undefined) {
    throw new UsageError('nothing to look at; name a path to a folder or file, or a list of them with --files-from');
  }
  if (args.select !== undefined && !isPaths) {
    throw new UsageError('--select goes with --format paths only; the other formats tell of every photo');
  }
  if (isPaths && args.select === undefined) {
    throw new UsageError(
      '--format paths needs --select flagged or --select safe: paths alone do not say which they are',
    );
  }
  if (args.null === true && !isPaths && args.filesFrom === undefined) {
    throw new UsageError('-0 goes with --format paths or --files-from only; leave it out');
  }
  if (args.select === 'safe') refuseNarrowedSafe(args);
}

/** Safe means: under every rule that the configuration has on. A list of files safe under some of them would be taken for more. */
function refuseNarrowedSafe(args: CliArgs): void {
  const narrowing = { '--only': args.only, '--skip': args.skip, '--min-score': args.minScore };
  for (const [flag, value] of Object.entries(narrowing)) {
    if (value === undefined) continue;
    throw new UsageError(`--select safe cannot go with ${flag}: not every rule could speak; leave ${flag} out`);
  }
}

function formatOf(args: CliArgs): ScanOptions['format'] {
  return oneOf('--format', args.format ?? 'text', FORMATS);
}

function rulesOf({ args, rules }: OptionsRequest, config: Config): readonly Rule[] {
  const minScore =
    args.minScore === undefined ? (config.minScore ?? 0) : numberFrom('--min-score', args.minScore, 0, 1);
  const chosen = chooseRules(rules, { only: args.only, skip: args.skip, config: config.rules, minScore });
  return Object.freeze(chosen.map((rule) => Object.freeze(rule)));
}

function jobsOf(args: CliArgs, config: Config, { cpuCount }: Environment): number {
  if (args.jobs !== undefined) return wholeNumber('--jobs', args.jobs, 1, MAX_JOBS);
  return config.jobs ?? Math.max(1, Math.min(MAX_DEFAULT_JOBS, cpuCount));
}

function framesOf(args: CliArgs, config: Config): number {
  if (args.frames !== undefined) return wholeNumber('--frames', args.frames, 1, MAX_FRAMES);
  return config.frames ?? DEFAULT_FRAMES;
}

/** Milliseconds. */
function timeLimitMs({ timeLimit }: CliArgs): number {
  if (timeLimit === undefined) return DEFAULT_TIME_LIMIT_S * 1000;
  return Math.round(numberFrom('--time-limit', timeLimit, MIN_TIME_LIMIT_S, MAX_TIME_LIMIT_S) * 1000);
}

/** A hook writes a line for each file held back and nothing else. */
function isProgressShown(args: CliArgs, command: string, { isStderrTty }: Environment): boolean {
  return command === 'scan' && isStderrTty && args.progress !== false && args.quiet !== true;
}

/** NO_COLOR wins over FORCE_COLOR, --color over both. A file is no terminal. */
function isColored(args: CliArgs, output: string | null, environment: Environment): boolean {
  const mode = oneOf('--color', args.color ?? 'auto', COLOR_MODES);
  if (mode !== 'auto') return mode === 'always';
  const isTerminal = environment.isStdoutTty && output === null;
  return !environment.isColorRefused && (environment.isColorForced || isTerminal);
}
