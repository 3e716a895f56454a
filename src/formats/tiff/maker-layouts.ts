// How camera makers lay out their notes, and what their tags mean, as data. Facts from ExifTool's
// documentation of each maker's tags.
import { textUntilNul } from '../tag.js';
import type { TiffField } from './field.js';
import { sonySerial } from './sony-serial.js';

/** What a tag gives: a name, a further directory, or what a reader of its bytes finds. */
export type Meaning = string | NoteTags | ((field: TiffField, model: string) => readonly NamedText[]);

/**
 * Tags of a directory by number. `PreviewStart`, `PreviewLength` and `Preview` name pictures by
 * range.
 */
export type NoteTags = ReadonlyMap<number, Meaning>;

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** How a maker lays out its note. Positions are bytes from the start of the note. */
export interface NoteLayout {
  /** Comes before the number of a tag that has no name here. */
  readonly maker: string;
  /** What the note begins with; anything where it is known by the make alone. */
  readonly headers: readonly string[];
  readonly make?: RegExp;
  readonly directory: number;
  /** What offsets are counted from: a position in the note, or the EXIF block. */
  readonly base: number | 'block';
  /** Where the byte order mark is, or which it is; otherwise the block's order. */
  readonly order?: number | 'little-endian';
  readonly tags: NoteTags;
}

const tags = (...meanings: (readonly [number, Meaning])[]): NoteTags => new Map(meanings);

/** A text of fixed width, shorter where the bytes end. */
const fixedText = (bytes: Uint8Array, start: number, end: number): string => textUntilNul(bytes.subarray(start, end));

/** Bytes that are an id, as digits; nothing where all are zero. */
const hexadecimal =
  (name: string) =>
  ({ bytes }: TiffField): NamedText[] =>
    bytes.some((byte) => byte !== 0) ? [{ name, text: Buffer.from(bytes).toString('hex') }] : [];

const PREVIEW_DIRECTORY = tags([0x0201, 'PreviewStart'], [0x0202, 'PreviewLength']);

const APPLE = tags(
  [0x000b, 'BurstUUID'],
  [0x0011, 'ContentIdentifier'],
  [0x0015, 'ImageUniqueID'],
  [0x0020, 'ImageCaptureRequestID'],
  [0x002b, 'PhotoIdentifier'],
);

const CANON = tags(
  [0x0009, 'OwnerName'],
  // Cameras print ten digits.
  [0x000c, ({ number = '' }) => [{ name: 'SerialNumber', text: `${number}` }]],
  [0x0028, hexadecimal('ImageUniqueID')],
  [0x0096, 'InternalSerialNumber'],
);

const CASIO = tags([0x2000, 'Preview'], [0x3006, 'City'], [0x0004, 'PreviewStart'], [0x0003, 'PreviewLength']);

const FUJI = tags([0x0010, 'InternalSerialNumber'], [0x4282, fujiFaces]);

const FUJI_FACE_BYTES = 62;
/** Faces that are read: a camera recognises eight people. */
const MAX_FUJI_FACES = 64;

/**
 * Entries of offset and length; each has at 30 the name's length and offset, at 54 the birthday's.
 */
function fujiFaces({ value, bytes }: TiffField): NamedText[] {
  const text = (at: number) => {
    const start = value.u32(at + 4);
    return fixedText(bytes, start, start + value.u32(at));
  };
  const found: NamedText[] = [];
  for (let at = 0; value.has(at, 8) && at < 8 * MAX_FUJI_FACES; at += 8) {
    const entry = value.u32(at);
    if (value.u32(at + 4) < FUJI_FACE_BYTES || !value.has(entry, FUJI_FACE_BYTES)) break;
    found.push({ name: 'FaceName', text: text(entry + 30) }, { name: 'FaceBirthday', text: text(entry + 54) });
  }
  return found;
}

const MOTOROLA = tags([0x5501, 'SerialNumber']);

const NIKON = tags(
  [0x0011, PREVIEW_DIRECTORY],
  [0x001d, 'SerialNumber'],
  // A country's code at 5, the name of the place at 9, in the encoding that byte 4 names.
  [
    0x0039,
    ({ bytes }) => [
      { name: 'Country', text: fixedText(bytes, 5, 8) },
      { name: 'Location', text: fixedText(bytes, 9, 79) },
    ],
  ],
  [0x00a0, 'SerialNumber'],
);

const OLYMPUS_EQUIPMENT = tags(
  [0x0101, 'SerialNumber'],
  [0x0102, 'InternalSerialNumber'],
  [0x0202, 'LensSerialNumber'],
);
const OLYMPUS_SETTINGS = tags([0x0101, 'PreviewStart'], [0x0102, 'PreviewLength']);
const OLYMPUS_MAIN: (readonly [number, Meaning])[] = [
  [0x0088, 'PreviewStart'],
  [0x0089, 'PreviewLength'],
  [0x0404, 'SerialNumber'],
  [0x101a, 'SerialNumber'],
  [0x2010, OLYMPUS_EQUIPMENT],
  [0x2020, OLYMPUS_SETTINGS],
];
/** Some cameras keep all of it in a directory of its own. */
const OLYMPUS = tags(...OLYMPUS_MAIN, [0x4000, tags(...OLYMPUS_MAIN)]);

/**
 * Three faces of 48 bytes from byte 4 on: a name, a position, an age, 20, 8 and 20 bytes. The first
 * number counts them.
 */
function panasonicFaces({ value, bytes }: TiffField): NamedText[] {
  const count = value.has(0, 2) ? Math.min(3, value.u16(0)) : 0;
  return Array.from({ length: count }, (_, index) => 4 + 48 * index).flatMap((at) => [
    { name: 'FaceName', text: fixedText(bytes, at, at + 20) },
    { name: 'FaceAge', text: fixedText(bytes, at + 28, at + 48) },
  ]);
}

/** Dates of birth counted from a child's: `9999:99:99 00:00:00` where there is none. */
function babyAge({ bytes }: TiffField): NamedText[] {
  const text = fixedText(bytes, 0, bytes.length);
  return /^[09: ]*$/.test(text) ? [] : [{ name: 'BabyAge', text }];
}

const PANASONIC = tags(
  [0x0025, 'InternalSerialNumber'],
  [0x0033, babyAge],
  [0x0052, 'LensSerialNumber'],
  [0x0061, panasonicFaces],
  [0x0065, 'Title'],
  [0x0066, 'BabyName'],
  [0x0067, 'Location'],
  [0x0069, 'Country'],
  [0x006b, 'State'],
  [0x006d, 'City'],
  [0x006f, 'Landmark'],
  [0x8010, babyAge],
);

const PENTAX = tags(
  [0x0003, 'PreviewLength'],
  [0x0004, 'PreviewStart'],
  // Of five numbers the last.
  [0x0215, (field) => [{ name: 'InternalSerialNumber', text: `${field.numbers(5)[4] ?? ''}` }]],
  [0x022e, 'Artist'],
  [0x022f, 'Copyright'],
  [0x0229, 'SerialNumber'],
);

const RICOH = tags([0x0005, hexadecimal('SerialNumber')]);
const SAMSUNG = tags([0xa002, 'SerialNumber'], [0xa005, 'LensSerialNumber'], [0x0035, PREVIEW_DIRECTORY]);
const SIGMA = tags([0x0002, 'SerialNumber']);
const SONY = tags(
  [0x2001, 'Preview'],
  [0x9050, (field, model) => sonySerial(field, model).map((text) => ({ name: 'InternalSerialNumber', text }))],
);

export const LAYOUTS: readonly NoteLayout[] = [
  { maker: 'Apple', headers: ['Apple iOS\0'], directory: 14, base: 0, order: 12, tags: APPLE },
  { maker: 'Nikon', headers: ['Nikon\0\x02'], directory: 18, base: 10, order: 10, tags: NIKON },
  { maker: 'Olympus', headers: ['OLYMPUS\0'], directory: 12, base: 0, order: 8, tags: OLYMPUS },
  { maker: 'Olympus', headers: ['OM SYSTEM\0\0\0'], directory: 16, base: 0, order: 12, tags: OLYMPUS },
  {
    ...{ maker: 'Olympus', headers: ['OLYMP\0', 'EPSON\0', 'MINOL\0', 'CAMER\0'] },
    ...{ directory: 8, base: 'block', tags: OLYMPUS },
  },
  { maker: 'Pentax', headers: ['AOC\0II', 'AOC\0MM'], directory: 6, base: 'block', order: 4, tags: PENTAX },
  { maker: 'Pentax', headers: ['AOC\0'], directory: 6, base: 'block', tags: PENTAX },
  { maker: 'Pentax', headers: ['PENTAX \0'], directory: 10, base: 0, order: 8, tags: PENTAX },
  { maker: 'Fuji', headers: ['FUJIFILM', 'GENERALE'], directory: 12, base: 0, order: 'little-endian', tags: FUJI },
  { maker: 'Panasonic', headers: ['Panasonic\0'], directory: 12, base: 'block', tags: PANASONIC },
  { maker: 'Panasonic', headers: ['LEICA\0\0\0'], directory: 8, base: 'block', tags: PANASONIC },
  { maker: 'Sigma', headers: ['SIGMA\0', 'FOVEON\0'], directory: 10, base: 'block', tags: SIGMA },
  { maker: 'Sony', headers: ['SONY DSC', 'SONY CAM', 'SONY MOBILE'], directory: 12, base: 'block', tags: SONY },
  { maker: 'Casio', headers: ['QVC\0', 'DCI\0'], directory: 6, base: 'block', tags: CASIO },
  { maker: 'Ricoh', headers: ['Ricoh', 'RICOH'], directory: 8, base: 'block', tags: RICOH },
  { maker: 'Motorola', headers: ['MOT\0'], directory: 8, base: 0, tags: MOTOROLA },
  { maker: 'Canon', headers: [''], make: /^Canon/i, directory: 0, base: 'block', tags: CANON },
  { maker: 'Nikon', headers: [''], make: /^Nikon/i, directory: 0, base: 'block', tags: NIKON },
  { maker: 'Samsung', headers: [''], make: /^Samsung/i, directory: 0, base: 0, tags: SAMSUNG },
  { maker: 'Sony', headers: [''], make: /^Sony/i, directory: 0, base: 'block', tags: SONY },
];
