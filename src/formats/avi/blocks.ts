// AVI, the videos of older cameras: chunks of a RIFF file (Microsoft's "AVI RIFF File Reference").
// Some chunks hold texts, some hold a maker note.
import { PhotoError } from '../../errors.js';
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { readManifestInto } from '../c2pa/collected.js';
import { HarmlessParts } from '../mp4/despite-name.js';
import { VideoFindings } from '../mp4/findings.js';
import { readUnknownBox } from '../mp4/unknown-box.js';
import { ReadBudget } from '../read-budget.js';
import { type RiffChunk, riffChunks } from '../riff/chunks.js';
import { decodeText, type Tag } from '../tag.js';
import { readGps0 } from '../telemetry/dash-cam.js';
import { readTextSample } from '../telemetry/subtitle.js';
import { type TiffBlock, tiffBlock } from '../tiff/directories.js';
import { readTiff } from '../tiff/exif.js';
import { makerNote } from '../tiff/maker-note.js';
import type { VideoDescription } from '../video-description.js';

/**
 * Types of the lists that are opened: the header with its streams, the texts, and lists of camera
 * makers.
 */
const LISTS = new Set(['hdrl', 'strl', 'INFO', 'exif', 'hydt', 'pntx']);

/** Headers, formats, indexes and names of streams; acceleration of dash cams. */
const HARMLESS = new Set([
  ...['avih', 'strh', 'strf', 'strn', 'vprp', 'indx', 'idx1', 'dmlh', 'odml', 'rec ', 'PAD ', 'segm', 'gsen', 'gsea'],
  ...['ISMP', 'DISP'],
]);

/** Padding, in which programs leave what was in memory. It counts where it is a place or a text. */
const JUNK = new Set(['JUNK', 'junk', 'JUNQ']);
/** A dash cam keeps its places there. */
const JUNK_OF_PLACES = /^0G(?:DA|PS)/;
/** Pentax keeps a thumbnail of the first frame there. */
const JUNK_WITH_THUMBNAIL = /^PENTDigi/;

const GPS0 = 'gps0';

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

/** C2PA specification 2.1, section A.3.6. */
const MANIFEST = 'C2PA';

interface AviWalk {
  readonly file: ByteReader;
  readonly budget: ReadBudget;
  readonly found: VideoFindings;
  readonly harmless: HarmlessParts;
  /** The frames, and the texts between them. */
  frames: RiffChunk | null;
  hasTexts: boolean;
}

/** Damage is no error. Throws PhotoError where the disk fails. */
export function describeAvi(file: ByteReader): VideoDescription {
  const found = new VideoFindings();
  const harmless = new HarmlessParts(file, found);
  const walk: AviWalk = { file, budget: new ReadBudget(), found, harmless, frames: null, hasTexts: false };
  try {
    readChunks(walk, { start: 0, end: file.length });
  } catch (error) {
    // The disk is at fault, not the file. Other errors are dropped: messages of parsers quote the
    // file.
    if (error instanceof PhotoError) throw error;
    found.isComplete = false;
  }
  if (walk.hasTexts && walk.frames) readTexts(walk, walk.frames);
  const { tags, isComplete, attachments, unreadPlaces, unknownParts } = found;
  return { tags, isComplete, attachments, unreadPlaces: [...unreadPlaces], unknownParts: [...unknownParts] };
}

/** Throws MalformedError where the chunks break off, after everything before that was read. */
function readChunks(walk: AviWalk, range: ByteRange, depth = 0): void {
  const { file, budget } = walk;
  if (depth > MAX_DEPTH) throw file.malformed('lists are nested too deep', range.start);
  for (const chunk of riffChunks(file, range, budget)) {
    const { type, start, end, at, isBroken } = chunk;
    const list = type === 'LIST' ? file.latin1(start, 4) : '';
    // The list `movi` is skipped: it holds the frames.
    if (list === 'movi') walk.frames ??= chunk;
    else if (type === 'RIFF' || LISTS.has(list)) readChunks(walk, { start: start + 4, end }, depth + 1);
    else if (!HARMLESS.has(list)) readOne(walk, chunk);
    if (type === 'strh') walk.hasTexts ||= !MEDIA.has(file.latin1(start, 4));
    if (isBroken) throw file.malformed('a chunk reaches past the end', at);
  }
}

/** Types of streams with pictures or sound. Others hold texts. */
const MEDIA = new Set(['vids', 'auds', 'iavs', 'mids']);

function readOne({ file, budget, found, harmless }: AviWalk, chunk: RiffChunk): void {
  const { type, start } = chunk;
  if (Object.hasOwn(NAMES, type) || NOTES.has(type) || type === STREAM_NOTE)
    found.add(...readChunk(type, budget.read(file, chunk)));
  else if (type === MANIFEST) readManifestInto(found, budget.read(file, chunk), start);
  else if (type === GPS0) found.readTelemetry(GPS0, () => readGps0(budget.read(file, chunk)));
  else if (JUNK.has(type)) {
    const probe = new VideoFindings();
    readUnknownBox(probe, type, file, chunk, budget);
    found.add(...probe.tags.filter(({ value }) => typeof value !== 'string'));
    harmless.range(type, chunk, JUNK_WITH_THUMBNAIL.test(file.latin1(start, 8)));
    if (JUNK_OF_PLACES.test(file.latin1(start, 4))) found.unreadPlaces.add('box');
  } else if (HARMLESS.has(type)) harmless.range(type, chunk);
  else readUnknownBox(found, type, file, chunk, budget);
}

/** Chunks between the frames that are passed, and those with text that are read. */
const [MAX_PASSED, MAX_TEXTS] = [20_000, 64];

/** A stream of texts: its chunks are named by its number and `tx`. */
function readTexts({ file, found }: AviWalk, frames: RiffChunk): void {
  let [passed, texts, isUnread] = [0, 0, false];
  for (const { type, start, end } of riffChunks(file, { start: frames.start + 4, end: frames.end })) {
    if (++passed > MAX_PASSED || texts >= MAX_TEXTS) break;
    if (!/^\d\dtx$/.test(type) || end - start > MAX_TEXT_BYTES) continue;
    texts++;
    const reading = readTextSample(file.bytes(start, end));
    if (found.addTelemetry('subtitle', { ...reading, isUnread: false })) return;
    isUnread ||= reading.isUnread;
  }
  if (isUnread || texts === 0) found.unreadPlaces.add('subtitle');
}

const MAX_TEXT_BYTES = 65_536;

function readChunk(type: string, bytes: Uint8Array): readonly Tag[] {
  const name = NAMES[type];
  if (name) return [{ block: 'video', name, within: [], value: timeOrText(decodeText(bytes)) }];
  if (NOTES.has(type))
    return makerNote(noteBlock(bytes), { start: 0, end: bytes.length }, { make: '', model: '' }).tags;
  const isExif = /^(II|MM)/.test(readerOf(bytes).latin1(STREAM_NOTE_HEADER_BYTES, 2));
  return isExif ? readTiff({ kind: 'tiff', bytes: bytes.subarray(STREAM_NOTE_HEADER_BYTES) }).tags : [];
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
