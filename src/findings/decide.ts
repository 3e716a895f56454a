// Marks the findings that a person accepted, and those that the baseline has.
import type { Acceptance, Finding } from '../types/finding.js';

/** What was decided before this run, by fingerprint. */
export interface Decided {
  /** Decisions that have not expired. */
  readonly decisions: ReadonlyMap<string, Acceptance>;
  /** The findings of the baseline; null without one. */
  readonly known: ReadonlySet<string> | null;
}

export const NOTHING_DECIDED: Decided = { decisions: new Map(), known: null };

/** @param hasHash false for a file that was not hashed: its fingerprints are those of any other */
export function decide(findings: readonly Finding[], { decisions, known }: Decided, hasHash: boolean): Finding[] {
  return findings.map((finding) => ({
    ...finding,
    accepted: (hasHash && decisions.get(finding.fingerprint)) || null,
    known: known && hasHash && known.has(finding.fingerprint),
  }));
}
