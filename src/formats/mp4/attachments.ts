// What a video's file holds beside the video: bytes behind its last box, boxes that no standard names, cover pictures. Nothing of it is read whole.
import type { Attachment } from '../attachment.js';
import { readBoxes } from '../isobmff/block-boxes.js';
import type { BoxFile } from '../isobmff/file-boxes.js';
import { asciiAt } from '../metadata-block.js';

/** Boxes at the top of a video (ISO/IEC 14496-12, QuickTime File Format, DASH), and a camera maker's for its own settings. */
const TOP =
  /^(?:ftyp|moov|mdat|free|skip|wide|uuid|udta|meta|moof|mfra|sidx|styp|ssix|prft|pdin|emsg|pnot|PICT|clip|jumb|mpvd|sefd|beam|junk|imda)$/;

/** Bytes looked at to tell padding from data. */
const LOOKED_AT = 512;

/** A stray line end or counter is no data. */
const SMALLEST = 8;

/** Whether a standard knows a box of this type at the top of a video. */
export const isTopBox = (type: string): boolean => TOP.test(type);

/** Boxes of unknown types between known ones. @param before behind the known box before them @param at where the next begins */
export function between(before: number, at: number): Attachment[] {
  // A long head is 8 bytes more.
  return at - before > 2 * SMALLEST ? [{ ...UNKNOWN, offset: before, bytes: at - before }] : [];
}

const UNKNOWN = { what: 'unknown', isProved: false, isNamed: false } as const;

/** What lies between the last box and the end of the file; zeros are padding. */
export async function behindLastBox(file: BoxFile, from: number): Promise<Attachment[]> {
  const length = file.bytes - from;
  if (length < SMALLEST) return [];
  const first = await file.read(from, Math.min(length, LOOKED_AT));
  if (first.every((byte) => byte === 0)) return [];
  const end = await file.read(file.bytes - 4, 4);
  // Samsung's own bookkeeping (formats/trailers/samsung.ts).
  const isVendor = asciiAt(end, 0, 4) === 'SEFT';
  return [{ ...UNKNOWN, what: isVendor ? 'vendor trailer' : 'unknown', offset: from, bytes: length }];
}

/** The first bytes of pictures as JPEG, PNG and BMP. */
const PICTURE = /^(\xff\xd8\xff|\x89PNG|BM)/;

/** Pictures in the list of a `meta` box, as shops and phones' players keep a cover. @param at where the box's content begins in the file */
export function coverPictures(meta: Uint8Array, at: number): Attachment[] {
  const inside = (bytes: Uint8Array, type: string) => [...readBoxes(bytes)].filter((box) => box.type === type);
  const boxes = asciiAt(meta, 4, 4) === 'hdlr' ? meta : meta.subarray(4);
  return inside(boxes, 'ilst')
    .flatMap(({ data }) => inside(data, 'covr'))
    .flatMap(({ data }) => inside(data, 'data'))
    .filter(({ data }) => PICTURE.test(asciiAt(data, 8, 4)))
    .map(({ data }) => ({
      what: 'second picture',
      offset: at + data.byteOffset - meta.byteOffset + 8,
      bytes: data.length - 8,
      isProved: true,
      isNamed: true,
    }));
}

/** Codings of tracks that hold a place for every moment: GoPro, Google's camera motion, Sony, and Apple's timed metadata where its keys say so. */
const MOVING_TRACKS = new Set(['gpmd', 'camm', 'rtmd']);
const APPLE_KEY = 'com.apple.quicktime.location';

/** What a sample description says of a track of places; null where the track is something else. Its coding is not read further. */
export function movingTrack(stsd: Uint8Array): string | null {
  const coding = asciiAt(stsd, 12, 4);
  if (MOVING_TRACKS.has(coding)) return coding;
  return coding === 'mebx' && asciiAt(stsd, 0, stsd.length).includes(APPLE_KEY) ? coding : null;
}
