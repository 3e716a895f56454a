// The layouts of maker notes and the meaning of their tags, as data. The facts are from ExifTool's
// documentation of each maker's tags.
import { textUntilNul } from '../tag.js';
import type { TiffField } from './field.js';
import { sonySerial } from './sony-serial.js';

/**
 * What a tag yields: a name, a further directory, or the texts that a function finds in its bytes.
 */
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

/** The layout of a maker note. Positions are bytes from the start of the note. */
export interface NoteLayout {
  /** Prefix for the number of a tag without a name in the table. */
  readonly maker: string;
  /** The first characters of the note. Any where the make alone identifies it. */
  readonly headers: readonly string[];
  readonly make?: RegExp;
  readonly directory: number;
  /** What offsets count from: a position in the note, or the EXIF block. */
  readonly base: number | 'block';
  /** Position of the byte order mark, or a fixed order; without it, the order of the block. */
  readonly order?: number | 'little-endian';
  readonly tags: NoteTags;
}

const tags = (...meanings: (readonly [number, Meaning])[]): NoteTags => new Map(meanings);

/** A text of fixed width. Shorter where the bytes end. */
const fixedText = (bytes: Uint8Array, start: number, end: number): string => textUntilNul(bytes.subarray(start, end));

/** Bytes of an ID as hexadecimal digits; nothing where all are zero. */
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
/** Faces that are read. A camera recognises eight people. */
const MAX_FUJI_FACES = 64;

/**
 * Entries of offset and length. At byte 30, each holds the length and offset of the name; at byte
 * 54, those of the birthday.
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
  // The code of the country is at byte 5, the name of the place at 9. Byte 4 names its encoding.
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
 * Three faces of 48 bytes from byte 4 on: a name, a position and an age, with 20, 8 and 20 bytes.
 * The first number is their count.
 */
function panasonicFaces({ value, bytes }: TiffField): NamedText[] {
  const count = value.has(0, 2) ? Math.min(3, value.u16(0)) : 0;
  return Array.from({ length: count }, (_, index) => 4 + 48 * index).flatMap((at) => [
    { name: 'FaceName', text: fixedText(bytes, at, at + 20) },
    { name: 'FaceAge', text: fixedText(bytes, at + 28, at + 48) },
  ]);
}

/** An age, written as the time since a child's birth. `9999:99:99 00:00:00` where there is none. */
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
  // The last of five numbers.
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
