// Gives a JPEG an orientation. The smaller copies in a file are rotated like the stored picture and
// seldom state it.
import { readerOf } from '../byte-reader.js';
import { firstDirectory, openTiff, readDirectory } from '../tiff/directories.js';
import { APP1, EXIF, isNamed, listSegments } from './segments.js';

const ORIENTATION = 0x0112;

/** Whether its own EXIF states an orientation. Never throws. */
export function statesOrientation(jpeg: Uint8Array): boolean {
  const file = readerOf(jpeg);
  return listSegments(file)
    .segments.filter((segment) => isNamed(file, segment, APP1, EXIF))
    .some(({ start, end }) => {
      const block = openTiff(jpeg.subarray(Math.min(end, start + EXIF.length + 1), end));
      return (
        block !== null && readDirectory(block, firstDirectory(block)).fields.some(({ tag }) => tag === ORIENTATION)
      );
    });
}

/** The JPEG with this EXIF orientation, 1..8, which replaces its own. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const file = readerOf(jpeg);
  const exif = listSegments(file).segments.filter((segment) => isNamed(file, segment, APP1, EXIF));
  const parts: Uint8Array[] = [jpeg.subarray(0, 2), orientationSegment(orientation)];
  let kept = 2;
  for (const { at, end } of exif) {
    parts.push(jpeg.subarray(kept, at));
    kept = end;
  }
  return Buffer.concat([...parts, jpeg.subarray(kept)]);
}

/** One directory with one entry: tag 0x0112, one SHORT (Exif 2.32). */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const data = Buffer.concat([Buffer.from(`${EXIF}\0`, 'latin1'), tiff]);
  return Buffer.concat([Buffer.from([0xff, APP1, 0, data.length + 2]), data]);
}
