// What may stand in a configuration file. Loaded only where there is one.
import { type ParseError, parse, printParseErrorCode, visit } from 'jsonc-parser';
import { z } from 'zod';
import { UsageError } from '../errors.js';
import { ENGINE_IDS } from '../inference/engine.js';
import { SEVERITIES } from '../types/finding.js';
import type { Config, KnownNames } from './config.js';
import { FAIL_ON, MAX_FRAMES, MAX_JOBS, VIDEO_MODES } from './options.js';
import { didYouMean, OR } from './values.js';

const OBJECT = 'must be an object, in braces';
const SHARE = 'must be a number from 0 to 1';
const FRAMES = `must be a whole number from 1 to ${MAX_FRAMES}`;
const JOBS = `must be a whole number from 1 to ${MAX_JOBS}`;

const SCHEMA = z.strictObject(
  {
    rules: z.record(z.string(), oneOf([...SEVERITIES, 'off']), OBJECT).optional(),
    minScore: z.number(SHARE).min(0, SHARE).max(1, SHARE).optional(),
    service: z.string('must be the name of a service').optional(),
    failOn: oneOf(FAIL_ON).optional(),
    jobs: z.int(JOBS).min(1, JOBS).max(MAX_JOBS, JOBS).optional(),
    videos: oneOf(VIDEO_MODES).optional(),
    frames: z.int(FRAMES).min(1, FRAMES).max(MAX_FRAMES, FRAMES).optional(),
    engine: oneOf(ENGINE_IDS).optional(),
  },
  OBJECT,
) satisfies z.ZodType<Config>;

function oneOf<const T extends readonly string[]>(allowed: T) {
  return z.enum(allowed, `must be ${OR.format(allowed)}`);
}

/** @throws UsageError that says where in the text, and what */
export function parseConfig(text: string, known: KnownNames): Config {
  const parsed = SCHEMA.safeParse(parseJson(text.replace(/^\ufeff/, '')));
  if (!parsed.success) throw new UsageError(sayIssue(parsed.error.issues[0] as z.core.$ZodIssue));
  refuseUnknown('rule', Object.keys(parsed.data.rules ?? {}), known.rules, 'lenscap rules lists them all');
  const services = parsed.data.service === undefined ? [] : [parsed.data.service];
  refuseUnknown('service', services, known.services, `known: ${known.services.join(', ')}`);
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
  const where = placeIn(text, first.offset);
  const what = printParseErrorCode(first.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new UsageError(`${where}: this is not JSON (${what.toLowerCase()})`);
}

/** A key that is there twice, or that JavaScript takes for something else, would be lost without a word. */
function refuseLostKeys(text: string): void {
  const seen = new Set<string>();
  visit(text, {
    onObjectProperty(key, offset, _length, _line, _column, path) {
      const where = placeIn(text, offset);
      const full = JSON.stringify([...path(), key]);
      if (seen.has(full))
        throw new UsageError(`${where}: the key ${JSON.stringify(key)} is there twice; leave one out`);
      if (key === '__proto__') throw new UsageError(`${where}: no key is called "__proto__"`);
      seen.add(full);
    },
  });
}

function placeIn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  const keys = Object.keys(SCHEMA.shape);
  if (issue.code === 'unrecognized_keys') {
    const [wrong = ''] = issue.keys;
    return `no key is called ${JSON.stringify(wrong)}; ${didYouMean(wrong, keys)}known: ${keys.join(', ')}`;
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
  throw new UsageError(`no ${what} is called ${JSON.stringify(wrong)}; ${didYouMean(wrong, known)}${hint}`);
}
