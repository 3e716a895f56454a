// Every form of a place in every part of a file that is searched for it: found, or reported as
// unread; never passed over in silence.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Said } from '../../../src/types/metadata.js';
import { xmp } from '../../helpers/metadata-files.js';
import { CARRIERS, type Carrier, type Payloads } from '../../helpers/place-carriers.js';
import {
  ASCII,
  type BuiltField,
  BYTE,
  directory,
  header,
  LONG,
  RATIONAL,
  SRATIONAL,
} from '../../helpers/tiff-blocks.js';

type Place = readonly [latitude: number, longitude: number];

const parts = (degrees: number) => {
  const size = Math.abs(degrees);
  const minutes = (size % 1) * 60;
  return { whole: Math.floor(size), minutes, minute: Math.floor(minutes), second: (minutes % 1) * 60 };
};
const side = (degrees: number, letters: string) => letters[degrees < 0 ? 1 : 0] ?? '';
const north = (degrees: number) => side(degrees, 'NS');
const east = (degrees: number) => side(degrees, 'EW');

/** EXIF with a GPS directory of these fields. */
function gps(fields: readonly BuiltField[]): Buffer {
  const main = directory(8, [[0x8825, LONG, [26]]]);
  return Buffer.concat([header(), main, directory(26, fields)]);
}

function gpsPair(type: number, value: (degrees: number) => BuiltField[2], [latitude, longitude]: Place): Buffer {
  return gps([
    [1, ASCII, north(latitude)],
    [2, type, value(latitude)],
    [3, ASCII, east(longitude)],
    [4, type, value(longitude)],
  ]);
}

const dms = (degrees: number) => {
  const { whole, minute, second } = parts(degrees);
  return `${whole}° ${minute}' ${second.toFixed(2)}"`;
};

function packet(prefix: string, uri: string, values: Readonly<Record<string, string>>): string {
  const elements = Object.entries(values).map(
    ([name, value]) => `<${prefix}:${name} xmlns:${prefix}="${uri}">${value}</${prefix}:${name}>`,
  );
  return xmp(elements.join(''));
}
const exifPacket = (values: Readonly<Record<string, string>>) =>
  packet('exif', 'http://ns.adobe.com/exif/1.0/', values);

/** The forms of each kind of payload, and the degrees within which they are exact. */
const FORMS: {
  readonly [Kind in keyof Payloads]: Readonly<
    Record<string, readonly [within: number, make: (place: Place) => Payloads[Kind]]>
  >;
} = {
  exif: {
    fractions: [
      1e-5,
      (place) =>
        gpsPair(
          RATIONAL,
          (degrees) => {
            const { whole, minute, second } = parts(degrees);
            return [whole, 1, minute, 1, Math.round(second * 1000), 1000];
          },
          place,
        ),
    ],
    'signed fractions without sides': [
      1e-5,
      ([latitude, longitude]) =>
        gps([
          [2, SRATIONAL, [Math.round(latitude * 1e6), 1_000_000]],
          [4, SRATIONAL, [Math.round(longitude * 1e6), 1_000_000]],
        ]),
    ],
    'text of degrees': [1e-5, (place) => gpsPair(ASCII, (degrees) => Math.abs(degrees).toFixed(6), place)],
    'text with commas': [
      1e-5,
      (place) =>
        gpsPair(
          ASCII,
          (degrees) => {
            const { whole, minute, second } = parts(degrees);
            return `${whole},${minute},${second.toFixed(2)}`;
          },
          place,
        ),
    ],
    bytes: [
      1 / 60,
      (place) =>
        gpsPair(
          BYTE,
          (degrees) => {
            const { whole, minute, second } = parts(degrees);
            return [whole > 127 ? whole - 256 : whole, minute, Math.floor(second)];
          },
          place,
        ),
    ],
    'a comment': [
      1e-5,
      ([latitude, longitude]) =>
        Buffer.concat([
          header(),
          directory(8, [[0x010e, ASCII, `home ${latitude.toFixed(6)}, ${longitude.toFixed(6)}`]]),
        ]),
    ],
  },
  xmp: {
    'degrees and minutes': [
      1e-5,
      ([latitude, longitude]) =>
        exifPacket({
          GPSLatitude: `${parts(latitude).whole},${parts(latitude).minutes.toFixed(4)}${north(latitude)}`,
          GPSLongitude: `${parts(longitude).whole},${parts(longitude).minutes.toFixed(4)}${east(longitude)}`,
        }),
    ],
    'decimal commas': [
      1e-5,
      ([latitude, longitude]) =>
        exifPacket({
          GPSLatitude: `${Math.abs(latitude).toFixed(6).replace('.', ',')}${north(latitude)}`,
          GPSLongitude: `${Math.abs(longitude).toFixed(6).replace('.', ',')}${east(longitude)}`,
        }),
    ],
    'degree signs': [
      1e-5,
      ([latitude, longitude]) =>
        exifPacket({
          GPSLatitude: `${dms(latitude)} ${north(latitude)}`,
          GPSLongitude: `${east(longitude)} ${dms(longitude)}`,
        }),
    ],
    'sides of their own': [
      1e-5,
      ([latitude, longitude]) =>
        exifPacket({
          ...{ GPSLatitude: Math.abs(latitude).toFixed(6), GPSLatitudeRef: north(latitude) },
          ...{ GPSLongitude: Math.abs(longitude).toFixed(6), GPSLongitudeRef: east(longitude) },
        }),
    ],
    "a drone's own namespace": [
      1e-5,
      ([latitude, longitude]) =>
        packet('drone-x', 'https://example.org/drone/', {
          GpsLatitude: latitude.toFixed(7),
          GpsLongitude: longitude.toFixed(7),
        }),
    ],
    'a caption': [
      1e-5,
      ([latitude, longitude]) =>
        packet('dc', 'http://purl.org/dc/elements/1.1/', {
          description: `geo:${latitude.toFixed(6)},${longitude.toFixed(6)}`,
        }),
    ],
  },
  text: {
    decimals: [1e-5, ([latitude, longitude]) => `home ${latitude.toFixed(6)}, ${longitude.toFixed(6)}`],
    'a geo URI': [1e-5, ([latitude, longitude]) => `geo:${latitude.toFixed(6)},${longitude.toFixed(6)}`],
    labels: [1e-5, ([latitude, longitude]) => `Lat ${latitude.toFixed(6)} Long ${longitude.toFixed(6)}`],
    JSON: [
      1e-5,
      ([latitude, longitude]) =>
        JSON.stringify({ lat: Number(latitude.toFixed(6)) + 1e-9, lng: Number(longitude.toFixed(6)) + 1e-9 }),
    ],
    letters: [
      1e-5,
      ([latitude, longitude]) =>
        `${Math.abs(latitude).toFixed(5)}${north(latitude)} ${Math.abs(longitude).toFixed(5)}${east(longitude)}`,
    ],
    'degrees and minutes': [
      1e-4,
      ([latitude, longitude]) => `${dms(latitude)} ${north(latitude)}, ${dms(longitude)} ${east(longitude)}`,
    ],
    'ISO 6709': [
      1e-5,
      ([latitude, longitude]) =>
        `${latitude < 0 ? '-' : '+'}${Math.abs(latitude).toFixed(5).padStart(8, '0')}${longitude < 0 ? '-' : '+'}${Math.abs(longitude).toFixed(5).padStart(9, '0')}/`,
    ],
    'a link': [
      1e-5,
      ([latitude, longitude]) => `https://www.openstreetmap.org/#map=17/${latitude.toFixed(5)}/${longitude.toFixed(5)}`,
    ],
  },
  pair: {
    numbers: [1e-9, (place) => place],
    texts: [1e-5, ([latitude, longitude]) => [latitude.toFixed(6), longitude.toFixed(6)]],
    'decimal commas': [
      1e-5,
      ([latitude, longitude]) => [latitude.toFixed(6).replace('.', ','), longitude.toFixed(6).replace('.', ',')],
    ],
  },
};

interface Case {
  readonly name: string;
  readonly within: number;
  readonly read: (place: Place) => Promise<Said>;
}

function casesOf<Kind extends keyof Payloads>(
  name: string,
  kind: Kind,
  read: (payload: Payloads[Kind]) => Promise<Said>,
): Case[] {
  return Object.entries(FORMS[kind]).map(([form, [within, make]]) => ({
    name: `${name}: ${form}`,
    within,
    read: (place) => read(make(place)),
  }));
}

const CASES = Object.entries(CARRIERS).flatMap(([format, carriers]) =>
  Object.entries(carriers).flatMap(([part, carrier]) => {
    const name = `${format}, ${part}`;
    switch (carrier.takes) {
      case 'exif':
        return casesOf(name, 'exif', carrier.read);
      case 'xmp':
        return casesOf(name, 'xmp', carrier.read);
      case 'text':
        return casesOf(name, 'text', carrier.read);
      case 'pair':
        return casesOf(name, 'pair', carrier.read);
      default:
        return carrier satisfies never;
    }
  }),
);

/** Anywhere but in the sea around null island, which bare numbers in texts do not name. */
const place = fc
  .tuple(fc.double({ min: -89, max: 89, noNaN: true }), fc.double({ min: -179, max: 179, noNaN: true }))
  .filter(([latitude, longitude]) => Math.abs(latitude) >= 4 || Math.abs(longitude) >= 5);

describe('a place is found, wherever and however it is written', () => {
  it('in more than two hundred pairs of a part and a form', () => {
    expect(CASES.length).toBeGreaterThan(200);
  });

  it.each(CASES)('$name', async ({ within, read }) => {
    await fc.assert(
      fc.asyncProperty(place, async ([latitude, longitude]) => {
        const { location, otherLocations } = await read([latitude, longitude]);
        const found = [location, ...otherLocations].map((one) => [
          one?.latitude ?? Number.NaN,
          one?.longitude ?? Number.NaN,
        ]);
        expect(found).toHaveLength(1);
        expect(Math.abs((found[0]?.[0] ?? Number.NaN) - latitude)).toBeLessThanOrEqual(within);
        expect(Math.abs((found[0]?.[1] ?? Number.NaN) - longitude)).toBeLessThanOrEqual(within);
      }),
      { numRuns: 4 },
    );
  });
});

/** A place of each kind of payload that is not understood. */
const UNREAD: Payloads = {
  exif: gps([
    [1, ASCII, 'N'],
    [2, ASCII, '48,51'],
    [3, ASCII, 'E'],
    [4, ASCII, '2,17'],
  ]),
  xmp: exifPacket({ GPSLatitude: '48,51N', GPSLongitude: '2,17E' }),
  text: 'Latitude: 48,51 Longitude: 2,17',
  pair: ['48,51', '2,17'],
};

const ALL = Object.entries(CARRIERS).flatMap(([format, carriers]) =>
  Object.entries(carriers).map(([part, carrier]) => [`${format}, ${part}`, carrier] as const),
);

describe('a place that is not understood is reported as unread', () => {
  it.each(ALL)('%s', async (_name, carrier) => {
    const { location, unreadPlaces } = await readUnread(carrier);
    expect(location).toBeNull();
    expect(unreadPlaces.length).toBeGreaterThan(0);
    expect(unreadPlaces.join()).not.toMatch(/48|51|17/);
  });
});

function readUnread(carrier: Carrier): Promise<Said> {
  switch (carrier.takes) {
    case 'exif':
      return carrier.read(UNREAD.exif);
    case 'xmp':
      return carrier.read(UNREAD.xmp);
    case 'text':
      return carrier.read(UNREAD.text);
    case 'pair':
      return carrier.read(UNREAD.pair);
    default:
      return carrier satisfies never;
  }
}
