// A JPEG XL without metadata. The coded picture is copied as it is.
import { MalformedError, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { boxWith } from '../isobmff/write.js';
import { BARE_JXL } from './blocks.js';

/**
 * Boxes of the picture (ISO/IEC 18181-2). `jbrd`, which gives back the JPEG that the picture was
 * made of, has the metadata of that JPEG.
 */
const KEPT: ReadonlySet<string> = new Set(['JXL ', 'ftyp', 'jxll', 'jxlc', 'jxlp']);

/** What a JPEG XL in boxes begins with. */
const SIGNATURE = Buffer.from(`${'0000000c4a584c200d0a870a'}${'00000014667479706a786c20000000006a786c20'}`, 'hex');

/** A last box may state no length; something may follow it in the copy. */
function wholeBox(bytes: Uint8Array, { type, at, start, end }: Box): Uint8Array {
  return readerOf(bytes).u32(at) === 0 ? boxWith(type, bytes.subarray(start, end)) : bytes.subarray(at, end);
}

/** @throws CleanError where its boxes break off */
export function cleanJxl(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  const file = readerOf(bytes);
  // Without boxes there is nothing but the picture.
  const isBare = file.latin1(0, 2) === BARE_JXL;
  if (isBare && !exif) return bytes;
  // Four bytes state where the block begins after them.
  const block = exif ? [boxWith('Exif', Buffer.alloc(4), exif)] : [];
  if (isBare) return Buffer.concat([SIGNATURE, boxWith('jxlc', bytes), ...block]);
  try {
    const kept = [...boxesIn(file)].filter(({ type }) => KEPT.has(type));
    if (!kept.some(({ type }) => type === 'jxlc' || type === 'jxlp')) throw new CleanError('damaged');
    return Buffer.concat([...kept.map((box) => wholeBox(bytes, box)), ...block]);
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
}
