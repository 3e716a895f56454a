// Data after those of a picture, inside of the part that holds them: no decoder reads it. Where a
// picture decodes although its last bytes are missing, more than its own data is there.
import { complaintOf } from '../../image/complaint.js';
import { readerOf } from '../byte-reader.js';
import { riffChunks } from '../riff/chunks.js';

/** Bytes that are left out: more than an encoder writes to end its last byte. */
const LEFT_OUT = 8;

/** Where each picture of a WebP begins. */
const WEBP_HEADER_BYTES = 12;

/** @param copy a clean one, so that nothing else follows the picture */
export async function hasExtraWebpData(copy: Uint8Array): Promise<boolean> {
  const cut = cutWebp(copy);
  return cut !== null && (await complaintOf(cut, 'error')) === null;
}

/** The last chunk of the picture without its last bytes; null for an animation. */
function cutWebp(copy: Uint8Array): Uint8Array | null {
  const file = readerOf(copy);
  const chunks = [...riffChunks(file, { start: WEBP_HEADER_BYTES, end: copy.length })];
  const picture = chunks.findLast(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (!picture || picture.end - picture.start <= 2 * LEFT_OUT) return null;
  const length = picture.end - picture.start - LEFT_OUT;
  const rest = copy.subarray(picture.end + ((picture.end - picture.start) % 2));
  const padding = Buffer.alloc(length % 2);
  const cut = Buffer.concat([copy.subarray(0, picture.start + length), padding, rest]);
  cut.writeUInt32LE(length, picture.start - 4);
  cut.writeUInt32LE(cut.length - 8, 4);
  return cut;
}
