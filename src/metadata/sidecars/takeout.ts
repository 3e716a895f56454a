// Google Takeout's JSON sidecar: what Google Photos knew about the photo.

import { cleanText, type Tag } from '../../formats/tag.js';
import type { Said } from '../../types/metadata.js';
import { findPlaces } from '../places/find.js';

/** People named in one photo. No photo has more. */
const MAX_PEOPLE = 200;

/** Characters kept of a text. It is evidence, not an archive. */
const MAX_LENGTH = 2000;

/**
 * Null where it is the JSON of another program.
 * @throws SyntaxError where it is not JSON
 */
export function readTakeout(text: string): Said | null {
  const content: unknown = JSON.parse(text);
  if (!isRecord(content) || !['photoTakenTime', 'geoData', 'geoDataExif', 'people'].some((key) => key in content)) {
    return null;
  }
  const names = (Array.isArray(content.people) ? content.people : [])
    .slice(0, MAX_PEOPLE)
    .map((person: unknown) => (isRecord(person) ? textOf(person.name) : ''))
    .filter((name) => name !== '');
  const description = textOf(content.description);
  const { locations, unread } = findPlaces([
    ...placeTags('geoData', content.geoData),
    ...placeTags('geoDataExif', content.geoDataExif),
    { block: 'file', name: 'Description', within: [], value: description },
  ]);
  return {
    takenAt: takenAt(content.photoTakenTime),
    location: locations[0] ?? null,
    otherLocations: locations.slice(1),
    device: { make: null, model: null, serialNumber: null, lensSerialNumber: null, uniqueIds: [] },
    names: names.length === 0 ? [] : [{ role: 'tagged', names: [...new Set(names)] }],
    placeNames: [],
    unreadPlaces: unread,
    unknownParts: [],
    countryNames: [],
    texts: description === '' ? [] : [{ tag: 'description', label: 'description', value: description }],
    contacts: [],
    otherText: description === '' ? [] : [{ tag: 'description', value: description }],
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value).slice(0, MAX_LENGTH) : '';
}

/** The coordinates as tags. Zeros mean that the location is unknown. */
function placeTags(key: string, data: unknown): Tag[] {
  if (!isRecord(data)) return [];
  return ['latitude', 'longitude'].flatMap((axis): Tag[] => {
    const value = data[axis];
    if (value === undefined || value === null) return [];
    return [
      { block: 'file', name: `${key}:${axis}`, within: [], value: typeof value === 'number' ? [value] : `${value}` },
    ];
  });
}

/** Seconds since 1970 as text, in UTC. Zero means that the time is unknown. */
function takenAt(time: unknown): Said['takenAt'] {
  const seconds = isRecord(time) && /^-?\d{1,11}$/.test(String(time.timestamp)) ? Number(time.timestamp) : 0;
  return seconds === 0 ? null : { value: new Date(seconds * 1000).toISOString().replace('.000', '') };
}
