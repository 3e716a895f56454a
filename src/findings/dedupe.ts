// Drops duplicates: findings with the same rule, label, region and evidence.
import type { DraftFinding } from '../rules/evaluate.js';

/** Keeps the duplicate of highest confidence: a proved one first, then the higher score. */
export function dedupe(findings: readonly DraftFinding[]): DraftFinding[] {
  const best = new Map<string, DraftFinding>();
  for (const finding of findings) {
    const key = identity(finding);
    const other = best.get(key);
    if (other === undefined || isMoreConfident(finding, other)) best.set(key, finding);
  }
  return [...best.values()];
}

function identity({ rule, label, source, region, evidence }: DraftFinding): string {
  const box = region && [region.left, region.top, region.width, region.height];
  return JSON.stringify([rule, label, source.picture, source.atMs, box, Object.entries(evidence)]);
}

function isMoreConfident(a: DraftFinding, b: DraftFinding): boolean {
  return a.proved === b.proved ? a.score > b.score : a.proved;
}
