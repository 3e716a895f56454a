// QR codes as designers and screens show them: light on dark, round modules, gradients, a logo in
// the middle, the pattern of a screen's pixels over them.
import bwip from 'bwip-js/node';
import sharp, { type Sharp } from 'sharp';
import { drawing, gradient, rect } from '../../fixtures/draw/svg.js';

export interface CodeStyle {
  /** Width of a module in pixels. */
  readonly module?: number;
  readonly isInverted?: boolean;
  /** Dots instead of squares, this share of the module wide. */
  readonly dots?: number;
  /** Colours from the top left to the bottom right. */
  readonly inks?: readonly string[];
  readonly paper?: string;
  /** Side of a plate in the middle, as a share of the code. */
  readonly logo?: number;
  /** Strength of the pattern of a photographed screen, 0..1. */
  readonly moire?: number;
  readonly degrees?: number;
  /** Error correction: L, M, Q, H. */
  readonly level?: string;
}

interface Modules {
  readonly side: number;
  isDark(x: number, y: number): boolean;
}

function modulesOf(text: string, level: string): Modules {
  const [drawn] = bwip.raw('qrcode', text, `eclevel=${level}`) as unknown as readonly {
    readonly pixs: readonly number[];
    readonly pixx: number;
  }[];
  const { pixs = [], pixx: side = 0 } = drawn ?? {};
  return { side, isDark: (x, y) => pixs[y * side + x] === 1 };
}

/** The code with its quiet zone, as PNG. */
export async function drawStyled(text: string, style: CodeStyle = {}): Promise<Buffer> {
  const { module = 6, dots, logo = 0, degrees = 0, level = 'H', isInverted = false } = style;
  const { inks = isInverted ? ['#fff'] : ['#000'], paper = isInverted ? '#101418' : '#fff' } = style;
  const { side, isDark } = modulesOf(text, level);
  const size = (side + 8) * module;
  const shapes = [`<defs>${gradient('ink', inks.length > 1 ? inks : [...inks, ...inks], 'slant')}</defs>`];
  const marks: string[] = [];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1)
      if (isDark(x, y)) marks.push(mark(x, y, module, isCorner(x, y, side) ? undefined : dots));
  }
  // One shape, so that the gradient runs across the whole code.
  shapes.push(`<mask id="code"><g fill="#fff">${marks.join('')}</g></mask>`);
  shapes.push(rect(0, 0, size, size, paper), rect(0, 0, size, size, 'url(#ink)', 'mask="url(#code)"'));
  const plate = logo * side * module;
  if (plate > 0) shapes.push(rect((size - plate) / 2, (size - plate) / 2, plate, plate, '#d9482b', 'rx="8"'));
  const drawn = sharp(Buffer.from(drawing({ width: size, height: size }, ...shapes).svg)).flatten();
  const screened = style.moire === undefined ? drawn : await onScreen(drawn, style.moire);
  return sharp(await screened.png().toBuffer())
    .rotate(degrees, { background: '#cfc8ba' })
    .png()
    .toBuffer();
}

const isCorner = (x: number, y: number, side: number): boolean =>
  (x < 8 && y < 8) || (x < 8 && y >= side - 8) || (x >= side - 8 && y < 8);

function mark(x: number, y: number, module: number, dots: number | undefined): string {
  const [left, top] = [(x + 4) * module, (y + 4) * module];
  if (dots === undefined) return `<rect x="${left}" y="${top}" width="${module + 0.3}" height="${module + 0.3}"/>`;
  return `<circle cx="${left + module / 2}" cy="${top + module / 2}" r="${(module * dots) / 2}"/>`;
}

/** Waves of light and dark as of the pixels of a screen against those of a sensor. */
async function onScreen(drawn: Sharp, strength: number): Promise<Sharp> {
  const { data, info } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin(x * 2.1 + y * 0.13) * Math.sin(y * 1.9 - x * 0.17) + 0.6 * Math.sin((x + y) / 9);
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (y * width + x) * channels + channel;
        const level = data[at] ?? 0;
        data[at] = Math.max(0, Math.min(255, level * 0.8 + 25 + wave * strength * 70));
      }
    }
  }
  return sharp(data, { raw: { width, height, channels } }).blur(0.7);
}
