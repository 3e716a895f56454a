// Arranges what is side by side into bands across the whole page, from left to right and from top
// to bottom, at any rotation of the page.
import type { LineBox } from '../line-box.js';
import { directionOf } from './direction.js';

/** Maximum offset of the centres of two neighbours in a band, in heights of the lower one. */
const TOLERANCE = 0.5;

/** A line, a row, or a cell. */
interface Boxed {
  readonly box: LineBox;
}

/** How far the centre of b is below a, measured across the direction of a. */
function drop(a: LineBox, b: LineBox): number {
  return (b.center.y - a.center.y) * Math.cos(a.angle) - (b.center.x - a.center.x) * Math.sin(a.angle);
}

/**
 * Bands of at least one item each. A band follows its items, so a page photographed at an angle
 * keeps its bands.
 */
export function bandsOf<T extends Boxed>(items: readonly T[]): readonly (readonly T[])[] {
  const angle = directionOf(items.map(({ box }) => box));
  const along = ({ box: { center } }: T) => center.x * Math.cos(angle) + center.y * Math.sin(angle);
  const across = ({ box: { center } }: T) => center.y * Math.cos(angle) - center.x * Math.sin(angle);
  const bands: { readonly first: T; last: T; readonly items: T[] }[] = [];
  for (const item of [...items].sort((a, b) => along(a) - along(b))) {
    const fits = bands.flatMap((band) => {
      const last = band.last.box;
      const distance = Math.min(Math.abs(drop(last, item.box)), Math.abs(drop(item.box, last)));
      return distance <= TOLERANCE * Math.min(last.height, item.box.height) ? [{ band, distance }] : [];
    });
    const nearest = fits.sort((a, b) => a.distance - b.distance)[0];
    if (nearest === undefined) {
      bands.push({ first: item, last: item, items: [item] });
      continue;
    }
    nearest.band.items.push(item);
    nearest.band.last = item;
  }
  return bands.sort((a, b) => across(a.first) - across(b.first)).map((band) => band.items);
}
