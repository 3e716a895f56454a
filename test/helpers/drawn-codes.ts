// Codes for the tests, drawn by an encoder that is not the reader's own and placed into photos.
import bwip from 'bwip-js/node';
import sharp from 'sharp';
import { photograph } from '../../fixtures/draw/photograph.js';
import { breakfast } from '../../fixtures/draw/scenes.js';

export interface DrawnCode {
  /** The name in bwip-js: `qrcode`, `azteccode`, `ean13`. */
  readonly format: string;
  readonly text: string;
  /** Width of one module in pixels. */
  readonly module?: number;
  /** Clockwise. */
  readonly degrees?: number;
  readonly isInverted?: boolean;
}

/** The code with its quiet zone, as PNG. */
export async function drawCode({
  format,
  text,
  module = 3,
  degrees = 0,
  isInverted = false,
}: DrawnCode): Promise<Buffer> {
  const options = { bcid: format, text, scale: module, paddingwidth: 6, paddingheight: 6, backgroundcolor: 'FFFFFF' };
  const drawn = await bwip.toBuffer({ ...options, binarytext: false } as Parameters<typeof bwip.toBuffer>[0]);
  const upright = isInverted ? await sharp(drawn).negate({ alpha: false }).png().toBuffer() : drawn;
  return sharp(upright).rotate(degrees, { background: '#cfc8ba' }).png().toBuffer();
}

/**
 * A JPEG of width x height pixels with soft shapes and no code; with the given codes at left, top.
 */
export async function photoWith(
  codes: readonly { readonly code: Buffer; readonly left: number; readonly top: number }[],
  { width = 1600, height = 1200 } = {},
): Promise<Buffer> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#cfc8ba"/>
    <circle cx="${width * 0.8}" cy="${height * 0.2}" r="${height * 0.15}" fill="#e0b050"/><path d="M0 ${height} L${width * 0.4} ${height * 0.6} L${width} ${height} Z" fill="#5d7a57"/></svg>`;
  return sharp(Buffer.from(scene))
    .composite(codes.map(({ code, left, top }) => ({ input: code, left, top })))
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** One photo with all these codes next to each other. */
export async function photoWithRow(codes: readonly DrawnCode[]): Promise<Buffer> {
  const placed: { code: Buffer; left: number; top: number }[] = [];
  let [right, bottom] = [60, 0];
  for (const one of codes) {
    const code = await drawCode(one);
    const { width, height } = await sharp(code).metadata();
    placed.push({ code, left: right, top: 80 });
    right += width + 60;
    bottom = Math.max(bottom, 80 + height + 60);
  }
  return photoWith(placed, { width: Math.max(800, right), height: Math.max(600, bottom) });
}

const TABLE = { width: 2016, height: 1512 };
/** The breakfast table of the gallery, drawn once. */
let table: Promise<Buffer> | undefined;

async function drawTable(): Promise<Buffer> {
  return (await photograph(breakfast(TABLE), 7)).raw().toBuffer();
}

/** A printed code on white paper on the table; the paper has `share` of the photo's width. */
export async function onTable(code: DrawnCode, share: number): Promise<Buffer> {
  const { degrees = 0, ...upright } = code;
  const printed = await sharp(await drawCode({ ...upright, module: 8 }))
    .resize({ width: Math.round(TABLE.width * share) })
    .ensureAlpha()
    .rotate(degrees, { background: '#0000' })
    .png()
    .toBuffer();
  return sharp(await (table ??= drawTable()), { raw: { ...TABLE, channels: 3 } })
    .composite([{ input: printed, left: 1100, top: 750 }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
