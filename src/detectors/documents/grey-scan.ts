// Whether a picture is grey on black, as scanners and ultrasound devices draw.
import type { Pixels } from '../../image/raster.js';

/** Maximum distance of two colour channels of a grey pixel, in levels. JPEG moves them a little. */
const GREY = 10;
/** Maximum level of black, and minimum level of what is drawn on it. */
const BLACK = 40;
const DRAWN = 70;
/** Minimum shares of all pixels. A few marks of a device are coloured. */
const MIN_GREY = 0.95;
const MIN_BLACK = 0.25;
const MIN_DRAWN = 0.08;
/** Every how many pixels one is looked at. */
const STRIDE = 7;

export function isGreyScan({ data, width, height }: Pixels): boolean {
  let [seen, grey, black, drawn] = [0, 0, 0, 0];
  for (let index = 0; index < width * height; index += STRIDE) {
    const [red, green, blue] = [data[index * 3]!, data[index * 3 + 1]!, data[index * 3 + 2]!];
    const highest = Math.max(red, green, blue);
    seen += 1;
    if (highest - Math.min(red, green, blue) <= GREY) grey += 1;
    if (highest <= BLACK) black += 1;
    if (highest >= DRAWN) drawn += 1;
  }
  return grey >= MIN_GREY * seen && black >= MIN_BLACK * seen && drawn >= MIN_DRAWN * seen;
}
