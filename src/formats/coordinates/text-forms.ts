// The forms in which texts of any kind name a place, as data: one entry for each form, with a text
// that has it and one that looks alike and has it not.
import { angleOfText, placeOfPair } from './angle.js';
import { readBarePairs } from './bare-pairs.js';
import { type Degrees, isOnEarth, type PlaceReading } from './degrees.js';
import { readIso6709 } from './iso-6709.js';
import { LABEL_SIGN, labelledReader } from './labelled.js';
import { MAP_LINKS } from './map-links.js';
import { NMEA_SIGN, readNmea } from './nmea.js';
import { PLUS_CODE, placeOfPlusCode } from './plus-code.js';
import type { TextForm } from './text-form.js';

/** A number in degrees, with at least this many digits after the point. */
const decimal = (digits: number) => `[-+]?\\d{1,3}[.,]\\d{${digits},25}`;

/** One angle with its signs or letters. `angleOfText` decides what it means. */
const ANGLE = `[-+]? ?\\d{1,3}(?:[.,]\\d{1,25})?(?:[eE][-+]\\d{1,2})?(?: ?(?:°|deg\\b)(?: ?\\d{1,2}(?:[.,]\\d{1,15})? ?'?(?: ?\\d{1,2}(?:[.,]\\d{1,15})? ?"?)?)?)?`;

/** The same, or degrees, minutes and seconds with spaces. */
const SPACED = `(?:${ANGLE}|\\d{1,3} \\d{1,2} \\d{1,2}(?:[.,]\\d{1,15})?)`;

/** Two angles with a letter each, before or after them. */
const LETTERS = [
  new RegExp(`(?<![\\w.,-])(${SPACED} ?[NS])(?: ?[,;/|] ?| | and )?(?=[-+\\d])(${SPACED} ?[EWO])(?!\\p{L})`, 'gu'),
  new RegExp(`(?<![\\p{L}\\d])([NS] ?${ANGLE})(?: ?[,;/|] ?| )?([EWO] ?${ANGLE})(?![\\w"']|[.,]\\d)`, 'gu'),
];

const MARKED = new RegExp(`(?<![\\w.,-])(${ANGLE})(?: ?[,;/|] ?| )(${ANGLE})(?![\\w"']|[.,]\\d)`, 'g');

const NAMED = new RegExp(
  `\\b(?:gps|geo|(?<![<"])coord(?:inate)?s?|koordinaten|coordonn[ée]es|coordenadas|position(?=\\W{1,4}[-+]?\\d{1,3}[.,]\\d{3})|location|standort|lat ?[,/] ?lon(?:g|gitude)?)(?:["'] ?)?(?: ?[:=] ?| )["'([]{0,2}(${decimal(2)})°?(?: ?[,;/|] ?| )(${decimal(2)})(?![\\d%]|[.,]\\d)`,
  'gi',
);

/** Formats of data in which the longitude comes first: GeoJSON, KML, well-known text. */
const LONGITUDE_FIRST = new RegExp(
  `(?:"coordinates" ?: ?\\[ ?|<coordinates> ?|\\bPOINT ?(?:Z ?)?\\( ?)(${decimal(1)})(?: ?, ?| )(${decimal(1)})`,
  'gi',
);

/** Makers of drones disagree on which of the two comes first. */
const EITHER_FIRST = new RegExp(`\\bGPS ?\\( ?(${decimal(2)}) ?, ?(${decimal(2)}) ?, ?[-+]?[\\d.]+m? ?\\)`, 'gi');

/** The third value of the above. */
const HEIGHT_AFTER = /^ ?, ?[-+]?[\d.]{1,9}m? ?\)/;

/** Three words, or squares of a grid, of which no coordinates are computed here. */
const OPAQUE =
  /(?<![:\w/])\/{3}\p{Ll}{2,20}\.\p{Ll}{2,20}\.\p{Ll}{2,20}\b|\b(?:MGRS|UTM|USNG)\b\W{0,3}\d{1,2} ?[C-HJ-NP-X]\b/u;

export const TEXT_FORMS: readonly TextForm[] = [
  {
    name: 'geo URI (RFC 5870), Android’s with a query as well',
    examples: ['geo:48.8584,2.2945;u=35', 'see geo:48.8584,2.2945', 'geo:0,0?q=48.8584,2.2945(Home)'],
    others: ['geo:fence', 'geo: 12 of 14', 'ngeo:12,13'],
    sign: /geo:/i,
    read: (text) =>
      matches(
        text,
        /(?<![\w])geo:(?: ?)(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:[^\s?]{0,80}\?q=(-?[\d.]+),(-?[\d.]+))?/gi,
      ).map(([, north = '', east = '', q, r]) => pair(q ?? north, r ?? east)),
  },
  {
    name: 'ISO 6709',
    examples: ['+48.8584+002.2945/', 'at +4851.504+00217.670+035/', '+48,8584+002,2945/'],
    others: ['+49+1712345', '12+14-3', '+48+2', 'offset +12.345-123.456'],
    sign: /[+-]\d\d/,
    read: (text) =>
      matches(
        text,
        /(?<![\w.+-])[+-]\d{2,6}(?:[.,]\d+)?[+-]\d{3,7}(?:[.,]\d+)?(?:[+-]\d+(?:\.\d+)?)?(?:CRS\w{1,12})?\/|(?<![\w.+-])(?<!\b(?:offset|shift|delta|range|delay|bias|tolerance|error|drift)\W{0,3})[+-]\d{2}\.\d{3,}[+-]\d{3}\.\d{3,}(?![\w.])/gi,
      ).flatMap(([whole]) => stated(readIso6709(whole))),
  },
  {
    name: 'NMEA 0183 sentence',
    examples: [
      '$GPRMC,093512.00,A,4851.5040,N,00217.6700,E,0.0,,250612,,,A*5C',
      'GPGGA,093512.00,4851.5040,N,00217.6700,E,1,08,1.0,35.0,M,,M,,*47',
    ],
    others: ['$GPRMC,,V,,,,,,,,,,N*53', '$GPGSV,3,1,11,03,03,111,00*74', 'XXGPGLL,4851.5040,N'],
    sign: NMEA_SIGN,
    read: readNmea,
  },
  {
    name: 'latitude and longitude with their names, `geo:lat=` machine tags as well',
    examples: [
      ...['Lat 48.8584 Long 2.2945 12/06/25', 'geo:lat=48.8584, geo:lon=2.2945', 'lat=48.8584&lng=2.2945'],
      ...['{"latitude":48.8584,"altitude":35,"longitude":2.2945}', '[latitude: 48.8584] [longtitude: 2.2945]'],
      ...[
        'Longitude: 2,2945 Latitude: 48,8584',
        'Breite: 48,8584 Länge: 2,2945',
        'Latitude 48°51\'30"N, Longitude 2°17\'40"E',
        ...['Дом: широта 48.8584, долгота 2.2945', '纬度:48.8584 经度:2.2945', '緯度：48.8584 経度：2.2945'],
        ...[
          'szerokość 48,8584 długość 2,2945',
          'enlem: 48.8584 boylam: 2.2945',
          'breddegrad 48.8584 lengdegrad 2.2945',
        ],
        ...['<Item name="lat">48.8584</Item><Item name="lon">2.2945</Item>', 'Lat：４８．８５８４ Lon：２．２９４５'],
        '&lt;Latitude&gt;48.8584&lt;/Latitude&gt;&lt;Longitude&gt;2.2945&lt;/Longitude&gt;',
      ],
    ],
    others: [
      'lat 3 x 12, long 20',
      'a long 2.5 km walk',
      'flat 48.8584',
      'Länge: 2.2945 m',
      'latitude of thought',
      'Latitude: 7490',
    ],
    sign: LABEL_SIGN,
    read: labelledReader(ANGLE),
  },
  {
    name: 'coordinates with letters',
    examples: [
      ...['48.8584N 2.2945E', 'N48.8584 E2.2945', '48.8584° N, 2.2945° E', "N 48° 51.504' E 2° 17.670'"],
      ...['48°51\'30.2"N 2°17\'40.2"E', '48,8584 N; 2,2945 E', '48° 51′ 30″ N 2° 17′ 40″ E', '48 51 30 N 2 17 40 E'],
      ...['北纬48°51′30″ 东经2°17′40″', '48&deg;51&#39;30&quot;N 2&deg;17&#39;40&quot;E', '4851.50N/00217.67E'],
      ...['N 48° 51.504 E 002° 17.670', '48°51.504?N 2°17.67?E', '48°51?30?N 2°17?40?E'],
    ],
    others: ['1234.50N, 12.5E', '500 N 200 W', 'Room 12 S, 5 E', 'N 50 E 35', 'S22 W10', '8N 12W'],
    // From the beginning only: in time for a text of many letters of one axis.
    sign: /^(?=[^NS]*[NS])[^EWO]*[EWO]/,
    read: readLetters,
  },
  {
    name: 'two decimal numbers with four digits after the point, or degrees and minutes',
    examples: [
      ...['48.8584, 2.2945', 'home 48.858369 2.294481', '48,858369; 2,294481', '(48.8584, 2.2945)'],
      ...['48.8584, 2.2945, 35.0', '48°51\'30", 2°17\'40"'],
    ],
    others: [
      ...['0.3127, 0.3290', '1.2345, 0.9876', 'v1.2345 2.3456', '12.3456, 45.6789, 78.9012', '$48.8584, 2.2945 left'],
      ...[
        '{"pos":[48.8584, 2.2945]}',
        'matrix(48.8584, 2.2945)',
        '48.8584 2.2945 mm',
        '20.5°, 35.5°',
        '100.1234, 200.1234',
        ...['ColorMatrix 12.9823, 11.4532', 'sigma 12.3456, 45.6789', 'geometry: 48.8584,2.2945'],
        'M 48.8584,2.2945 L 12.1234,45.1234 C 1.1111,2.2222 3.3333,4.4444 5.5555,6.6666',
      ],
    ],
    sign: /[.,]\d{4}|°/,
    read: (text) => [...readMarked(text), ...readBarePairs(text)],
  },
  {
    name: 'two decimal numbers after a word for a place',
    examples: ['GPS: 48.8584, 2.2945', 'Coordinates 48.8584,2.2945', 'Standort: 48,8584 2,2945'],
    others: ['position: 12, 14', 'GPS 2.3', 'Location: 48.8584', 'position: 48.85, 2.29'],
    sign: /\d[.,]\d\d/,
    read: (text) =>
      matches(text, NAMED)
        .filter(
          ({ 0: whole, index = 0 }) => !/^gps ?\(/i.test(whole) || !HEIGHT_AFTER.test(text.slice(index + whole.length)),
        )
        .map(([, north = '', east = '']) => pair(north, east)),
  },
  {
    name: 'GeoJSON, KML and well-known text, longitude first',
    examples: [
      ...['{"type":"Point","coordinates":[2.2945,48.8584]}', '<coordinates>2.2945,48.8584,0</coordinates>'],
      'POINT(2.2945 48.8584)',
    ],
    others: ['"coordinates": [12, 14]', 'POINT(3 4)'],
    sign: /coordinates|point/i,
    read: (text) => matches(text, LONGITUDE_FIRST).map(([, east = '', north = '']) => pair(north, east)),
  },
  {
    name: 'plus code (open location code)',
    examples: ['8FW4V75V+9R', 'at 8FW4V75V+9R2'],
    others: ['V75V+9R Paris', 'QUJDRA8FW4V75V+9R', '8FW4V75V+1A'],
    sign: /[\dA-Z]\+[\dA-Z]/,
    read: (text) => matches(text, PLUS_CODE).map(([code]) => ({ places: [placeOfPlusCode(code)], isUnread: false })),
  },
  {
    name: 'a drone’s `GPS(a, b, height)`, where only one order is possible; three words and grid squares: never',
    examples: [],
    others: ['GPS(1, 2)', 'file:///a.b.c', '///etc/passwd', 'UTM parameters'],
    unread: ['GPS (2.2945, 48.8584, 20)', 'meet at ///filled.count.soap', 'MGRS 31U DQ 48251 11932'],
    sign: /gps ?\(|\/{3}|MGRS|UTM|USNG/i,
    read: (text) => [
      ...matches(text, EITHER_FIRST).map(([, first = '', second = '']) => eitherFirst(first, second)),
      ...(OPAQUE.test(text) ? [{ places: [], isUnread: true }] : []),
    ],
  },
  ...MAP_LINKS,
];

function matches(text: string, pattern: RegExp): RegExpMatchArray[] {
  return [...text.matchAll(pattern)];
}

function pair(latitude: string, longitude: string): PlaceReading {
  return placeOfPair(angleOfText(latitude, 'latitude'), angleOfText(longitude, 'longitude'));
}

/** Unread where both orders are possible. */
function eitherFirst(first: string, second: string): PlaceReading {
  const [one, other] = [pair(first, second), pair(second, first)];
  if (one.places.length > 0 && other.places.length > 0) return { places: [], isUnread: true };
  return one.places.length > 0 ? one : other;
}

function stated(place: Degrees | null): PlaceReading[] {
  return place === null ? [] : [{ places: [place], isUnread: !isOnEarth(place) }];
}

function readLetters(text: string): PlaceReading[] {
  const digits = matches(text, DIGITS).map(([, north = '', east = '']) => pair(north, east));
  const lettered = LETTERS.flatMap((pattern) => matches(text, pattern))
    .filter(([, north = '', east = '']) => [north, east].every((half) => /[.,]\d{2}|[°']|\d \d+ \d/.test(half)))
    .map(([, north = '', east = '']) => pair(north, east));
  return [...digits, ...lettered];
}

/** Degrees and minutes without a sign between them, as radio amateurs write them. */
const DIGITS = /(?<![\w.])(\d{4}\.\d{2,4}[NS])[\\/, ]?(\d{5}\.\d{2,4}[EW])(?!\w)/g;

function readMarked(text: string): PlaceReading[] {
  return matches(text, MARKED)
    .filter(([, north = '', east = '']) => [north, east].every(hasMinutes))
    .map(([, north = '', east = '']) => pair(north, east));
}

function hasMinutes(half: string): boolean {
  return /\d ?° ?\d+(?:[.,]\d+)? ?'/.test(half);
}
