// Codes: reads the QR codes, barcodes and similar symbols in a photo and reports what kind of
// payload each one holds.

import type { Detection, Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import type { Raster } from '../../types/raster.js';
import type { Detector } from '../detector.js';
import { CODES } from './declaration.js';
import { cropGrey, type Grey, toGrey } from './grey.js';
import { isRead, isUnread, readNegative, readQuickly, readStripes, readThoroughly } from './passes.js';
import { payloadOf } from './payloads/index.js';
import type { Payload } from './payloads/payload.js';
import { atFullSize, distinct, isBeside, type PlacedReading, place } from './place.js';
import type { CodeReading } from './reader.js';
import { findTextures, type Stripes } from './textures.js';

/**
 * Pixels read where nothing looks like a code. Takes 20 ms on one thread. Enough for a thorough
 * pass over a small picture.
 */
const BUDGET_UNASKED = 300_000;
/** In a larger picture, only the dense parts are read, up to this many pixels in total. */
const BUDGET_PARTS = 125_000;
/**
 * Pixels read where stripes were found (20 ms; one in ten photos without a code has some), and
 * pixels read where a symbol was found.
 */
const BUDGET_STRIPES = 200_000;
/**
 * Pixels read in a small picture with the texture of a code: all passes over a tenth of a
 * megapixel.
 */
const BUDGET_SMALL = 1_500_000;
const BUDGET_SYMBOL = 16_000_000;
/**
 * Longest side in pixels at which a photo with a code is read. More takes longer and finds no
 * further code.
 */
const MAX_SIDE = 3200;
/**
 * Longest side of a part in pixels, and the maximum number of parts. The largest parts come first.
 */
const MAX_PART_SIDE = 1600;
const MAX_PARTS = 3;

/** Formats without a mandatory check digit or checksum. */
const UNPROVED = ['Codabar', 'Code39', 'Code39Std', 'Code39Ext', 'ITF'];
/** Retail formats hold a product number and nothing else. */
const PRODUCTS = ['EANUPC', 'DataBar'];
/** Score of a linear code without a checksum that n scan lines agree on: n / (n + 2). */
const SURE_LINES = 2;
/** The code was read, but its text breaks the structure that its prefix announces. */
const BROKEN_PAYLOAD_SCORE = 0.7;

/**
 * Always starts with a quick pass at the analysis size, and one over its negative at half that. The
 * result decides how much more is read, and at what resolution.
 */
async function findCodes(photo: Photo, isFast: boolean): Promise<readonly PlacedReading[]> {
  const raster = await photo.pixels();
  const grey = toGrey(raster);
  const dark = placeAll(await readQuickly(grey), raster);
  const quick = dark.length > 0 ? dark : placeAll(await readNegative(grey), raster);
  if (quick.length > 0) return [...quick, ...(await readWhole(photo, raster, grey))];
  if (isFast) return [];
  const { striped, dense } = findTextures(grey);
  if (grey.width * grey.height <= BUDGET_UNASKED) {
    const budget = striped.length + dense.length > 0 ? BUDGET_SMALL : BUDGET_UNASKED;
    return placeAll(await readThoroughly(grey, budget), raster);
  }
  const places = striped.slice(0, MAX_PARTS);
  const stripes = await readStriped(photo, raster, grey, places);
  // Stripes are part of a dense area, which was read together with them.
  const others = dense.filter((box) => !places.some(({ region }) => isSameRegion(region, box)));
  const parts = await readParts(raster, grey, others);
  // A symbol in one area means that the photo has codes, so the whole photo is worth reading.
  const hasCodes = parts.length > 0 || stripes.some(({ reading }) => isRead(reading));
  return hasCodes ? [...stripes, ...parts, ...(await readWhole(photo, raster, grey))] : stripes;
}

const isSameRegion = (a: Region, b: Region): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

async function readStriped(
  photo: Photo,
  raster: Raster,
  grey: Grey,
  places: readonly Stripes[],
): Promise<readonly PlacedReading[]> {
  const found: PlacedReading[] = [];
  const budget = BUDGET_STRIPES / places.length;
  for (const { region, slant } of places) {
    const { part, covers } = await closely(photo, raster, grey, region, budget);
    found.push(...placeAll(await readStripes(part, slant, budget), { ...part, covers }));
  }
  return found;
}

/**
 * An area of the analysis-size picture, read from full size, or as large as the pixel budget
 * allows.
 */
async function closely(
  photo: Photo,
  raster: Raster,
  grey: Grey,
  region: Region,
  pixels: number,
): Promise<{ readonly part: Grey; readonly covers: Region }> {
  const whole = atFullSize(region, raster);
  const area = whole.width * whole.height;
  if (raster.width === raster.covers.width && area <= pixels) return partOf(raster, grey, region);
  const side = Math.max(whole.width, whole.height) * Math.sqrt(pixels / area);
  const part = await photo.region(whole, Math.floor(Math.min(side, MAX_PART_SIDE)));
  return { part: toGrey(part), covers: part.covers };
}

function partOf(raster: Raster, grey: Grey, region: Region): { readonly part: Grey; readonly covers: Region } {
  const part = cropGrey(grey, region);
  return { part, covers: atFullSize(part.box, raster) };
}

/**
 * Reads the dense parts at the analysis size, within the budget for a photo without a code. What
 * cannot be read there is rarely a code.
 */
async function readParts(raster: Raster, grey: Grey, boxes: readonly Region[]): Promise<readonly PlacedReading[]> {
  const found: PlacedReading[] = [];
  let budget = BUDGET_PARTS;
  for (const box of boxes) {
    const { part, covers } = partOf(raster, grey, box);
    const pixels = part.width * part.height;
    if (pixels > budget) continue;
    budget -= pixels;
    const readings = await readThoroughly(part, pixels);
    found.push(...placeAll(readings.filter(isRead), { ...part, covers }));
  }
  return found;
}

async function readWhole(photo: Photo, raster: Raster, grey: Grey): Promise<readonly PlacedReading[]> {
  const isShrunk = raster.width < raster.covers.width;
  const full = isShrunk ? await photo.region(raster.covers, MAX_SIDE) : raster;
  return placeAll(await readThoroughly(isShrunk ? toGrey(full) : grey, BUDGET_SYMBOL), full);
}

const placeAll = (readings: readonly CodeReading[], raster: Omit<Raster, 'data'>): readonly PlacedReading[] =>
  readings.map((reading) => place(reading, raster));

/**
 * The three corners of a QR code are rarely detected where there is none. Other symbols that zxing
 * detects but cannot read are rarely codes (docs/accuracy.md).
 */
function isSurelyUnread({ reading, region }: PlacedReading, read: readonly PlacedReading[]): boolean {
  if (!isUnread(reading) || reading.format !== 'QRCode') return false;
  // The corners of one code, or of two codes that were read, may be mistaken for another code.
  return read.every((other) => isBeside(region, other.region));
}

function toDetection({ reading, region }: PlacedReading): Detection {
  const { format, symbology, text, lineCount } = reading;
  const { label, kind, fields, isWhole } = payloadIn(symbology, text ?? '');
  const isProvedSymbol = !UNPROVED.includes(format);
  const score = !isProvedSymbol ? lineCount / (lineCount + SURE_LINES) : isWhole ? 1 : BROKEN_PAYLOAD_SCORE;
  return {
    detector: CODES.id,
    label,
    score,
    proved: isProvedSymbol && isWhole,
    source: { picture: 'main', atMs: null },
    region,
    evidence: { format, kind, ...fields, text: text ?? '' },
  };
}

function payloadIn(symbology: string, text: string): Payload {
  return PRODUCTS.includes(symbology) ? { label: 'code', kind: 'product', fields: {}, isWhole: true } : payloadOf(text);
}

export const codes: Detector = {
  ...CODES,
  async detect(photo, { isFast }) {
    const placed = await findCodes(photo, isFast);
    const read = placed.filter(({ reading }) => isRead(reading));
    if (placed.some((one) => isSurelyUnread(one, read))) photo.unseen.push({ code: 'code-unread' });
    return distinct(read).map(toDetection);
  },
};
