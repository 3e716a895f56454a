// The verdict on one photo, from its findings and its examination (docs/cli.md).
import { flags } from '../rules/coverage.js';
import type { Finding } from '../types/finding.js';
import type { Examination } from '../types/photo.js';
import type { Verdict } from '../types/report.js';

export interface VerdictFacts {
  readonly examination: Examination;
  readonly findings: readonly (Pick<Finding, 'severity'> & { readonly accepted: unknown })[];
  /**
   * Every rule that could flag a photo is on, at its default sensitivity or a higher one
   * (rules/coverage.ts).
   */
  readonly isEveryRuleOn: boolean;
}

/**
 * A photo not examined in full can be flagged for the part that was examined. It is never accepted
 * or safe.
 */
export function verdictOf({ examination, findings, isEveryRuleOn }: VerdictFacts): Verdict {
  const flagging = findings.filter(({ severity }) => flags(severity));
  if (flagging.some(({ accepted }) => accepted === null)) return 'flagged';
  if (examination !== 'full') return 'undecided';
  if (flagging.length > 0) return 'accepted';
  return isEveryRuleOn ? 'safe' : 'undecided';
}
