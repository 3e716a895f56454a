// Data after those of a picture, inside of the part that holds them: no decoder reads it. Where a
// picture decodes although its last bytes are missing, more than its own data is there.
import { randomBytes } from 'node:crypto';
import { complaintOf } from '../../image/complaint.js';
import { loadSharp } from '../../image/sharp.js';
import { readerOf } from '../byte-reader.js';
import { listSegments, SOS } from './segments.js';

/** Bytes that are left out: more than an encoder writes to end its last byte. */
const LEFT_OUT = 8;

/** @param copy a clean one, so that nothing else follows the picture */
export async function hasExtraJpegData(copy: Uint8Array): Promise<boolean> {
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
