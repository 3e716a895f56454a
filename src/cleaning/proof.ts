// Whether a copy is clean: it was scanned like any photo, and nothing that had to go was found.
import type { Finding } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { type CleanChoice, mustGo } from './choice.js';
import type { Counts } from './cleaned.js';

/** A file as a scan with every rule found it; `photo` is null where it could not be examined. */
export interface Examined {
  readonly photo: PhotoReport | null;
  readonly problems: readonly ScanProblem[];
}

export interface Proof {
  readonly isClean: boolean;
  /** What the copy has no more, and what it still has. */
  readonly removed: Counts;
  readonly remaining: Counts;
  /** Findings of the copy that had to go. */
  readonly left: readonly Finding[];
  /** Problems of the copy, without those of pixels that the original has too. */
  readonly problems: readonly ScanProblem[];
  /** Why it is no proof: a rule, the code of a problem, or `other-size`. Empty for a clean copy. */
  readonly reasons: readonly string[];
}

/**
 * What could not be examined is not clean, unless the original had the same problem with its
 * pixels, and no part of them had to be covered.
 */
export function prove(original: Examined, copy: Examined, choice: CleanChoice): Proof {
  const [before, after] = [findingsOf(original), findingsOf(copy)];
  const left = after.filter((finding) => mustGo(finding, choice));
  const isOld = ({ phase, code }: ScanProblem) =>
    choice.cover.size === 0 && phase !== 'metadata' && original.problems.some((problem) => problem.code === code);
  const problems = copy.problems.filter((problem) => !isOld(problem));
  const isSameSize =
    copy.photo !== null && copy.photo.width === original.photo?.width && copy.photo.height === original.photo?.height;
  const remaining = countsOf(after);
  // A copy that could not be examined has no size; its problem is the reason.
  const isOtherSize = !isSameSize && (copy.photo !== null || problems.length === 0);
  const reasons = [
    ...left.map(({ rule }) => rule),
    ...problems.map(({ code }) => code),
    ...(isOtherSize ? ['other-size'] : []),
  ];
  return {
    isClean: left.length === 0 && problems.length === 0 && isSameSize,
    removed: lessBy(countsOf(before), remaining),
    remaining,
    left,
    problems,
    reasons: [...new Set(reasons)],
  };
}

function findingsOf({ photo }: Examined): readonly Finding[] {
  return photo?.findings.filter(({ source }) => source.picture !== 'sidecar') ?? [];
}

function countsOf(findings: readonly Finding[]): Counts {
  const counts: Record<string, number> = {};
  for (const { rule } of findings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function lessBy(before: Counts, after: Counts): Counts {
  const gone = Object.entries(before).map(([rule, count]) => [rule, count - (after[rule] ?? 0)] as const);
  return Object.fromEntries(gone.filter(([, count]) => count > 0));
}
