// Flags as given, a configuration and defaults -> one checked value for each flag of the table.
import type { Environment } from './environment.js';
import { type Flag, longName, type PlainOptionsOf } from './flag.js';
import type { CliArgs, Flags, Given, Settings, Values } from './flags.js';
import { parseValue } from './values.js';

/**
 * The checked values of the flags that were given; the others are absent.
 *
 * @param services the names of all services
 * @throws UsageError in one line: what was given where, and what may be given
 */
export function parseArgs(args: CliArgs, services: readonly string[], flags: Flags): Given {
  const given = Object.entries<Flag>(flags).flatMap(([key, flag]) => {
    const value = (args as Readonly<Record<string, string | boolean | undefined>>)[key];
    return value === undefined ? [] : [[key, parseOne(key, flag, value, services)]];
  });
  return Object.fromEntries(given) as Given;
}

function parseOne(key: string, flag: Flag, given: string | boolean, services: readonly string[]) {
  if (flag.value.type === 'switch') return given === true;
  return parseValue(longName(key, flag), String(given), flag.value, services);
}

/** The command line wins over the configuration, the configuration over the defaults. */
export function flagValues(
  given: Given,
  config: { readonly [K in keyof Settings]?: Settings[K] | undefined },
  environment: Environment,
  flags: Flags,
): Values {
  const set: Readonly<Record<string, unknown>> = { ...config, ...given };
  const values = Object.entries<Flag>(flags).map(([key, flag]) => [key, set[key] ?? byDefault(flag, environment)]);
  return Object.fromEntries(values) as Values;
}

function byDefault({ value, default: unless = null }: Flag, environment: Environment) {
  if (value.type === 'switch') return value.isOn;
  return typeof unless === 'function' ? unless(environment) : unless;
}

/** The values that become options unchanged. */
export function plainOptions(values: Values, flags: Flags): PlainOptionsOf<Flags> {
  const plain = Object.entries<Flag>(flags).flatMap(([key, { option }]) =>
    option === undefined ? [] : [[option, (values as Readonly<Record<string, unknown>>)[key]]],
  );
  return Object.fromEntries(plain) as PlainOptionsOf<Flags>;
}
