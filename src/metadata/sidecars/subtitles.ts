// Subtitles next to a video (SubRip). Drones record there where they are.

import { videoTag } from '../../formats/telemetry/reading.js';
import { placesInTrackText, plainText, withoutCameraPlaces } from '../../formats/telemetry/track-text.js';
import type { Said } from '../../types/metadata.js';
import { interpret } from '../read.js';

/** Characters of the words that are kept. */
const MAX_WORDS = 20_000;

/** Numbers and times of the lines, and marks of style. */
const FRAME = /^\s*\d+\s*$|^\s*\d\d:\d\d:\d\d[,.]\d{1,3} *-->.*$|<[^>\n]{0,200}>/gm;

/** A line of numbers of a drone: its words are names of settings. */
const TELEMETRY = /\b(?:GPS ?\(|SS \d|iso ?:|shutter ?:|HOME ?\()/i;

/** Null where the bytes are no text. Never throws. */
export function readSubtitles(bytes: Uint8Array): Said | null {
  const text = plainText(bytes);
  if (text === null) return null;
  const words = text.replace(FRAME, ' ');
  const { places, tags, isUnread } = placesInTrackText(words);
  return interpret({
    tags: [
      ...tags,
      ...places.slice(0, 1).map((place) => videoTag('subtitle', place)),
      ...(TELEMETRY.test(words) ? [] : [videoTag('subtitle', withoutCameraPlaces(words).slice(0, MAX_WORDS))]),
    ],
    isComplete: true,
    unreadPlaces: isUnread ? ['subtitle'] : [],
  });
}
