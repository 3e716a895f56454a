// An MP4 or QuickTime video inside another file: finds where its boxes end.
import { type ByteReader, MalformedError } from '../byte-reader.js';
import { boxesIn } from './boxes.js';
import { isTopBox } from './top-boxes.js';

export interface EmbeddedVideo {
  /** Offset after its last whole box, in bytes from the start of the file. */
  readonly end: number;
  /** It has the box that describes tracks, so that it can be played. */
  readonly hasTracks: boolean;
}

/** Length in bytes of the list of brands (`ftyp`) that begins a video. */
const [MIN_BRANDS_BYTES, MAX_BRANDS_BYTES] = [8, 1024];

/**
 * Null where no video begins at `start`. A box of an unknown type ends it, and so does a second
 * list of brands. A box that breaks off reaches to the end of the file.
 */
export function walkVideo(file: ByteReader, start: number): EmbeddedVideo | null {
  if (file.latin1(start + 4, 4) !== 'ftyp') return null;
  const brandsBytes = file.u32(start) || file.length - start;
  if (brandsBytes < MIN_BRANDS_BYTES || brandsBytes > MAX_BRANDS_BYTES) return null;
  let end = start;
  let hasTracks = false;
  try {
    for (const box of boxesIn(file, { start, end: file.length }, { givesCut: true })) {
      if (!isTopBox(box.type) || (box.type === 'ftyp' && box.at > start)) break;
      hasTracks ||= box.type === 'moov' || box.type === 'moof';
      end = box.end;
    }
  } catch (error) {
    // Where the chain of boxes breaks, the video has ended.
    if (!(error instanceof MalformedError)) throw error;
  }
  return end > start ? { end, hasTracks } : null;
}
