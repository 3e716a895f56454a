// The schema of SARIF 2.1.0, from Microsoft's own package.
import { readFileSync } from 'node:fs';
import Ajv04 from 'ajv-draft-04';
import { ROOT } from '../helpers/root.js';

const SCHEMA = JSON.parse(
  readFileSync(`${ROOT}/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json`, 'utf8'),
);

const ajv = new Ajv04.default({
  strict: false,
  // One of its patterns is no regular expression under the flag u.
  unicodeRegExp: false,
  formats: { uri: isUri, 'uri-reference': isUri, 'date-time': true },
});
const isSarif = ajv.compile(SCHEMA);

/** As RFC 3986 allows: no space, no bracket, each percent sign followed by two digits. */
function isUri(text: string): boolean {
  return /^(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-F]{2})*$/.test(text) && URL.canParse(text, 'file:///a/');
}

/** The errors of a log; null if it is valid. */
export function faultsOfSarif(log: unknown): unknown {
  return isSarif(log) ? null : isSarif.errors;
}
