// The text form of ISO 6709, which phones write into videos: `+48.8577+002.2950+035/`.
import type { Degrees } from './degrees.js';

/**
 * Latitude and longitude with their signs. Height and reference system may follow. Programs of some
 * countries write a decimal comma.
 */
export const ISO_6709 = /([+-])(\d{1,6})([.,]\d+)?([+-])(\d{1,7})([.,]\d+)?(?=[+-]|CRS|\/|$)/;
const WHOLE = new RegExp(`^${ISO_6709.source}`);

/**
 * A text that begins with coordinates, also with minutes (`+4851.5`) and seconds (`+485127.7`).
 * Null for any other text. The degrees may be beyond the pole.
 */
export function readIso6709(text: string): Degrees | null {
  const [, south, latitude, latitudeRest, west, longitude, longitudeRest] = WHOLE.exec(text) ?? [];
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
  const fraction = (rest ?? '').replace(',', '.');
  const size = numbers
    .map((part, index) => Number(index === numbers.length - 1 ? `${part}${fraction}` : part))
    .reduce((sum, part, index) => sum + part / 60 ** index, 0);
  return (sign === '-' ? -size : size) + 0;
}
