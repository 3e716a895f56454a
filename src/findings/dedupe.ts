// One finding for one thing: the same rule, label, place and evidence seen twice is one.
import type { DraftFinding } from '../rules/evaluate.js';

/** Of equal ones the surest stays: proved before likely, then the higher score. */
export function dedupe(findings: readonly DraftFinding[]): DraftFinding[] {
  const surest = new Map<string, DraftFinding>();
  for (const finding of findings) {
    const key = identity(finding);
    const other = surest.get(key);
    if (other === undefined || isSurer(finding, other)) surest.set(key, finding);
  }
  return [...surest.values()];
}

function identity({ rule, label, source, region, evidence }: DraftFinding): string {
  const box = region && [region.left, region.top, region.width, region.height];
  return JSON.stringify([rule, label, source.picture, source.atMs, box, Object.entries(evidence)]);
}

function isSurer(a: DraftFinding, b: DraftFinding): boolean {
  return a.proved === b.proved ? a.score > b.score : a.proved;
}
