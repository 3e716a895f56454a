// Where the places of a file may be, as data: the table in docs/metadata.md is made of it, and
// tests read every example. The examples name the same place: 48.8584 N, 2.2945 E.
import type { Tag, TagBlock } from '../../formats/tag.js';

export interface PlaceSource {
  /** As the document names it. */
  readonly name: string;
  /** What is understood of it. */
  readonly reads: string;
  /** Tags that name the place. */
  readonly examples: readonly (readonly Tag[])[];
  /** Tags that look alike and name none. */
  readonly others: readonly (readonly Tag[])[];
  /** Tags that name a place in a form that is not understood, so that the problem is reported. */
  readonly unread: readonly (readonly Tag[])[];
}

type Values = Readonly<Record<string, string | readonly number[]>>;

function tags(block: TagBlock, values: Values, more: Partial<Tag> = {}): Tag[] {
  return Object.entries(values).map(([name, value]) => ({ block, name, within: [], value, ...more }));
}

const directory = (values: Values) => tags('exif', values, { directory: values });
const pair = (latitude: string | readonly number[], longitude: string | readonly number[]) => ({
  GPSLatitude: latitude,
  GPSLongitude: longitude,
});
const sides = (north: string | readonly number[], east: string | readonly number[]) => ({
  GPSLatitudeRef: north,
  GPSLongitudeRef: east,
});

/** XMP of a property pair. */
const xmp = (prefix: string, latitude: string, longitude: string) =>
  tags('xmp', { [`${prefix}Latitude`]: latitude, [`${prefix}Longitude`]: longitude });

export const PLACE_SOURCES: readonly PlaceSource[] = [
  {
    name: 'EXIF: `GPSLatitude`, `GPSLongitude`, `GPSDestLatitude`, `GPSDestLongitude`',
    reads:
      'fractions, whole numbers, bytes, floats, and texts in any of the forms below; the hemisphere in its own field, in the text, by a sign, or missing (north, east); every directory of every EXIF block',
    examples: [
      directory({ ...pair([48, 51, 30.24], [2, 17, 40.2]), ...sides('N', 'E') }),
      directory(pair([48.8584], [2.2945])),
      directory({ ...pair([48, 51.504, 0], [2, 17.67, Number.NaN]), ...sides([78], [69]) }),
      directory({ ...pair('48,51,30.24', '2,17,40.2'), ...sides('N', 'E') }),
      directory({ ...pair('48° 51\' 30,24"', '2° 17\' 40,2"'), ...sides('North', 'East') }),
      directory({ GPSDestLatitude: [48, 51, 30.24], GPSDestLongitude: [2, 17, 40.2] }),
      [...directory({ ...pair([0, 0, 0], [0, 0, 0]), ...sides('N', 'E') }), ...directory(pair([48.8584], [2.2945]))],
    ],
    others: [
      directory({ ...pair([0, 0, 0], [0, 0, 0]), ...sides('N', 'E') }),
      directory(pair([Number.NaN, Number.NaN, Number.NaN], [Number.NaN, 0, 0])),
      directory({ GPSLatitudeRef: 'N', GPSDateStamp: '2025:06:01', GPSImgDirection: [48.85], GPSMapDatum: 'WGS-84' }),
    ],
    unread: [
      directory({ ...pair([213, 38, 0], [103, 28, 0]), ...sides('N', 'E') }),
      directory({ GPSLatitude: [48, 51, 30] }),
      directory({ ...pair('48,51', '2,17'), ...sides('N', 'E') }),
      directory({ ...pair([48.85], [2.29]), ...sides('N', 'O') }),
    ],
  },
  {
    name: 'XMP: every pair of properties named for latitude and longitude, in any namespace and structure',
    reads:
      '`DDD,MM.mmmN`, `DDD,MM,SSN`, decimal degrees with point or comma, degrees, minutes and seconds with signs, hemispheres as letters or words on either side or in a property of their own',
    examples: [
      xmp('exif:GPS', '48,51.504N', '2,17.67E'),
      xmp('exif:GPS', '48,858400N', '2,294500E'),
      xmp('exif:GPS', '48° 51\' 30.24" N', '2° 17\' 40.2" E'),
      tags('xmp', {
        ...{ 'exif:GPSLatitude': '48.8584', 'exif:GPSLatitudeRef': 'N' },
        ...{ 'exif:GPSLongitude': '2.2945', 'exif:GPSLongitudeRef': 'E' },
      }),
      tags('xmp', { 'drone-dji:GpsLatitude': '+48.8584', 'drone-dji:GpsLongtitude': '+2.2945' }),
      xmp('drone-skydio:', '48.8584', '2.2945').map((tag) => ({ ...tag, isForeign: true })),
      xmp('Camera:GPS', '48.8584', '2.2945'),
      xmp('exif:GPS', '48.8584', '2.2945').map((tag) => ({ ...tag, within: ['Iptc4xmpExt:LocationCreated'] })),
      tags('xmp', { 'x:Breitengrad': '48.8584', 'x:Laengengrad': '2.2945' }),
      [
        { block: 'xmp', name: 'x:CameraPositionLLA', within: [], value: '48.8584' },
        { block: 'xmp', name: 'x:CameraPositionLLA', within: [], value: '2.2945' },
        { block: 'xmp', name: 'x:CameraPositionLLA', within: [], value: '35.1' },
      ],
      tags('xmp', { 'x:Takeoff': '48.858,2.2945' }),
      tags('xmp', { 'autel:latitudeE7': '488584000', 'autel:longitudeE7': '22945000' }),
    ],
    others: [
      xmp('exif:GPS', '0,0.0N', '0,0.0E'),
      tags('xmp', { 'drone-dji:GpsStatus': 'RTK', 'exif:GPSMapDatum': 'WGS-84', 'x:LatitudeAccuracy': '4.5' }),
      tags('xmp', { 'aux:LateralChromaticAberration': '48.8584', 'x:Longest': '2.2945' }),
    ],
    unread: [
      xmp('exif:GPS', '48,51N', '2,17E'),
      xmp('exif:GPS', 'Paris', 'France'),
      xmp('drone-parrot:', '48.8584', '48.8584 gon'),
      tags('xmp', {
        ...{ 'x:LatDegrees': '48', 'x:LatMinutes': '51', 'x:LatSeconds': '30.2' },
        ...{ 'x:LonDegrees': '2', 'x:LonMinutes': '17', 'x:LonSeconds': '40.2' },
      }),
      tags('xmp', { 'x:LatitudeRad': '0.8527', 'x:LongitudeRad': '0.04' }),
    ],
  },
  {
    name: 'Named texts of PNG and other containers, keys of videos: the same pairs',
    reads: 'as in XMP; fractions as ImageMagick copies them from EXIF (`48/1, 51/1, 3024/100`)',
    examples: [
      tags('file', {
        ...{ 'exif:GPSLatitude': '48/1, 51/1, 3024/100', 'exif:GPSLatitudeRef': 'N' },
        ...{ 'exif:GPSLongitude': '2/1, 17/1, 4020/100', 'exif:GPSLongitudeRef': 'E' },
      }),
      tags('file', { Latitude: '48.8584', Longitude: '2.2945' }),
      tags('file', { 'geo:lat': '48.8584', 'geo:long': '2.2945' }),
      tags('video', { 'com.example.latitude': '48.8584', 'com.example.longitude': '2.2945' }),
    ],
    others: [tags('file', { Long: '2.2945' }), tags('file', { Lat: 'dorsi', Long: 'set' })],
    unread: [tags('file', { Latitude: 'forty-eight', Longitude: 'two' }), tags('file', { latitude: '48.8584' })],
  },
  {
    name: 'Fields for a whole place: `GPSCoordinates`, `GPSPosition`, `geo:point`, `©xyz`, `location.ISO6709`, `loci` and their kind',
    reads: 'two numbers, ISO 6709 with point or comma, and every form below; anything else is unread',
    examples: [
      tags('xmp', { 'x:GPSCoordinates': '48.8584, 2.2945' }),
      tags('file', { GPSPosition: '48 deg 51\' 30.24" N, 2 deg 17\' 40.20" E' }),
      tags('file', { 'geo:point': '48.8584 2.2945' }),
      tags('video', { '©xyz': '+48,8584+002,2945/' }),
      tags('video', { 'com.apple.quicktime.location.ISO6709': [48.8584, 2.2945] }),
      tags('xmp', { 'x:coordinates': '48 51 30N 2 17 40E' }),
    ],
    others: [
      tags('video', { '©xyz': '+00.0000+000.0000/' }),
      tags('xmp', { 'x:GeoTag': 'true', 'x:coordinateUncertaintyInMeters': '30' }),
      tags('video', { 'com.apple.quicktime.location.accuracy.horizontal': '4.5' }),
    ],
    unread: [
      tags('xmp', { 'x:HomeY': '48.8584', 'x:HomeX': '2.2945' }),
      tags('xmp', { 'x:UTMZone': '31U', 'x:UTMEasting': '448251.9' }),
      tags('file', { Geohash: 'u09tunquc' }),
      tags('file', { Location: 'V75V+9R Paris' }),
      tags('xmp', { 'x:GPSPosition': '31U DQ 48251 11932' }),
      tags('video', { '©xyz': '+48,51' }),
    ],
  },
  {
    name: 'Texts: comments, captions, titles, keywords, copyright, user comments, IPTC, PNG text, `location` and `position` of any kind',
    reads: 'the forms of the next table, anywhere in the text; keywords together where one names a latitude',
    examples: [
      tags('exif', { UserComment: 'Lat 48.8584 Long 2.2945 12/06/25 09:41 AM' }),
      tags('iptc', { Caption: 'our house, 48.8584, 2.2945' }),
      [
        { block: 'xmp', name: 'dc:subject', within: [], value: 'geotagged' },
        { block: 'xmp', name: 'dc:subject', within: [], value: 'geo:lat=48.8584' },
        { block: 'xmp', name: 'dc:subject', within: [], value: 'geo:lon=2.2945' },
      ],
      tags('file', { Comment: 'geo:48.8584,2.2945' }),
      tags('file', { Location: '48.8584,2.2945' }),
    ],
    others: [
      tags('exif', { ImageDescription: 'v1.2345 2.3456, 12.50 EUR, 12 June, 4000 x 3000' }),
      tags('exif', { LensModel: '16.0000-35.0000 mm' }),
      tags('xmp', { 'crs:ToneCurve': '48.8584, 2.2945' }),
      tags('file', { Location: 'on the shelf' }),
    ],
    unread: [
      tags('iptc', { Caption: 'https://maps.app.goo.gl/abcDEF123' }),
      tags('file', { Comment: 'Latitude: 48,51 Longitude: 2,17' }),
      tags('xmp', { 'dc:subject': 'geo:lat=48.8584' }),
    ],
  },
];

/** The parts of picture files that are searched for them, by format. */
export const PLACE_CARRIERS = {
  JPEG: ['EXIF segments, each', 'XMP', 'extended XMP', 'IPTC in Photoshop’s segment', 'comment', 'other text segments'],
  PNG: [
    ...['`eXIf`', '`eXIf` with JPEG’s prefix', '`zxIf`', '`tEXt`', '`zTXt`', '`iTXt`', 'XMP in `iTXt`'],
    ...['raw profile `exif`', 'raw profile `iptc`', 'unknown chunk with EXIF, XMP or text'],
  ],
  WebP: ['`EXIF`', '`EXIF` with JPEG’s prefix', '`exif`', '`XMP `', '`XMP` and a NUL', 'unknown chunk with text'],
  GIF: ['comment', 'plain text', 'XMP', 'ImageMagick’s IPTC'],
  TIFF: ['EXIF', 'XMP in tag 700', 'IPTC in tag 33723'],
  'HEIF and AVIF': ['EXIF item', 'XMP item'],
  sidecars: ['XMP', 'Takeout’s `geoData` and `geoDataExif`', 'Takeout’s description'],
} as const;
