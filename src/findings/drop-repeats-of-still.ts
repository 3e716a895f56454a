// A motion video mostly shows the same things as its still. Drops the findings that repeat those of
// the still.
import type { DraftFinding } from '../rules/evaluate.js';

/**
 * If the still has n findings of one rule and label, the n findings of highest score in the video
 * are taken for the same things and dropped.
 * Findings with a value are kept here: merge-frames.ts compares them by their value.
 */
export function dropRepeatsOfStill(findings: readonly DraftFinding[]): DraftFinding[] {
  const unmatched = new Map<string, number>();
  for (const finding of findings)
    if (finding.source.picture === 'main') unmatched.set(kindOf(finding), (unmatched.get(kindOf(finding)) ?? 0) + 1);
  const repeats = new Set<DraftFinding>();
  for (const finding of findings.filter(isInVideo).sort((a, b) => b.score - a.score)) {
    const left = unmatched.get(kindOf(finding)) ?? 0;
    if (left === 0) continue;
    unmatched.set(kindOf(finding), left - 1);
    repeats.add(finding);
  }
  return findings.filter((finding) => !repeats.has(finding));
}

function isInVideo({ source, evidence }: DraftFinding): boolean {
  return (
    source.picture === 'video' && source.atMs !== null && evidence.value === undefined && evidence.text === undefined
  );
}

function kindOf({ rule, label }: DraftFinding): string {
  return `${rule}\n${label}`;
}
