// The sentences about decisions.
import type { Decision } from '../types/decision.js';
import type { Finding } from '../types/finding.js';
import { count } from './amounts.js';
import { sentence } from './findings.js';

/** `critical: Child: looks 4 to 7 years old (person/child)`. */
export function findingText(finding: Finding): string {
  return `${finding.severity}: ${sentence(finding)} (${finding.rule})`;
}

export function acceptedText(findings: number, program: string): string {
  return findings === 0
    ? 'nothing was found that could be accepted'
    : `${count(findings, 'finding')} accepted; to list all decisions: ${program} accept --list`;
}

/** What --similar asks; the findings are listed before it. */
export function questionText(findings: number): string {
  return `Accept ${findings === 1 ? 'this one' : `these ${count(findings, 'finding')}`}, too? [y/N] `;
}

export function notTakenText(findings: number): string {
  return `${count(findings, 'similar finding')} not accepted; to accept what is listed, add --yes`;
}

export function removedText(decisions: number): string {
  return decisions === 0 ? 'there was no decision to remove' : `${count(decisions, 'decision')} removed`;
}

/** `IMG_1002.JPG: person/child, accepted on 2026-11-28 until 2027-12-31: my own (d742fbe11f0c)`. */
export function decisionRow({ fingerprint, rule, on, until, file, reason }: Decision, today: string): string {
  const end = until === null ? '' : until < today ? `, expired on ${until}` : ` until ${until}`;
  const why = reason === null ? '' : `: ${reason}`;
  return `${file}: ${rule}, accepted on ${on}${end}${why} (${fingerprint.slice(0, 12)})`;
}
