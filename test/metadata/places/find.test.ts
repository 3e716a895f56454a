import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../src/formats/tag.js';
import { findPlaces } from '../../../src/metadata/places/find.js';

type Parts = readonly number[] | string;

function exif(latitude: Parts, north: string, longitude: Parts, east: string): Tag[] {
  const tags = { GPSLatitude: latitude, GPSLatitudeRef: north, GPSLongitude: longitude, GPSLongitudeRef: east };
  return Object.entries(tags).map(([name, value]) => ({ block: 'exif', name, within: [], value }));
}

function xmp(latitude: string, longitude: string, prefix = 'exif:GPS'): Tag[] {
  const tags = { [`${prefix}Latitude`]: latitude, [`${prefix}Longitude`]: longitude };
  return Object.entries(tags).map(([name, value]) => ({ block: 'xmp', name, within: [], value }));
}

function findLocation(tags: readonly Tag[]) {
  return findPlaces(tags).locations[0] ?? null;
}

describe('the place of the highest trust', () => {
  it('adds degrees, minutes and seconds and signs them by hemisphere', () => {
    expect(findLocation(exif([33, 30, 36], 'S', [70, 15, 0], 'W'))).toEqual({ latitude: -33.51, longitude: -70.25 });
  });

  it('accepts degrees alone, and zero for parts that the receiver left undefined', () => {
    expect(findLocation(exif([48.5], 'N', [2, Number.NaN, Number.NaN], 'E'))).toEqual({ latitude: 48.5, longitude: 2 });
  });

  it.each([
    ['48,30.6N', '2,15.0E', 48.51, 2.25],
    ['33,30,36S', '70,15,0W', -33.51, -70.25],
    ['-33.51', '+70.25', -33.51, 70.25],
  ])('reads XMP: %s %s', (north, east, latitude, longitude) => {
    expect(findLocation(xmp(north, east))).toEqual({ latitude, longitude });
  });

  it('reads what a drone writes besides EXIF', () => {
    expect(findLocation(xmp('48.5', '2.25', 'drone-dji:Gps'))).toEqual({ latitude: 48.5, longitude: 2.25 });
  });

  it.each([
    ['a receiver without a fix', exif([0, 0, 0], 'N', [0, 0, 0], 'E')],
    ['beyond the pole', exif([213, 38, 0], 'N', [103, 28, 0], 'E')],
    ['beyond the date line', exif([10, 0, 0], 'N', [181, 0, 0], 'E')],
    ['0/0 everywhere', exif([Number.NaN, Number.NaN, Number.NaN], '', [Number.NaN, 0, 0], '')],
    ['text for numbers', exif('here', 'N', 'there', 'E')],
    ['half of a pair', exif([48, 0, 0], 'N', [2, 0, 0], 'E').slice(0, 2)],
    ['words in XMP', xmp('Paris', 'France')],
    ['commas in XMP', xmp(',,N', ',,E')],
  ])('is null: %s', (_what, tags) => {
    expect(findLocation(tags)).toBeNull();
  });

  it('goes on to XMP where EXIF is implausible, and keeps locations on the equator', () => {
    const tags = [...exif([0, 0, 0], 'N', [0, 0, 0], 'E'), ...xmp('0,0.0N', '9,27.0E')];
    expect(findLocation(tags)).toEqual({ latitude: 0, longitude: 9.45 });
  });
});

describe('places that differ', () => {
  const caption: Tag = { block: 'iptc', name: 'Caption', within: [], value: 'our flat: 52.5163, 13.3777' };

  it('are all reported, in order of trust', () => {
    const tags = [caption, ...xmp('45.764', '4.8357'), ...exif([48, 51, 30], 'N', [2, 17, 40], 'E')];
    expect(findPlaces(tags).locations.map(({ latitude, from }) => [Math.round(latitude), from])).toEqual([
      [49, undefined],
      [46, undefined],
      [53, 'text'],
    ]);
  });

  it('are one where they are within a hundred metres', () => {
    const tags = [...xmp('48.8583', '2.2944'), ...exif([48, 51, 30], 'N', [2, 17, 40], 'E')];
    expect(findPlaces(tags).locations).toHaveLength(1);
  });

  it('of two directories keep their own sides', () => {
    const inside = (directory: object, tags: readonly Tag[]) => tags.map((tag) => ({ ...tag, directory }));
    // The hemisphere is before its number, as in every file.
    const sorted = (tags: readonly Tag[]) =>
      tags.toSorted((a, b) => Number(b.name.endsWith('Ref')) - Number(a.name.endsWith('Ref')));
    const one = inside({ at: 1 }, exif([48, 51, 30], 'N', [2, 17, 40], 'E'));
    const bare = inside(
      { at: 2 },
      exif([33, 30, 0], '', [70, 15, 0], '').filter(({ name }) => !name.endsWith('Ref')),
    );
    const south = inside({ at: 3 }, sorted(exif([33, 30, 36], 'S', [70, 15, 0], 'W')));
    expect(findPlaces([...bare, ...south, ...one]).locations.map(({ latitude }) => latitude)).toEqual([
      33.5,
      expect.closeTo(-33.51, 5),
      expect.closeTo(48.8583, 3),
    ]);
  });

  it('are at most eight', () => {
    const many = Array.from({ length: 20 }, (_, at): Tag => ({ ...caption, value: `geo:${at + 3},${at + 3}` }));
    expect(findPlaces(many).locations).toHaveLength(8);
  });
});

describe('the name of a tag that was not understood', () => {
  const named = (name: string, isForeign?: true): Tag[] => [
    { block: 'xmp', name, within: [], value: 'over there', ...(isForeign && { isForeign }) },
  ];

  it.each([
    ['a known namespace', named('exif:GPSLatitude'), ['exif:GPSLatitude']],
    ['words for places alone', named('mine:GPSLatitude', true), ['GPSLatitude']],
    ['a person’s own words', named('mine:AuntMiraLatitude', true), ['unnamed']],
  ])('is shown where it cannot be a person’s own: %s', (_what, tags, expected) => {
    expect(findPlaces(tags).unread).toEqual(expected);
  });
});

describe('a place in numbers', () => {
  const inManifest = (value: readonly number[]): Tag => ({ block: 'xmp', name: 'c2pa:location', within: [], value });

  it('is read under the name of a location', () => {
    expect(findLocation([inManifest([48.858369, 2.294481])])).toEqual({ latitude: 48.858369, longitude: 2.294481 });
  });

  it('is none where the numbers are whole, as in pixels', () => {
    expect(findPlaces([inManifest([48, 2])])).toEqual({ locations: [], unread: [] });
  });
});
