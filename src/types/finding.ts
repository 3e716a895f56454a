// The result of a rule on one detection.
import type { Evidence, Region, Source } from './detection.js';

/** From the worst to the mildest. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** The values of `--fail-on`: the severity from which a run fails. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/**
 * The picture of the file, and the tag of its metadata; null where it is in no tag, or the evidence
 * names it.
 */
export interface FindingSource extends Omit<Source, 'tag'> {
  readonly tag: string | null;
}

/** A recorded decision that a finding is fine. */
export interface Acceptance {
  /** YYYY-MM-DD: the day on which it was recorded. */
  readonly on: string;
  /** YYYY-MM-DD: the last day on which it counts; null for no end. */
  readonly until: string | null;
  /** In the person's own words; null without. */
  readonly reason: string | null;
}

export interface Finding {
  /** Id of the rule, `group/name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly score: number;
  readonly proved: boolean;
  /** What was found, for example `Passport`. */
  readonly subject: string;
  /** What is known about it, without any masked value. Empty if nothing is known. */
  readonly detail: string;
  /** The person's decision that it is fine; null without one. */
  readonly accepted: Acceptance | null;
  /** Whether the report of --baseline has it already; null without a baseline. */
  readonly known: boolean | null;
  readonly source: FindingSource;
  readonly region: Region | null;
  /** Masked, unless the user asked for full values. */
  readonly evidence: Evidence;
  /** SHA-256, see docs/cli.md. */
  readonly fingerprint: string;
}
