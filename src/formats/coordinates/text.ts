// Coordinates in texts: those of captions, comments and keywords, which may hold anything, and
// those of fields that are known to hold a place.
import { isUnset } from '../tag.js';
import { angleOfText, placeOfPair } from './angle.js';
import { type Degrees, isOnEarth, NO_PLACE, type PlaceReading, realPlaces } from './degrees.js';
import { readIso6709 } from './iso-6709.js';
import { plainSpelling } from './spelling.js';
import { TEXT_FORMS } from './text-forms.js';

/** Characters of a text that are searched. Captions are far shorter. */
const MAX_LENGTH = 200_000;

/** Characters of a pair in its longest spelling. */
const MAX_PAIR = 120;

/** Places of one text. A longer list is a track, of which some tell as much as all. */
const MAX_PLACES = 8;

/** The places that a text of any kind names. Prose, numbers, prices and versions name none. */
export function placesInText(text: string): PlaceReading {
  // Every form has two digits, and nearly all texts have none.
  if (!/[\d\uff10-\uff19]|\/\/\/|what3words|w3w|goo\.gl|maps\./i.test(text)) return NO_PLACE;
  const plain = plainSpelling(text.slice(0, MAX_LENGTH));
  const readings = TEXT_FORMS.flatMap(({ sign, read }) => (sign.test(plain) ? read(plain) : []));
  return readings.length === 0 ? NO_PLACE : merged(readings);
}

/**
 * The places in a field that holds a place and nothing else. A text that is not understood is
 * unread.
 */
export function placesInField(text: string): PlaceReading {
  const plain = plainSpelling(text).replace(/\0/g, ' ').trim();
  if (plain === '' || (isUnset(plain) && !/\d/.test(plain))) return NO_PLACE;
  const iso = readIso6709(plain);
  if (iso) return merged([{ places: [iso], isUnread: !isOnEarth(iso) }]);
  const pair = lettered(plain) ?? pairOf(plain);
  const found = pair ?? placesInText(text);
  return pair === null && found.places.length === 0 && !found.isUnread
    ? { places: [], isUnread: true }
    : merged([found]);
}

/** Two angles of any spelling that a letter each ends or begins; null for other texts. */
function lettered(text: string): PlaceReading | null {
  const [, north = '', east = ''] =
    /^([^NSEWO]+[NS])[ ,;/|]*([^NSEWO]+[EWO])$/i.exec(text) ??
    /^([NS][^NSEWO]+?)[ ,;/|]*([EWO][^NSEWO]+)$/i.exec(text) ??
    [];
  return north === '' || text.length > MAX_PAIR
    ? null
    : placeOfPair(angleOfText(north, 'latitude'), angleOfText(east, 'longitude'));
}

/**
 * A latitude and a longitude, and perhaps a height, with nothing around them; null for other texts.
 */
function pairOf(text: string): PlaceReading | null {
  const fields = text.replace(/^[([]|[)\]]$/g, '').split(/\s*[;|/]\s*|,\s+|(?<!,)\s+(?!\d+['"°])/);
  const halves = fields.length >= 2 ? fields : text.split(',');
  const [latitude, longitude, ...more] = halves;
  if (latitude === undefined || longitude === undefined || more.length > 1) return null;
  // `48,51` is one number or two.
  if (fields.length < 2 && !/\.|,[-+]/.test(text)) return { places: [], isUnread: /[1-9]/.test(text) };
  const isPlain = halves.every((half) => /^[-+]?\d+([.,]\d+)?\s*(°|m)?\s*[NSEW]?$/i.test(half));
  if (!isPlain) return null;
  return placeOfPair(angleOfText(latitude, 'latitude'), angleOfText(longitude, 'longitude'));
}

function merged(readings: readonly PlaceReading[]): PlaceReading {
  const places: Degrees[] = realPlaces(readings.flatMap((reading) => [...reading.places])).slice(0, MAX_PLACES);
  return { places, isUnread: readings.some(({ isUnread }) => isUnread) };
}
