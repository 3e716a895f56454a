// A video with nothing but its pictures and its sound. The tables are written anew; the samples are
// copied as they are, and those of other tracks are left out.
import { type ByteRange, type ByteReader, MalformedError } from '../byte-reader.js';
import { CleanError, type Kept, type Piece } from '../clean-copy.js';
import { type Box, boxesIn, boxOf } from '../isobmff/boxes.js';
import { boxWith, fullBox, numbered } from '../isobmff/write.js';
import { type Chunk, trackChunks } from './chunks.js';
import { cleanEntries } from './clean-entries.js';

/** Handlers of pictures and sound. */
const MEDIA: ReadonlySet<string> = new Set(['vide', 'soun']);
const HANDLER_AT = 8;

/** Bit of a track's flags that a player plays it. */
const ENABLED = 1;

/** What tells how samples are decoded and when each is shown (ISO/IEC 14496-12). */
const KEPT_IN_TRACK: ReadonlySet<string> = new Set(['tkhd', 'edts', 'tapt', 'mdia']);
const KEPT_IN_MEDIA: ReadonlySet<string> = new Set(['mdhd', 'elng', 'hdlr', 'minf']);
const KEPT_IN_INFORMATION: ReadonlySet<string> = new Set(['vmhd', 'smhd', 'gmhd', 'nmhd', 'hdlr', 'dinf', 'stbl']);
const KEPT_IN_TABLE: ReadonlySet<string> = new Set([
  ...['stsd', 'stts', 'ctts', 'cslg', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp', 'sgpd', 'sbgp'],
]);

/** From here on, offsets do not fit into four bytes. */
const MAX_SHORT = 0xffff_ffff;

interface Track {
  readonly trak: Box;
  /** `vide` or `soun`. */
  readonly handler: string;
  readonly isOn: boolean;
  readonly chunks: readonly Chunk[];
  /** Where each chunk begins in the copy, in bytes from the start of the media data. */
  readonly places: number[];
}

/**
 * @throws CleanError where the tables are broken or in another form
 */
export function cleanMp4(file: ByteReader, kept: Kept): readonly Piece[] {
  try {
    return cleaned(file, kept);
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
}

function cleaned(file: ByteReader, kept: Kept): readonly Piece[] {
  const top = [...boxesIn(file)];
  const [ftyp, moov] = [boxOf(top, 'ftyp'), boxOf(top, 'moov')];
  if (top.some(({ type }) => type === 'moof')) throw new CleanError('fragments');
  if (!moov) throw new CleanError('damaged');
  const inside = [...boxesIn(file, moov)];
  const header = boxOf(inside, 'mvhd');
  if (boxOf(inside, 'cmov')) throw new CleanError('old-compression');
  if (boxOf(inside, 'mvex')) throw new CleanError('fragments');
  if (!header) throw new CleanError('damaged');
  const tracks = shownTracks(inside.filter(({ type }) => type === 'trak').flatMap((trak) => mediaTrack(file, trak)));
  if (tracks.length === 0) throw new CleanError('damaged');
  const data = placeChunks(tracks, file.length);
  const length = data.reduce((sum, { start, end }) => sum + end - start, 0);
  const head = ftyp ? file.bytes(ftyp.at, ftyp.end) : new Uint8Array();
  const isLong = length + file.length > MAX_SHORT;
  const tables = (start: number) =>
    boxWith(
      'moov',
      headerOf(file, header, kept),
      ...tracks.map((track) => trackOf(file, track, { start, isLong, kept })),
    );
  const dataHeader = isLong
    ? Buffer.concat([numbered(4, 1), Buffer.from('mdat', 'latin1'), numbered(8, length + 16)])
    : Buffer.concat([numbered(4, length + 8), Buffer.from('mdat', 'latin1')]);
  const start = head.length + tables(0).length + dataHeader.length;
  return [head, tables(start), dataHeader, ...data];
}

/**
 * Those that play: a track that is off does not. Programs choose differently between two pictures.
 */
function shownTracks(tracks: readonly Track[]): Track[] {
  const pictures = tracks.filter(({ handler }) => handler === 'vide');
  const on = pictures.filter(({ isOn }) => isOn);
  if (on.length > 1) throw new CleanError('two-pictures');
  const [shown = pictures[0]] = on;
  return tracks.filter((track) => (track.handler === 'vide' ? track === shown : track.isOn));
}

function mediaTrack(file: ByteReader, trak: Box): Track[] {
  const inTrack = [...boxesIn(file, trak)];
  const [mdia, header] = [boxOf(inTrack, 'mdia'), boxOf(inTrack, 'tkhd')];
  const media = mdia ? [...boxesIn(file, mdia)] : [];
  const handler = boxOf(media, 'hdlr');
  const type = handler ? file.latin1(handler.start + HANDLER_AT, 4) : '';
  if (!MEDIA.has(type)) return [];
  const minf = boxOf(media, 'minf');
  const stbl = minf && boxOf([...boxesIn(file, minf)], 'stbl');
  if (!minf || !stbl) throw new CleanError('damaged');
  const isOn = header !== undefined && (file.u32(header.start) & ENABLED) !== 0;
  return [{ trak, handler: type, isOn, chunks: trackChunks(file, [...boxesIn(file, stbl)]), places: [] }];
}

/** In the order of the original, so that players need not seek. */
function placeChunks(tracks: readonly Track[], fileLength: number): ByteRange[] {
  const all = tracks.flatMap((track) => track.chunks.map((chunk, index) => ({ track, chunk, index })));
  all.sort((a, b) => a.chunk.start - b.chunk.start);
  let at = 0;
  for (const { track, chunk, index } of all) {
    if (chunk.end > fileLength) throw new CleanError('damaged');
    track.places[index] = at;
    at += chunk.end - chunk.start;
    // Chunks that share bytes would make the copy longer than any limit.
    if (at > fileLength) throw new CleanError('damaged');
  }
  return all.map(({ chunk }) => chunk);
}

interface Writing {
  /** Offset of the media data in the copy. */
  readonly start: number;
  readonly isLong: boolean;
  readonly kept: Kept;
}

function trackOf(file: ByteReader, track: Track, writing: Writing): Uint8Array {
  return listOf(file, track.trak, KEPT_IN_TRACK, (box) => {
    if (box.type === 'tkhd') return headerOf(file, box, writing.kept);
    return box.type === 'mdia' ? mediaOf(file, box, track, writing) : null;
  });
}

function mediaOf(file: ByteReader, mdia: Box, track: Track, writing: Writing): Uint8Array {
  return listOf(file, mdia, KEPT_IN_MEDIA, (box) => {
    if (box.type === 'mdhd') return headerOf(file, box, writing.kept);
    if (box.type === 'hdlr') return handlerOf(file, box);
    return box.type === 'minf' ? informationOf(file, box, track, writing) : null;
  });
}

function informationOf(file: ByteReader, minf: Box, track: Track, writing: Writing): Uint8Array {
  return listOf(file, minf, KEPT_IN_INFORMATION, (box) => {
    if (box.type === 'hdlr') return handlerOf(file, box);
    if (box.type === 'dinf') return referencesOf(file, box);
    return box.type === 'stbl' ? tableOf(file, box, track, writing) : null;
  });
}

function tableOf(file: ByteReader, stbl: Box, { places, handler }: Track, { start, isLong }: Writing): Uint8Array {
  return listOf(file, stbl, KEPT_IN_TABLE, (box) => {
    if (box.type === 'stsd') return cleanEntries(file, box, handler);
    if (box.type !== 'stco' && box.type !== 'co64') return null;
    const offsets = places.map((place) => start + place);
    const table = numbered(isLong ? 8 : 4, ...offsets);
    return fullBox(isLong ? 'co64' : 'stco', 0, 0, numbered(4, offsets.length), table);
  });
}

/** A list with some of its boxes, each as `changed` gives it, or as it is. */
function listOf(
  file: ByteReader,
  list: Box,
  kept: ReadonlySet<string>,
  changed: (box: Box) => Uint8Array | null,
): Uint8Array {
  const boxes = [...boxesIn(file, list)].filter(({ type }) => kept.has(type));
  return boxWith(list.type, ...boxes.map((box) => changed(box) ?? file.bytes(box.at, box.end)));
}

/** Offset of the times in the header of a video, a track or its media: after version and flags. */
const TIMES_AT = 4;

/** With zeros for the times at which it was made and changed. */
function headerOf(file: ByteReader, box: Box, { hasTimes }: Kept): Uint8Array {
  const content = Buffer.from(file.bytes(box.start, box.end));
  const size = content[0] === 1 ? 16 : 8;
  if (!hasTimes) content.fill(0, TIMES_AT, TIMES_AT + size);
  return boxWith(box.type, content);
}

/** Version, flags, type, handler; without the maker and the name. */
function handlerOf(file: ByteReader, { start }: Box): Uint8Array {
  return boxWith('hdlr', file.bytes(start, start + 12), Buffer.alloc(12), Buffer.alloc(1));
}

/** The samples are in this file. */
function referencesOf(file: ByteReader, dinf: Box): Uint8Array {
  const dref = boxOf([...boxesIn(file, dinf)], 'dref');
  const entries = dref ? [...boxesIn(file, { start: dref.start + 8, end: dref.end })] : [];
  if (entries.some(({ start }) => (file.u32(start) & 1) === 0)) throw new CleanError('external-data');
  const inThisFile = entries.map(({ type }) => fullBox(type, 0, 1));
  return boxWith('dinf', fullBox('dref', 0, 0, numbered(4, inThisFile.length), ...inThisFile));
}
