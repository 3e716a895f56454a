// The table that tells how samples are coded, without what a program or a person may have added.
import type { ByteReader } from '../byte-reader.js';
import { cleanProfile } from '../icc/clean.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { boxWith, numbered } from '../isobmff/write.js';

/** Boxes in an entry that hold no setting of a decoder. */
const LEFT_OUT: ReadonlySet<string> = new Set(['uuid', 'udta', 'meta', 'free', 'skip', 'name', 'mdta', 'Xtra']);

/**
 * Bytes before the boxes in an entry, after its header: of pictures, and of sound by its version.
 */
const PICTURE_BYTES = 78;
const SOUND_BYTES = 28;
const SOUND_MORE: Readonly<Record<number, number>> = { 1: 16, 2: 36 };
const SOUND_VERSION_AT = 8;

/** Of a picture's entry: the maker of the encoder, and the encoder's name in 32 bytes. */
const VENDOR_AT = 12;
const NAME_AT = 42;
const NAME_BYTES = 32;

/** @param handler of the track: `vide` or `soun` */
export function cleanEntries(file: ByteReader, stsd: Box, handler: string): Uint8Array {
  const entries = [...boxesIn(file, { start: stsd.start + 8, end: stsd.end })];
  const head = file.bytes(stsd.start, stsd.start + 4);
  const cleaned = entries.map((entry) => cleanEntry(file, entry, handler === 'vide'));
  return boxWith('stsd', head, numbered(4, entries.length), ...cleaned);
}

function cleanEntry(file: ByteReader, entry: Box, isPicture: boolean): Uint8Array {
  const fields = isPicture ? PICTURE_BYTES : soundBytes(file, entry);
  const head = Buffer.from(file.bytes(entry.start, entry.start + fields));
  head.fill(0, VENDOR_AT, VENDOR_AT + 4);
  if (isPicture) head.fill(0, NAME_AT, NAME_AT + NAME_BYTES);
  const inside = [...boxesIn(file, { start: entry.start + fields, end: entry.end })];
  const kept = inside.filter(({ type }) => !LEFT_OUT.has(type));
  return boxWith(entry.type, head, ...kept.flatMap((box) => settingOf(file, box)));
}

/** As it is, but for a colour profile. */
function settingOf(file: ByteReader, { type, at, start, end }: Box): Uint8Array[] {
  const isProfile = type === 'colr' && end - start > 4 && /^(?:prof|rICC)$/.test(file.latin1(start, 4));
  if (!isProfile) return [file.bytes(at, end)];
  const profile = cleanProfile(file.bytes(start + 4, end));
  return profile ? [boxWith('colr', file.bytes(start, start + 4), profile)] : [];
}

function soundBytes(file: ByteReader, { start }: Box): number {
  return SOUND_BYTES + (SOUND_MORE[file.u16(start + SOUND_VERSION_AT)] ?? 0);
}
