// The log of a satellite receiver, in sentences of NMEA 0183: its places and its time.
import { readNmea } from '../coordinates/nmea.js';
import { placesOf, type Telemetry, videoTag } from './reading.js';

/** Some dash cams leave out the character before the name of a sentence. */
const UNMARKED = /(?<![$A-Z])(?=[A-Z]{2}(?:RMC|GGA|GNS|GLL),)/g;

/** The time, and after seven more fields the day. */
const TIME = /[A-Z]{2}RMC,(\d\d)(\d\d)(\d\d)[^,]*(?:,[^,]{0,20}){7},(\d\d)(\d\d)(\d\d),/;

/** Null where the text holds no sentence that states a place. */
export function readReceiverLog(text: string): Telemetry | null {
  const readings = readNmea(text.replace(UNMARKED, '$'));
  if (readings.length === 0) return null;
  const { places } = placesOf(readings.flatMap((reading) => [...reading.places]));
  const time = utc(text);
  return {
    places,
    tags: time === null ? [] : [videoTag('gps time', time)],
    isUnread: places.length === 0 && readings.some(({ isUnread }) => isUnread),
  };
}

function utc(text: string): string | null {
  const [, hour, minute, second, day, month, year] = TIME.exec(text) ?? [];
  if (hour === undefined) return null;
  return `${Number(year) >= 70 ? 19 : 20}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
