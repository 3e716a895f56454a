// Finds where the photo was taken.

import { cleanText, type Tag } from '../formats/tag.js';
import type { Metadata } from '../types/metadata.js';

type Location = Metadata['location'];

/** Pairs of tags in order of trust. EXIF keeps the hemispheres in tags of their own. */
const EXIF_PAIRS = [
  ['GPSLatitude', 'GPSLongitude'],
  ['GPSDestLatitude', 'GPSDestLongitude'],
] as const;

const XMP_PAIRS = [
  ['exif:GPSLatitude', 'exif:GPSLongitude'],
  ['exif:GPSDestLatitude', 'exif:GPSDestLongitude'],
  // A misspelling by the maker, in drones of some years.
  ['drone-dji:GpsLatitude', 'drone-dji:GpsLongitude'],
  ['drone-dji:GpsLatitude', 'drone-dji:GpsLongtitude'],
] as const;

/** Already read into degrees; see formats/mp4/coordinates.ts. */
const VIDEO_PLACES = ['com.apple.quicktime.location.ISO6709', '©xyz', 'loci'] as const;

/**
 * Signed degrees, from the first pair that is plausible. Null island (0, 0) is what a receiver
 * without a fix writes.
 */
export function findLocation(tags: readonly Tag[]): Location {
  const read = (block: Tag['block'], name: string) =>
    tags.find((tag) => tag.block === block && tag.name === name)?.value;
  for (const [latitude, longitude] of EXIF_PAIRS) {
    const degrees = (name: string) => fromParts(read('exif', name), read('exif', `${name}Ref`));
    const location = toLocation(degrees(latitude), degrees(longitude));
    if (location) return location;
  }
  for (const [latitude, longitude] of XMP_PAIRS) {
    const location = toLocation(fromText(read('xmp', latitude)), fromText(read('xmp', longitude)));
    if (location) return location;
  }
  for (const name of VIDEO_PLACES) {
    for (const tag of tags.filter((tag) => tag.block === 'video' && tag.name === name)) {
      if (typeof tag.value === 'string') continue;
      const [latitude = Number.NaN, longitude = Number.NaN] = tag.value;
      const location = toLocation(latitude, longitude);
      if (location) return location;
    }
  }
  return null;
}

/** Null outside of the range of latitude and longitude, and for null island. */
export function toLocation(latitude: number, longitude: number): Location {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && !(latitude === 0 && longitude === 0) ? { latitude, longitude } : null;
}

/**
 * Degrees, minutes and seconds. Minutes and seconds are 0 where the receiver left them undefined
 * (0/0).
 */
function fromParts(parts: Tag['value'] | undefined, side: Tag['value'] | undefined): number {
  if (!Array.isArray(parts)) return Number.NaN;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = parts.map((part: number, index) =>
    index > 0 && Number.isNaN(part) ? 0 : part,
  );
  const size = degrees + minutes / 60 + seconds / 3600;
  return typeof side === 'string' && /^[SW]/i.test(cleanText(side)) ? -size : size;
}

/** XMP: `48,51,29N`, `48,51.4915N`, or a plain number. */
function fromText(text: Tag['value'] | undefined): number {
  if (typeof text !== 'string') return Number.NaN;
  const [, numbers = '', side = ''] = /^([-+]?[\d.,]+) ?([NSEW]?)$/i.exec(cleanText(text)) ?? [];
  if (numbers === '') return Number.NaN;
  const [degrees = Number.NaN, minutes = 0, seconds = 0] = numbers.split(',').map(Number);
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
  return /[SW]/i.test(side) || numbers.startsWith('-') ? -size : size;
}
