// The passes over a picture, ordered by what each adds on labelled photos (docs/accuracy.md), and
// the pixel budget that limits them.
import type { ReaderOptions } from 'zxing-wasm/reader';
import { bend, evenLight, type Grey, halfNegative, meanOfRows, rotate, rotatePoint, scale } from './grey.js';
import { type CodeReading, readCodes } from './reader.js';
import { sharpen } from './sharpen.js';

/**
 * Upright and rotated by quarter turns, nothing else. Takes a fifth of the time of a thorough pass.
 */
const QUICK: ReaderOptions = { tryHarder: false, tryInvert: false, tryDownscale: false };
/** zxing's own defaults: several scales, dark on light and light on dark, and more scan lines. */
const THOROUGH: ReaderOptions = {};

/**
 * An altered picture may show a linear code that does not exist. Only formats with a checksum of
 * their own are read from it, and more scan lines must agree.
 */
const CHECKED: ReaderOptions['formats'] = [
  'AllMatrix',
  'EANUPC',
  'Code128',
  'Code93',
  'DataBar',
  'PDF417',
  'MicroPDF417',
];
/** Linear codes in which a misread bar breaks the checksum. */
const CHECKED_LINEAR: ReaderOptions['formats'] = ['EANUPC', 'Code128'];
const linesAt = (factor: number): number => Math.ceil(3 * factor);

/** Scan lines that make a reading of a linear code final, so that no other pass is needed. */
const SURE_LINES = 8;

interface Pass {
  /** Sides of the picture that is read, as a multiple of the sides of the given picture. */
  readonly factor: number;
  readonly make: (grey: Grey) => Promise<Grey> | Grey;
  readonly options: ReaderOptions;
  /** Only for a symbol that was detected but not read. */
  readonly isForUnread?: true;
}

/**
 * Radius in pixels of the squares used to even out the lighting. Covers several modules of a code.
 */
const LIGHT_RADIUS = 16;

/** For a blurred linear code: its edges are steeper than any lens draws them. */
const steep = (grey: Grey): Grey => sharpen(grey, 1.5, { flat: 5, jagged: 8 });

/** For a linear code of a pixel or two a bar: rows are averaged, because bars run across them. */
async function tripled(grey: Grey): Promise<Grey> {
  return sharpen(await scale(meanOfRows(grey, 3), 3), 2, { flat: 2, jagged: 3 });
}

async function doubledAndEven(grey: Grey): Promise<Grey> {
  const sharper = sharpen(await scale(grey, 2), 2, { flat: 3, jagged: 6 });
  return evenLight(sharper, 2.5 * LIGHT_RADIUS);
}

const changed = (factor: number): ReaderOptions => ({
  ...THOROUGH,
  formats: CHECKED,
  minLineCount: linesAt(factor),
});

const linear = (factor: number): ReaderOptions => ({
  formats: CHECKED_LINEAR,
  tryInvert: false,
  minLineCount: 2 * linesAt(factor),
});

const bent = (alongX: number, alongY: number): Pass => ({
  factor: 2,
  make: async (grey) => bend(await scale(grey, 2), alongX, alongY),
  options: { formats: ['QRCode', 'MicroQRCode', 'DataMatrix', 'Aztec'], tryInvert: false },
  isForUnread: true,
});

const same = (grey: Grey): Grey => grey;

const PASSES: readonly Pass[] = [
  { factor: 1, make: same, options: THOROUGH },
  { factor: 1, make: (grey) => sharpen(grey, 1, { flat: 1, jagged: 2 }), options: changed(1) },
  { factor: 1, make: same, options: { tryDenoise: true, binarizer: 'GlobalHistogram' } },
  { factor: 1, make: (grey) => evenLight(grey, LIGHT_RADIUS), options: changed(1) },
  { factor: 1, make: steep, options: linear(1) },
  { factor: 2, make: doubledAndEven, options: changed(2) },
  { factor: 2, make: (grey) => scale(grey, 2), options: changed(2) },
  { factor: 0.5, make: (grey) => scale(grey, 0.5), options: changed(0.5) },
  { factor: 3, make: tripled, options: { ...linear(3), minLineCount: linesAt(3) } },
  bent(0, 0.02),
  bent(0, -0.02),
  bent(0.02, 0),
  bent(-0.02, 0),
];

export function readQuickly(grey: Grey): Promise<readonly CodeReading[]> {
  return readCodes(grey, QUICK);
}

/**
 * Large symbols that are light on dark. Small ones have a dense texture and are read thoroughly, in
 * which case both ways are tried.
 */
export async function readNegative(grey: Grey): Promise<readonly CodeReading[]> {
  const found = await readCodes(halfNegative(grey), { ...QUICK, formats: ['AllMatrix'] });
  return found.map((reading) => rescale(reading, 2));
}

/**
 * Readings of all passes, in the order of the passes. Stops once something was read and no symbol
 * is left unread. Skips passes that exceed `budget`, in pixels.
 */
export async function readThoroughly(grey: Grey, budget: number): Promise<readonly CodeReading[]> {
  const readings: CodeReading[] = [];
  let left = budget;
  for (const { factor, make, options, isForUnread } of PASSES) {
    const pixels = factor * factor * grey.width * grey.height;
    if (pixels > left || (isForUnread && !readings.some(isUnread))) continue;
    left -= pixels;
    const found = await readCodes(await make(grey), options);
    readings.push(...found.map((reading) => rescale(reading, 1 / factor)));
    // A slanted symbol found by the first pass is rotated and read before any other pass.
    const upright = readings.length === found.length ? await readUpright(grey, found.filter(isUnread)) : [];
    readings.push(...upright);
    if (upright.length > 0) break;
    if (readings.some(isSure) && !readings.some(isUnread)) break;
  }
  return readings;
}

/** Formats that consist of stripes. Takes half the time of a thorough pass. */
const STRIPED: ReaderOptions = { formats: ['AllLinear', 'PDF417', 'MicroPDF417'], tryInvert: false };

/**
 * Slant in degrees up to which zxing reads every format. PDF417 is read by rows and tolerates no
 * more.
 */
const MIN_SLANT = 2;
/** Slanted symbols per picture that are rotated and read again. Each costs one pass. */
const MAX_ROTATED = 2;

async function readUpright(grey: Grey, unread: readonly CodeReading[]): Promise<readonly CodeReading[]> {
  const found: CodeReading[] = [];
  for (const angle of [...new Set(unread.map(slantOf))].slice(0, MAX_ROTATED)) {
    if (isAslant(angle)) found.push(...(await readRotated(grey, angle)).filter(isRead));
  }
  return found;
}

const isAslant = (angle: number): boolean => Math.abs(angle) >= (MIN_SLANT / 180) * Math.PI;

/** Reads the picture rotated back by `slant`. The corners refer to the picture as given. */
async function readRotated(grey: Grey, slant: number): Promise<readonly CodeReading[]> {
  const upright = rotate(grey, -slant);
  return rotatedBack(await readCodes(upright, THOROUGH), upright, grey, slant);
}

function rotatedBack(
  readings: readonly CodeReading[],
  upright: Grey,
  grey: Grey,
  slant: number,
): readonly CodeReading[] {
  return readings.map((reading) => ({
    ...reading,
    corners: reading.corners.map((corner) => rotatePoint(corner, upright, grey, slant)),
  }));
}

/**
 * Reads stripes that are slanted by `slant` (radians, clockwise). They are read upright first,
 * because a stacked code can only be read along its rows.
 */
export async function readStripes(grey: Grey, slant: number, budget: number): Promise<readonly CodeReading[]> {
  if (!isAslant(slant)) return readThoroughly(grey, budget);
  const upright = rotate(grey, -slant);
  const found = rotatedBack(await readCodes(upright, STRIPED), upright, grey, slant);
  if (found.some(isSure)) return found;
  // Stripes may belong to something else, so one thorough pass always follows, even if the rotated
  // pass has used up the budget.
  const left = Math.max(grey.width * grey.height, budget - upright.width * upright.height);
  return [...found, ...(await readThoroughly(grey, left))];
}

/** Angle between the upper edge and the nearest quarter turn: radians, clockwise, -pi/4 to pi/4. */
function slantOf({ corners: [from, to] }: CodeReading): number {
  if (from === undefined || to === undefined) return 0;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  return angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2);
}

export const isRead = ({ text }: CodeReading): boolean => text !== null;
export const isUnread = ({ text }: CodeReading): boolean => text === null;

/**
 * A linear code read from few scan lines may be misread even if its check digit holds. Other passes
 * may outvote it.
 */
const isSure = ({ text, lineCount }: CodeReading): boolean =>
  text !== null && (lineCount === 0 || lineCount >= SURE_LINES);

function rescale(reading: CodeReading, factor: number): CodeReading {
  return { ...reading, corners: reading.corners.map(({ x, y }) => ({ x: x * factor, y: y * factor })) };
}
