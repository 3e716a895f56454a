// AVI, the videos of cameras before phones: chunks of a RIFF file (Microsoft's "AVI RIFF File
// Reference"), some with texts, some with a camera's notes.
import { PhotoError } from '../../errors.js';
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { ReadBudget } from '../read-budget.js';
import { riffChunks } from '../riff/chunks.js';
import { decodeText, type Tag } from '../tag.js';
import { type TiffBlock, tiffBlock } from '../tiff/directories.js';
import { readTiff } from '../tiff/exif.js';
import { makerNote } from '../tiff/maker-note.js';
import type { VideoDescription } from '../video-description.js';

/**
 * Lists that are opened, by their four letters: the header with its streams, texts, and what
 * cameras keep.
 */
const LISTS = new Set(['hdrl', 'strl', 'INFO', 'exif', 'hydt', 'pntx']);

/** The file, its header, a stream and what is in that; cameras' own lists are less deep. */
const MAX_DEPTH = 8;

/**
 * Chunks whose text is known by name: of INFO (Microsoft's RIFF MCI) and of the list `exif` (Exif
 * 2.32, table 32).
 */
const NAMES: Readonly<Record<string, string>> = {
  IDIT: 'IDIT',
  ICRD: 'ICRD',
  IART: 'IART',
  IENG: 'IENG',
  ISFT: 'ISFT',
  INAM: 'INAM',
  ICMT: 'ICMT',
  ICOP: 'ICOP',
  ISBJ: 'ISBJ',
  IKEY: 'IKEY',
  ecor: 'ecor',
  emdl: 'emdl',
};

/** Of a stream: EXIF after eight bytes, as some cameras write. */
const STREAM_NOTE = 'strd';
const STREAM_NOTE_HEADER_BYTES = 8;
/** A maker's note as it is in EXIF. */
const NOTES = new Set(['hymn', 'mknt', 'emnt']);

interface AviWalk {
  readonly file: ByteReader;
  readonly budget: ReadBudget;
  readonly tags: Tag[];
}

/** Damage is no error. Throws PhotoError where the disk fails. */
export function describeAvi(file: ByteReader): VideoDescription {
  const tags: Tag[] = [];
  let isComplete = true;
  try {
    readChunks({ file, budget: new ReadBudget(), tags }, { start: 0, end: file.length });
  } catch (error) {
    // The disk's, not the file's fault. Other errors are not kept: messages of parsers quote the
    // file.
    if (error instanceof PhotoError) throw error;
    isComplete = false;
  }
  return { tags, isComplete, attachments: [], movingTrack: null };
}

/** Throws MalformedError where the chunks break off, after all that could be read. */
function readChunks(walk: AviWalk, range: ByteRange, depth = 0): void {
  const { file, budget, tags } = walk;
  if (depth > MAX_DEPTH) throw file.malformed('lists are nested too deep', range.start);
  for (const chunk of riffChunks(file, range, budget)) {
    const { type, start, end, at, isBroken } = chunk;
    // The frames themselves, in the list `movi`, are skipped.
    if (type === 'RIFF' || (type === 'LIST' && LISTS.has(file.latin1(start, 4))))
      readChunks(walk, { start: start + 4, end }, depth + 1);
    else if (Object.hasOwn(NAMES, type) || NOTES.has(type) || type === STREAM_NOTE)
      readChunk(type, budget.read(file, chunk), tags);
    if (isBroken) throw file.malformed('a chunk reaches past the end', at);
  }
}

function readChunk(type: string, bytes: Uint8Array, tags: Tag[]): void {
  const name = NAMES[type];
  if (name) tags.push({ block: 'video', name, within: [], value: timeOrText(decodeText(bytes)) });
  else if (NOTES.has(type))
    tags.push(...makerNote(noteBlock(bytes), { start: 0, end: bytes.length }, { make: '', model: '' }).tags);
  else if (/^(II|MM)/.test(readerOf(bytes).latin1(STREAM_NOTE_HEADER_BYTES, 2)))
    tags.push(...readTiff({ kind: 'tiff', bytes: bytes.subarray(STREAM_NOTE_HEADER_BYTES) }).tags);
}

function noteBlock(bytes: Uint8Array): TiffBlock {
  return tiffBlock(readerOf(bytes, true));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** C's `asctime` has the year last; other texts stay what they are. */
function timeOrText(text: string): string {
  const [, month = '', day = '', time = '', year = ''] =
    /^[A-Z]{3} ([A-Z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/i.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  return number > 0 ? `${year}-${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')} ${time}` : text;
}
