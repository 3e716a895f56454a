// Invented labels and results for the tests of the evaluation.

import type { Category } from '../../eval/category.js';
import { type LabelledFile, parseLabels } from '../../eval/labels.js';
import type { Outcome, Program } from '../../eval/score.js';
import { problem } from '../../src/messages/problems.js';
import { RULES } from '../../src/rules/index.js';
import type { Detection } from '../../src/types/detection.js';
import type { PhotoResult } from '../../src/types/photo.js';
import type { ProblemCode } from '../../src/types/problem.js';

export const PROGRAM: Program = {
  rules: RULES,
  detectors: [
    { id: 'metadata', title: 'metadata', needs: ['metadata'] },
    { id: 'faces', title: 'faces and children', needs: ['pixels'] },
    { id: 'documents', title: 'documents and text', needs: ['pixels'] },
    { id: 'codes', title: 'codes', needs: ['pixels'] },
  ],
};

export const SHA = 'a'.repeat(64);

export function labelled(file: string, label: object, group?: string): LabelledFile {
  const [made] = parseLabels(JSON.stringify({ file, sha256: SHA, label, ...(group === undefined ? {} : { group }) }));
  return made!;
}

export function detection(label: string, score: number, more: Partial<Detection> = {}): Detection {
  const detector = label === 'face' || label === 'child' ? 'faces' : 'documents';
  return {
    detector,
    label,
    score,
    proved: false,
    source: { picture: 'main', atMs: null },
    region: null,
    evidence: {},
    ...more,
  };
}

interface Made {
  readonly detections?: readonly Detection[];
  readonly examination?: PhotoResult['examination'];
  readonly problems?: readonly (readonly [ProblemCode, string?])[];
}

export function result({ detections = [], examination = 'full', problems = [] }: Made = {}): PhotoResult {
  return {
    target: { path: 'x', bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    sha256: SHA,
    width: 100,
    height: 100,
    takenAt: null,
    takenAtSource: 'none',
    examination,
    detections,
    hash: null,
    problems: problems.map(([code, detail]) => problem('x', code, detail)),
  };
}

export function outcome(file: LabelledFile, made: Made | null = {}): Outcome {
  return { file, result: made === null ? null : result(made) };
}

/** Positives in the folder faces, negatives in the folder negatives. */
export const SIMPLE: Category = {
  id: 'simple',
  title: 'Simple',
  rules: ['person/face'],
  positives: [{ id: 'faces', title: 'faces', includes: (file) => file.folder === 'faces', goal: 0.5 }],
  negatives: [{ id: 'negatives', title: 'negatives', includes: (file) => file.folder === 'negatives', goal: 0.5 }],
};
