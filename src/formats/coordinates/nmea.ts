// The only reader of NMEA 0183: sentences that state a position (RMC, GGA, GLL and GNS, of any
// satellite system), and the time of the receiver. They are in captions, in boxes and in tracks.
import { angleOfText, placeOfPair } from './angle.js';
import type { PlaceReading } from './degrees.js';

/** What one of the names of these sentences ends with. */
export const NMEA_SIGN = /RMC,|GGA,|GNS,|GLL,/;

/**
 * The sentence, and what it has before the latitude. Some dash cams leave out the character before
 * the name of a sentence.
 */
const SENTENCE =
  /(?:\$|(?<![$A-Z]))[A-Z]{2}(?:RMC,[^,$*]{0,12},[AV]?,|GGA,[^,$*]{0,12},|GNS,[^,$*]{0,12},|GLL,)([\d.]{0,14}),([NS]?),([\d.]{0,14}),([EW]?)/g;

/** The time, and after seven more fields the day. */
const TIME = /[A-Z]{2}RMC,(\d\d)(\d\d)(\d\d)[^,]*(?:,[^,]{0,20}){7},(\d\d)(\d\d)(\d\d),/;

/** All positions of a text. A receiver without a fix leaves them empty. */
export function readNmea(text: string): PlaceReading[] {
  return [...text.matchAll(SENTENCE)].map(([, latitude = '', north = '', longitude = '', east = '']) =>
    placeOfPair(angleOfText(latitude, 'latitude', north), angleOfText(longitude, 'longitude', east)),
  );
}

/** The first time of a text, as ISO 8601 in UTC; null without one. */
export function timeOfNmea(text: string): string | null {
  const [, hour, minute, second, day, month, year] = TIME.exec(text) ?? [];
  if (hour === undefined) return null;
  return `${Number(year) >= 70 ? 19 : 20}${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
