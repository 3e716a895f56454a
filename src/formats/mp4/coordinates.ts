// Coordinates in videos: the text of ISO 6709, and the numbers of 3GPP.

/** Signed degrees: latitude, longitude. */
export type Degrees = readonly [number, number];

/** Latitude and longitude with their signs. Height and reference system may follow. */
const TEXT = /^([+-])(\d{1,6})(\.\d+)?([+-])(\d{1,7})(\.\d+)?(?=[+-]|CRS|\/|$)/;

/**
 * `+48.8577+002.2950/`, also with minutes (`+4851.5`) and seconds (`+485127.7`). Null for any other
 * text.
 */
export function fromIso6709(text: string): Degrees | null {
  const [, south, latitude, latitudeRest, west, longitude, longitudeRest] = TEXT.exec(text) ?? [];
  if (!latitude || !longitude) return null;
  return [toDegrees(south, latitude, latitudeRest, 2), toDegrees(west, longitude, longitudeRest, 3)];
}

/**
 * Shorter numbers are degrees without leading zeros.
 * @param wide number of digits of whole degrees; minutes and seconds follow with two digits each
 */
function toDegrees(sign: string | undefined, digits: string, rest: string | undefined, wide: number): number {
  const parts = [0, 2, 4].find((more) => digits.length <= wide + more) ?? 0;
  const padded = digits.padStart(wide + parts, '0');
  const numbers = [padded.slice(0, wide), padded.slice(wide, wide + 2), padded.slice(wide + 2)].filter(Boolean);
  const size = numbers
    .map((part, index) => Number(index === numbers.length - 1 ? `${part}${rest ?? ''}` : part))
    .reduce((sum, part, index) => sum + part / 60 ** index, 0);
  return sign === '-' ? -size : size;
}

/** The fixed-point numbers of 3GPP: 16 bits before the point, 16 after it. */
export function fromFixedPoint(latitude: number, longitude: number): Degrees {
  return [latitude / 0x10000, longitude / 0x10000];
}
