// A sample of subtitles, or the name of a chapter. Drones and dash cams write what they record into
// such tracks.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import { cleanText } from '../tag.js';
import { readGarmin } from './dash-cam.js';
import { type Telemetry, videoTag, WITHOUT_PLACE } from './reading.js';
import { plainText, readTrackText, withoutCameraPlaces } from './track-text.js';

/** The length before the text of a sample, in two bytes; boxes with styles follow the text. */
const LENGTH_BYTES = 2;

/** WebVTT in MP4: boxes for each cue, and for none (ISO/IEC 14496-30). */
const WEB_VTT = /^vtt[cex]$/;

/** Throws MalformedError where the boxes of a sample break off. */
export function readSubtitle(bytes: Uint8Array): Telemetry {
  const garmin = readGarmin(bytes);
  if (garmin) return garmin;
  const content = contentOf(bytes);
  return content.length === 0 ? WITHOUT_PLACE : readTextSample(content);
}

/** The text counts, too. */
export function readTextSample(content: Uint8Array): Telemetry {
  const reading = readTrackText(content);
  const text = cleanText(withoutCameraPlaces(plainText(content) ?? ''));
  return text === '' ? reading : { ...reading, tags: [...reading.tags, videoTag('subtitle', text)] };
}

function contentOf(bytes: Uint8Array): Uint8Array {
  const file = readerOf(bytes);
  if (WEB_VTT.test(file.latin1(4, 4)))
    return Buffer.concat(cuesIn(file).map(({ start, end }) => file.bytes(start, end)));
  const length = bytes.length >= LENGTH_BYTES ? file.u16(0) : 0;
  const isCounted = length <= bytes.length - LENGTH_BYTES && (length > 0 || bytes.length === LENGTH_BYTES);
  return isCounted ? bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length) : bytes;
}

function cuesIn(file: ByteReader): Box[] {
  return [...boxesIn(file)]
    .filter(({ type }) => type === 'vttc')
    .flatMap((cue) => [...boxesIn(file, cue)])
    .filter(({ type }) => type === 'payl');
}
