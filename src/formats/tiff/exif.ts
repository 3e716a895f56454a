// EXIF and other TIFF blocks as tags, the blocks of other languages that stand inside them, and the places of the pictures they name.
import { asciiAt, type Block, MalformedError } from '../metadata-block.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import {
  type Field,
  fieldText,
  firstDirectory,
  isBytes,
  isText,
  numbersOf,
  openTiff,
  readDirectory,
} from './directories.js';
import { type DirectoryKind, exifName } from './exif-names.js';
import { makerNote } from './maker-note.js';
import { type NamedPicture, picturesOf } from './named-pictures.js';

/** Tags that lead to further directories of the same block (Exif 3.0, section 4.6.3; TIFF Technical Note 1). */
const LEADS: ReadonlyMap<number, DirectoryKind> = new Map([
  [0x8769, 'exif'],
  [0x8825, 'gps'],
  [0x014a, 'main'],
]);

/** Tags whose values are whole blocks (XMP specification, part 3; TIFF/EP; Photoshop's TIFF notes). */
const NESTED: ReadonlyMap<number, 'xmp' | 'iptc' | 'photoshop'> = new Map([
  [0x02bc, 'xmp'],
  [0x83bb, 'iptc'],
  [0x8649, 'photoshop'],
]);

const MAKE = 0x010f;
const MODEL = 0x0110;
const MAKER_NOTE = 0x927c;

/** Directories of one block: more than any camera writes, and a bound for a chain that bites its tail. */
const MAX_DIRECTORIES = 64;
/** Directories that one tag leads to. */
const MAX_LEADS = 16;

/** Longest list of numbers that is kept; positions have three, and nothing else that is looked at has more. */
const MAX_NUMBERS = 4;

export interface TiffReading {
  readonly tags: readonly Tag[];
  /** Blocks of other languages that stand in tags of this one. */
  readonly blocks: readonly Block[];
  /** Thumbnails and previews that the directories and the maker's note name. */
  readonly pictures: readonly NamedPicture[];
  /** Every directory was read to its end. */
  readonly isComplete: boolean;
}

/** Reads a block that begins with its byte order mark. Throws where it is none. */
export function readTiff({ bytes, isWholeFile }: Extract<Block, { kind: 'tiff' }>): TiffReading {
  const block = openTiff(bytes);
  if (!block) throw new MalformedError('no byte order mark');
  const tags: Tag[] = [];
  const blocks: Block[] = [];
  const pictures: NamedPicture[] = [];
  let isComplete = true;
  const camera = { make: '', model: '' };
  const open: { kind: DirectoryKind; start: number; isFirst: boolean }[] = [
    { kind: 'main', start: firstDirectory(block), isFirst: true },
  ];
  const seen = new Set<number>([0]);
  for (let place = open.shift(); place; place = open.shift()) {
    const { kind, start, isFirst } = place;
    if (seen.has(start)) continue;
    if (seen.size > MAX_DIRECTORIES) return { tags, blocks, pictures, isComplete: false };
    seen.add(start);
    const { fields, next, isWhole } = readDirectory(block, start);
    isComplete &&= isWhole;
    const further: typeof open = [];
    for (const field of fields) {
      const lead = LEADS.get(field.tag);
      const nested = NESTED.get(field.tag);
      if (field.tag === MAKE) camera.make ||= fieldText(field);
      if (field.tag === MODEL) camera.model ||= fieldText(field);
      if (lead)
        further.push(
          ...numbersOf(field, block.isLittle, MAX_LEADS).map((at) => ({ kind: lead, start: at, isFirst: false })),
        );
      else if (nested) blocks.push({ kind: nested, bytes: field.bytes });
      else if (field.tag === MAKER_NOTE) {
        const note = makerNote(block, field.bytes, camera);
        tags.push(...note.tags);
        pictures.push(...note.pictures);
      } else tags.push(...toTags(kind, field, block.isLittle));
    }
    if (kind === 'main') {
      pictures.push(...picturesOf(block, fields, { isFirst, isWholeFile: isWholeFile === true }));
      if (next !== 0) further.push({ kind, start: next, isFirst: false });
    }
    open.unshift(...further);
  }
  return { tags, blocks, pictures, isComplete };
}

function toTags(kind: DirectoryKind, field: Field, isLittle: boolean): Tag[] {
  const name = exifName(kind, field.tag);
  const value = plainValue(name, field, isLittle);
  return value === null ? [] : [{ block: 'exif', name, within: [], value }];
}

function plainValue(name: string, field: Field, isLittle: boolean): Tag['value'] | null {
  if (isText(field)) return fieldText(field);
  if (isBytes(field) && field.count > 1) return textOfBytes(name, field.bytes);
  return field.count <= MAX_NUMBERS ? numbersOf(field, isLittle, MAX_NUMBERS) : null;
}

/** Names of tags that Windows writes in 16-bit characters. */
const WIDE_TEXT = /^XP(Title|Comment|Author|Keywords|Subject)$/;

/** Text in a tag made for bytes: with Exif's eight letters for the character set, or plain. Null where it is no text. */
function textOfBytes(name: string, bytes: Uint8Array): string | null {
  if (WIDE_TEXT.test(name)) return new TextDecoder('utf-16le').decode(bytes);
  const charset = asciiAt(bytes, 0, 8);
  if (charset === 'UNICODE\0') return decodeWide(bytes.subarray(8));
  if (charset === 'JIS\0\0\0\0\0') return new TextDecoder('iso-2022-jp').decode(bytes.subarray(8));
  const rest = /^(ASCII\0\0\0|\0{8})/.test(charset) ? bytes.subarray(8) : bytes;
  if (!rest.every((byte) => byte >= 0x20 || byte === 0 || (byte >= 0x09 && byte <= 0x0d))) return null;
  const text = cleanText(decodeText(rest));
  return text.length > 1 ? text : null;
}

/** Writers disagree on the byte order; in Latin text the zeros tell. */
function decodeWide(bytes: Uint8Array): string {
  const zeros = (parity: number) => bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  return new TextDecoder(zeros(0) > zeros(1) ? 'utf-16be' : 'utf-16le').decode(bytes);
}
