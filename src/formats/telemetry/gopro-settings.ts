// GoPro's tracks `fdsc`: the settings of the camera, with its serial number (as ExifTool documents
// them).
import { readerOf } from '../byte-reader.js';
import { textUntilNul } from '../tag.js';
import { NOT_READ, type Telemetry, videoTag, WITHOUT_PLACE } from './reading.js';

/** Texts of fixed width. */
const FIELDS = [
  { name: 'SerialNumber', at: 0x17, bytes: 16 },
  { name: 'Model', at: 0x66, bytes: 16 },
] as const;

export function readGoProSettings(bytes: Uint8Array): Telemetry {
  const beginning = readerOf(bytes).latin1(0, 4);
  if (beginning !== 'GPRO') return beginning.startsWith('GP') ? WITHOUT_PLACE : NOT_READ;
  const tags = FIELDS.map(({ name, at, bytes: length }) =>
    videoTag(name, textUntilNul(bytes.subarray(at, at + length)).trim()),
  ).filter(({ value }) => value !== '');
  return { ...WITHOUT_PLACE, tags };
}
