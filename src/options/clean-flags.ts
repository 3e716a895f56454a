// The table of flags of `clean`. Those that `scan` has too are the same.
import type { ArgsOf, FlagTable } from './flag.js';
import { FLAGS, PROGRAM } from './flags.js';

const COPIES = 'The copies';
const REPORT = 'The report';

const OFF = { type: 'switch', isOn: false } as const;
const TAKEN = ['scan'] as const;

export const CLEAN_FLAGS = {
  filesFrom: FLAGS.filesFrom,
  null: { ...FLAGS.null, description: 'paths in --files-from end with NUL instead of a newline' },
  into: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'file', placeholder: 'folder' },
    description: 'write the copies below this folder; nothing in it is ever replaced',
    default: null,
  },
  keep: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'keep this metadata, such as metadata/capture-time, as far as it is in EXIF',
    default: null,
  },
  remove: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'of what can be kept, remove only this',
    default: null,
  },
  cover: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'rules', placeholder: 'rules' },
    description: 'paint over what these rules or groups find in the picture, such as person/child,text',
    default: null,
  },
  reEncode: {
    group: COPIES,
    takenBy: TAKEN,
    value: OFF,
    description: 'encode a picture anew, as JPEG, where it cannot be copied as it is; that loses quality',
  },
  names: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'choice', placeholder: 'which', choices: ['same', 'random'] },
    description: 'names of the copies',
    default: 'same',
  },
  times: {
    group: COPIES,
    takenBy: TAKEN,
    value: { type: 'choice', placeholder: 'which', choices: ['same', 'none'] },
    description: 'times of the files of the copies; none is the time of writing',
    default: 'same',
  },
  dryRun: {
    group: COPIES,
    takenBy: TAKEN,
    value: OFF,
    description: 'make and scan the copies, report, and keep none',
  },
  format: {
    group: REPORT,
    takenBy: TAKEN,
    short: 'f',
    value: { type: 'choice', placeholder: 'format', choices: ['text', 'json'] },
    description: 'format of the report',
    default: 'text',
  },
  jobs: FLAGS.jobs,
  timeLimit: FLAGS.timeLimit,
  quiet: { ...FLAGS.quiet, group: PROGRAM },
  progress: FLAGS.progress,
} as const satisfies FlagTable;

/** As given: strings and switches, nothing checked yet. */
export type CleanArgs = ArgsOf<typeof CLEAN_FLAGS>;
