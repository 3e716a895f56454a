// The shape of a rule. A rule is data: it turns detections with certain labels into findings of one
// severity.
import type { Severity } from '../types/finding.js';

export interface Rule {
  /** `group/name`, permanent. */
  readonly id: string;
  /** Short noun for the text report: `child`, `passport`, `location`. */
  readonly title: string;
  readonly severity: Severity;
  /** Which detections it takes: labels of one detector. */
  readonly detector: string;
  readonly labels: readonly string[];
  /** The same things, found by a second detector elsewhere in the file. */
  readonly also?: { readonly detector: string; readonly labels: readonly string[] };
  /** A second severity for some of these labels (too small a face, say). */
  readonly severityByLabel?: Readonly<Record<string, Severity>>;
  /** When a finding has each of these labels: a clause that follows `if`. */
  readonly labelConditions?: Readonly<Record<string, string>>;
  /** Below this score a finding is in doubt: it has this severity, and its words say so. */
  readonly doubt?: { readonly below: number; readonly severity: Severity };
  /**
   * Detections below this score are no finding; 0..1, chosen on data (docs/accuracy.md). Proved
   * ones always count.
   */
  readonly minScore: number;
  /**
   * `probability`: calibrated by cross-fitting. `ordinal`: orders, no more. `proof`: a checksum,
   * structure or tag: 1 where present.
   */
  readonly scoreKind: 'probability' | 'ordinal' | 'proof';
  /**
   * The scores are ordinal, but some findings are proved, as with every rule of the kind `proof`.
   */
  readonly isSometimesProved?: true;
  /** For `lenscap rules RULE`: full sentences. */
  readonly meaning: string;
  readonly looksAt: string;
  readonly proof: string;
  readonly cannotSee: string;
}

/** The ids of the detectors that a rule needs. */
export function detectorsOf({ detector, also }: Rule): readonly string[] {
  return also ? [detector, also.detector] : [detector];
}

/** Whether the rule takes detections of this detector with this label. */
export function takesLabel(rule: Rule, detector: string, label: string): boolean {
  const isOf = (source: Pick<Rule, 'detector' | 'labels'>) =>
    source.detector === detector && source.labels.includes(label);
  return isOf(rule) || (rule.also !== undefined && isOf(rule.also));
}
