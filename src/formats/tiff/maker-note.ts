// Camera makers' own notes: the tags that name a device, a person or a place, the previews they keep, and every text that nobody here knows.
import { asciiAt } from '../metadata-block.js';
import { cleanText, decodeText, type Tag } from '../tag.js';
import { type Field, fieldText, isBytes, isText, numbersOf, readDirectory, type TiffBlock } from './directories.js';
import { LAYOUTS, type Meaning, type NoteLayout, type NoteTags } from './maker-layouts.js';
import type { NamedPicture } from './named-pictures.js';

export interface NoteReading {
  readonly tags: readonly Tag[];
  readonly pictures: readonly NamedPicture[];
}

/** What EXIF says of the camera. */
export interface Camera {
  readonly make: string;
  readonly model: string;
}

const NOTHING: NoteReading = { tags: [], pictures: [] };

/**
 * `note` is a view into the block. Notes of other makers are not read, and what cannot be read of a known one is passed over:
 * programs that move EXIF break notes so often that it says nothing about the file.
 */
export function makerNote(block: TiffBlock, note: Uint8Array, { make, model }: Camera): NoteReading {
  const start = asciiAt(note, 0, 20);
  const layout = LAYOUTS.find(
    ({ heads, make: by = /^/ }) => heads.some((head) => start.startsWith(head)) && by.test(make),
  );
  return layout ? readNote(toBlock(layout, block, note), layout, model) : NOTHING;
}

interface Note extends TiffBlock {
  /** Where the note's first directory begins. */
  readonly start: number;
  /** What is added to a place in it for the place in the EXIF block. */
  readonly shift: number;
}

function toBlock({ base, directory, order }: NoteLayout, block: TiffBlock, note: Uint8Array): Note | null {
  const letters = typeof order === 'number' ? asciiAt(note, order, 2) : order;
  if (letters !== undefined && letters !== 'II' && letters !== 'MM') return null;
  const isLittle = letters === undefined ? guessOrder(block, note, directory) : letters === 'II';
  const at = note.byteOffset - block.bytes.byteOffset;
  if (base === 'block') return { bytes: block.bytes, isLittle, start: at + directory, shift: 0 };
  // Values may lie behind the note where a program has cut its length short.
  return { bytes: block.bytes.subarray(at + base), isLittle, start: directory - base, shift: at + base };
}

/** The block's, but where that would make more than 255 fields: some programs turn a file's byte order and leave the note as it was. */
function guessOrder({ isLittle }: TiffBlock, note: Uint8Array, directory: number): boolean {
  const [first = 0, second = 0] = note.subarray(directory);
  const high = isLittle ? second : first;
  const low = isLittle ? first : second;
  return high !== 0 && low === 0 ? !isLittle : isLittle;
}

/** Directories below the note's own: more than any maker writes. */
const MAX_DEPTH = 3;

function readNote(note: Note | null, { tags, maker }: NoteLayout, model: string): NoteReading {
  if (!note) return NOTHING;
  const found: Tag[] = [];
  const pictures: NamedPicture[] = [];
  readTags(note.start, tags, MAX_DEPTH);
  return { tags: found, pictures };

  function readTags(start: number, known: NoteTags, depth: number): void {
    if (!note) return;
    const { fields } = readDirectory(note, start);
    for (const field of fields) {
      const meaning = known.get(field.tag);
      if (typeof meaning === 'object') {
        if (depth > 0) readTags(placeOf(note, field), meaning, depth - 1);
      } else found.push(...toTags(note, field, meaning, { maker, model }));
    }
    pictures.push(...previewsOf(note, fields, known));
  }
}

/** Where a further directory begins: a number says it, or the value is the directory itself. */
function placeOf({ bytes, isLittle }: TiffBlock, field: Field): number {
  return isBytes(field) ? field.bytes.byteOffset - bytes.byteOffset : (numbersOf(field, isLittle, 1)[0] ?? 0);
}

function toTags(
  { isLittle }: TiffBlock,
  field: Field,
  meaning: Exclude<Meaning, NoteTags> | undefined,
  { maker, model }: { readonly maker: string; readonly model: string },
): Tag[] {
  if (typeof meaning === 'function')
    return meaning(field, isLittle, model).flatMap(({ name, text }) => toTag(name, text));
  if (meaning === undefined) return isText(field) ? toTag(`${maker} ${field.tag}`, fieldText(field)) : [];
  if (isText(field) || (isBytes(field) && field.count > 1)) return toTag(meaning, decodeText(field.bytes));
  return field.count === 1 ? toTag(meaning, `${numbersOf(field, isLittle, 1)[0]}`) : [];
}

/** Garbage from a note that was moved shows as unprintable characters. */
function toTag(name: string, text: string): Tag[] {
  const printable = cleanText(text.replace(/\0.*$/s, ''));
  const isPlain = /^[\p{L}\p{N}\p{P}\p{Zs}\p{S}]+$/u.test(printable) && !printable.includes('\ufffd');
  return isPlain ? [{ block: 'maker', name, within: [], value: printable }] : [];
}

/** Previews of which one tag says the place and another the length, or that are a value themselves. */
function previewsOf({ bytes, isLittle, shift }: Note, fields: readonly Field[], known: NoteTags): NamedPicture[] {
  const ofMeaning = (meaning: string) => fields.find(({ tag }) => known.get(tag) === meaning);
  const number = (meaning: string): number => {
    const field = ofMeaning(meaning);
    return (field && numbersOf(field, isLittle, 1)[0]) ?? 0;
  };
  const value = ofMeaning('Preview')?.bytes;
  const places = [
    { start: number('PreviewStart'), length: number('PreviewLength') },
    ...(value ? [{ start: value.byteOffset - bytes.byteOffset, length: value.length }] : []),
  ];
  return places.flatMap(({ start, length }) =>
    start > 0 && length > 4 ? [{ what: 'preview' as const, start: start + shift, length, isCopy: true }] : [],
  );
}
