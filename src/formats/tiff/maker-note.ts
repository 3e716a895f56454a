// Reads maker notes: the tags that name a device, a person or a place, the previews in them, and
// every text whose tag is unknown.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import { inMarkedOrder } from './byte-order.js';
import { readDirectory, type TiffBlock } from './directories.js';
import type { TiffField } from './field.js';
import { LAYOUTS, type Meaning, type NoteLayout, type NoteTags } from './maker-layouts.js';
import type { NamedPicture } from './named-pictures.js';
import { phaseOneSerial } from './phase-one.js';

export interface NoteReading {
  readonly tags: readonly Tag[];
  readonly pictures: readonly NamedPicture[];
}

/** The camera, by EXIF. */
export interface Camera {
  readonly make: string;
  readonly model: string;
}

const NOTHING: NoteReading = { tags: [], pictures: [] };

/** Longer than any header of a note. */
const HEADER_BYTES = 20;

/**
 * Notes of other makers are read only where they are plain text, and unreadable parts of a known
 * note are skipped. Programs that move EXIF break notes so often that damage in one says nothing
 * about the file. @param note its range in the block
 */
export function makerNote(block: TiffBlock, { start, end }: ByteRange, { make, model }: Camera): NoteReading {
  const beginning = block.reader.latin1(start, Math.min(HEADER_BYTES, end - start));
  const layout = LAYOUTS.find(
    ({ headers, make: by = /^/ }) => headers.some((header) => beginning.startsWith(header)) && by.test(make),
  );
  const serial = phaseOneSerial(block.reader.part(start, end));
  if (serial !== null) return { tags: toTag('SerialNumber', serial), pictures: [] };
  if (!layout) return plainNote(block.reader.bytes(start, Math.min(end, start + MAX_PLAIN_BYTES)));
  const note = openNote(layout, block, { start, end });
  return note ? readNote(note, layout, model) : NOTHING;
}

/** A note of plain text has some hundred bytes of settings in JSON, as phones write them. */
const MAX_PLAIN_BYTES = 65_536;

/** The text of a note that consists of nothing else. */
function plainNote(bytes: Uint8Array): NoteReading {
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  const tags = toTag('MakerNote', decodeText(bytes.subarray(0, end)));
  return end === 0 || bytes.subarray(0, end).includes(0) ? NOTHING : { tags, pictures: [] };
}

interface Note extends TiffBlock {
  /** Offset of the first directory of the note. */
  readonly start: number;
  /** Added to an offset in the note to get the offset in the EXIF block. */
  readonly shift: number;
}

/** Null where its byte order mark is invalid. */
function openNote({ base, directory, order }: NoteLayout, block: TiffBlock, { start, end }: ByteRange): Note | null {
  const reader = ordered(block.reader, order, { start, end }, directory);
  if (!reader) return null;
  if (base === 'block') return { ...block, reader, start: start + directory, shift: 0 };
  // Values may be after the note where a program has shortened its length.
  const shift = start + base;
  return reader.has(shift, 0) ? { ...block, reader: reader.part(shift), start: directory - base, shift } : null;
}

function ordered(
  block: ByteReader,
  order: NoteLayout['order'],
  { start, end }: ByteRange,
  directory: number,
): ByteReader | null {
  if (order === 'little-endian') return block.ordered(true);
  if (order === undefined) return block.ordered(isLittleByCount(block, start + directory, end));
  return start + order + 2 <= end ? inMarkedOrder(block, start + order) : null;
}

/**
 * Whether the note is little-endian: in the byte order of the block, unless that would make more
 * than 255 fields. Some programs change the byte order of a file and leave the note as it was.
 */
function isLittleByCount(block: ByteReader, at: number, end: number): boolean {
  const count = at + 2 <= end && block.has(at, 2) ? block.u16(at) : 0;
  return count > 0xff && (count & 0xff) === 0 ? !block.isLittle : block.isLittle;
}

function readNote(note: Note, { tags, maker }: NoteLayout, model: string): NoteReading {
  const found: Tag[] = [];
  const pictures: NamedPicture[] = [];
  readTags(note.start, tags);
  return { tags: found, pictures };

  /** Goes as deep as the known tags, and ends with the budget of the block. */
  function readTags(start: number, known: NoteTags): void {
    const { fields } = readDirectory(note, start);
    for (const field of fields) {
      const meaning = known.get(field.tag);
      if (typeof meaning === 'object') readTags(startOfDirectory(field), meaning);
      else found.push(...toTags(field, meaning, { maker, model }));
    }
    pictures.push(...previewsOf(note, fields, known));
  }
}

/** Either a number is the offset of the further directory, or the value is the directory itself. */
function startOfDirectory(field: TiffField): number {
  return field.isBytes ? field.start : (field.number ?? 0);
}

function toTags(
  field: TiffField,
  meaning: Exclude<Meaning, NoteTags> | undefined,
  { maker, model }: { readonly maker: string; readonly model: string },
): Tag[] {
  if (typeof meaning === 'function') return meaning(field, model).flatMap(({ name, text }) => toTag(name, text));
  if (meaning === undefined) return field.isText ? toTag(`${maker} ${field.tag}`, field.text()) : [];
  if (field.isText || (field.isBytes && field.count > 1)) return toTag(meaning, decodeText(field.bytes));
  return field.count === 1 ? toTag(meaning, `${field.number}`) : [];
}

/** Garbage from a note that was moved contains unprintable characters. */
function toTag(name: string, text: string): Tag[] {
  const printable = cleanText(text.replace(/\0.*$/s, ''));
  const isPlain = /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]+$/u.test(printable) && !printable.includes('\ufffd');
  return isPlain ? [{ block: 'maker', name, within: [], value: printable }] : [];
}

/** Fewer bytes are no picture: the value is a number or an offset. */
const MIN_PREVIEW_BYTES = 5;

/** Previews whose offset and length are in two tags, and previews that are a value. */
function previewsOf({ shift }: Note, fields: readonly TiffField[], known: NoteTags): NamedPicture[] {
  const ofMeaning = (meaning: string) => fields.find(({ tag }) => known.get(tag) === meaning);
  const number = (meaning: string): number => ofMeaning(meaning)?.number ?? 0;
  const value = ofMeaning('Preview');
  const ranges = [
    { start: number('PreviewStart'), length: number('PreviewLength') },
    ...(value ? [{ start: value.start, length: value.length }] : []),
  ];
  return ranges.flatMap(({ start, length }) =>
    start > 0 && length >= MIN_PREVIEW_BYTES
      ? [{ what: 'preview' as const, start: start + shift, length, isCopy: true }]
      : [],
  );
}
