// Where flagged photos were taken: cells of a tenth of a degree on the outlines of land.
import { PAGE } from '../../messages/html-page.js';
import { coarseDegrees } from '../../metadata/coarse-degrees.js';
import type { PhotoReport } from '../../types/report.js';
import { LAND } from './land.js';
import { constant, html, type Markup, NOTHING } from './markup.js';

/** The most frequent ones. */
const MAX_PLACES = 500;

/** Degrees: the map shows at least so much, and so much around the outermost places. */
const MIN_WIDTH = 40;
const AROUND = 5;

interface Place {
  /** Degrees, rounded to one decimal. */
  readonly latitude: number;
  readonly longitude: number;
  photos: number;
}

export function mapSection(photos: readonly PhotoReport[]): Markup {
  const places = placesOf(photos);
  if (places.length === 0) return NOTHING;
  const { left, top, width, height } = viewOf(places);
  return html`<section aria-labelledby="map">
<details><summary><h2 id="map">${PAGE.map}</h2></summary>
<p>${PAGE.mapNote}</p>
<svg class="map" viewBox="${left} ${top} ${width} ${height}" role="img" aria-labelledby="map">
<path d="${constant(LAND)}"/>
${places.map((place) => circle(place, width))}</svg>
<details><summary>${PAGE.everyPlace}</summary>
<ul>${places.map((place) => html`<li>${text(place)}</li>`)}</ul></details></details></section>
`;
}

function circle(place: Place, width: number): Markup {
  const [x, y] = [tenths(place.longitude), -tenths(place.latitude)];
  return html`<circle cx="${x}" cy="${y}" r="${radius(place, width)}"><title>${text(place)}</title></circle>
`;
}

function placesOf(photos: readonly PhotoReport[]): Place[] {
  const places = new Map<string, Place>();
  for (const { findings } of photos) {
    for (const cell of new Set(findings.flatMap(cellOf))) {
      const [latitude = 0, longitude = 0] = cell.split(' ').map(Number);
      const place = places.get(cell) ?? { latitude, longitude, photos: 0 };
      place.photos++;
      places.set(cell, place);
    }
  }
  return [...places.values()].sort((a, b) => b.photos - a.photos).slice(0, MAX_PLACES);
}

/** Rounded here, too: the page never states more. */
function cellOf({ rule, evidence: { latitude, longitude } }: PhotoReport['findings'][number]): string[] {
  if (rule !== 'metadata/location' || typeof latitude !== 'number' || typeof longitude !== 'number') return [];
  return [`${coarseDegrees(latitude)} ${coarseDegrees(longitude)}`];
}

/** Twice as wide as high, around all places, in tenths of a degree. */
function viewOf(places: readonly Place[]) {
  const [west, east] = rangeOf(places.map(({ longitude }) => longitude));
  const [south, north] = rangeOf(places.map(({ latitude }) => latitude));
  const width = Math.min(360, Math.max(MIN_WIDTH, east - west + 2 * AROUND, 2 * (north - south + 2 * AROUND)));
  const height = width / 2;
  const within = (middle: number, size: number, half: number) =>
    Math.min(half - size, Math.max(-half, middle - size / 2));
  return {
    left: tenths(within((west + east) / 2, width, 180)),
    top: tenths(within(-(south + north) / 2, height, 90)),
    width: tenths(width),
    height: tenths(height),
  };
}

function rangeOf(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Its area grows with the number of photos, up to a fortieth of the map's width. */
function radius({ photos }: Place, width: number): number {
  return Math.max(1, Math.round(Math.min(width / 4, (width / 20) * Math.sqrt(photos))));
}

function tenths(degrees: number): number {
  return Math.round(degrees * 10) + 0;
}

function text({ latitude, longitude, photos }: Place): string {
  return `${PAGE.place(latitude.toFixed(1), longitude.toFixed(1))}: ${PAGE.photos(photos)}`;
}
