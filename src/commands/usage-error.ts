// Wrong command lines in the program's own words: unknown commands, and what commander refuses.
import { existsSync } from 'node:fs';
import type { CommanderError } from 'commander';
import { UsageError } from '../errors.js';
import type { Environment } from '../options/environment.js';
import { closestName } from '../options/values.js';
import { quoted } from '../terminal/shell.js';

export interface CommandLine extends Pick<Environment, 'program' | 'shell'> {
  /** Without Node.js and the script. */
  readonly args: readonly string[];
  /** Names of all commands. */
  readonly commands: readonly string[];
}

/**
 * `lenscap scna x`, `lenscap help chek`, and `lenscap DCIM`: a path in place of a command.
 * @param isPath whether a file or folder has this name
 * @returns null if the command is known, or if there is none
 */
export function unknownCommand(
  { args, commands, program, shell }: CommandLine,
  isPath: (name: string) => boolean = existsSync,
): UsageError | null {
  const isHelp = args[0] === 'help';
  const [name, ...others] = isHelp ? args.slice(1) : args;
  if (name === undefined || name.startsWith('-') || commands.includes(name) || name === 'help') return null;
  const closest = !isHelp && isPath(name) ? ['scan', name] : [closestName(name, commands)];
  const meant = closest.flatMap((word) => word ?? []);
  const words = [...(isHelp ? ['help'] : []), ...meant, ...others].map((word) => quoted(word, shell));
  const hint =
    meant.length === 0 ? `for all commands: ${program} --help` : `did you mean: ${[program, ...words].join(' ')}`;
  return new UsageError(`unknown command ${JSON.stringify(name)}; ${hint}`);
}

/** What commander refused, with the command whose help to read. */
export function refusedByCommander({ code, message }: CommanderError, line: CommandLine): UsageError {
  const [first = ''] = line.args;
  const command = line.commands.includes(first) ? [first] : [];
  const what = code === 'commander.unknownOption' ? 'for all options' : 'for help';
  return new UsageError(`${inOwnWords(code, message)}${what}: ${[line.program, ...command, '--help'].join(' ')}`);
}

/**
 * `unknown option "--jbos"; did you mean --jobs? ` for `error: unknown option '--jbos'`, a line
 * break and `(Did you mean --jobs?)`.
 */
function inOwnWords(code: string, message: string): string {
  const [, what = message, suggestion] = /^error: (.*?)\.?(?:\n\(D(id you mean .*\?)\))?$/s.exec(message) ?? [];
  const name = /'(.*)'/s.exec(what)?.[1] ?? '';
  const meant = suggestion === undefined ? '' : `d${suggestion} `;
  switch (code) {
    case 'commander.optionMissingArgument':
      return `option ${name} needs a value; `;
    case 'commander.excessArguments':
      return `too many arguments for ${name}; `;
    default:
      return `${what.replace(/'.*'/s, () => JSON.stringify(name))}; ${meant}`;
  }
}
