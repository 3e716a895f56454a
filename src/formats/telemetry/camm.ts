// Camera motion metadata: samples of a track `camm`
// (https://developers.google.com/streetview/publish/camm-spec).
import { readerOf } from '../byte-reader.js';
import { NOT_READ, placesOf, type Telemetry, WITHOUT_PLACE } from './reading.js';
import { readTrackText } from './track-text.js';

const MINIMAL_GPS = 5;
const GPS = 6;
/** Orientation, exposure, turning, acceleration, position in the room, magnetic field. */
const OTHER_TYPES: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 7]);

/** Throws MalformedError where a sample breaks off. */
export function readCamm(bytes: Uint8Array): Telemetry {
  const file = readerOf(bytes, true);
  // Some dash cams write text into such a track.
  if (file.latin1(0, 1) === 'X') return readTrackText(bytes);
  switch (file.u16(2)) {
    case MINIMAL_GPS:
      return placesOf([[file.f64(4), file.f64(12)]]);
    case GPS:
      // The type of the fix: 0 for none.
      return file.u32(12) === 0 ? WITHOUT_PLACE : placesOf([[file.f64(16), file.f64(24)]]);
    default:
      return OTHER_TYPES.has(file.u16(2)) ? WITHOUT_PLACE : NOT_READ;
  }
}
