// Samsung's trailer: named blocks, a directory `SEFH` behind them, and at the very end the directory's length and `SEFT`.
// No specification is public; the layout is the one that ExifTool documents in its tag tables.
import { type Attachment, type AttachmentKind, type ByteRange, latin1, viewOf } from '../attachment.js';

export interface SamsungTrailer extends ByteRange {
  /** Blocks that hold media. */
  readonly media: readonly Attachment[];
}

/** Bytes of the directory's head: `SEFH`, version, number of entries. */
const HEAD = 12;
const ENTRY = 12;
/** A trailer has about ten. */
const MAX_BLOCKS = 256;
const MAX_NAME = 256;

/** The trailer that ends at the end of the file and lies behind `from`; null where there is none. */
export function samsungTrailer(bytes: Uint8Array, from: number): SamsungTrailer | null {
  const view = viewOf(bytes);
  const end = bytes.length;
  if (end - from < HEAD + 8 || latin1(bytes, end - 4, end) !== 'SEFT') return null;
  const directory = end - 8 - view.getUint32(end - 8, true);
  if (directory < from || directory + HEAD > end || latin1(bytes, directory, directory + 4) !== 'SEFH') return null;
  const entries = Math.min(view.getUint32(directory + 8, true), MAX_BLOCKS);
  const media: Attachment[] = [];
  let start = directory;
  for (let entry = 0, at = directory + HEAD; entry < entries && at + ENTRY <= end - 8; entry++, at += ENTRY) {
    const block = directory - view.getUint32(at + 4, true);
    const blockEnd = block + view.getUint32(at + 8, true);
    if (block < from || block + 8 > blockEnd || blockEnd > directory) continue;
    start = Math.min(start, block);
    const nameBytes = view.getUint32(block + 4, true);
    const data = block + 8 + nameBytes;
    if (nameBytes > MAX_NAME || data > blockEnd) continue;
    const what = mediaOf(latin1(bytes, block + 8, data), latin1(bytes, data, data + 8));
    if (what) media.push({ what, offset: data, bytes: blockEnd - data, isProved: true, isNamed: true });
  }
  return { start, end, media };
}

/** By the block's name where that says it, else by the first bytes. */
function mediaOf(name: string, head: string): AttachmentKind | null {
  if (/depth/i.test(name) && !/info|meta/i.test(name)) return 'depth map';
  if (head.startsWith('\xff\xd8\xff')) return 'second picture';
  if (/^SoundShot_\d/.test(name)) return 'sound';
  return head.slice(4) === 'ftyp' ? 'motion video' : null;
}
