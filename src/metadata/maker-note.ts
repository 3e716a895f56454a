// The few tags of camera makers' own notes that name a device, a person or a place.
import { asciiAt } from './block.js';
import {
  isLittleEndian,
  type Question,
  readDirectories,
  toAsk,
  type Value,
  withFirstDirectory,
} from './directories.js';
import { cleanText, decodeText, type Tag } from './tag.js';

/** Tags of a directory by number: a name, or the tags of a further directory. */
interface NoteTags {
  readonly names: ReadonlyMap<number, string | NoteTags>;
  readonly question: Question;
}

/** How a maker lays out its note. Positions are bytes from the start of the note. Facts from exiftool's tables. */
interface NoteLayout {
  /** What the note begins with; nothing where it is known by the make alone. */
  readonly head: string;
  readonly make?: RegExp;
  readonly directory: number;
  /** What offsets are counted from: a position in the note, or the EXIF block. */
  readonly base: number | 'block';
  /** Where the two letters of the byte order stand, or which it is; otherwise the block's. */
  readonly order?: number | 'II';
  readonly tags: NoteTags;
}

const APPLE = noteTags([0x000b, 'BurstUUID'], [0x0011, 'ContentIdentifier'], [0x0015, 'ImageUniqueID']);
const CANON = noteTags([0x0009, 'OwnerName'], [0x000c, 'SerialNumber'], [0x0096, 'InternalSerialNumber']);
const FUJI = noteTags([0x0010, 'InternalSerialNumber']);
const NIKON = noteTags([0x001d, 'SerialNumber'], [0x00a0, 'SerialNumber']);
const OLYMPUS_EQUIPMENT = noteTags(
  [0x0101, 'SerialNumber'],
  [0x0102, 'InternalSerialNumber'],
  [0x0202, 'LensSerialNumber'],
);
const OLYMPUS = noteTags([0x0404, 'SerialNumber'], [0x101a, 'SerialNumber'], [0x2010, OLYMPUS_EQUIPMENT]);
const PANASONIC = noteTags(
  [0x0025, 'InternalSerialNumber'],
  [0x0052, 'LensSerialNumber'],
  [0x0065, 'Title'],
  [0x0066, 'BabyName'],
  [0x0067, 'Location'],
  [0x0069, 'Country'],
  [0x006b, 'State'],
  [0x006d, 'City'],
  [0x006f, 'Landmark'],
);
const PENTAX = noteTags([0x0229, 'SerialNumber']);
const SIGMA = noteTags([0x0002, 'SerialNumber']);

const LAYOUTS: readonly NoteLayout[] = [
  { head: 'Apple iOS\0', directory: 14, base: 0, order: 12, tags: APPLE },
  { head: 'Nikon\0\x02', directory: 18, base: 10, order: 10, tags: NIKON },
  { head: 'OLYMPUS\0', directory: 12, base: 0, order: 8, tags: OLYMPUS },
  { head: 'OM SYSTEM\0\0\0', directory: 16, base: 0, order: 12, tags: OLYMPUS },
  { head: 'OLYMP\0', directory: 8, base: 'block', tags: OLYMPUS },
  { head: 'AOC\0', directory: 6, base: 'block', order: 4, tags: PENTAX },
  { head: 'PENTAX \0', directory: 10, base: 0, order: 8, tags: PENTAX },
  { head: 'FUJIFILM', directory: 12, base: 0, order: 'II', tags: FUJI },
  { head: 'Panasonic\0', directory: 12, base: 'block', tags: PANASONIC },
  { head: 'SIGMA\0', directory: 10, base: 'block', tags: SIGMA },
  { head: 'FOVEON\0', directory: 10, base: 'block', tags: SIGMA },
  { head: '', make: /^Canon/i, directory: 0, base: 'block', tags: CANON },
];

/**
 * `note` is a view into `block`. Notes of other makers are not read, and what cannot be read of a known one is passed over:
 * programs that move EXIF break notes so often that it says nothing about the file.
 */
export async function makerTags(block: Uint8Array, note: Uint8Array, make: string): Promise<Tag[]> {
  const layout = LAYOUTS.find(({ head, make: by = /^/ }) => asciiAt(note, 0, head.length) === head && by.test(make));
  if (!layout) return [];
  const { base, directory, order = isLittleEndian(block) ? 'II' : 'MM', tags } = layout;
  const from = base === 'block' ? block : note.subarray(base);
  const start = base === 'block' ? note.byteOffset - block.byteOffset + directory : directory - base;
  const letters = typeof order === 'string' ? order : asciiAt(note, order, 2);
  const isReadable = from.length > start && (letters === 'II' || letters === 'MM');
  return isReadable ? readNote(from, start, letters, tags) : [];
}

async function readNote(from: Uint8Array, start: number, order: string, tags: NoteTags): Promise<Tag[]> {
  const block = withFirstDirectory(from, start, order);
  const { ifd0 = {} } = await readDirectories(block, tags.question);
  const found: Tag[] = [];
  for (const [number, value] of Object.entries(ifd0)) {
    const meaning = tags.names.get(Number(number));
    if (typeof meaning === 'string') found.push(...toTag(meaning, value));
    else if (meaning) found.push(...(await readNote(block, placeOf(value, block), order, meaning)));
  }
  return found;
}

function noteTags(...names: (readonly [number, string | NoteTags])[]): NoteTags {
  const pick = names.map(([number]) => number);
  return { names: new Map(names), question: toAsk({ ifd0: { pick }, translateKeys: false, sanitize: false }) };
}

/** Where a further directory begins: a number says it, or the value is the directory itself. 0 where it is neither. */
function placeOf(value: Value, block: Uint8Array): number {
  if (typeof value === 'number') return value;
  return value instanceof Uint8Array ? value.byteOffset - block.byteOffset : 0;
}

/** Garbage from a note that was moved shows as unprintable characters. */
function toTag(name: string, value: Value): Tag[] {
  const text = typeof value === 'number' ? `${value}` : value instanceof Uint8Array ? decodeText(value) : value;
  if (typeof text !== 'string') return [];
  const printable = cleanText(text.replace(/\0.*$/s, ''));
  const isPlain = /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]+$/u.test(printable) && !printable.includes('\ufffd');
  return isPlain ? [{ block: 'maker', name, within: [], value: printable }] : [];
}
