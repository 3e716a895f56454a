// The words of faces and children.
import type { FaceLabel } from '../../detectors/faces/declaration.js';
import type { Evidence } from '../../types/detection.js';
import type { WordsOf } from './words.js';

export const FACE_WORDS: WordsOf<FaceLabel> = {
  child: {
    subject: 'Child',
    detail: ({ evidence, isDoubted }) => doubted(age(evidence) ?? 'looks younger than 13', isDoubted),
  },
  'child-unseen': {
    subject: 'Child',
    detail: ({ isDoubted }) => doubted('looks like a child; no clear face', isDoubted),
  },
  teenager: {
    subject: 'Teenager',
    detail: ({ evidence }) => ['may be 13 to 17', age(evidence)].filter((part) => part !== null).join('; '),
  },
  face: {
    subject: 'Face',
    detail: ({ evidence }) => teenager(evidence) ?? age(evidence) ?? 'clear enough to recognise',
  },
  'face-unclear': { subject: 'Face', detail: 'too small or blurred to recognise' },
};

const doubted = (words: string, isDoubted = false): string => (isDoubted ? `may be one; ${words}` : words);

/** `age` is years, one number or an interval. */
function age({ age }: Evidence): string | null {
  const years = (Array.isArray(age) ? age : [age]).filter((value): value is number => Number.isFinite(value));
  const [from, to] = years.map(Math.round);
  if (from === undefined) return null;
  return to === undefined || to === from
    ? `looks ${from} ${from === 1 ? 'year' : 'years'} old`
    : `looks ${from} to ${to} years old`;
}

/** A face whose estimated ages have their middle from 13 to 17. */
function teenager(evidence: Evidence): string | null {
  const [from, to] = Array.isArray(evidence.age) ? evidence.age : [];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  const middle = (from + to) / 2;
  return middle >= 13 && middle < 18 ? `may be a teenager; ${age(evidence)}` : null;
}
