// One track of a video: what kind it is, and what its samples state, unless they are pictures or
// sound.
import { PhotoError } from '../../errors.js';
import type { ByteReader } from '../byte-reader.js';
import { type Box, boxesIn, boxOf } from '../isobmff/boxes.js';
import type { ReadBudget } from '../read-budget.js';
import { cleanText } from '../tag.js';
import { type TelemetryReader, videoTag } from '../telemetry/reading.js';
import { plainText } from '../telemetry/track-text.js';
import { type TrackKind, trackKind } from '../telemetry/tracks.js';
import type { HarmlessParts } from './despite-name.js';
import type { VideoFindings } from './findings.js';
import { MAX_TEXTS, samplesIn } from './samples.js';

/** Bytes of one sample that are read. A second of all sensors of a camera has some 50,000. */
const MAX_SAMPLE_BYTES = 524_288;

/** Offset of the handler's type in its box. */
const HANDLER_AT = 8;

/** Offset of the name of the handler, which editors let people choose. */
const NAME_AT = 24;

/** Offset of the first sample entry in its table. */
const ENTRY_AT = 8;

/**
 * @param trak the boxes of the track
 * @throws MalformedError where its structure breaks off
 */
export function readTrack(
  found: VideoFindings,
  file: ByteReader,
  trak: readonly Box[],
  budget: ReadBudget,
  harmless: HarmlessParts,
): void {
  const mdia = boxOf(trak, 'mdia');
  const media = mdia ? [...boxesIn(file, mdia)] : [];
  const [handler, minf] = [boxOf(media, 'hdlr'), boxOf(media, 'minf')];
  const stblBox = minf && boxOf([...boxesIn(file, minf)], 'stbl');
  const stbl = stblBox ? [...boxesIn(file, stblBox)] : [];
  const stsd = boxOf(stbl, 'stsd');
  const [entry] = stsd ? boxesIn(file, { start: stsd.start + ENTRY_AT, end: stsd.end }) : [];
  if (handler) addName(found, file.bytes(Math.min(handler.start + NAME_AT, handler.end), handler.end));
  const type = handler ? file.latin1(handler.start + HANDLER_AT, 4) : '';
  const kind = trackKind({
    handler: type,
    coding: entry?.type ?? '',
    entry: entry ? budget.read(file, entry) : new Uint8Array(),
  });
  if (kind === null) attempt(() => readHarmless(harmless, type, file, stbl, budget));
  if (kind === null || (!entry && !handler)) return;
  const bytes = contentBytes(file, stbl);
  if (bytes === 0) found.emptyTracks.push(kind);
  else if (kind.read) readSamples(found, { ...kind, read: kind.read }, file, stbl, budget);
  else if (bytes >= MIN_CONTENT_BYTES) found.noteTrack(kind);
}

/**
 * Words of which programs and cameras make these names. No word is made of others, so that a text
 * is read in one way only.
 */
const USUAL_NAME =
  /^#?(?:(?:core|media|apple|mainconcept|gopro|l-smash|gpac|bento4|dji|ambarella|eti|iso|isomedia|file|produced|by|google|inc|created|on|alias|data|video|vid|vide|sound|soun|snd|audio|aud|meta|metad|text|txt|subtitles?|hint|pict|picture|image|sequence|libavif|avif|heif|heic|timed?|code|chapters?|closed|caption|stereo|mono|surround|handler?|muxer|avc1?|hevc|hvc1|aac|mp4|h\.?26[45]|tcd|met|sos|fdsc|gpmd|coding|encoder|track|twitter|vork|eng|und|\d{1,4})(?:[\s.,:/_#()-]+|(?=[A-Z])|(?<=video|sound|audio|meta|metad|data|text|subtitle|hint|alias)(?=handle)|$))*$/i;

/** Characters of the longest of them. */
const MAX_USUAL = 100;

/** A name ends with NUL, or begins with its length. */
function addName(found: VideoFindings, bytes: Uint8Array): void {
  const isCounted = bytes.length > 1 && bytes[0] === bytes.length - 1;
  const text = cleanText(plainText(isCounted ? bytes.subarray(1) : bytes) ?? '');
  if (text !== '' && (text.length > MAX_USUAL || !USUAL_NAME.test(text))) found.add(videoTag('hdlr', text));
}

/** Tracks of pictures and sound, of which the first samples are enough. */
const MEDIA: ReadonlySet<string> = new Set(['vide', 'soun', 'pict', 'auxv']);
const MEDIA_SAMPLES = 16;

/** Bytes of one sample, which is pictures, sound, or a time. */
const HARMLESS_BYTES = 4096;

/** What should be pictures, sound or times, and may be a text. */
function readHarmless(
  harmless: HarmlessParts,
  type: string,
  file: ByteReader,
  stbl: readonly Box[],
  budget: ReadBudget,
): void {
  let count = 0;
  for (const { start, end } of samplesIn(file, stbl, budget)) {
    if (MEDIA.has(type) && ++count > MEDIA_SAMPLES) return;
    harmless.range('track', { start, end: Math.min(end, start + HARMLESS_BYTES) }, true);
  }
}

/** Samples are read until one states a place; the others are further on the same way. */
function readSamples(
  found: VideoFindings,
  kind: TrackKind & { readonly read: TelemetryReader },
  file: ByteReader,
  stbl: readonly Box[],
  budget: ReadBudget,
): void {
  let isUnread = false;
  const isText = kind.name === 'subtitle';
  const most = isText ? MAX_TEXTS : undefined;
  for (const { start, end } of samplesIn(file, stbl, budget, most)) {
    if (end - start < MIN_SAMPLE_BYTES) continue;
    const reading = attempt(() =>
      kind.read(budget.read(file, { start, end: Math.min(end, start + MAX_SAMPLE_BYTES) })),
    );
    if (reading) found.add(...reading.tags);
    const [place] = reading?.places ?? [];
    if (place) {
      found.addTelemetry(kind.name, { places: [place], tags: [], isUnread: false });
      return;
    }
    isUnread ||= reading?.isUnread ?? true;
  }
  if (isUnread) found.noteTrack(kind);
  else if (isText && contentCount(file, stbl) > MAX_TEXTS) found.unknownParts.add(kind.name);
}

/** Fewer bytes are a mark of silence. */
const MIN_SAMPLE_BYTES = 4;

/** Null where a sample is damaged. The error is dropped: messages of parsers quote the file. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PhotoError) throw error;
    return null;
  }
}

/** Fewer bytes in a track of an unknown kind hold nothing. */
const MIN_CONTENT_BYTES = 16;

/** Samples by the tables. */
function contentCount(file: ByteReader, stbl: readonly Box[]): number {
  const sizes = boxOf(stbl, 'stsz');
  return sizes ? file.u32(sizes.start + 8) : 0;
}

/** A lower bound of the bytes of all samples; 0 where the tables name none. */
function contentBytes(file: ByteReader, stbl: readonly Box[]): number {
  const sizes = boxOf(stbl, 'stsz') ?? boxOf(stbl, 'stz2');
  if (!sizes) return 0;
  const [common, count] = [file.u32(sizes.start + 4), file.u32(sizes.start + 8)];
  if (count === 0 || sizes.type === 'stz2') return count * MIN_CONTENT_BYTES;
  return common > 0 ? common * count : Math.max(count, file.u32(sizes.start + 12));
}
