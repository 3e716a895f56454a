// What one entry of the table of flags states, and the types that follow from a table of them.
import type { Environment } from './environment.js';

/**
 * Who may give it: on the command line of a command, or a program among the settings of `scan()`.
 */
export type Taker = 'scan' | 'check' | 'report' | 'accept' | 'library';

/**
 * What may be given on the command line and in a configuration file. `placeholder` names it in the
 * help: `<n>`.
 */
export type SettableValue =
  /** Nothing but the flag itself. `isOn`: it is on unless `--no-NAME` is given. */
  | { readonly type: 'switch'; readonly isOn: boolean }
  | { readonly type: 'choice'; readonly placeholder: string; readonly choices: readonly string[] }
  /** From `min` to `max`, both included. */
  | {
      readonly type: 'number';
      readonly placeholder: string;
      readonly min: number;
      readonly max: number;
      readonly isWhole: boolean;
    }
  /** Names of service profiles, with commas between them; given twice it means both. */
  | { readonly type: 'service'; readonly placeholder: string }
  /** A country (ISO 3166-1 alpha-2); UK is taken for GB. */
  | { readonly type: 'region'; readonly placeholder: string };

/** What may be given on the command line only. */
type ArgumentValue =
  /** The name of a file, not empty. */
  | { readonly type: 'file'; readonly placeholder: string }
  /** The same, and it may be given several times. */
  | { readonly type: 'files'; readonly placeholder: string }
  /** Anything but nothing. */
  | { readonly type: 'text'; readonly placeholder: string }
  /** YYYY-MM-DD, from 1970 on. */
  | { readonly type: 'day'; readonly placeholder: string }
  /** Ids or groups of rules with commas between them; given twice it means both. */
  | { readonly type: 'rules'; readonly placeholder: string };

export type Value = SettableValue | ArgumentValue;

interface AnyFlag {
  /** Heading in the help and in docs/cli.md. Flags of one group follow each other in the table. */
  readonly group: string;
  readonly takenBy: readonly Taker[];
  /** One letter or digit. */
  readonly short?: string;
  /** For the help. What may be given and the default are added to it. */
  readonly description: string;
  /** Null: no value unless the flag is given. The default of a switch is its `isOn`. */
  readonly default?: string | number | null | ((environment: Environment) => string | number);
  /** How the help states a default that depends on the environment. */
  readonly defaultText?: string;
  /** The name of its value in ScanOptions. Absent if other options are made from the value. */
  readonly option?: string;
}

/**
 * One flag. Its key in the table is its long name in camel case: `failOn` is `--fail-on`, and
 * `failOn` in a file.
 */
export type Flag = AnyFlag &
  (
    | { readonly value: SettableValue /** It may be set in a configuration file. */; readonly isInConfig: true }
    | { readonly value: Value; readonly isInConfig?: never }
  );

export type FlagTable = Readonly<Record<string, Flag>>;

type TypeOf<V extends Value> = V extends { type: 'switch' }
  ? boolean
  : V extends { type: 'choice'; choices: readonly (infer Choice)[] }
    ? Choice
    : V extends { type: 'number' }
      ? number
      : V extends { type: 'files' }
        ? readonly string[]
        : string;

/** As given: strings and switches, nothing checked yet. */
export type ArgsOf<T extends FlagTable> = {
  readonly [K in keyof T]?: T[K]['value'] extends { type: 'switch' } ? boolean : string;
};

type SettingOf<V extends Value> = V extends { type: 'rules' } ? readonly string[] : TypeOf<V>;

/** As a program gives them: numbers, booleans and lists, nothing checked yet. */
export type TypedArgsOf<T extends FlagTable> = {
  readonly [K in keyof T]?: SettingOf<T[K]['value']> | undefined;
};

/** Of a checked value or its default. */
type ValueOf<F extends Flag> = F extends { default: null } ? TypeOf<F['value']> | null : TypeOf<F['value']>;

export type ValuesOf<T extends FlagTable> = { readonly [K in keyof T]: ValueOf<T[K]> };

/** What was given and is well-formed. */
export type GivenOf<T extends FlagTable> = { readonly [K in keyof T]?: TypeOf<T[K]['value']> };

/** What a configuration file may set. */
export type SettingsOf<T extends FlagTable> = {
  [K in keyof T as T[K] extends { isInConfig: true } ? K : never]: TypeOf<T[K]['value']>;
};

/** The values that become options unchanged, by their names in ScanOptions. */
export type PlainOptionsOf<T extends FlagTable> = {
  readonly [K in keyof T as T[K] extends { option: infer Name extends string } ? Name : never]: ValueOf<T[K]>;
};

/** The keys of the flags that `Who` may give. */
export type KeysFor<T extends FlagTable, Who extends Taker> = {
  [K in keyof T]: Who extends T[K]['takenBy'][number] ? K : never;
}[keyof T];

export function isTakenBy({ takenBy }: Flag, taker: Taker): boolean {
  return takenBy.includes(taker);
}

/** `--fail-on`; a switch that is on is named by what turns it off, `--no-progress`. */
export function longName(key: string, { value }: Flag): string {
  const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return value.type === 'switch' && value.isOn ? `--no-${name}` : `--${name}`;
}

/** `a, b or c`. */
export function either(names: readonly (string | number)[]): string {
  const last = String(names.at(-1) ?? '');
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** What the flag does and what may be given, without the default. */
export function explain({ description, value }: Flag): string {
  switch (value.type) {
    case 'choice':
      return `${description}: ${either(value.choices)}`;
    case 'number':
      return `${description}: ${value.min} to ${value.max}`;
    default:
      return description;
  }
}

/** The default as the help states it; empty where there is none. */
export function defaultText(flag: Flag): string {
  if (flag.defaultText !== undefined) return flag.defaultText;
  return typeof flag.default === 'string' || typeof flag.default === 'number' ? String(flag.default) : '';
}
