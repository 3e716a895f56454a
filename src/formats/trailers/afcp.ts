// AFCP, a trailer after the picture in which press archives keep IPTC (layout as ExifTool documents
// it).
import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';

const END_BYTES = 12;
const HEADER_BYTES = 12;
const ENTRY_BYTES = 12;
const MAX_ENTRIES = 64;

/** Before a picture: its size and a mask. */
const PICTURE_HEADER_BYTES = 18;

/**
 * The last twelve bytes hold a signature, which states the byte order, and the offset of the
 * trailer from the start of the file. The last four are not used. Throws MalformedError where an
 * entry leads out of the file.
 */
export function* afcpBlocks(bytes: Uint8Array): Generator<Block> {
  const last = bytes.length - END_BYTES;
  const [, order] = /^AXS([!*])$/.exec(readerOf(bytes).latin1(last, 4)) ?? [];
  if (!order) return;
  const file = readerOf(bytes, order === '*');
  const start = file.u32(last + 4);
  if (file.latin1(start, 4) !== `AXS${order}`) return;
  const count = Math.min(file.u16(start + 6), MAX_ENTRIES);
  for (let at = start + HEADER_BYTES, left = count; left > 0; at += ENTRY_BYTES, left--) {
    const type = file.latin1(at, 4);
    const from = file.u32(at + 8);
    const data = file.bytes(from, from + file.u32(at + 4));
    if (type === 'IPTC') yield { kind: 'iptc', bytes: data };
    else if (type === 'Nail') yield { kind: 'picture', what: 'thumbnail', bytes: data.subarray(PICTURE_HEADER_BYTES) };
    else if (type === 'PrVw') yield { kind: 'picture', what: 'preview', bytes: data.subarray(PICTURE_HEADER_BYTES) };
  }
}
