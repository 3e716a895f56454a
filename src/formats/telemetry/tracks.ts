// What the tracks of a video hold besides pictures and sound, by their handler and their coding: a
// reader for each kind that is known.
import { readerOf } from '../byte-reader.js';
import { readCamm } from './camm.js';
import { readCtmd } from './canon-ctmd.js';
import { readGpmdSample } from './dash-cam.js';
import { djiReader } from './dji.js';
import { readFreeGps } from './free-gps.js';
import { readGoProSettings } from './gopro-settings.js';
import { readParrot } from './parrot.js';
import { NOT_READ, placesOf, type Telemetry, type TelemetryReader, WITHOUT_PLACE } from './reading.js';
import { readRtmd } from './sony-rtmd.js';
import { readSubtitle, readTextSample } from './subtitle.js';
import { timedKeysReader } from './timed-keys.js';
import { plainText } from './track-text.js';

export interface TrackKind {
  /** As the report names it; from the tables of this file, never a text of the video. */
  readonly name: string;
  /** Null where its samples cannot be read. */
  readonly read: TelemetryReader | null;
  /** Its name states that it holds places. */
  readonly isPlace: boolean;
}

export interface TrackDescription {
  /** Type of the track's handler: `vide`, `soun`, `meta`. */
  readonly handler: string;
  /** Type of its first sample entry. */
  readonly coding: string;
  /** The content of that entry. */
  readonly entry: Uint8Array;
}

/**
 * Pictures, sound, hints for servers, time codes, closed captions, descriptions of MPEG-4 scenes.
 */
const HARMLESS_HANDLERS: ReadonlySet<string> = new Set([
  ...['vide', 'soun', 'hint', 'auxv', 'pict', 'tmcd', 'clcp', 'sdsm', 'odsm', 'ocsm', 'fdsm', 'ipsm', 'mjsm', 'vlog'],
]);

/** Time codes, closed captions. */
const HARMLESS_CODINGS: ReadonlySet<string> = new Set(['tmcd', 'tc64', 'c608', 'c708', 'mp4s', 'fdp ', 'null']);

const TEXT_HANDLERS: ReadonlySet<string> = new Set(['text', 'sbtl', 'subt', 'subp']);
const TEXT_CODINGS: ReadonlySet<string> = new Set(['tx3g', 'text', 'wvtt', 'stpp', 'sbtt', 'metx', 'stxt']);

/** By coding. A function makes a reader that keeps what it learns from one sample to the next. */
export const READERS: Readonly<Record<string, (entry: Uint8Array) => TelemetryReader>> = {
  gpmd: () => readGpmdSample,
  camm: () => readCamm,
  djmd: djiReader,
  dbgi: djiReader,
  rtmd: () => readRtmd,
  CTMD: () => readCtmd,
  fdsc: () => readGoProSettings,
  mebx: timedKeysReader,
  mett: mettReader,
  'gps ': () => readFreeGps,
  RVMI: () => readRvmi,
};

/** Codings without a reader whose name states a place. */
const NAMES_PLACE = /gps|nmea|loc|geo|nav/i;

/** Null for a track that holds no text, place or id. */
export function trackKind({ handler, coding, entry }: TrackDescription): TrackKind | null {
  const name = [coding, handler].find((type) => Object.hasOwn(READERS, type));
  const reader = name === undefined ? undefined : READERS[name];
  if (name !== undefined && reader)
    return { name: `track ${name.trim()}`, read: reader(entry), isPlace: name !== 'fdsc' };
  if (HARMLESS_HANDLERS.has(handler) || HARMLESS_CODINGS.has(coding)) return null;
  if (TEXT_HANDLERS.has(handler) || TEXT_CODINGS.has(coding))
    return { name: 'subtitle', read: readSubtitle, isPlace: true };
  return { name: 'unnamed track', read: null, isPlace: NAMES_PLACE.test(coding) || NAMES_PLACE.test(handler) };
}

/** Kinds of a track `mett` that hold turning, acceleration and moments: phones and ARCore. */
const HARMLESS_MIME =
  /^application\/(?:arcore-(?:gyro|accel|video)[\w-]*|(?:microvideo|motionphoto)[\w-]*|gyro|accel)$/;

/** Two texts that end with NUL are in its sample entry: an encoding, and a MIME type. */
function mettReader(entry: Uint8Array): TelemetryReader {
  const mime = readerOf(entry).latin1(8, 200).split('\0')[1] ?? '';
  if (HARMLESS_MIME.test(mime)) return () => WITHOUT_PLACE;
  return (bytes) => (plainText(bytes) === null ? readParrot(bytes) : readTextSample(bytes));
}

/** `gReV`: millionths of a degree. `sReV` and `tReV` are other sensors. */
function readRvmi(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes, true);
  const type = file.latin1(0, 4);
  if (type !== 'gReV') return /^[st]ReV$/.test(type) ? WITHOUT_PLACE : NOT_READ;
  return placesOf([[file.i32(4) / 1e6, file.i32(8) / 1e6]]);
}
