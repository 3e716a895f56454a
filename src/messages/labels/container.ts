// The words of what a file carries alongside its picture.
import { type ContainerLabel, type HiddenKind, LIVE_VIDEO } from '../../detectors/container/declaration.js';
import type { Evidence } from '../../types/detection.js';
import { count } from '../amounts.js';
import { type WordsOf, wordsFor } from './words.js';

/** By evidence `what`. */
const HIDDEN: Readonly<Partial<Record<HiddenKind, string>>> = {
  'motion video': 'a short video recorded around the shot',
  [LIVE_VIDEO]: 'the video of this Live Photo, stored next to it',
  sound: 'a sound recording',
  'depth map': 'a depth map: how far away everything is',
  matte: 'a mask that outlines people',
  'second picture': 'a second picture',
  'vendor trailer': 'data added by the camera or an app',
};

export const CONTAINER_WORDS: WordsOf<ContainerLabel> = {
  'hidden-media': {
    subject: 'Hidden media',
    detail: ({ evidence }) => (wordsFor(HIDDEN, evidence.what) ?? 'media besides the picture') + size(evidence),
  },
  'gain-map': {
    subject: 'Hidden media',
    detail: ({ evidence }) => `a brightness map for HDR screens${size(evidence)}`,
  },
  'trailing-data': {
    subject: 'Trailing data',
    detail: ({ evidence }) => trailing(evidence),
  },
  'earlier-picture': {
    subject: 'Trailing data',
    detail: ({ evidence }) => `an earlier version of the picture is still in the file${size(evidence)}`,
  },
};

function trailing(evidence: Evidence): string {
  const known = wordsFor(HIDDEN, evidence.what);
  if (known !== undefined) return known + size(evidence);
  const unknown = 'hidden extra data of unknown kind';
  return typeof evidence.bytes === 'number' ? `${byteCount(evidence.bytes)} of ${unknown}` : unknown;
}

/** ` (1.2 MB)`; decimal units, as file managers show them. */
const size = ({ bytes }: Evidence): string => (typeof bytes === 'number' ? ` (${byteCount(bytes)})` : '');

function byteCount(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
