// Timed metadata of QuickTime, tracks `mebx`: each value has a number, for which the description of
// the track has a key (QuickTime File Format, timed metadata media).
import { readerOf } from '../byte-reader.js';
import { placesInField } from '../coordinates/text.js';
import { boxesIn, boxIn } from '../isobmff/boxes.js';
import { decodeText, type Tag } from '../tag.js';
import { NOT_READ, type Telemetry, type TelemetryReader, together, videoTag, WITHOUT_PLACE } from './reading.js';
import { placesInTrackText, plainText } from './track-text.js';

/** Bytes of a sample entry before its boxes. */
const ENTRY_BYTES = 8;

const NAMES_PLACE = /locat|gps|geo|coord|latitude|longitude|iso6709|\bplace/i;

/**
 * Keys of phones and cameras: moments of the still of a Live Photo, orientation, faces as boxes,
 * settings of the camera, steadying, and Apple's depth. They hold numbers.
 */
const HARMLESS =
  /^(com\.apple\.quicktime\.(still-image-time|video-orientation|live-photo|detected-|scene-|camera|focus|exposure|white|iso|luma|lens|zoom|rotation|stabili|motion|gyro|accel|depth|preferred|segment|full-frame|video|track|smart|cinematic|spatial|audio|horizontal|stereo|capture|preview|apple-?log|auto|mirror)|com\.apple\.(proapps|avfoundation|cinematic|spatial|immersive|stream)|com\.android\.|com\.samsung\.)/i;

/** Apple's other keys hold numbers and boxes of numbers, unless they are text. */
const OF_APPLE = /^com\.apple\./;

interface Key {
  readonly name: string;
  readonly isPlace: boolean;
  readonly isHarmless: boolean;
}

/**
 * The reader of a track's samples.
 * @param entry its sample entry, from after the type on
 */
export function timedKeysReader(entry: Uint8Array): TelemetryReader {
  const keys = keysOf(entry);
  const isHarmless = keys.size > 0 && [...keys.values()].every((key) => key.isHarmless);
  return isHarmless ? () => WITHOUT_PLACE : (bytes) => readSample(keys, bytes);
}

/** By the four bytes of their number. Throws MalformedError. */
function keysOf(entry: Uint8Array): ReadonlyMap<string, Key> {
  const file = readerOf(entry);
  const table = boxIn(file, { start: ENTRY_BYTES, end: file.length }, 'keys');
  const keys = new Map<string, Key>();
  for (const item of table ? boxesIn(file, table) : []) {
    const names = [...boxesIn(file, item)].filter(({ type }) => type === 'keyd');
    for (const { start, end } of names) {
      // A namespace of four letters.
      const name = decodeText(file.bytes(Math.min(start + 4, end), end));
      const isPlace = NAMES_PLACE.test(name);
      keys.set(item.type, { name, isPlace, isHarmless: !isPlace && HARMLESS.test(name) });
    }
  }
  return keys;
}

function readSample(keys: ReadonlyMap<string, Key>, bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes);
  const tags: Tag[] = [];
  const readings = [...boxesIn(file)].map(({ type, start, end }) => {
    const key = keys.get(type);
    return key?.isHarmless ? WITHOUT_PLACE : readValue(key, file.bytes(start, end), tags);
  });
  return together(readings, tags);
}

function readValue(key: Key | undefined, value: Uint8Array, tags: Tag[]): Telemetry {
  const text = plainText(value);
  if (key === undefined || text === null) {
    const isNumbers = key !== undefined && !key.isPlace && OF_APPLE.test(key.name);
    return isNumbers || isEmpty(value) ? WITHOUT_PLACE : NOT_READ;
  }
  if (key.isPlace) return { ...placesInField(text), tags: [] };
  tags.push(videoTag(key.name, text));
  return placesInTrackText(text);
}

function isEmpty(value: Uint8Array): boolean {
  return value.every((byte) => byte === 0);
}
