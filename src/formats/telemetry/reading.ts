// What cameras record over time, as the readers of this folder return it. Each reads one sample of
// a track, or one box.
import { type Degrees, isNullIsland, type PlaceReading, realPlaces } from '../coordinates/degrees.js';
import type { Tag } from '../tag.js';

/**
 * `isUnread` is true also where the bytes have another structure than the known ones, so that they
 * may hold a place.
 */
export interface Telemetry extends PlaceReading {
  /** Serial numbers, times and texts. */
  readonly tags: readonly Tag[];
}

/** Reads a sample. May throw MalformedError: the sample is then not read. */
export type TelemetryReader = (bytes: Uint8Array) => Telemetry;

export const NOT_READ: Telemetry = { places: [], tags: [], isUnread: true };

/** The structure is known, and holds no place. */
export const WITHOUT_PLACE: Telemetry = { places: [], tags: [], isUnread: false };

export function videoTag(name: string, value: Tag['value']): Tag {
  return { block: 'video', name, within: [], value };
}

/** A receiver without a fix writes zeros. A pair that is not on Earth was not understood. */
export function placesOf(pairs: readonly Degrees[], tags: readonly Tag[] = []): Telemetry {
  const places = realPlaces(pairs.filter(isWritten));
  return { places, tags, isUnread: places.length === 0 && !pairs.every(isNullIsland) };
}

/** Degrees. Receivers write no finer numbers; bytes that are no numbers mostly are far smaller. */
const MIN_DEGREES = 1e-9;

function isWritten(pair: Degrees): boolean {
  return pair.every((degrees) => degrees === 0 || Math.abs(degrees) >= MIN_DEGREES);
}

/** What several parts of one sample state together. */
export function together(readings: readonly Telemetry[], tags: readonly Tag[] = []): Telemetry {
  return {
    places: readings.flatMap(({ places }) => places),
    tags: [...tags, ...readings.flatMap((reading) => reading.tags)],
    isUnread: readings.some(({ isUnread }) => isUnread),
  };
}

/**
 * Degrees from `DDDMM.MMMM`, as NMEA 0183 writes them. NaN where there are more than 60 minutes.
 * @param side N, S, E or W; without one the number has its sign
 */
export function fromMinutes(value: number, side = ''): number {
  const size = Math.abs(value);
  const whole = Math.floor(size / 100);
  const minutes = size - whole * 100;
  const degrees = minutes <= 60 ? whole + minutes / 60 : Number.NaN;
  return /[SW]/.test(side) || (side === '' && value < 0) ? -degrees : degrees;
}
