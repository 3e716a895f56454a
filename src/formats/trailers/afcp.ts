// AFCP, a trailer behind the picture in which archives of press photos keep IPTC (layout as ExifTool documents it).
import { asciiAt, type Block, slice, viewOf } from '../metadata-block.js';

const END_BYTES = 12;
const HEAD_BYTES = 12;
const ENTRY_BYTES = 12;
const MAX_ENTRIES = 64;

/** Before a picture: its size and a mask. */
const PICTURE_HEAD = 18;

/** The last four bytes but eight name it and its byte order; then stands where it begins, from the start of the file. */
export function* afcpBlocks(bytes: Uint8Array): Generator<Block> {
  const [, order] = /^AXS([!*])$/.exec(asciiAt(bytes, Math.max(0, bytes.length - END_BYTES), 4)) ?? [];
  if (!order) return;
  const isLittle = order === '*';
  const view = viewOf(bytes);
  const start = view.getUint32(bytes.length - 8, isLittle);
  if (asciiAt(bytes, start, 4) !== `AXS${order}`) return;
  const count = Math.min(view.getUint16(start + 6, isLittle), MAX_ENTRIES);
  for (let at = start + HEAD_BYTES, left = count; left > 0; at += ENTRY_BYTES, left--) {
    const type = asciiAt(bytes, at, 4);
    const from = view.getUint32(at + 8, isLittle);
    const data = slice(bytes, from, from + view.getUint32(at + 4, isLittle));
    if (type === 'IPTC') yield { kind: 'iptc', bytes: data };
    else if (type === 'Nail') yield { kind: 'picture', what: 'thumbnail', bytes: data.subarray(PICTURE_HEAD) };
    else if (type === 'PrVw') yield { kind: 'picture', what: 'preview', bytes: data.subarray(PICTURE_HEAD) };
  }
}
