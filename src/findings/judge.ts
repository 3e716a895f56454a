// Turns a worker's result for one file into its part of the report: a chain of small pure steps.
import type { WordTable } from '../messages/findings.js';
import type { Coverage } from '../rules/coverage.js';
import { evaluate, rulesMet } from '../rules/evaluate.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { assess } from '../services/assess.js';
import type { ServiceProfile } from '../services/profile.js';
import { type Finding, SEVERITIES, type Severity } from '../types/finding.js';
import type { PhotoResult } from '../types/photo.js';
import type { PhotoReport } from '../types/report.js';
import { addWords } from './add-words.js';
import { type Decided, decide, NOTHING_DECIDED } from './decide.js';
import { dedupe } from './dedupe.js';
import { dropRepeatsOfStill } from './drop-repeats-of-still.js';
import { fingerprint } from './fingerprint.js';
import { worstFirst } from './sort.js';
import { verdictOf } from './verdict.js';

export interface JudgeOptions {
  /** The rules that are on, with the severities of this run. */
  readonly rules: readonly Rule[];
  /** Whether these rules are enough to call a photo safe. */
  readonly coverage: Coverage;
  readonly services: readonly ServiceProfile[];
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** The words of all labels by default. */
  readonly words?: WordTable;
  /** Nothing by default. */
  readonly decided?: Decided;
}

/**
 * Null for a file that could not be examined at all: it is listed in the problems, never in the
 * photos.
 */
export function judge(
  result: PhotoResult,
  { rules, coverage, services, asOf, words, decided = NOTHING_DECIDED }: JudgeOptions,
): PhotoReport | null {
  const { target, sha256, width, height, takenAt, takenAtSource, examination, detections } = result;
  if (examination === 'none') return null;
  const drafts = dropRepeatsOfStill(dedupe(evaluate(detections, rules)));
  const fingerprinted = fingerprint(sha256 ?? '', addWords(drafts, words));
  const findings = worstFirst(decide(fingerprinted, decided, sha256 !== null));
  // A service sees everything in the photo, no matter which rules are on.
  const met = rulesMet(detections, RULES);
  return {
    path: target.path,
    originalPath: target.originalPath ?? null,
    kind: target.kind,
    mediaType: target.mediaType,
    bytes: target.bytes,
    width,
    height,
    takenAt,
    takenAtSource,
    examination,
    verdict: verdictOf({ examination, findings, isEveryRuleOn: coverage.rulesOff.length === 0 }),
    severity: worstOf(findings.filter(({ accepted }) => accepted === null)),
    group: null,
    services: services.map((profile) => assess({ takenAt, rules: met }, profile, asOf)),
    findings,
  };
}

function worstOf(findings: readonly Finding[]): Severity | null {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
