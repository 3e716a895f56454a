// AVI, the videos of cameras before phones: chunks of a RIFF file (Microsoft's "AVI RIFF File Reference"), some with texts, some with a camera's notes.

import { type BoxFile, type Budget, contentOf } from '../isobmff/file-boxes.js';
import { asciiAt, MalformedError, slice, viewOf } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';
import type { TiffBlock } from '../tiff/directories.js';
import { readTiff } from '../tiff/exif.js';
import { makerNote } from '../tiff/maker-note.js';

const HEAD = 8;

/** Lists that are opened, by their four letters: the header with its streams, texts, and what cameras keep. */
const LISTS = new Set(['hdrl', 'strl', 'INFO', 'exif', 'hydt', 'pntx']);

/** Chunks whose text is known by name: of INFO (Microsoft's RIFF MCI) and of the list `exif` (Exif 2.32, table 32). */
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

/** Of a stream: EXIF behind eight bytes, as some cameras write. */
const STREAM_NOTE = 'strd';
const STREAM_NOTE_HEAD = 8;
/** A maker's note as it stands in EXIF. */
const NOTES = new Set(['hymn', 'mknt', 'emnt']);

interface Walk {
  readonly file: BoxFile;
  readonly budget: Budget;
  readonly tags: Tag[];
}

/** Reads the chunks into `tags`, so that what was read before damage is kept. Throws where the structure breaks off. */
export async function readAvi(walk: Walk): Promise<void> {
  await readChunks(walk, 0, walk.file.bytes);
}

async function readChunks(walk: Walk, start: number, end: number): Promise<void> {
  for (let at = start; at + HEAD <= end; ) {
    if (walk.budget.boxes-- <= 0) throw new MalformedError('more chunks than any camera writes');
    const head = await walk.file.read(at, HEAD + 4);
    const type = asciiAt(head, 0, 4);
    const size = viewOf(head).getUint32(4, true);
    const list = asciiAt(head, HEAD, 4);
    const content = { type, start: at + HEAD, end: Math.min(at + HEAD + size, end) };
    // The frames themselves, `movi`, are passed over.
    if (type === 'RIFF' || (type === 'LIST' && LISTS.has(list))) await readChunks(walk, content.start + 4, content.end);
    else if (Object.hasOwn(NAMES, type) || NOTES.has(type) || type === STREAM_NOTE)
      readChunk(type, await contentOf(walk.file, content, walk.budget), walk.tags);
    if (at + HEAD + size > end) throw new MalformedError('a chunk reaches past the end');
    at += HEAD + size + (size % 2);
  }
}

function readChunk(type: string, bytes: Uint8Array, tags: Tag[]): void {
  const name = NAMES[type];
  if (name) tags.push({ block: 'video', name, within: [], value: timeOrText(decodeText(bytes)) });
  else if (NOTES.has(type)) tags.push(...makerNote(noteBlock(bytes), bytes, { make: '', model: '' }).tags);
  else if (/^(II|MM)/.test(asciiAt(bytes, STREAM_NOTE_HEAD, 2)))
    tags.push(...readTiff({ kind: 'tiff', bytes: slice(bytes, STREAM_NOTE_HEAD, bytes.length) }).tags);
}

function noteBlock(bytes: Uint8Array): TiffBlock {
  return { bytes, isLittle: true };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** C's `asctime`, with the year last, is turned around. */
function timeOrText(text: string): string {
  const [, month = '', day = '', time = '', year = ''] =
    /^[A-Z]{3} ([A-Z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})/i.exec(text) ?? [];
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  return number > 0 ? `${year}-${`${number}`.padStart(2, '0')}-${day.padStart(2, '0')} ${time}` : text;
}
