// Programs read the JSON output, so every test of it validates against the shipped schema, which
// refuses unknown fields.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

export type Schema = Record<string, unknown>;

export const SCHEMA = JSON.parse(
  readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'),
) as Schema;

const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
ajv.addSchema(SCHEMA);
const validators = [ajv.getSchema(`${SCHEMA.$id}`), ajv.getSchema(`${SCHEMA.$id}#/$defs/line`)] as const;
const [isReport, isLine] = validators;
if (isReport === undefined || isLine === undefined) throw new Error('the schema has a report and a line');

/** The errors of a report; null if it is valid. */
export function faultsOfReport(report: unknown): unknown {
  return isReport?.(report) === true ? null : isReport?.errors;
}

/** The errors of one line of ndjson; null if it is valid. */
export function faultsOfLine(line: unknown): unknown {
  return isLine?.(line) === true ? null : isLine?.errors;
}

/**
 * The report in the output of `--format json`.
 * @throws Error if it is not valid
 */
export function reportIn<T>(json: string): T {
  const report: unknown = JSON.parse(json);
  refuse(faultsOfReport(report));
  return report as T;
}

/**
 * The lines in the output of `--format ndjson`.
 * @throws Error if one is not valid
 */
export function linesIn<T>(ndjson: string): T[] {
  return ndjson
    .trimEnd()
    .split('\n')
    .map((text) => {
      const line: unknown = JSON.parse(text);
      refuse(faultsOfLine(line));
      return line as T;
    });
}

function refuse(faults: unknown): void {
  if (faults !== null) throw new Error(`not valid under the schema: ${JSON.stringify(faults, null, 2)}`);
}
