// Detections and rules in, draft findings out. The only place where a threshold or a severity is
// applied.

import type { Detection, Source } from '../types/detection.js';
import type { Finding } from '../types/finding.js';
import { type Rule, takesLabel } from './rule.js';

/** A finding before it has words and a fingerprint, with the label that made it. */
export interface DraftFinding extends Pick<Finding, 'rule' | 'severity' | 'score' | 'proved' | 'region' | 'evidence'> {
  readonly label: string;
  /** Whether its score is in the range that its rule calls doubtful. */
  readonly isDoubted: boolean;
  readonly source: Source;
  /** As in a detection. */
  readonly otherFile?: string;
}

/** One draft for each detection and each rule that takes it. `rules` are those that are on. */
export function evaluate(detections: readonly Detection[], rules: readonly Rule[]): DraftFinding[] {
  return detections.flatMap((detection) =>
    rules.filter((rule) => takes(rule, detection)).map((rule) => draft(rule, detection)),
  );
}

/** Ids of the rules that a detection meets. */
export function rulesMet(detections: readonly Detection[], rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.filter((rule) => detections.some((each) => takes(rule, each))).map(({ id }) => id));
}

function takes(rule: Rule, detection: Detection): boolean {
  return (
    takesLabel(rule, detection.detector, detection.label) && (detection.proved || detection.score >= rule.minScore)
  );
}

function draft(rule: Rule, { label, score, proved, source, region, evidence, otherFile }: Detection): DraftFinding {
  const isDoubted = rule.doubt !== undefined && !proved && score < rule.doubt.below;
  return {
    label,
    rule: rule.id,
    severity: rule.severityByLabel?.[label] ?? (isDoubted ? rule.doubt.severity : rule.severity),
    isDoubted,
    score: roundScore(score),
    proved,
    source,
    region,
    evidence,
    ...(otherFile !== undefined && { otherFile }),
  };
}

/** Three digits: more would be noise, and would differ between processors. */
function roundScore(score: number): number {
  return Math.round(score * 1000) / 1000;
}
