// Total orders on findings. A report is the same no matter in which order the detections arrive.
import type { DraftFinding } from '../rules/evaluate.js';
import type { Source } from '../types/detection.js';
import { SEVERITIES } from '../types/finding.js';

type Key = string | number;
type Sortable = Omit<DraftFinding, 'label' | 'source' | 'isDoubted'> & {
  readonly label?: string;
  readonly source: Omit<Source, 'tag'>;
};

/**
 * Reading order: picture by picture, each from top to bottom and left to right. Scores are ignored.
 */
export function inReadingOrder<T extends Sortable>(findings: readonly T[]): T[] {
  return sorted(findings, readingKeys);
}

/** Worst severity first, then highest confidence, then reading order. */
export function worstFirst<T extends Sortable>(findings: readonly T[]): T[] {
  return sorted(findings, (finding) => [
    SEVERITIES.indexOf(finding.severity),
    finding.proved ? 0 : 1,
    -finding.score,
    ...readingKeys(finding),
  ]);
}

function readingKeys({ rule, label = '', source, region, evidence }: Sortable): Key[] {
  const { top, left, width, height } = region ?? { top: -1, left: -1, width: -1, height: -1 };
  return [rule, label, source.picture, source.atMs ?? -1, top, left, width, height, JSON.stringify(evidence)];
}

function sorted<T>(items: readonly T[], keysOf: (item: T) => readonly Key[]): T[] {
  return items
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ item }) => item);
}

function compareKeys(a: readonly Key[], b: readonly Key[]): number {
  for (const [at, key] of a.entries()) {
    const other = b[at] as Key;
    if (key < other) return -1;
    if (key > other) return 1;
  }
  return 0;
}
