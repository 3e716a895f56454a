// Parrot's tracks `mett`: records of drones
// (https://developer.parrot.com/docs/pdraw/metadata.html).
import { readerOf } from '../byte-reader.js';
import type { Degrees } from '../coordinates/degrees.js';
import { NOT_READ, placesOf, type Telemetry } from './reading.js';

interface RecordLayout {
  /** Bytes; null where the record states its length. */
  readonly bytes: number | null;
  /** Offset of the latitude; the longitude follows. Null where it holds no place. */
  readonly place: number | null;
  /** A degree in units of the number. */
  readonly unit: number;
}

const RECORDS: Readonly<Record<string, RecordLayout>> = {
  P1: { bytes: null, place: 28, unit: 0x100000 },
  P2: { bytes: 56, place: 8, unit: 0x400000 },
  P3: { bytes: 72, place: 8, unit: 0x400000 },
  E1: { bytes: null, place: null, unit: 1 },
  E2: { bytes: null, place: 4, unit: 0x400000 },
  E3: { bytes: null, place: 4, unit: 0x400000 },
};

/** A record of the first version in a file, which has no name. */
const UNNAMED_BYTES = 60;

/** 500 degrees: the receiver had no fix. */
const NO_FIX_DEGREES = 500;

/** Throws MalformedError where a record breaks off. */
export function readParrot(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes);
  const pairs: Degrees[] = [];
  let at = 0;
  while (at + 4 < bytes.length) {
    const name = file.latin1(at, 2);
    const isUnnamed = at === 0 && bytes.length === UNNAMED_BYTES && RECORDS[name] === undefined;
    const layout = isUnnamed ? { ...RECORDS.P1, bytes: UNNAMED_BYTES, place: 32 } : RECORDS[name];
    if (layout?.unit === undefined) return pairs.length > 0 ? placesOf(pairs) : NOT_READ;
    if (layout.place !== null) {
      const degrees = (offset: number) => file.i32(at + offset) / (layout.unit ?? 1);
      const pair: Degrees = [degrees(layout.place), degrees(layout.place + 4)];
      pairs.push(pair[0] >= NO_FIX_DEGREES ? [0, 0] : pair);
    }
    at += layout.bytes ?? 4 * file.u16(at + 2) + 4;
  }
  return pairs.length > 0 ? placesOf(pairs) : NOT_READ;
}
