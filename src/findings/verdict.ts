// The verdict on one photo: what is made of everything that was found, and not found, in it (docs/cli.md).
import { flags } from '../rules/coverage.js';
import type { Finding } from '../types/finding.js';
import type { Examination } from '../types/photo.js';
import type { Verdict } from '../types/report.js';

export interface VerdictFacts {
  readonly examination: Examination;
  readonly findings: readonly (Pick<Finding, 'severity'> & { readonly accepted: unknown })[];
  /** Every rule that could flag a photo is on, and as sensitive as it is by itself (rules/coverage.ts). */
  readonly isEveryRuleOn: boolean;
}

/** What was not examined in full may be flagged for the part that was, and is never accepted or safe. */
export function verdictOf({ examination, findings, isEveryRuleOn }: VerdictFacts): Verdict {
  const flagging = findings.filter(({ severity }) => flags(severity));
  if (flagging.some(({ accepted }) => accepted === null)) return 'flagged';
  if (examination !== 'full') return 'undecided';
  if (flagging.length > 0) return 'accepted';
  return isEveryRuleOn ? 'safe' : 'undecided';
}
