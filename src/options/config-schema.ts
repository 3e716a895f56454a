// What may stand in a configuration file. Loaded only where there is one.
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import { ENGINE_IDS } from '../inference/engine.js';
import { SEVERITIES } from '../types/finding.js';
import { UsageError } from '../words/problems.js';
import type { Config, KnownNames } from './config.js';
import { FAIL_ON, MAX_JOBS, VIDEO_MODES } from './options.js';
import { didYouMean } from './values.js';

const SCHEMA = z.strictObject({
  rules: z.record(z.string(), z.enum([...SEVERITIES, 'off'])).optional(),
  minScore: z.number().min(0).max(1).optional(),
  service: z.string().optional(),
  failOn: z.enum(FAIL_ON).optional(),
  jobs: z.int().min(1).max(MAX_JOBS).optional(),
  videos: z.enum(VIDEO_MODES).optional(),
  engine: z.enum(ENGINE_IDS).optional(),
}) satisfies z.ZodType<Config>;

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
  if (first === undefined) return value;
  const before = text.slice(0, first.offset).split('\n');
  const where = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
  const what = printParseErrorCode(first.error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  throw new UsageError(`${where}: this is not JSON (${what.toLowerCase()})`);
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
