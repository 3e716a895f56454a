// Data after those of a picture, inside of the part that holds them: no decoder reads it. Where a
// picture decodes although its last bytes are missing, more than its own data is there.
import { PhotoError } from '../../errors.js';
import { readerOf } from '../byte-reader.js';
import { boxesIn } from '../isobmff/boxes.js';
import { decodeJxl } from './decode.js';

/** @param copy a clean one, so that nothing else follows the picture */
export async function hasExtraJxlData(copy: Uint8Array): Promise<boolean> {
  return !(await isCutJxl(cutJxl(copy)));
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
