// The log of a satellite receiver as telemetry. Its sentences are read by coordinates/nmea.ts.
import { readNmea, timeOfNmea } from '../coordinates/nmea.js';
import { placesOf, type Telemetry, videoTag } from './reading.js';

/** Null where the text holds no sentence that states a place. */
export function readReceiverLog(text: string): Telemetry | null {
  const readings = readNmea(text);
  if (readings.length === 0) return null;
  const { places } = placesOf(readings.flatMap((reading) => [...reading.places]));
  const time = timeOfNmea(text);
  return {
    places,
    tags: time === null ? [] : [videoTag('gps time', time)],
    isUnread: places.length === 0 && readings.some(({ isUnread }) => isUnread),
  };
}
