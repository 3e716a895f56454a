// One latitude or longitude, from a field that is known to hold one: as numbers, or as text in any
// of the forms that programs write.
import { isUnset } from '../tag.js';
import { type Axis, type Degrees, isOnEarth, MAX_DEGREES, type PlaceReading, realPlaces } from './degrees.js';
import { plainSpelling, sideOf } from './spelling.js';

/**
 * Signed degrees; two where a sign and a letter contradict each other, that of the letter first.
 * `unset`: the field was never filled in. `unread`: it says something that is not understood or has
 * two meanings.
 */
export type Angle = readonly number[] | 'unset' | 'unread';

/** Degrees, minutes and seconds. */
type Parts = readonly [degrees: number, minutes: number, seconds: number];

/**
 * @param parts degrees, and minutes and seconds where the field has them. NaN is 0/0, which
 *   receivers write for what they do not know
 * @param side the field of the hemisphere; empty without one
 */
export function angleOfNumbers(parts: readonly number[], axis: Axis, side = ''): Angle {
  const [degrees = Number.NaN, ...finer] = parts;
  if (Number.isNaN(degrees)) return finer.every((part) => Number.isNaN(part) || part === 0) ? 'unset' : 'unread';
  if (parts.length > 3) return 'unread';
  const [minutes = 0, seconds = 0] = finer.map((part) => (Number.isNaN(part) ? 0 : part));
  const isNegative = [degrees, minutes, seconds].some((part) => part < 0);
  const parts3: Parts = [Math.abs(degrees), Math.abs(minutes), Math.abs(seconds)];
  return signed(sizeOf(parts3), axis, [sideIn(side, axis), isNegative ? -1 : null]);
}

/**
 * `48,51.5021N`, `48.858369`, `48° 51' 30,1" N`, `N48:51:30.13`, `48/1, 51/1, 3013/100` and more.
 */
export function angleOfText(text: string, axis: Axis, side = ''): Angle {
  const plain = plainSpelling(text).replace(/\0/g, ' ').trim();
  if (plain === '' || (isUnset(plain) && !/\d/.test(plain)) || /^[-+]?(nan|inf(inity)?)$/i.test(plain)) return 'unset';
  const match = plain.length > MAX_LENGTH ? null : ANGLE.exec(withSigns(plain.replace(LABEL, '')));
  if (!match) return 'unread';
  const [, before = '', sign = '', body = '', after = ''] = match;
  const words = [before, after].filter((word) => word !== '').map((word) => sideIn(word, axis));
  if (/^0+\/0+(?!\d)/.test(body)) return 'unset';
  const parts = partsOf(body.trim(), words.length > 0 || side !== '', axis);
  if (!parts) return 'unread';
  return signed(sizeOf(parts), axis, [...words, sideIn(side, axis), sign === '' ? null : sign === '-' ? -1 : 1]);
}

/** The places that a pair of fields states. Half a pair is a place that cannot be read. */
export function placeOfPair(latitude: Angle, longitude: Angle): PlaceReading {
  if (latitude === 'unset' && longitude === 'unset') return { places: [], isUnread: false };
  if (typeof latitude === 'string' || typeof longitude === 'string') {
    const isZero = [latitude, longitude].every((one) => one === 'unset' || (typeof one !== 'string' && one[0] === 0));
    return { places: [], isUnread: !isZero };
  }
  const candidates = [0, 1].map(
    (at): Degrees => [latitude[at] ?? latitude[0] ?? 0, longitude[at] ?? longitude[0] ?? 0],
  );
  return { places: realPlaces(candidates), isUnread: !candidates.every(isOnEarth) };
}

/** Characters of the longest spelling of one angle, with room. */
const MAX_LENGTH = 80;

/** A name of the field that some programs repeat in its text. */
const LABEL = /^(?:gps\W?)?(?:lat(?:itude)?|lon(?:g(?:t?itude)?)?|lng)\s*[:=]\s*/i;

/** Side or sign before the number, and side after it. */
const ANGLE = /^(\p{L}[\p{L}.]*)?[ ,;]*([-+])? *(\.?\d(?:[^\p{L}]|e[-+]?(?=\d))*?)[ ,;]*(\p{L}[\p{L}.]*)?$/iu;

/** Letters for units, as signs: `48d51m30s`. A unit counts only after the larger one. */
function withSigns(text: string): string {
  const degrees = text.replace(/(\d) ?d(?:eg(?:rees?)?\.?)?(?=[ \d]|[NSEW]?$)/i, '$1°');
  const minutes = degrees.replace(/(°.*\d) ?m(?:in(?:utes?)?\.?)?(?=[ \d]|[NSEW]?$)/i, "$1'");
  return minutes.replace(/('.*\d) ?s(?:ec(?:onds?)?\.?)?(?=[ ,]|[NSEW]?$)/i, '$1"');
}

/** 1, -1, null where the field states no side, NaN where what it states is no side of this axis. */
function sideIn(field: string, axis: Axis): number | null {
  const word = plainSpelling(field).replace(/\0/g, ' ').trim();
  if (!/\p{L}/u.test(word)) return null;
  const side = sideOf(word);
  return side?.axis === axis ? side.sign : Number.NaN;
}

/** @param signs what letters and the sign state, letters first; null where nothing is stated */
function signed(size: number, axis: Axis, signs: readonly (number | null)[]): Angle {
  const stated = [...new Set(signs.filter((sign) => sign !== null))];
  if (!(size <= MAX_DEGREES[axis]) || stated.some(Number.isNaN)) return 'unread';
  // Adding zero turns -0 into 0.
  return (stated.length === 0 ? [1] : stated).map((sign) => sign * size + 0);
}

function sizeOf([degrees, minutes, seconds]: Parts): number {
  return degrees + minutes / 60 + seconds / 3600;
}

const NUMBER = '(\\d+(?:[.,]\\d+)?)';
/** Each part with its sign; the last sign may be missing. */
const MARKED = new RegExp(`^${NUMBER} ?(?:[°:*])(?: ?${NUMBER} ?[':]?(?: ?${NUMBER} ?"?)?)?$`);
const FRACTION = /^(\d+(?:\.\d+)?)(?:\/(\d+))?$/;

/** Null where the text is no number of degrees, or could be two different ones. */
function partsOf(body: string, hasSide: boolean, axis: Axis): Parts | null {
  if (/^\d*\.?\d+e[-+]?\d{1,2}$/i.test(body)) return [Number(body), 0, 0];
  const marked = MARKED.exec(body);
  if (marked) return checked(marked.slice(1).map((part) => decimal(part ?? '0')));
  if (/^\d*\.?\d+$|^\d+\.$/.test(body)) return plainDegrees(body, hasSide, axis);
  if (body.includes('/')) return checked(body.split(/[,; ]+/).map(fraction));
  const fields = body.split(/[,;]? +|;|(?<=\d)-/);
  if (fields.length > 1) return checked(fields.map((field) => (/^\d+(?:[.,]\d+)?$/.test(field) ? decimal(field) : -1)));
  if (body.includes(',')) return commaParts(body.split(','));
  const dotted = body.split('.');
  return hasSide && dotted.length > 2 ? listed(dotted, '.') : null;
}

/** XMP's `DDD,MM.mmm` and `DDD,MM,SS`, or a decimal comma in place of a point. */
function commaParts(fields: readonly string[]): Parts | null {
  const [whole = '', rest = ''] = fields;
  if (!fields.slice(0, -1).every((field) => /^\d+$/.test(field))) return null;
  if (fields.length !== 2) return listed(fields, ',');
  if (/^\d+\.\d*$/.test(rest)) return checked([Number(whole), Number(rest)]);
  if (!/^\d+$/.test(rest)) return null;
  // Two digits below 60 may be minutes, too.
  const isDecimal = rest.length > 2 || Number(rest) >= 60 || Number(rest) === 0;
  return isDecimal ? checked([Number(`${whole}.${rest}`)]) : null;
}

/** Three or four whole numbers: the last one is a fraction where it is too large for seconds. */
function listed(fields: readonly string[], separator: string): Parts | null {
  const [degrees = '', minutes = '', seconds = '', rest] = fields;
  if (fields.length < 3 || fields.length > 4) return null;
  if (rest !== undefined) return checked([Number(degrees), Number(minutes), Number(`${seconds}.${rest}`)]);
  const isFraction = /^\d+$/.test(seconds) && (seconds.length > 2 || Number(seconds) >= 60);
  if (isFraction && separator === ',') return checked([Number(degrees), Number(`${minutes}.${seconds}`)]);
  return checked([Number(degrees), Number(minutes), Number(seconds)]);
}

/**
 * Degrees, or the digits of degrees and minutes as receivers write them (`4851.5021`, NMEA 0183).
 * Those have a side.
 */
function plainDegrees(body: string, hasSide: boolean, axis: Axis): Parts | null {
  const [whole = '', rest = ''] = body.split('.');
  const wide = axis === 'latitude' ? 2 : 3;
  if (whole.length <= 3) return [Number(body), 0, 0];
  if (!hasSide) return null;
  const digits = [whole.slice(0, wide), whole.slice(wide, wide + 2), whole.slice(wide + 2)].filter(
    (part) => part !== '',
  );
  return checked(digits.map((part, index) => Number(index === digits.length - 1 ? `${part}.${rest}` : part)));
}

function fraction(text: string): number {
  const [, above, below = '1'] = FRACTION.exec(text) ?? [];
  if (above === undefined) return -1;
  // 0/0 is unknown: nothing to add where it is in the minutes or seconds.
  return Number(above) === 0 && Number(below) === 0 ? 0 : Number(above) / Number(below);
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** Minutes and seconds are below 60, or 60 where a program rounded. */
function checked(parts: readonly number[]): Parts | null {
  const [degrees = -1, minutes = 0, seconds = 0] = parts;
  const isSound = [degrees, minutes, seconds].every((part) => Number.isFinite(part) && part >= 0);
  return isSound && parts.length <= 3 && minutes <= 60 && seconds <= 60 ? [degrees, minutes, seconds] : null;
}
