// How much of a picture is drawn in plain colours, exact to the pixel. A screen is drawn that way;
// photographed or scanned paper is not.
import type { Pixels } from '../../image/raster.js';

/** Share of the picture from which a plain colour is a background, a panel or a button. */
const PANEL_SHARE = 0.002;

export interface Flatness {
  /** Share of the pixels that exactly equal their right and lower neighbours, 0..1. */
  readonly share: number;
  /** Number of colours that form a panel. */
  readonly panels: number;
}

export function flatnessOf({ data, width, height }: Pixels): Flatness {
  const colours = new Map<number, number>();
  const at = (index: number) => (data[index * 3]! << 16) | (data[index * 3 + 1]! << 8) | data[index * 3 + 2]!;
  const total = Math.max(1, (width - 1) * (height - 1));
  let flat = 0;
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const index = y * width + x;
      const colour = at(index);
      if (colour !== at(index + 1) || colour !== at(index + width)) continue;
      flat += 1;
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  }
  return { share: flat / total, panels: [...colours.values()].filter((count) => count >= total * PANEL_SHARE).length };
}
