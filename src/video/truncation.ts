// Whether a video ends in the zeros of an interrupted copy. Its frames may still decode up to
// there, and a sample of frames may miss the rest.
import { MalformedError } from '../formats/byte-reader.js';
import { boxesIn } from '../formats/isobmff/boxes.js';
import { mediaTypeOf } from '../formats/registry.js';
import { pageOfZeros } from '../formats/truncation.js';
import { withVideoFile } from './read-metadata.js';

/** Finds the zeros at the end of a file that is read piece by piece. */
export class TrailingZeros {
  /** Offset of the first of them; the end of what was read where there are none. */
  from = 0;
  #read = 0;

  add(chunk: Uint8Array): void {
    let end = chunk.length;
    while (end > 0 && chunk[end - 1] === 0) end--;
    if (end > 0) this.from = this.#read + end;
    this.#read += chunk.length;
  }
}

/** Boxes that programs fill with zeros, so that tables can grow without a copy of the file. */
const PADDING: ReadonlySet<string> = new Set(['free', 'skip', 'wide', 'junk']);

/**
 * Zeros after the last box are padding, too.
 * @param zeros offset of the first of the zeros at the end
 * @throws PhotoError where the file cannot be read
 */
export function isVideoCut(path: string, mediaType: string, zeros: number, bytes: number): boolean {
  const page = pageOfZeros(zeros, bytes);
  if (page === null) return false;
  return mediaTypeOf(mediaType)?.demuxer === 'mov' ? isInBox(path, page) : true;
}

function isInBox(path: string, page: number): boolean {
  return withVideoFile(path, (file) => {
    let hasTracks = false;
    try {
      for (const { type, start, end } of boxesIn(file, undefined, { givesCut: true })) {
        if (page >= start && page < end) return !PADDING.has(type);
        hasTracks ||= type === 'moov' || type === 'moof';
      }
    } catch (error) {
      // The boxes break off: zeros have replaced one of them.
      if (!(error instanceof MalformedError)) throw error;
      return true;
    }
    return !hasTracks;
  });
}
