// Which flags of a run a hint repeats, so that the command in it means the same results.
import { quoted, type Shell } from '../terminal/shell.js';
import { type Flag, isTakenBy, longName } from './flag.js';
import type { CliArgs, Flags } from './flags.js';

/** The commands that a hint names. */
const COMMANDS = ['scan', 'report', 'accept'] as const;

/** As typed, `--min-score 0.5`, by the command that takes them. */
export type RepeatedFlags = Readonly<Record<(typeof COMMANDS)[number], readonly string[]>>;

/** Where a report goes, how it looks and ends, and which files: a hint states that itself. */
const OF_ONE_RUN = new Set<keyof Flags>([
  ...(['filesFrom', 'null', 'format', 'select', 'output', 'all', 'color', 'quiet', 'progress'] as const),
  ...(['failOn', 'onlyTaken', 'verify', 'rule', 'reason', 'until', 'similar', 'yes', 'list', 'remove'] as const),
]);

export function repeatedFlags(args: CliArgs, flags: Flags, shell: Shell): RepeatedFlags {
  const ofCommand = (command: (typeof COMMANDS)[number]) =>
    (Object.entries(flags) as [keyof Flags, Flag][]).flatMap(([key, flag]) => {
      if (!isTakenBy(flag, command) || OF_ONE_RUN.has(key)) return [];
      return typed(key, flag, args[key], shell);
    });
  return { scan: ofCommand('scan'), report: ofCommand('report'), accept: ofCommand('accept') };
}

function typed(key: string, flag: Flag, value: string | boolean | undefined, shell: Shell): string[] {
  const name = longName(key, flag);
  if (flag.value.type === 'switch') return value === undefined || value === flag.value.isOn ? [] : [name];
  if (typeof value !== 'string') return [];
  return [value.startsWith('-') ? `${name}=${quoted(value, shell)}` : `${name} ${quoted(value, shell)}`];
}
