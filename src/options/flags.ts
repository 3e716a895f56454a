// The table of flags of all commands that have any. Each flag is one entry: the command line, its
// help, the types, the configuration file with its schema, and the lists in docs/cli.md are made
// from it.
import { ENGINE_IDS } from '../inference/engine.js';
import { REPORT_FORMATS } from '../reporters/index.js';
import { FAIL_ON } from '../types/finding.js';
import { THUMBNAIL_MODES } from '../types/thumbnail.js';
import { VIDEO_MODES } from '../types/video.js';
import type { ArgsOf, FlagTable, GivenOf, KeysFor, SettingsOf, TypedArgsOf, ValuesOf } from './flag.js';

/**
 * Each worker process takes about 300 MB; a person who has more memory than that asks for more with
 * --jobs.
 */
const MAX_DEFAULT_JOBS = 8;

const WHAT = 'What is scanned';
const RULES = 'Rules';
const SERVICE = 'The cloud service';
const REPORT = 'The report';
const DECISIONS = 'Decisions';
const SPEED = 'Speed';
export const PROGRAM = 'The program itself';

/** What decides the report. */
const COMMANDS = ['scan', 'check', 'report'] as const;
const EVERYWHERE = ['scan', 'check', 'report', 'library'] as const;
/** What concerns any command that takes photos: `accept` examines them, too. */
const OPENING = ['scan', 'check', 'report', 'accept'] as const;
/** What decides the examination, which `report` does not repeat. */
const EXAMINING = ['scan', 'check', 'accept', 'library'] as const;
/** Whose examination is the person's own choice, each time. */
const DIRECT = ['scan', 'check', 'library'] as const;
/** What keeps results. */
const KEEPING = ['scan', 'check', 'accept'] as const;
const ACCEPT = ['accept'] as const;

const OFF = { type: 'switch', isOn: false } as const;
const ON = { type: 'switch', isOn: true } as const;

export const FLAGS = {
  filesFrom: {
    group: WHAT,
    takenBy: OPENING,
    value: { type: 'file', placeholder: 'file' },
    description: 'read more paths from this file (- for standard input), one per line',
    default: null,
    option: 'filesFrom',
  },
  null: {
    group: WHAT,
    takenBy: OPENING,
    short: '0',
    value: OFF,
    description: 'paths end with NUL instead of a newline, in --files-from and --format paths',
    option: 'isNullSeparated',
  },
  videos: {
    group: WHAT,
    takenBy: EXAMINING,
    value: { type: 'choice', placeholder: 'mode', choices: VIDEO_MODES },
    description: 'what to examine of videos (with auto also frames, if ffmpeg is found)',
    default: 'auto',
    isInConfig: true,
    option: 'videos',
  },
  frames: {
    group: WHAT,
    takenBy: EXAMINING,
    value: { type: 'number', placeholder: 'n', min: 1, max: 1000, isWhole: true },
    description: 'frames to examine in each video, spread over scenes and time',
    // One every second or two of what most people record with a phone.
    default: 8,
    isInConfig: true,
  },
  only: {
    group: RULES,
    takenBy: EVERYWHERE,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'apply only these rules or groups, such as person,document/passport',
    default: null,
    option: 'only',
  },
  skip: {
    group: RULES,
    takenBy: EVERYWHERE,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'do not apply these rules or groups',
    default: null,
    option: 'skip',
  },
  minScore: {
    group: RULES,
    takenBy: EVERYWHERE,
    value: { type: 'number', placeholder: 'score', min: 0, max: 1, isWhole: false },
    description: 'ignore findings with a lower score, unless they are proved',
    default: 0,
    isInConfig: true,
  },
  service: {
    group: SERVICE,
    takenBy: EVERYWHERE,
    value: { type: 'service', placeholder: 'name' },
    description: 'the cloud services to assess, such as meta-camera-roll,google-photos',
    default: 'meta-camera-roll',
    isInConfig: true,
  },
  asOf: {
    group: SERVICE,
    takenBy: EVERYWHERE,
    value: { type: 'day', placeholder: 'date' },
    description: 'the date for which the service is assessed, YYYY-MM-DD',
    default: ({ today }) => today,
    defaultText: 'today',
    option: 'asOf',
  },
  region: {
    group: SERVICE,
    takenBy: EVERYWHERE,
    value: { type: 'region', placeholder: 'country' },
    description: 'the country in which the service is assessed, such as FR; else that of your locale',
    default: null,
    isInConfig: true,
  },
  onlyTaken: {
    group: SERVICE,
    takenBy: EVERYWHERE,
    value: OFF,
    description: 'for the exit code, count only photos that the service would take or might take',
    option: 'isOnlyTaken',
  },
  format: {
    group: REPORT,
    takenBy: COMMANDS,
    short: 'f',
    value: { type: 'choice', placeholder: 'format', choices: REPORT_FORMATS },
    description: 'format of the report; without it the name of --output decides',
    default: 'text',
  },
  select: {
    group: REPORT,
    takenBy: COMMANDS,
    value: { type: 'choice', placeholder: 'which', choices: ['flagged', 'safe'] },
    description: 'which photos --format paths lists',
    default: null,
    option: 'select',
  },
  output: {
    group: REPORT,
    takenBy: COMMANDS,
    short: 'o',
    value: { type: 'files', placeholder: 'file' },
    description: 'write the report to this file (- for standard output); may be given several times',
    default: null,
  },
  all: {
    group: REPORT,
    takenBy: COMMANDS,
    value: OFF,
    description: 'list every photo with all that was found in it (text, list, csv)',
    option: 'isEverythingListed',
  },
  thumbnails: {
    group: REPORT,
    takenBy: COMMANDS,
    value: { type: 'choice', placeholder: 'mode', choices: THUMBNAIL_MODES },
    description: 'small copies of photos in --format html; print, codes and documents are always covered',
    default: 'plain',
    option: 'thumbnails',
  },
  baseline: {
    group: REPORT,
    takenBy: COMMANDS,
    value: { type: 'file', placeholder: 'file' },
    description: 'an earlier JSON report; what it has does not count for the exit code',
    default: null,
  },
  failOn: {
    group: REPORT,
    takenBy: EVERYWHERE,
    value: { type: 'choice', placeholder: 'severity', choices: FAIL_ON },
    description: 'exit with code 1 if a photo has a finding of this severity or a higher one',
    default: 'high',
    isInConfig: true,
    option: 'failOn',
  },
  showValues: {
    group: REPORT,
    takenBy: DIRECT,
    value: OFF,
    description: 'show coordinates, names and numbers unmasked',
    option: 'isValueShown',
  },
  color: {
    group: REPORT,
    takenBy: COMMANDS,
    value: { type: 'choice', placeholder: 'when', choices: ['auto', 'always', 'never'] },
    description: 'use colours in the report',
    default: 'auto',
  },
  rule: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'accept only findings of these rules or groups',
    default: null,
  },
  reason: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: { type: 'text', placeholder: 'text' },
    description: 'why it is fine, in your own words',
    default: null,
  },
  until: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: { type: 'day', placeholder: 'date' },
    description: 'the last day on which the decision counts, YYYY-MM-DD',
    default: null,
  },
  similar: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: OFF,
    description: 'offer the same finding in similar photos next to it (not of document, text and code)',
  },
  yes: {
    group: DECISIONS,
    takenBy: ACCEPT,
    short: 'y',
    value: OFF,
    description: 'accept what --similar offers without asking',
  },
  list: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: OFF,
    description: 'list the decisions',
  },
  remove: {
    group: DECISIONS,
    takenBy: ACCEPT,
    value: OFF,
    description: 'remove the decisions on these files, or on findings named by their fingerprints',
  },
  jobs: {
    group: SPEED,
    takenBy: EXAMINING,
    short: 'j',
    value: { type: 'number', placeholder: 'n', min: 1, max: 256, isWhole: true },
    description: 'photos to examine at the same time',
    default: ({ cpuCount }) => Math.max(1, Math.min(MAX_DEFAULT_JOBS, cpuCount)),
    defaultText: `one per core, at most ${MAX_DEFAULT_JOBS}`,
    isInConfig: true,
    option: 'jobs',
  },
  fast: {
    group: SPEED,
    takenBy: DIRECT,
    value: OFF,
    description: 'faster; misses a few small faces and hard-to-read codes',
    option: 'isFast',
  },
  timeLimit: {
    group: SPEED,
    takenBy: EXAMINING,
    value: { type: 'number', placeholder: 'seconds', min: 0.1, max: 86_400, isWhole: false },
    description: 'time limit for each photo, in seconds',
    default: 60,
  },
  engine: {
    group: SPEED,
    takenBy: EXAMINING,
    value: { type: 'choice', placeholder: 'engine', choices: ENGINE_IDS },
    description: 'runtime for the models',
    default: 'onnx',
    isInConfig: true,
    option: 'engine',
  },
  cache: {
    group: SPEED,
    takenBy: KEEPING,
    value: ON,
    description: 'neither use nor keep results of earlier scans',
  },
  verify: {
    group: SPEED,
    takenBy: ['scan'],
    value: OFF,
    description: 'read every file again to see whether it changed; check always does',
    option: 'isVerified',
  },
  config: {
    group: PROGRAM,
    takenBy: ['scan', 'check', 'report', 'accept', 'library'],
    value: { type: 'file', placeholder: 'file' },
    description: 'read this configuration file instead of your own',
    default: null,
  },
  quiet: {
    group: PROGRAM,
    takenBy: OPENING,
    short: 'q',
    value: OFF,
    description: 'print no warnings, counts or closing line on stderr',
    option: 'isQuiet',
  },
  progress: {
    group: PROGRAM,
    takenBy: OPENING,
    value: ON,
    description: 'show no progress bar',
  },
} as const satisfies FlagTable;

/**
 * A function that works on the table takes it as a parameter: the real one, or one with more flags.
 */
export type Flags = typeof FLAGS;

/** As given: strings and switches, absent where not given, nothing checked yet. */
export type CliArgs = ArgsOf<Flags>;

/** What was given, checked. */
export type Given = GivenOf<Flags>;

/** The flags that a configuration file may set. */
export type Settings = SettingsOf<Flags>;

/** A checked value for each flag: given, configured or its default. */
export type Values = ValuesOf<Flags>;

/** What a program may set for `scan()`, by the names of the flags: numbers, booleans and lists. */
export type LibraryArgs = Pick<TypedArgsOf<Flags>, KeysFor<Flags, 'library'>>;
