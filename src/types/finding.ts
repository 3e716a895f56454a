// What a rule made of a detection.
import type { Evidence, Region, Source } from './detection.js';

/** From worst to least. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What `--fail-on` takes: the severity from which a run fails. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** In which picture of the file, and in which tag of its metadata: null until that is built. */
export interface FindingSource extends Source {
  readonly tag: string | null;
}

export interface Finding {
  /** Id of the rule, `group/name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly score: number;
  readonly proved: boolean;
  /** What was found: `Passport`. */
  readonly subject: string;
  /** What is known of it, without a value that a mask hides; empty where that is nothing. */
  readonly detail: string;
  /** The decision that it is fine; null until decisions can be recorded. */
  readonly accepted: null;
  /** Whether an earlier report has it already; null until there is a baseline. */
  readonly known: null;
  readonly source: FindingSource;
  readonly region: Region | null;
  /** Masked, unless the person asked for whole values. */
  readonly evidence: Evidence;
  /** SHA-256, see docs/cli.md. */
  readonly fingerprint: string;
}
