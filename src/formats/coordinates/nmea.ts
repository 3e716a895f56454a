// Sentences of NMEA 0183 that state a position: RMC, GGA, GLL and GNS, of any satellite system.
import { angleOfText, placeOfPair } from './angle.js';
import type { PlaceReading } from './degrees.js';

/** The sentence, and what it has before the latitude. */
const SENTENCE =
  /\$[A-Z]{2}(?:RMC,[^,$*]{0,12},[AV]?,|GGA,[^,$*]{0,12},|GNS,[^,$*]{0,12},|GLL,)([\d.]{0,14}),([NS]?),([\d.]{0,14}),([EW]?)/g;

/** All positions of a text. A receiver without a fix leaves them empty. */
export function readNmea(text: string): PlaceReading[] {
  return [...text.matchAll(SENTENCE)].map(([, latitude = '', north = '', longitude = '', east = '']) =>
    placeOfPair(angleOfText(latitude, 'latitude', north), angleOfText(longitude, 'longitude', east)),
  );
}
