// AVI, the videos of older cameras: chunks of a RIFF file (Microsoft's "AVI RIFF File Reference").
// Some chunks hold texts, some hold a maker note.
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
 * Types of the lists that are opened: the header with its streams, the texts, and lists of camera
 * makers.
 */
const LISTS = new Set(['hdrl', 'strl', 'INFO', 'exif', 'hydt', 'pntx']);

/**
 * The file, its header, a stream and its content. The lists of camera makers are nested less
 * deeply.
 */
const MAX_DEPTH = 8;

/**
 * Names of the chunks that hold a text, from INFO (Microsoft's RIFF MCI) and from the list `exif`
 * (Exif 2.32, table 32).
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

/** In a stream header: EXIF after eight bytes, as some cameras write it. */
const STREAM_NOTE = 'strd';
const STREAM_NOTE_HEADER_BYTES = 8;
/** A maker note as in EXIF. */
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
    // The disk is at fault, not the file. Other errors are dropped: messages of parsers quote the
    // file.
    if (error instanceof PhotoError) throw error;
    isComplete = false;
  }
  return { tags, isComplete, attachments: [] };
}

/** Throws MalformedError where the chunks break off, after everything before that was read. */
function readChunks(walk: AviWalk, range: ByteRange, depth = 0): void {
  const { file, budget, tags } = walk;
  if (depth > MAX_DEPTH) throw file.malformed('lists are nested too deep', range.start);
  for (const chunk of riffChunks(file, range, budget)) {
    const { type, start, end, at, isBroken } = chunk;
    // The list `movi` is skipped: it holds the frames.
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

/** C's `asctime` puts the year last. Other texts are returned unchanged. */
function timeOrText(text: string): string {
  const [, month = '', day = '', time = '', year = ''] =
    /^[A-Z]{3} ([A-Z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/i.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  return number > 0 ? `${year}-${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')} ${time}` : text;
}
