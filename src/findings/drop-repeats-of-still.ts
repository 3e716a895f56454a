// A video inside a photo mostly shows what the photo shows: of that only what is more is told.
import type { DraftFinding } from '../rules/evaluate.js';

/**
 * By rule and label, as many findings in the video as there are in the photo's own picture are taken for the same things, the surest first.
 * What has a value is left to be compared by it where values are known (over-time.ts).
 */
export function beyondStill(findings: readonly DraftFinding[]): DraftFinding[] {
  const spare = new Map<string, number>();
  for (const finding of findings)
    if (finding.source.picture === 'main') spare.set(kindOf(finding), (spare.get(kindOf(finding)) ?? 0) + 1);
  const doubled = new Set<DraftFinding>();
  for (const finding of findings.filter(isInVideo).sort((a, b) => b.score - a.score)) {
    const left = spare.get(kindOf(finding)) ?? 0;
    if (left === 0) continue;
    spare.set(kindOf(finding), left - 1);
    doubled.add(finding);
  }
  return findings.filter((finding) => !doubled.has(finding));
}

function isInVideo({ source, evidence }: DraftFinding): boolean {
  return (
    source.picture === 'video' && source.atMs !== null && evidence.value === undefined && evidence.text === undefined
  );
}

function kindOf({ rule, label }: DraftFinding): string {
  return `${rule}\n${label}`;
}
