// Positions on Earth as signed degrees.

/** Signed degrees: latitude, longitude. */
export type Degrees = readonly [latitude: number, longitude: number];

export type Axis = 'latitude' | 'longitude';

/** The pole and the date line. */
export const MAX_DEGREES: Readonly<Record<Axis, number>> = { latitude: 90, longitude: 180 };

/** What a text states about a place. */
export interface PlaceReading {
  /** In the order of the text, each once. More than one where its parts contradict each other. */
  readonly places: readonly Degrees[];
  /** It names a place in a form that is not understood, or that has more than one meaning. */
  readonly isUnread: boolean;
}

export const NO_PLACE: PlaceReading = { places: [], isUnread: false };

/** Null island (0, 0) is what a receiver without a fix writes. */
export function isNullIsland([latitude, longitude]: Degrees): boolean {
  return latitude === 0 && longitude === 0;
}

export function isOnEarth([latitude, longitude]: Degrees): boolean {
  return Math.abs(latitude) <= MAX_DEGREES.latitude && Math.abs(longitude) <= MAX_DEGREES.longitude;
}

/** Those on Earth without null island, each once. */
export function realPlaces(all: readonly Degrees[]): Degrees[] {
  const real = all.filter((place) => isOnEarth(place) && !isNullIsland(place));
  return real.filter((place, index) => real.findIndex((other) => isSamePlace(place, other)) === index);
}

/**
 * Degrees within which two values state the same place: a hundred metres, what rounding may take.
 */
const SAME_DEGREES = 1e-3;

export function isSamePlace(a: Degrees, b: Degrees): boolean {
  return Math.abs(a[0] - b[0]) <= SAME_DEGREES && Math.abs(a[1] - b[1]) <= SAME_DEGREES;
}
