// The registry: every reporter, by its format. `check` is what `lenscap check` prints where another program would ask for text.
import { check } from './check.js';
import { json } from './json.js';
import { ndjson } from './ndjson.js';
import { paths } from './paths.js';
import type { Reporter } from './reporter.js';
import { text } from './text.js';

export const REPORTERS: readonly Reporter[] = [text, json, ndjson, paths, check];

/** @throws Error for a format that options/ should have refused */
export function reporterFor(format: string): Reporter {
  const reporter = REPORTERS.find((each) => each.format === format);
  if (reporter === undefined) throw new Error(`no reporter for the format ${format}`);
  return reporter;
}
