// The words of what a file carries alongside its picture.
import { type ContainerLabel, type HiddenKind, LIVE_VIDEO } from '../../detectors/container/declaration.js';
import type { Evidence } from '../../types/detection.js';
import { count } from '../amounts.js';
import { type WordsOf, wordsFor } from './words.js';

/** By evidence `what`. */
const HIDDEN: Readonly<Partial<Record<HiddenKind, string>>> = {
  'motion video': 'a short video from around the shot',
  [LIVE_VIDEO]: 'the video of this Live Photo lies beside it',
  sound: 'a sound recording',
  'depth map': 'a depth map, how far away everything is',
  matte: 'a mask that cuts out people',
  'second picture': 'a second picture',
  'vendor trailer': 'notes of the camera or of a program',
};

export const CONTAINER_WORDS: WordsOf<ContainerLabel> = {
  'hidden-media': {
    subject: 'Hidden media',
    detail: ({ evidence }) => (wordsFor(HIDDEN, evidence.what) ?? 'media beside the picture') + size(evidence),
  },
  'gain-map': {
    subject: 'Hidden media',
    detail: ({ evidence }) => `a brightness map of the picture${size(evidence)}`,
  },
  'trailing-data': {
    subject: 'Trailing data',
    detail: ({ evidence }) => (wordsFor(HIDDEN, evidence.what) ?? 'of unknown kind') + size(evidence),
  },
  'earlier-picture': {
    subject: 'Trailing data',
    detail: ({ evidence }) => `an earlier picture was left behind${size(evidence)}`,
  },
};

/** `, 1.2 MB`; decimal units, as file managers show them. */
const size = ({ bytes }: Evidence): string => (typeof bytes === 'number' ? `, ${byteCount(bytes)}` : '');

function byteCount(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
