// `freeGPS`, the blocks that dash cams write between the frames. They begin alike: a length, the
// name, and a length of the data. What follows differs by the maker of the chip. The layouts are
// those that ExifTool documents; enciphered ones that it cannot read are not read here either.
import { type ByteReader, readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import { deciphered } from './deciphered.js';
import { fromMinutes, NOT_READ, placesOf, type Telemetry, WITHOUT_PLACE } from './reading.js';
import { readReceiverLog } from './receiver-log.js';
import { placesInTrackText } from './track-text.js';

/** Offset of the name in a block. */
export const NAME_AT = 4;
export const FREE_GPS = 'freeGPS ';

/** Bytes of a block that are read. The data of all known layouts ends before. */
export const BLOCK_BYTES = 4096;

const HEADER_BYTES = 16;

interface Layout {
  /** The block as characters 0..255. Groups: the state of the fix, and the sides. */
  readonly pattern: RegExp;
  readonly place: (block: ByteReader, south: string, west: string) => Degrees | null;
}

/** Latitude and longitude as floating-point numbers `DDMM.MMMM`. */
const floats =
  (latitude: number, longitude: number) =>
  (block: ByteReader, south: string, west: string): Degrees => [
    fromMinutes(block.f32(latitude), south),
    fromMinutes(block.f32(longitude), west),
  ];

/** `A` is a fix, `V` none. The order matters: later ones match more. */
const LAYOUTS: readonly Layout[] = [
  // Viofo A119 v3, and Kenwood with 48 bytes more before it.
  { pattern: /^.{37}\0\0\0([AV])([NS\0])([EW\0])/s, place: floats(0x2c, 0x30) },
  { pattern: /^.{85}\0\0\0([AV])([NS\0])([EW\0])/s, place: floats(0x5c, 0x60) },
  // Akaso and others: each side in four bytes of its own.
  { pattern: /^.{60}([AV])\0{3}.{4}([NS\0])\0{3}.{4}([EW\0])\0{3}/s, place: floats(0x40, 0x48) },
  {
    pattern: /^.{60}([AV])\0.{10}([NS\0])\0.{14}([EW\0])\0/s,
    place: (block, south, west) => [fromMinutes(block.f64(0x40), south), fromMinutes(block.f64(0x50), west)],
  },
  // Akaso V1, Redtiger: enciphered, where it is not zero.
  {
    pattern: /^.{72}([AV])([NS\0])([EW\0])\0{5}/s,
    place: (block) => (block.f64(0x50) === 0 && block.f64(0x58) === 0 ? [0, 0] : null),
  },
  // IQS: whole numbers.
  {
    pattern: /^.{16}IQS.{53}([AV])([NS\0])([EW\0])/s,
    place: (block, south, west) => [
      sided(block.i32(0x4c) / 1e7, south === 'S'),
      sided(block.i32(0x50) / 1e7, west === 'W'),
    ],
  },
  // Novatek.
  { pattern: /^.{72}([AV])([NS\0])([EW\0])/s, place: floats(0x4c, 0x50) },
  // Vantrue: longitude first.
  { pattern: /^.{64}([AV])([NS\0])([EW\0])\0/s, place: floats(0x60, 0x5c) },
  // INNOVV.
  { pattern: /^.{16}([AV])([NS\0])([EW\0])\0/s, place: floats(0x14, 0x18) },
];

function sided(degrees: number, isNegative: boolean): number {
  return isNegative ? -Math.abs(degrees) : Math.abs(degrees);
}

/** @param bytes a block from its length on, up to BLOCK_BYTES */
export function readFreeGps(bytes: Uint8Array): Telemetry {
  const block = readerOf(bytes, true);
  const text = block.latin1(0, bytes.length);
  const plain = deciphered(bytes);
  if (plain !== null) return textOrNotRead(plain);
  const nmea = readReceiverLog(text);
  if (nmea) return nmea;
  if (text.startsWith('ATC', 0x45)) return ofRing(block);
  for (const { pattern, place } of LAYOUTS) {
    const [, state, south = '', west = ''] = pattern.exec(text) ?? [];
    if (state === 'V') return WITHOUT_PLACE;
    if (state === undefined || south === '\0' || west === '\0') continue;
    const found = place(block, south, west);
    return found ? placesOf([found]) : NOT_READ;
  }
  return ofNextBase(block) ?? (bytes.subarray(HEADER_BYTES).every((byte) => byte === 0) ? WITHOUT_PLACE : NOT_READ);
}

function textOrNotRead(text: string): Telemetry {
  const found = placesInTrackText(text);
  return found.places.length > 0 || /[NS]0{8}[EW]0{9}/.test(text) ? found : (readReceiverLog(text) ?? NOT_READ);
}

const RING_AT = 0x30;
const RECORD_BYTES = 52;

/** A ring of enciphered records, whose keys are in the records themselves. */
function ofRing(block: ByteReader): Telemetry {
  const pairs: Degrees[] = [];
  for (let at = RING_AT; block.has(at, RECORD_BYTES); at += RECORD_BYTES) {
    if (block.latin1(at + 0x15, 3) !== 'ATC') continue;
    const number = (offset: number, key: number) => (block.u32(at + offset) ^ (block.u8(at + key) * 0x01010101)) / 1e7;
    pairs.push([number(0x10, 0x14), number(0x18, 0x14)]);
  }
  return pairs.length > 0 ? placesOf(pairs) : NOT_READ;
}

const NEXT_BASE_AT = 0x32;
const NEXT_BASE_BYTES = 0x20;

/** Big-endian records. Null where the first one has no date. */
function ofNextBase(little: ByteReader): Telemetry | null {
  const block = little.ordered(false);
  const pairs: Degrees[] = [];
  for (let at = NEXT_BASE_AT; block.has(at, NEXT_BASE_BYTES - 2); at += NEXT_BASE_BYTES) {
    const [year, month, day, hour] = [block.u16(at + 4), block.u8(at + 6), block.u8(at + 7), block.u8(at + 8)];
    if (year < 2000 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23) break;
    pairs.push([block.i32(at + 13) / 1e7, block.i32(at + 17) / 1e7]);
  }
  return pairs.length > 0 ? placesOf(pairs) : null;
}
