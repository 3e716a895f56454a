// Drops duplicates: findings with the same rule, label, region and evidence.
import type { DraftFinding } from '../rules/evaluate.js';

/**
 * Keeps the duplicate of highest confidence: a proved one first, then the higher score. If they are
 * in several sidecars, it names all of these: masked values that look the same may differ.
 */
export function dedupe(findings: readonly DraftFinding[]): DraftFinding[] {
  const best = new Map<string, DraftFinding>();
  for (const finding of findings) {
    const key = identity(finding);
    const other = best.get(key);
    const better = other === undefined || isMoreConfident(finding, other) ? finding : other;
    best.set(key, { ...better, ...filesOf(finding, other) });
  }
  return [...best.values()];
}

function filesOf(finding: DraftFinding, other: DraftFinding | undefined): Pick<DraftFinding, 'otherFile'> {
  const files = [finding, ...(other ? [other] : [])].flatMap(({ otherFile }) => otherFile?.split(SEPARATOR) ?? []);
  return files.length === 0 ? {} : { otherFile: [...new Set(files)].sort().join(SEPARATOR) };
}

const SEPARATOR = ' ';

function identity({ rule, label, source, region, evidence }: DraftFinding): string {
  const box = region && [region.left, region.top, region.width, region.height];
  return JSON.stringify([rule, label, source.picture, source.atMs, box, Object.entries(evidence)]);
}

function isMoreConfident(a: DraftFinding, b: DraftFinding): boolean {
  return a.proved === b.proved ? a.score > b.score : a.proved;
}
