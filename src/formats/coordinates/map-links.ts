// Links to maps: the forms in which they carry coordinates, and those that name a place without.
import { angleOfText, placeOfPair } from './angle.js';
import type { PlaceReading } from './degrees.js';
import type { TextForm } from './text-form.js';

const DEGREES = '(-?\\d{1,3}\\.\\d{2,25})';

/** Latitude before longitude. */
const FORMS: readonly RegExp[] = [
  new RegExp(
    `[?&](?:q|query|ll|sll|cbll|center|cp|daddr|saddr|destination|origin|viewpoint|coordinate|loc)=(?:loc:)?${DEGREES}[,~ +]{1,2}${DEGREES}`,
    'gi',
  ),
  new RegExp(`[?&]mlat=${DEGREES}&mlon=${DEGREES}`, 'gi'),
  new RegExp(`/(?:@|place/|search/|dir/(?:[^\\s/]{0,60}/)?)${DEGREES},[ +]?${DEGREES}`, 'gi'),
  new RegExp(`!3d${DEGREES}!4d${DEGREES}`, 'g'),
  new RegExp(`#(?:map=)?\\d{1,2}(?:\\.\\d{1,3})?/${DEGREES}/${DEGREES}`, 'gi'),
];

/** Longitude before latitude. */
const REVERSED = new RegExp(
  `(?:yandex\\.\\w{2,3}|2gis\\.\\w{2,3}|amap\\.com)/[^\\s]{0,80}[?&/](?:ll|pt|m|whatshere\\[point\\]|position)=${DEGREES},${DEGREES}`,
  'gi',
);

/**
 * Hosts of maps with a path, whose links say where something is even where no number is in them.
 */
const OPAQUE =
  /(?:maps\.app\.goo\.gl|goo\.gl\/maps|what3words\.com|w3w\.co|osm\.org\/go|plus\.codes|maps\.google\.[a-z.]{2,6}|google\.[a-z.]{2,6}\/maps|maps\.apple\.com|waze\.com\/ul|here\.com\/p)[/?][\w/?.=&+%-]{3}/i;

export const MAP_LINKS: readonly TextForm[] = [
  {
    name: 'link to a map',
    examples: [
      ...['https://maps.google.com/?q=48.8584,2.2945', 'https://www.google.com/maps/@48.8584,2.2945,17z'],
      ...['https://www.openstreetmap.org/#map=17/48.8584/2.2945', 'https://maps.apple.com/?ll=48.8584%2C2.2945'],
      ...[
        'https://www.openstreetmap.org/?mlat=48.8584&mlon=2.2945',
        'https://yandex.com/maps/?ll=2.2945%2C48.8584&z=17',
      ],
      ...[
        'https://www.bing.com/maps?cp=48.8584~2.2945',
        'https://www.google.com/maps/place/Tour/@48.8584,2.2945,17z/data=!3d48.8584!4d2.2945',
      ],
    ],
    others: [
      'https://example.org/?q=48',
      'https://example.org/#3/14/15',
      'Map data © maps.google.com',
      'https://example.org/?page=1.25,3.50',
    ],
    unread: [
      'https://maps.app.goo.gl/abcDEF123',
      'https://what3words.com/filled.count.soap',
      'https://osm.org/go/0EEQjE--',
    ],
    sign: /[?#/!]/,
    read: readLinks,
  },
];

function readLinks(text: string): PlaceReading[] {
  const plain = text
    .replace(/%2C/gi, ',')
    .replace(/%20/g, ' ')
    .replace(/%7E/gi, '~')
    .replace(/%5B/gi, '[')
    .replace(/%5D/gi, ']');
  const reversed = [...plain.matchAll(REVERSED)].map(([, east = '', north = '']) => pair(north, east));
  const found = FORMS.flatMap((form) => [...(reversed.length > 0 ? '' : plain).matchAll(form)]).map(
    ([, north = '', east = '']) => pair(north, east),
  );
  const readings = [...reversed, ...found];
  // A short link, a name or three words: it leads to a place that is not in the text.
  const isOpaque = readings.length === 0 && OPAQUE.test(plain);
  return isOpaque ? [{ places: [], isUnread: true }] : readings;
}

function pair(latitude: string, longitude: string): PlaceReading {
  return placeOfPair(angleOfText(latitude, 'latitude'), angleOfText(longitude, 'longitude'));
}
