// Codes drawn by an encoder that is not the reader's own, laid into photos for the tests.
import bwip from 'bwip-js/node';
import sharp from 'sharp';

export interface DrawnCode {
  /** As bwip-js names it: `qrcode`, `azteccode`, `ean13`. */
  readonly format: string;
  readonly text: string;
  /** Pixels of one module. */
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

/** A scene of soft shapes without a code, width x height pixels, as JPEG; with codes laid into it at left, top. */
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
