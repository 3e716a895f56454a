// The trailers that phones and cameras write after a picture, from the end of the file backwards.
// Each is read for what it states; media in it are attachments.
import type { ByteReader } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { huaweiTrailer } from './huawei.js';
import { insta360Trailer } from './insta360.js';
import { jxrsTrailer } from './jxrs.js';
import { samsungTrailer } from './samsung.js';
import type { MakerTrailer } from './trailer.js';
import { vivoTrailer } from './vivo.js';

/**
 * Reads the trailer that ends at the end of `file` and begins at `from` or after it. Null where
 * there is none. Never throws.
 */
type TrailerReader = (file: ByteReader, from: number) => MakerTrailer | null;

const READERS: readonly TrailerReader[] = [samsungTrailer, jxrsTrailer, huaweiTrailer, vivoTrailer, insta360Trailer];

/** No phone writes more, one before the other. */
const MAX_TRAILERS = 4;

/** The last one first. None begins before `from`. */
export function makerTrailers(file: ByteReader, from: number): MakerTrailer[] {
  const found: MakerTrailer[] = [];
  let end = file.length;
  while (found.length < MAX_TRAILERS) {
    const rest = end === file.length ? file : file.part(0, end);
    const next = READERS.reduce<MakerTrailer | null>((trailer, read) => trailer ?? read(rest, from), null);
    if (!next || next.start >= end) break;
    found.push(next);
    end = next.start;
  }
  return found;
}

/** What the trailers state, where the picture before them is at least `from` bytes long. */
export function* makerTrailerBlocks(file: ByteReader, from: number): Generator<Block> {
  const trailers = makerTrailers(file, from);
  const tags = trailers.flatMap((trailer) => trailer.tags);
  if (tags.length > 0) yield { kind: 'tags', tags };
  if (trailers.some(({ isPlaceUnread }) => isPlaceUnread)) yield { kind: 'unread-place', name: 'trailer' };
}
