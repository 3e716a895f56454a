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
