// Data after those of a picture, inside of the part that holds them: no decoder reads it, and no
// reader of formats sees where it begins. Where a picture decodes although its last bytes are
// missing, more than its own data is there.
import { randomBytes } from 'node:crypto';
import { PhotoError } from '../errors.js';
import { readerOf } from '../formats/byte-reader.js';
import { boxesIn } from '../formats/isobmff/boxes.js';
import { listSegments, SOS } from '../formats/jpeg/segments.js';
import { decodeJxl } from '../formats/jxl/decode.js';
import { riffChunks } from '../formats/riff/chunks.js';
import { loadSharp } from '../image/sharp.js';

/** Bytes that are left out: more than an encoder writes to end its last byte. */
const LEFT_OUT = 8;

/** Where each picture of a WebP begins. */
const WEBP_HEADER_BYTES = 12;

/** @param copy as the formats write it, so that nothing else follows the picture */
export async function hasUnreadData(mediaType: string, copy: Uint8Array): Promise<boolean> {
  switch (mediaType) {
    case 'image/jpeg':
      return hasExtraJpegData(copy);
    case 'image/webp': {
      const cut = cutWebp(copy);
      return cut !== null && (await complaintOf(cut, 'error')) === null;
    }
    case 'image/jxl':
      return !(await isCutJxl(cutJxl(copy)));
    default:
      return false;
  }
}

async function hasExtraJpegData(copy: Uint8Array): Promise<boolean> {
  const file = readerOf(copy);
  const scans = listSegments(file).segments.filter(({ marker }) => marker === SOS);
  const last = scans.at(-1);
  if (!last) return false;
  // Of several scans, the decoder reads all before it shows a row, and complains about such data.
  if (scans.length > 1) return /extraneous bytes/.test((await complaintOf(copy, 'warning')) ?? '');
  // Some encoders fill up with zeros or ones.
  let end = copy.length - 2;
  while (end > last.end && (copy[end - 1] === 0 || copy[end - 1] === 0xff)) end--;
  if (end - LEFT_OUT <= last.end) return false;
  const cut = Buffer.concat([copy.subarray(0, end - LEFT_OUT), copy.subarray(copy.length - 2)]);
  // Without the end of its data, the last part of a picture is grey.
  return (await pixelsOf(cut)).equals(await pixelsOf(copy));
}

async function pixelsOf(bytes: Uint8Array): Promise<Buffer> {
  const sharp = await loadSharp();
  try {
    return await sharp(bytes, { failOn: 'none' }).raw().toBuffer();
  } catch {
    // Each is another nothing.
    return randomBytes(16);
  }
}

/** What the decoder complains about; null where it is content. The text may quote the file. */
async function complaintOf(bytes: Uint8Array, failOn: 'warning' | 'error'): Promise<string | null> {
  const sharp = await loadSharp();
  try {
    // A smaller picture would do without the last rows.
    await sharp(bytes, { failOn }).toColourspace('b-w').raw().toBuffer();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
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

/** Without the last byte of the coded picture. */
function cutJxl(copy: Uint8Array): Uint8Array {
  const file = readerOf(copy);
  const boxes = file.u16(0) === 0xff0a ? [] : [...boxesIn(file)];
  const last = boxes.findLast(({ type }) => type === 'jxlc' || type === 'jxlp');
  if (!last) return copy.subarray(0, -1);
  const cut = Buffer.concat([copy.subarray(0, last.end - 1), copy.subarray(last.end)]);
  const size = cut.readUInt32BE(last.at);
  // 0 means up to the end; 1 that eight bytes follow, of which the last four change.
  const sizeAt = size === 1 ? last.at + 12 : last.at;
  if (size !== 0) cut.writeUInt32BE(cut.readUInt32BE(sizeAt) - 1, sizeAt);
  return cut;
}

async function isCutJxl(bytes: Uint8Array): Promise<boolean> {
  try {
    return (await decodeJxl(bytes)).isCut;
  } catch (error) {
    if (error instanceof PhotoError) return true;
    throw error;
  }
}
