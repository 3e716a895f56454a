// What the name of a tag says about a place: one coordinate of it, the hemisphere of one, or all of
// it. Programs and makers of drones choose their own names and namespaces; the words are the same.
import type { Axis } from '../../formats/coordinates/degrees.js';

export type PlaceRole =
  /**
   * One coordinate, or its hemisphere. `pair`: equal for the names of one pair. `isPlain`: the
   * word alone, like `Long`, may mean something else.
   */
  | {
      readonly kind: 'axis';
      readonly axis: Axis;
      readonly pair: string;
      readonly isSide: boolean;
      readonly isPlain: boolean;
    }
  /** A part of one coordinate, or one in a unit that is not read. */
  | { readonly kind: 'part' }
  /** The whole place. */
  | { readonly kind: 'whole' }
  /** A place where it has the form of one; else words. */
  | { readonly kind: 'perhaps' };

/** Most names have none of these. */
const QUICK =
  /gps|lat|lon|lng|geo|coord|location|position|6709|xyz|loci|breiten|l(?:ä|ae)ngeng|takeoff|waypoint|landing|plus.?code|olc|mgrs|utm|easting|northing|what3words|w3w|home[ _-]?[xy]/i;

/** Words that make it another value: of the receiver, of the picture's own axes, of the time. */
const OTHER = words(`
  accuracy error precision span delta zone time timestamp date datestamp count speed velocity size altitude alt height
  elevation version id img image pixel crop face area region focus af map datum measure mode satellites sats status dop
  track differential processing method h positioning bearing distance role body note facing name screen latest lens
  crs flag info type format software model make system uncertainty meters remarks according url source heading pitch yaw roll course angle
  signal lock fix used enabled provider device num number week quality level`);

const LATITUDE = /^(?:gps|geo|dest|home|exif)*(?:lat(?:itude)?|latitud|latitudine|breitengrad)$/;
const LONGITUDE =
  /^(?:gps|geo|dest|home|exif)*(?:lon|long|lng|longitude|longtitude|longitud|longitudine|laengengrad|längengrad)$/;
/** Minutes and seconds in tags of their own, and radians: no degrees. */
const PART = words('minute minutes min mins second seconds sec secs rad rads radian radians');
const SIDE = /^(ref|reference|hemisphere|indicator|direction)$/;
const SIDE_AT_END = /(?:ref|reference|hemisphere)$/;

/** Words for a whole place, alone or together. */
const WHOLE = words(`
  geohash pluscode olc mgrs utm easting northing what3words w3w
  coordinates coordinate coords coord latlon latlng latlong geopoint geolocation geotag geouri gpsposition
  gpscoordinates gpslocation iso6709 xyz loci georss gps geo`);
const PERHAPS = words('location position takeoff waypoint landing waypoints');

/** Null where the name says nothing about a place. */
export function roleOf(name: string): PlaceRole | null {
  if (!QUICK.test(name)) return null;
  const tokens = tokensOf(name);
  if (tokens.some((token) => OTHER.has(token))) return null;
  const at = tokens.findIndex((token) => axisOf(token) !== null);
  if (at >= 0 && tokens.some((token) => PART.has(token))) return { kind: 'part' };
  if (at >= 0) {
    const axis = axisOf(tokens[at] ?? '');
    const rest = tokens.filter((token, index) => index !== at && !SIDE.test(token));
    const isSide = tokens.some((token) => SIDE.test(token)) || SIDE_AT_END.test(tokens[at] ?? '');
    const isPlain = /^(lat|lon|long|lng)$/.test(tokens[at] ?? '') && rest.length === 0;
    return axis && { kind: 'axis', axis, pair: [...rest, stemOf(tokens[at] ?? '')].join(' '), isSide, isPlain };
  }
  if (/^home [xy]$/.test(tokens.join(' '))) return { kind: 'part' };
  if (tokens.some((token) => WHOLE.has(token))) return { kind: 'whole' };
  return tokens.some((token) => PERHAPS.has(token)) ? { kind: 'perhaps' } : null;
}

/** Whether all words of a name are those of places, so that it cannot be a person's own words. */
export function isPlaceName(name: string): boolean {
  return tokensOf(name).every(
    (token) =>
      axisOf(token) !== null ||
      SIDE.test(token) ||
      WHOLE.has(token) ||
      PERHAPS.has(token) ||
      /^(exif|dest|e7)$/.test(token),
  );
}

/** The last part of `exif:GPSLatitudeRef`, as `gps latitude ref`; `geo` is kept. */
function tokensOf(name: string): string[] {
  const parts = name.split(':');
  const local = parts[0]?.toLowerCase() === 'geo' ? name : (parts.at(-1) ?? '');
  return local
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/(E7)\b/g, ' $1')
    .toLowerCase()
    .split(/[^\p{Ll}\d]+/u)
    .filter((token) => token !== '');
}

function axisOf(token: string): Axis | null {
  const word = token.replace(SIDE_AT_END, '') || token;
  return LATITUDE.test(word) ? 'latitude' : LONGITUDE.test(word) ? 'longitude' : null;
}

function stemOf(token: string): string {
  return token
    .replace(SIDE_AT_END, '')
    .replace(
      /(?:lat(?:itude)?|latitud|latitudine|breitengrad|lon|long|lng|longitude|longtitude|longitud|longitudine|l(?:ä|ae)ngengrad)$/,
      '',
    );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
