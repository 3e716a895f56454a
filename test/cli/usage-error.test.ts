import { Command, type CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { refusedByCommander, unknownCommand } from '../../src/commands/usage-error.js';

const COMMANDS = ['scan', 'check', 'rules', 'doctor'];

const line = (args: readonly string[]) =>
  ({ args, commands: COMMANDS, program: 'npx lenscap', shell: 'posix' }) as const;

describe('an unknown command', () => {
  it.each([
    [['scna', 'my photos'], `unknown command "scna"; did you mean: npx lenscap scan 'my photos'`],
    [['help', 'chek'], 'unknown command "chek"; did you mean: npx lenscap help check'],
    [['DCIM', '-q'], 'unknown command "DCIM"; did you mean: npx lenscap scan DCIM -q'],
    [['help', 'DCIM'], 'unknown command "DCIM"; for all commands: npx lenscap --help'],
    [['frobnicate'], 'unknown command "frobnicate"; for all commands: npx lenscap --help'],
  ])('%j: %s', (args, message) => {
    expect(unknownCommand(line(args), (name) => name === 'DCIM')?.message).toBe(message);
  });

  it.each([[[]], [['scan', 'x']], [['--version']], [['help']], [['help', 'scan']], [['help', '-q']]])(
    'is not %j',
    (args) => {
      expect(unknownCommand(line(args), () => true)).toBeNull();
    },
  );
});

/** What commander throws for these arguments. */
function thrownFor(args: readonly string[]): CommanderError {
  const program = new Command('lenscap').configureOutput({ outputError: () => {} }).exitOverride();
  program.command('scan').argument('[path...]').option('-j, --jobs <n>').option('--job-limit <n>');
  program.command('rules').argument('[rule]');
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    return error as CommanderError;
  }
  throw new Error('commander takes it');
}

describe('what commander refuses', () => {
  it.each([
    [['scan', '--jbos'], 'unknown option "--jbos"; did you mean --jobs? for all options: npx lenscap scan --help'],
    [['scan', "--it's\n"], 'unknown option "--it\'s\\n"; for all options: npx lenscap scan --help'],
    [['--frobnicate'], 'unknown option "--frobnicate"; for all options: npx lenscap --help'],
    [['scan', '-j'], 'option -j, --jobs <n> needs a value; for help: npx lenscap scan --help'],
    [['rules', 'a', 'b'], 'too many arguments for rules; for help: npx lenscap rules --help'],
  ])('%j: %s', (args, message) => {
    expect(refusedByCommander(thrownFor(args), line(args)).message).toBe(message);
  });
});
