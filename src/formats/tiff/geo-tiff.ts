// The place of a GeoTIFF (OGC GeoTIFF 1.1): a point of the picture with its longitude and latitude,
// or the matrix that leads to them.
import type { Tag } from '../tag.js';
import type { TiffField } from './field.js';

const TIE_POINT = 0x8482;
const MATRIX = 0x85d8;
const KEYS = 0x87af;

/** The key for the kind of coordinates, and its value for degrees. */
const MODEL_TYPE = 1024;
const GEOGRAPHIC = 2;

/** Fields of a key: its number, where its value is, how many there are, and the value. */
const KEY_FIELDS = 4;
const MAX_KEYS = 400;

/**
 * A tag for the place. Metres of a projection are no degrees: such a place is named and not read.
 */
export function geoTiffPlace(fields: readonly TiffField[]): Tag[] {
  const tie = fields.find(({ tag }) => tag === TIE_POINT)?.numbers(6);
  const matrix = fields.find(({ tag }) => tag === MATRIX)?.numbers(16);
  const [longitude, latitude] = tie ? [tie[3], tie[4]] : [matrix?.[3], matrix?.[7]];
  if (longitude === undefined || latitude === undefined) return [];
  const keys = fields.find(({ tag }) => tag === KEYS)?.numbers(MAX_KEYS) ?? [];
  const at = keys.findIndex((key, index) => index % KEY_FIELDS === 0 && index > 0 && key === MODEL_TYPE);
  const isDegrees = at > 0 ? keys[at + 3] === GEOGRAPHIC : Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  const value = isDegrees ? [latitude, longitude] : `${latitude} ${longitude} m`;
  return [{ block: 'exif', name: 'GeoTIFF', within: [], value }];
}
