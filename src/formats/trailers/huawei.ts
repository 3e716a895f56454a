// The index that Huawei and Honor write after the video of a live photo, in three fields of text:
// a version, the time of the still in the video, and `LIVE_` with the length of the video.
import type { ByteReader } from '../byte-reader.js';
import type { MakerTrailer } from './trailer.js';

/** The fields have 20 or 40 bytes each and are padded with spaces. */
const MAX_BYTES = 120;
const INDEX =
  /(?:v\d{1,3}_f\d{1,6}\w{0,20}[ \0]{1,40})?(?:\d{1,10}(?::\d{1,10}){1,5}[ \0]{1,40})?LIVE_\d{1,12}[ \0]{0,40}$/;

/** Never throws. */
export function huaweiTrailer(file: ByteReader, from: number): MakerTrailer | null {
  const end = file.length;
  const at = Math.max(from, end - MAX_BYTES);
  const found = at < end ? INDEX.exec(file.latin1(at, end - at)) : null;
  return found && { start: at + found.index, end, media: [], tags: [] };
}
