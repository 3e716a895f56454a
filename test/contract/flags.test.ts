// A flag is one entry of the table; everything else is generated from it.
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { configJsonSchema, withFlags } from '../../scripts/flags.js';
import { type Flag, longName } from '../../src/options/flag.js';
import { FLAGS, type Flags } from '../../src/options/flags.js';
import { addFlags, EXAMPLES } from '../../src/options/help.js';
import { resolveOptions } from '../../src/options/resolve.js';
import { parseValue } from '../../src/options/values.js';
import { RULES } from '../../src/rules/index.js';
import { SERVICES } from '../../src/services/index.js';
import { configFile, ENVIRONMENT, refusalOf, request } from '../options/request.js';

const TABLE: readonly (readonly [string, Flag])[] = Object.entries(FLAGS);

const TOY = {
  group: 'Toys',
  takenBy: ['scan'],
  short: 't',
  value: { type: 'number', placeholder: 'n', min: 1, max: 3, isWhole: true },
  description: 'toys taken along',
  default: 2,
  isInConfig: true,
  option: 'toyCount',
} as const satisfies Flag;

const WITH_TOY: Flags & { readonly toys: Flag } = { ...FLAGS, toys: TOY };

/** Options as the command line gives them. */
function parsed(command: 'scan' | 'check', flags: Flags, ...argv: string[]) {
  const program = new Command(command).exitOverride().configureOutput({ writeErr() {} });
  return addFlags(program.argument('[path...]'), command, flags).parse(argv, { from: 'user' }).opts();
}

describe('a flag that is one entry of the table', () => {
  const resolve = (args: object) => resolveOptions(request({ args }), WITH_TOY);

  test('is in the help of the commands that take it, under its group', () => {
    const help = (command: 'scan' | 'check') => addFlags(new Command(command), command, WITH_TOY).helpInformation();
    expect(help('scan')).toMatch(/\nToys:\n {2}-t, --toys <n> +toys taken along: 1 to 3 \(default: 2\)\n/);
    expect(help('check')).not.toMatch(/toys/i);
  });

  test('is parsed, checked, and one of the options', async () => {
    expect(await resolve(parsed('scan', WITH_TOY, '--toys', '3'))).toMatchObject({ toyCount: 3, failOn: 'high' });
    expect(await resolve(parsed('scan', WITH_TOY, '-t', '1'))).toMatchObject({ toyCount: 1 });
    expect(await resolve({})).toMatchObject({ toyCount: 2 });
    expect(await refusalOf(resolve({ toys: '4' }))).toBe('--toys "4": must be a whole number from 1 to 3');
    expect(() => parsed('check', WITH_TOY, '--toys', '3')).toThrow(/unknown option '--toys'/);
  });

  test('can be set in a configuration, as its schema describes', async () => {
    const { properties } = JSON.parse(configJsonSchema(WITH_TOY)) as { properties: Record<string, object> };
    expect(properties.toys).toEqual({
      description: TOY.description,
      default: 2,
      type: 'integer',
      minimum: 1,
      maximum: 3,
    });
    const config = configFile({ toys: 1 });
    expect(await resolve({ config })).toMatchObject({ toyCount: 1 });
    expect(await resolve({ config, toys: '3' })).toMatchObject({ toyCount: 3 });
    expect(await refusalOf(resolve({ config: configFile({ toys: 4 }) }))).toMatch(
      /"toys": must be a whole number from 1/,
    );
  });

  test('is in the lists of docs/cli.md', () => {
    const page = withFlags('<!-- flags: made by npm run generate -->\n<!-- end of flags -->', WITH_TOY);
    expect(page).toContain('| Toys | what it does | default | in the configuration |');
    expect(page).toContain('| `--toys N`, `-t N` | toys taken along: 1 to 3 (`scan` only) | 2 | `toys` |');
  });
});

test('rules named by repeated flags add up; of other repeated flags the last one counts', () => {
  const args = parsed('scan', FLAGS, '--only', 'person', '--jobs', '2', '--only', 'text,code', '--jobs', '3');
  expect(args).toMatchObject({ only: 'person,text,code', jobs: '3' });
});

describe('the table', () => {
  test('names nothing twice', () => {
    for (const names of [
      TABLE.map(([key, flag]) => longName(key, flag)),
      TABLE.flatMap(([, { short }]) => short ?? []),
      TABLE.flatMap(([, { option }]) => option ?? []),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('keeps the flags of a group together', () => {
    const groups = TABLE.map(([, { group }]) => group);
    const changes = groups.filter((group, index) => group !== groups[index - 1]);
    expect(changes).toEqual([...new Set(groups)]);
  });

  test.each(TABLE)('%s accepts its own default', (key, { value, default: unless }) => {
    if (value.type === 'switch') {
      expect(unless).toBeUndefined();
      return;
    }
    expect(unless).toBeDefined();
    if (unless === null || unless === undefined) return;
    const given = typeof unless === 'function' ? unless(ENVIRONMENT) : unless;
    expect(
      parseValue(
        key,
        String(given),
        value,
        SERVICES.map(({ name }) => name),
      ),
    ).toBe(given);
  });

  test.each(TABLE)('%s states a default that depends on the environment', (_key, { default: unless, defaultText }) => {
    expect(defaultText !== undefined).toBe(typeof unless === 'function');
  });
});

describe.each(['scan', 'check'] as const)('the help of %s', (command) => {
  const lines = EXAMPLES[command].map(({ line }) => line);

  test('has its flags under headings, and examples', () => {
    let help = '';
    const output = { writeOut: (text: string) => (help += text) };
    addFlags(new Command(command).configureOutput(output), command).outputHelp();
    expect(help).toMatch(/^The report:\n {2}-f, --format <format> /m);
    expect(help).toMatch(/^The cloud service:\n {2}--service <name> /m);
    expect(help.replace(/\s+/g, ' ')).toContain('(default: one per core, at most 8)');
    expect(help).not.toMatch(/^Options:/m);
    for (const line of lines) expect(help).toContain(`  ${line}\n`);
  });

  test.each(lines)('shows examples that can be run: %s', async (line) => {
    const own = line.split(/ \| | && /).find((part) => part.startsWith('lenscap '));
    const [, name, ...argv] = (own ?? '').split(' ');
    expect(name).toBe(command);
    const args = parsed(command, FLAGS, ...argv);
    const registries = { rules: RULES, services: SERVICES };
    expect(Object.isFrozen(await resolveOptions(request({ args, command, ...registries })))).toBe(true);
  });
});
