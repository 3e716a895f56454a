// Rows in the data of a JPEG that its header does not count, such as after an edit of the height.
// Decoders stop at the last row; of a progressive picture they warn about the rest of each scan.
import { loadSharp } from '../../image/sharp.js';
import { readerOf } from '../byte-reader.js';
import { openTiff, walkDirectories } from '../tiff/directories.js';
import { frameIn, listSegments } from './segments.js';

const MAX_HEIGHT = 65_535;

/** Offset of the height in the header of a frame, and of the first component. */
const HEIGHT_AT = 1;
const COMPONENTS_AT = 6;

/** The decoder shrinks by this while it decodes. */
const SHRINK = 8;

/** Rows that must be there: the decoder warns only after the strip that breaks off. */
const FURTHER_ROWS = 192;

const KNOWN = new WeakMap<Uint8Array, Promise<boolean>>();

/**
 * A file is decoded once more, at an eighth: with rows that are not there, that fails. Photos as
 * cameras write them are spared that, because their EXIF states the same height as their header.
 */
export function hasHiddenRows(bytes: Uint8Array): Promise<boolean> {
  const known = KNOWN.get(bytes) ?? search(bytes);
  KNOWN.set(bytes, known);
  return known;
}

async function search(bytes: Uint8Array): Promise<boolean> {
  const file = readerOf(bytes);
  const { segments, hasEnd } = listSegments(file);
  const header = segments.find((segment) => frameIn(file, segment) !== null);
  const frame = header && frameIn(file, header);
  if (!header || !frame || !hasEnd || frame.height === 0) return false;
  if (segments.some((segment) => statesHeight(bytes, segment, frame.height))) return false;
  const unit = 8 * tallest(bytes.subarray(header.start + COMPONENTS_AT, header.end), frame.components);
  const height = Math.ceil(frame.height / unit) * unit + Math.ceil(FURTHER_ROWS / unit) * unit;
  if (height > MAX_HEIGHT) return false;
  const taller = Buffer.from(bytes.subarray(0, file.length));
  taller.writeUInt16BE(height, header.start + HEIGHT_AT);
  const sharp = await loadSharp();
  const [width, rows] = [frame.width, height].map((side) => Math.max(1, Math.floor(side / SHRINK)));
  return sharp(taller, { failOn: 'warning', limitInputPixels: false })
    .resize(width, rows, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** PixelYDimension of EXIF. */
const HEIGHT_TAG = 0xa003;
const EXIF_BEGIN = Buffer.from('Exif\0\0', 'latin1');

function statesHeight(bytes: Uint8Array, { start, end }: { start: number; end: number }, height: number): boolean {
  const content = bytes.subarray(start, end);
  // A comment or an empty segment may be shorter than the marker.
  if (EXIF_BEGIN.compare(content.subarray(0, EXIF_BEGIN.length)) !== 0) return false;
  const block = openTiff(content.subarray(EXIF_BEGIN.length));
  if (block === null) return false;
  for (const { fields } of walkDirectories(block)) {
    if (fields.some((field) => field.tag === HEIGHT_TAG && field.count === 1 && field.number === height)) return true;
  }
  return false;
}

/** The largest number of blocks that a component has in a unit, from top to bottom. */
function tallest(components: Uint8Array, count: number): number {
  const heights = Array.from({ length: count }, (_, n) => (components[3 * n + 1] ?? 0x11) & 15);
  return Math.max(1, ...heights);
}
