// A JPEG that has lost its orientation, given one: the small copies in a file lie as the stored picture does and seldom say so.

import { asciiAt } from '../metadata-block.js';
import { listSegments } from './blocks.js';

const APP1 = 0xe1;
const EXIF = 'Exif\0';

/** The JPEG with this EXIF orientation, 1..8, in place of any that it has. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const head = listSegments(jpeg).segments.filter(
    ({ marker, data }) => marker === APP1 && asciiAt(data, 0, EXIF.length) === EXIF,
  );
  const parts: Uint8Array[] = [jpeg.subarray(0, 2), orientationSegment(orientation)];
  let at = 2;
  for (const { data } of head) {
    const start = data.byteOffset - jpeg.byteOffset - 4;
    parts.push(jpeg.subarray(at, start));
    at = start + 4 + data.length;
  }
  return Buffer.concat([...parts, jpeg.subarray(at)]);
}

/** One directory with one entry: tag 0x0112, one SHORT (Exif 2.32). */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const mark = Buffer.from([0xff, APP1, 0, data.length + 2]);
  return Buffer.concat([mark, data]);
}
