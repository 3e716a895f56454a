// Invented photos and complete reports of them, made by the real judge and the real collector.

import { REGISTRY } from '../../src/detectors/index.js';
import { type Decided, NOTHING_DECIDED } from '../../src/findings/decide.js';
import { judge } from '../../src/findings/judge.js';
import { redact } from '../../src/findings/redact.js';
import { SimilarPhotos } from '../../src/gallery/similar-photos.js';
import { WORDS, type WordTable } from '../../src/messages/findings.js';
import { problem } from '../../src/messages/problems.js';
import { endingOf, type FailRule } from '../../src/report/exit-code.js';
import { Collector } from '../../src/report/summary/collector.js';
import { coverageOf } from '../../src/rules/coverage.js';
import { RULES } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules/rule.js';
import { type Asked, headOfService } from '../../src/services/head.js';
import { META_CAMERA_ROLL } from '../../src/services/meta-camera-roll.js';
import type { ServiceProfile } from '../../src/services/profile.js';
import type { Detection, Evidence } from '../../src/types/detection.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { ProblemCode } from '../../src/types/problem.js';
import { type ReportEvent, type ReportHead, SCHEMA_VERSION } from '../../src/types/report.js';
import type { ScanProblem } from '../../src/types/target.js';

export const AS_OF = '2025-07-15';
/** The day of the run. */
const TODAY = '2026-07-01';

const DETECTOR_OF: Readonly<Record<string, string>> = Object.fromEntries(
  RULES.flatMap((rule) => [rule, ...(rule.also ? [rule.also] : [])]).flatMap(({ detector, labels }) =>
    labels.map((label) => [label, detector]),
  ),
);

/** A detection with raw evidence. Metadata has no region and score 1. */
export function detection(label: string, evidence: Evidence = {}, more: Partial<Detection> = {}): Detection {
  const detector = DETECTOR_OF[label] ?? 'faces';
  const isMetadata = detector === 'metadata';
  return {
    detector,
    label,
    score: isMetadata ? 1 : 0.9,
    proved: isMetadata,
    source: { picture: isMetadata ? 'file' : 'main', atMs: null },
    region: isMetadata ? null : { left: 120, top: 1810, width: 290, height: 420 },
    evidence,
    ...more,
  };
}

/** A photo examined in full by default; its detections are masked as in a worker. */
export function photoResult(
  path: string,
  detections: readonly Detection[] = [],
  more: Partial<PhotoResult> = {},
): PhotoResult {
  return {
    target: { path, bytes: 1_831_022, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    sha256: Buffer.from(path).toString('hex').padEnd(64, '0').slice(0, 64),
    width: 4032,
    height: 3024,
    takenAt: '2025-07-01T18:02:11+02:00',
    takenAtSource: 'exif',
    examination: 'full',
    problems: [],
    hash: null,
    ...more,
    detections: redact(detections, REGISTRY, false),
  };
}

/** The same with a problem: `partial` if it has detections all the same. */
export function troubled(
  path: string,
  code: ProblemCode,
  { detail = '', detections = [], ...more }: Partial<PhotoResult> & { detail?: string } = {},
): PhotoResult {
  return photoResult(path, detections, {
    examination: 'none',
    sha256: null,
    width: null,
    height: null,
    ...more,
    problems: [problem(path, code, detail)],
  });
}

/** A video about which only the name is known. */
export function video(path: string, takenAt: string | null = null): PhotoResult {
  return troubled(path, 'frames-not-examined', {
    target: { path, bytes: 48_210_334, mtimeMs: 0, kind: 'video', mediaType: 'video/mp4' },
    takenAt,
    takenAtSource: takenAt === null ? 'none' : 'filename',
  });
}

export interface Run extends Partial<FailRule>, Partial<Asked> {
  readonly results: readonly PhotoResult[];
  /** Problems of the walk. */
  readonly met?: readonly ScanProblem[];
  readonly ignored?: readonly string[];
  readonly roots?: readonly string[];
  /** Kinds of archives and PDF files, which also count as ignored. */
  readonly notOpened?: readonly string[];
  /** The rules that are on, with their settings. */
  readonly rules?: readonly Rule[];
  readonly words?: WordTable;
  readonly services?: readonly ServiceProfile[];
  /** Made of the fingerprints that the findings have without it. */
  readonly decided?: (fingerprints: readonly string[]) => Decided;
  readonly fast?: boolean;
  readonly elapsedMs?: number;
}

export interface SampleReport {
  readonly head: ReportHead;
  readonly events: readonly ReportEvent[];
}

/**
 * The input of the reporters: photos by path, problems by path, the gallery and the summary.
 * Counted in the order of `results`.
 */
export function reportOf(run: Run): SampleReport {
  const rules = run.rules ?? RULES;
  const { services = [META_CAMERA_ROLL], asOf = AS_OF, today = TODAY } = run;
  const { region = 'US', regionFrom = '--region' } = run;
  const judging = { rules, coverage: coverageOf(RULES, rules), services, asOf };
  const fail = { failOn: run.failOn ?? 'high', isOnlyTaken: run.isOnlyTaken ?? false };
  const collector = new Collector({ ...judging, ...fail });
  const similar = new SimilarPhotos();
  const events: ReportEvent[] = [];
  const problems = [...(run.met ?? [])];
  for (const result of run.results) {
    const words = run.words ?? WORDS;
    const fingerprints = judge(result, { ...judging, words })?.findings.map(({ fingerprint }) => fingerprint);
    const decided = run.decided?.(fingerprints ?? []) ?? NOTHING_DECIDED;
    const photo = judge(result, { ...judging, words, decided });
    if (photo === null) collector.addUnexamined(result.target, result.problems);
    else collector.addPhoto(photo, result.problems);
    if (photo !== null) similar.add(photo.path, result.sha256, result.hash);
    if (photo !== null) events.push({ type: 'photo', photo });
    problems.push(...result.problems);
  }
  for (const met of run.met ?? []) collector.addMet(met);
  for (const kind of run.ignored ?? []) collector.addIgnored(kind);
  for (const kind of run.notOpened ?? []) collector.addIgnored(kind, { kind, folder: 'DCIM' });
  const groups = similar.groups();
  const overview = collector.overview(run.elapsedMs ?? 372_000, groups);
  const summary = collector.summary();
  return {
    head: {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'lenscap', version: '0.1.0' },
      roots: run.roots ?? ['DCIM'],
      rules: rules.map(({ id }) => id),
      fast: run.fast ?? false,
      services: services.map((profile) => headOfService(profile, { asOf, today, region, regionFrom })),
    },
    events: [
      ...events.sort((a, b) => compare(pathOf(a), pathOf(b))),
      ...problems.sort((a, b) => compare(a.path, b.path)).map((each) => ({ type: 'problem' as const, problem: each })),
      ...groups.map((group) => ({ type: 'group' as const, group })),
      { type: 'gallery', gallery: { findings: [] } },
      { type: 'summary', summary, overview, ...endingOf({ ...summary, reached: overview.reached }) },
    ],
  };
}

function pathOf(event: ReportEvent): string {
  return event.type === 'photo' ? event.photo.path : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
