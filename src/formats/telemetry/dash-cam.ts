// Boxes and samples of dash cams other than `freeGPS`: an index of such blocks, records of their
// own, and samples in tracks that are named after GoPro's (as ExifTool documents them).
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { type Degrees, isOnEarth } from '../coordinates/degrees.js';
import { decodeText } from '../tag.js';
import { deciphered } from './deciphered.js';
import { readGpmf } from './gpmf.js';
import { fromMinutes, NOT_READ, placesOf, type Telemetry, WITHOUT_PLACE } from './reading.js';
import { placesInTrackText } from './track-text.js';

/** Blocks of an index that are read, and records of a box. */
const MAX_BLOCKS = 10_000;

/**
 * The box `gps ` of Novatek: version, count, then an offset and a length for each block in the
 * file. Empty where the box holds something else.
 */
export function blockIndex(bytes: Uint8Array): ByteRange[] {
  const file = readerOf(bytes);
  if (bytes.length < 16) return [];
  const stated = file.u32(4);
  const fits = Math.floor((bytes.length - 8) / 8);
  if (stated === 0 || stated > fits) return [];
  return Array.from({ length: Math.min(stated, MAX_BLOCKS) }, (_, n) => {
    const start = file.u32(8 + 8 * n);
    return { start, end: start + file.u32(12 + 8 * n) };
  }).filter(({ start, end }) => start > 0 && end > start);
}

/** A log of places as text, as in Pittasoft's box `gps `. */
export function readGpsLog(bytes: Uint8Array): Telemetry {
  if (bytes.every((byte) => byte === 0)) return WITHOUT_PLACE;
  const text = decodeText(bytes).replaceAll('\0', ' ');
  const found = placesInTrackText(text);
  return found.places.length > 0 || (!found.isUnread && /[A-Z]{2}(RMC|GGA|GLL|GNS),/.test(text)) ? found : NOT_READ;
}

const GPS0_BYTES = 32;

/** The box `gps0` of DuDuBell and VSYS: records with latitude and longitude as `DDMM.MMMM`. */
export function readGps0(bytes: Uint8Array): Telemetry {
  return ofRecords(readerOf(bytes, true), GPS0_BYTES, (file, at) => [
    fromMinutes(file.f64(at)),
    fromMinutes(file.f64(at + 8)),
  ]);
}

const GPS_RECORD_BYTES = 36;

/** The box `GPS `: records with letters for the sides, and thousandths of `DDMM.MMM`. */
export function readGpsRecords(bytes: Uint8Array): Telemetry {
  return ofRecords(readerOf(bytes, true), GPS_RECORD_BYTES, (file, at) => {
    const [south, west] = [file.latin1(at + 16, 1), file.latin1(at + 21, 1)];
    if (south === '\0' && west === '\0') return [0, 0];
    if (!/[NS]/.test(south) || !/[EW]/.test(west)) return null;
    return [fromMinutes(file.i32(at + 17) / 1000, south), fromMinutes(file.i32(at + 22) / 1000, west)];
  });
}

function ofRecords(file: ByteReader, size: number, place: (file: ByteReader, at: number) => Degrees | null): Telemetry {
  const pairs: Degrees[] = [];
  for (let at = 0; file.has(at, size) && pairs.length < MAX_BLOCKS; at += size) {
    const found = place(file, at);
    if (!found || !isOnEarth(found)) return pairs.length > 0 ? { ...placesOf(pairs), isUnread: true } : NOT_READ;
    pairs.push(found);
  }
  return pairs.length > 0 ? placesOf(pairs) : NOT_READ;
}

const FMAS_FIX_AT = 0x78;

/** A sample of a track `gpmd`: GoPro's, or that of a dash cam. */
export function readGpmdSample(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes, true);
  const text = file.latin1(0, Math.min(bytes.length, 160));
  const plain = deciphered(bytes);
  if (plain !== null) {
    const found = placesInTrackText(plain);
    return found.places.length > 0 ? found : NOT_READ;
  }
  if (text.startsWith('FMAS\0\0\0\0')) return ofVantrue(file);
  // Kingslim and others: enciphered.
  if (/^.{21}\0\0\0A[NS][EW]|LIGOGPSINFO/s.test(text)) return NOT_READ;
  return readGpmf(bytes);
}

/** Vantrue: degrees, minutes and parts of them, longitude first. */
function ofVantrue(file: ByteReader): Telemetry {
  const [state, west, south] = [0, 1, 2].map((n) => file.latin1(FMAS_FIX_AT + n, 1));
  if (state !== 'A') return WITHOUT_PLACE;
  const degrees = (at: number, parts: number) => file.u8(at) + (file.u8(at + 1) + file.u16(parts) / 6000) / 60;
  const longitude = degrees(0x7b, 0x7e);
  const latitude = degrees(0x80, 0x82);
  return placesOf([[south === 'S' ? -latitude : latitude, west === 'W' ? -longitude : longitude]]);
}

const GARMIN_PLACE_AT = 12;

/** Garmin: `PNDM`, after a length in some files. Null for any other sample. */
export function readGarmin(bytes: Uint8Array): Telemetry | null {
  const file = readerOf(bytes);
  const start = [0, 2, 4].find((at) => file.latin1(at, 4) === 'PNDM');
  if (start === undefined) return null;
  const degrees = (at: number) => (file.i32(start + at) * 180) / 2 ** 31;
  return placesOf([[degrees(GARMIN_PLACE_AT), degrees(GARMIN_PLACE_AT + 4)]]);
}
