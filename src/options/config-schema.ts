// The keys of a configuration file. Loaded only if there is one.
import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import { z } from 'zod';
import { UsageError } from '../errors.js';
import { COUNTRIES } from '../services/countries.js';
import { SEVERITIES } from '../types/finding.js';
import { either, type Flag, type SettableValue } from './flag.js';
import { FLAGS, type Flags, type Settings } from './flags.js';
import { didYouMean, mustBe, toListRules } from './values.js';

/** What a configuration may name. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly services: readonly string[];
  /** What starts this program, for a hint. */
  readonly program?: string;
}

const OBJECT = 'must be an object in braces, { }';
const RULE_SEVERITIES = [...SEVERITIES, 'off'] as const;

/** The schema: the keys that only a file can set, and the flags that a file may set. */
export function configSchema(known: KnownNames, flags: Flags = FLAGS) {
  return z.strictObject(
    {
      $schema: z
        .string('must be the address of a schema')
        .optional()
        .meta({ description: 'address of this schema, for editors; lenscap does not read it' }),
      rules: z
        .record(
          z.string().meta({ enum: known.rules }),
          z.enum(RULE_SEVERITIES, `must be ${either(RULE_SEVERITIES)}`),
          OBJECT,
        )
        .optional()
        .meta({ description: 'by rule id: the highest severity that its findings may have, or off' }),
      ...settings(known, flags),
    },
    OBJECT,
  );
}

export type Config = z.infer<ReturnType<typeof configSchema>>;

type SettingsShape = { readonly [K in keyof Settings]: z.ZodOptional<z.ZodType<Settings[K]>> };

function settings(known: KnownNames, flags: Flags): SettingsShape {
  const shape = Object.entries<Flag>(flags).flatMap(([key, flag]) =>
    flag.isInConfig ? [[key, setting(flag.value, known).optional().meta(about(flag))]] : [],
  );
  return Object.fromEntries(shape) as SettingsShape;
}

function setting(value: SettableValue, { services }: KnownNames): z.ZodType {
  const must = mustBe(value);
  switch (value.type) {
    case 'switch':
      return z.boolean(must);
    case 'choice':
      return z.enum(value.choices, must);
    case 'number':
      return (value.isWhole ? z.int(must) : z.number(must)).min(value.min, must).max(value.max, must);
    case 'service':
      // An unknown name is refused later, with the closest known name.
      return z.string(must).meta({ enum: services });
    case 'region':
      return z
        .string(must)
        .regex(/^[A-Z]{2}$/, must)
        .refine((code) => COUNTRIES.has(code), must);
    default:
      return value satisfies never;
  }
}

/** The description and the default, for the JSON Schema. */
function about({ description, default: unless }: Flag) {
  const isFixed = typeof unless === 'string' || typeof unless === 'number';
  return isFixed ? { description, default: unless } : { description };
}

/** @throws UsageError that states where in the text, and what */
export function parseConfig(text: string, known: KnownNames, flags: Flags = FLAGS): Config {
  const schema = configSchema(known, flags);
  const parsed = schema.safeParse(parseJson(text.replace(/^\ufeff/, '')));
  if (!parsed.success) {
    const keys = Object.keys(schema.shape).filter((key) => key !== '$schema');
    throw new UsageError(describeIssue(parsed.error.issues[0] as z.core.$ZodIssue, keys));
  }
  refuseUnknown('rule', Object.keys(parsed.data.rules ?? {}), known.rules, toListRules(known.program ?? 'lenscap'));
  const services = parsed.data.service === undefined ? [] : [parsed.data.service];
  refuseUnknown('service', services, known.services, `known services: ${known.services.join(', ')}`);
  return parsed.data;
}

/** JSON.parse names no position in Node.js 20. */
function parseJson(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first === undefined) {
    refuseLostKeys(text);
    return value;
  }
  const where = positionIn(text, first.offset);
  const what = printParseErrorCode(first.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new UsageError(`${where}: this is not valid JSON (${what.toLowerCase()})`);
}

/** Refuses keys that JSON.parse would silently drop: duplicates and `__proto__`. */
function refuseLostKeys(text: string): void {
  const seen = new Set<string>();
  visit(text, {
    onObjectProperty(key, offset, _length, _line, _column, path) {
      const where = positionIn(text, offset);
      const full = JSON.stringify([...path(), key]);
      if (seen.has(full)) throw new UsageError(`${where}: the key ${JSON.stringify(key)} appears twice; remove one`);
      if (key === '__proto__') throw new UsageError(`${where}: unknown key "__proto__"`);
      seen.add(full);
    },
  });
}

function positionIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function describeIssue(issue: z.core.$ZodIssue, keys: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    const [wrong = ''] = issue.keys;
    return `unknown key ${JSON.stringify(wrong)}; ${didYouMean(wrong, keys)}known keys: ${keys.join(', ')}`;
  }
  const where =
    [...issue.path]
      .reverse()
      .map((key) => JSON.stringify(key))
      .join(' in ') || 'the whole file';
  return `${where}: ${issue.message}`;
}

function refuseUnknown(what: string, names: readonly string[], known: readonly string[], hint: string): void {
  const wrong = names.find((name) => !known.includes(name));
  if (wrong === undefined) return;
  throw new UsageError(`unknown ${what} ${JSON.stringify(wrong)}; ${didYouMean(wrong, known)}${hint}`);
}
