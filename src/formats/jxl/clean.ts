// A JPEG XL without metadata. The coded picture is copied as it is.
import { MalformedError, readerOf } from '../byte-reader.js';
import { CleanError } from '../clean-copy.js';
import { boxesIn } from '../isobmff/boxes.js';
import { BARE_JXL } from './blocks.js';

/**
 * Boxes of the picture (ISO/IEC 18181-2). `jbrd`, which gives back the JPEG that the picture was
 * made of, has the metadata of that JPEG.
 */
const KEPT: ReadonlySet<string> = new Set(['JXL ', 'ftyp', 'jxll', 'jxlc', 'jxlp']);

/** @throws CleanError where its boxes break off */
export function cleanJxl(bytes: Uint8Array): Uint8Array {
  const file = readerOf(bytes);
  // Without boxes there is nothing but the picture.
  if (file.latin1(0, 2) === BARE_JXL) return bytes;
  try {
    const kept = [...boxesIn(file)].filter(({ type }) => KEPT.has(type));
    if (!kept.some(({ type }) => type === 'jxlc' || type === 'jxlp')) throw new CleanError('damaged');
    return Buffer.concat(kept.map(({ at, end }) => bytes.subarray(at, end)));
  } catch (error) {
    if (error instanceof MalformedError) throw new CleanError('damaged');
    throw error;
  }
}
