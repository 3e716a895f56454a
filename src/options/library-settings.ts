// Settings of `scan()` -> the arguments that the command line would give. Types are checked here,
// at run time, because a program in JavaScript has no compiler that does it.
import { UsageError } from '../errors.js';
import { type Flag, isTakenBy } from './flag.js';
import { type CliArgs, FLAGS, type Flags, type LibraryArgs } from './flags.js';
import { didYouMean, mustBe, parseValue, toListRules } from './values.js';

/** The names that a setting may hold. */
export interface KnownSettings {
  /** Ids of rules and groups of rules. */
  readonly rules: readonly string[];
  readonly services: readonly string[];
}

/**
 * @param paths folders and files as the caller gave them
 * @throws UsageError in one line for anything but a list of paths that are not empty
 */
export function checkPaths(paths: unknown): readonly string[] {
  const must = 'paths: must be a list of folders and files, such as ["DCIM"]';
  // A string would be scanned letter by letter.
  if (!Array.isArray(paths)) throw new UsageError(`${must}, not ${shown(paths)}`);
  if (paths.length === 0) throw new UsageError(`${must}; the list is empty`);
  for (const path of paths) {
    if (typeof path !== 'string' || path === '') throw new UsageError(`${must}; ${shown(path)} is not a path`);
  }
  return paths;
}

/**
 * @param settings as the caller gave them
 * @param others names of settings that are not flags; the caller checks their values
 * @throws UsageError in one line that names the setting, its value and what it may be
 */
export function argsOf(
  settings: LibraryArgs,
  known: KnownSettings,
  others: readonly string[] = [],
  flags: Flags = FLAGS,
): CliArgs {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new UsageError(`settings: must be an object, such as {jobs: 2}, not ${shown(settings)}`);
  }
  const table = new Map(Object.entries<Flag>(flags).filter(([, flag]) => isTakenBy(flag, 'library')));
  const names = [...table.keys(), ...others];
  const args = Object.entries(settings).flatMap(([key, value]) => {
    if (!names.includes(key)) {
      throw new UsageError(
        `no setting is called ${JSON.stringify(key)}; ${didYouMean(key, names)}known: ${names.join(', ')}`,
      );
    }
    const flag = table.get(key);
    return flag === undefined || value === undefined ? [] : [[key, argument(key, flag, value, known)]];
  });
  return Object.fromEntries(args) as CliArgs;
}

function argument(key: string, { value: kind }: Flag, given: unknown, known: KnownSettings): string | boolean {
  const refuse = (must: string) => new UsageError(`${key}: ${must}, not ${shown(given)}`);
  switch (kind.type) {
    case 'switch':
      if (typeof given !== 'boolean') throw refuse(mustBe(kind));
      return given;
    case 'number': {
      const isNumber = typeof given === 'number' && (!kind.isWhole || Number.isInteger(given));
      if (!isNumber || !(given >= kind.min && given <= kind.max)) throw refuse(mustBe(kind));
      // Never with an exponent, which the command line does not take.
      return kind.isWhole ? String(given) : given.toFixed(20);
    }
    case 'rules':
      if (!Array.isArray(given) || given.length === 0) {
        throw refuse('must be a list of rules or groups, such as ["person/child"]');
      }
      return ruleList(key, given, known.rules);
    default:
      if (typeof given !== 'string') throw refuse(mustBe(kind));
      parseValue(key, given, kind, known.services);
      return given;
  }
}

function ruleList(key: string, given: readonly unknown[], known: readonly string[]): string {
  for (const name of given) {
    if (typeof name === 'string' && known.includes(name)) continue;
    const hint = typeof name === 'string' ? didYouMean(name, known) : '';
    throw new UsageError(`${key}: unknown rule or group ${shown(name)}; ${hint}${toListRules('lenscap')}`);
  }
  return given.join(',');
}

/** For a message: short, and never the contents of an object. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}...` : value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
