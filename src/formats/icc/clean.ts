// A colour profile with nothing but what decides colours. Without it, colours look wrong; with all
// of it, a copy has the name, the serial number and the calibration time of a display.
import { readerOf } from '../byte-reader.js';
import { cleanText } from '../tag.js';
import { HEADER_BYTES, type Profile, type ProfileTag, readProfile, textsOf } from './profile.js';
import { isUsual } from './usual-names.js';
import { exactValue } from './values.js';

/**
 * Tags from which colours are computed. The tables of floating-point numbers (D2B, B2D) repeat
 * these.
 */
const KEPT: ReadonlySet<string> = new Set([
  ...['rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC', 'kTRC', 'wtpt', 'chad', 'cicp'],
  ...['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2'],
]);

/** Of the header: version, class, colours, colours between profiles. */
const FIELDS = [
  [8, 10],
  [12, 24],
] as const;
const [INTENT_AT, ILLUMINANT_AT] = [64, 68];

/** The only white that the format allows there: D50. */
const D50 = Buffer.from('0000f6d6000100000000d32d', 'hex');

/** Every profile whose name no one knows gets this one. A name is required, and so are rights. */
const NAME = 'Colour profile';
const RIGHTS = 'Unknown';

/** A list of names of colours, and profiles that lead to others, are in no picture. */
const IN_PICTURES = /^(?:scnr|mntr|prtr|spac)$/;

/** Null where it is no profile, or breaks off, or belongs to no picture. */
export function cleanProfile(bytes: Uint8Array): Uint8Array | null {
  const profile = readProfile(bytes);
  if (!profile || !IN_PICTURES.test(readerOf(profile.header).latin1(12, 4))) return null;
  const kept = profile.tags.flatMap(({ name, bytes: value }) => {
    const exact = KEPT.has(name) ? exactValue(value) : null;
    return exact ? [{ name, bytes: exact }] : [];
  });
  const isNew = profile.version >= 4;
  const texts = [
    { name: 'desc', bytes: isNew ? wideText(nameOf(profile)) : oldDescription(nameOf(profile)) },
    { name: 'cprt', bytes: isNew ? wideText(RIGHTS) : oldText(RIGHTS) },
  ];
  return written(profile.header, unique([...texts, ...kept]));
}

/** That of a standard or a maker stays, so that programs show it. */
function nameOf({ tags }: Profile): string {
  const tag = tags.find(({ name }) => name === 'desc');
  const name = cleanText((tag && textsOf(tag)[0]) ?? '');
  return /^[\x20-\x7e]{2,60}$/.test(name) && isUsual(name) && !/\d{5}/.test(name.replace('61966', '')) ? name : NAME;
}

function unique(tags: readonly ProfileTag[]): ProfileTag[] {
  const seen = new Set<string>();
  return tags.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Values that are the same are stored once, as in the original. */
function written(original: Uint8Array, tags: readonly ProfileTag[]): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  for (const [start, end] of FIELDS) header.set(original.subarray(start, end), start);
  header.write('acsp', 36, 'latin1');
  header[INTENT_AT + 3] = (original[INTENT_AT + 3] ?? 0) & 3;
  header.set(D50, ILLUMINANT_AT);
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const values: Uint8Array[] = [];
  const places = new Map<string, number>();
  let at = header.length + table.length;
  tags.forEach(({ name, bytes }, index) => {
    const key = Buffer.from(bytes).toString('latin1');
    const place = places.get(key) ?? at;
    table.write(name, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(place, 8 + 12 * index);
    table.writeUInt32BE(bytes.length, 12 + 12 * index);
    if (places.has(key)) return;
    places.set(key, place);
    values.push(bytes, Buffer.alloc(-bytes.length & 3));
    at += bytes.length + (-bytes.length & 3);
  });
  header.writeUInt32BE(at, 0);
  return Buffer.concat([header, table, ...values]);
}

/** One record in English; characters of 16 bits. */
function wideText(text: string): Uint8Array {
  const characters = Buffer.from(text, 'utf16le').swap16();
  const head = Buffer.from('mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\0\0\0\0\x1c', 'latin1');
  head.writeUInt32BE(characters.length, 20);
  return Buffer.concat([head, characters]);
}

function oldText(text: string): Uint8Array {
  return Buffer.from(`text\0\0\0\0${text}\0`, 'latin1');
}

/** The text in one byte per character; none in the two other forms. */
function oldDescription(text: string): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length + 1, 0);
  return Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), length, Buffer.from(`${text}\0`, 'latin1'), REST]);
}

/** Language and count of the second form; code, count and 67 bytes of the third. */
const REST = Buffer.alloc(4 + 4 + 2 + 1 + 67);
