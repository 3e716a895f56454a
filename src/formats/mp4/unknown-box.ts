// A box of a type without a reader: what can be told from its content all the same.
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import type { ReadBudget } from '../read-budget.js';
import { cleanText } from '../tag.js';
import { readReceiverLog } from '../telemetry/receiver-log.js';
import { placesInTrackText } from '../telemetry/track-text.js';
import { readTiff } from '../tiff/exif.js';
import type { VideoFindings } from './findings.js';
import { readableText } from './texts.js';

/** Bytes that are read. */
const READ_BYTES = 65_536;

/** Bytes without zeros. Fewer are a switch or a counter; the shortest place takes eight. */
const MIN_BYTES = 8;

/** Types that name a place, in any case. */
const NAMES_PLACE = /gps|nmea|loc|geo/i;

/** EXIF, as makers put it into boxes of their own. */
const TIFF = /II\*\0|MM\0\*/;
/** Characters that are searched for it. */
const TIFF_SEARCHED = 4096;

export function readUnknownBox(
  found: VideoFindings,
  type: string,
  file: ByteReader,
  { start, end }: ByteRange,
  budget: ReadBudget,
): void {
  const bytes = budget.read(file, { start, end: Math.min(end, start + READ_BYTES) });
  const text = readableText(bytes);
  if (text !== null) {
    found.add({ block: 'video', name: type, within: [], value: cleanText(text) });
    found.addTelemetry('box', placesInTrackText(text));
    return;
  }
  if (bytes.filter((byte) => byte !== 0).length < MIN_BYTES) return;
  const log = readReceiverLog(readerOf(bytes).latin1(0, bytes.length));
  if (log) found.addTelemetry('box', log);
  else if (readExif(found, bytes)) return;
  else if (NAMES_PLACE.test(type)) found.unreadPlaces.add('box');
  else found.unknownParts.add('box');
}

/** Whether the content is a block of EXIF that could be read. */
export function readExif(found: VideoFindings, bytes: Uint8Array): boolean {
  const at = readerOf(bytes).latin1(0, TIFF_SEARCHED).search(TIFF);
  if (at < 0) return false;
  try {
    const { tags, isComplete } = readTiff({ kind: 'tiff', bytes: bytes.subarray(at) });
    found.add(...tags);
    return isComplete && tags.length > 0;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}
