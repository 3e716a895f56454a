// Pictures of text for the tests, drawn with a bundled font, so they are the same on every system.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { openPhoto } from '../../src/photo/open.js';
import type { Photo } from '../../src/types/photo.js';

const FONTS = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf');

/** One line of text; `size` is the height of its letters in pixels. */
export interface DrawnLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly isMono?: boolean;
}

async function overlay({ text, left, top, size, isMono = false }: DrawnLine): Promise<OverlayOptions> {
  const fontfile = join(FONTS, isMono ? 'DejaVuSansMono.ttf' : 'DejaVuSans.ttf');
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const font = isMono ? 'DejaVu Sans Mono' : 'DejaVu Sans';
  const input = await sharp({ text: { text: escaped, font, fontfile, rgba: true, dpi: 72 * (size / 12) } })
    .png()
    .toBuffer();
  return { input, left, top };
}

/** A pale page with the lines on it, as PNG, rotated clockwise by `degrees`. */
export async function drawPage(
  lines: readonly DrawnLine[],
  { width = 1000, height = 700, degrees = 0 } = {},
): Promise<Buffer> {
  const page = await sharp({ create: { width, height, channels: 3, background: '#f4efe4' } })
    .composite(await Promise.all(lines.map(overlay)))
    .png()
    .toBuffer();
  return sharp(page).rotate(degrees, { background: '#6d7f8c' }).png().toBuffer();
}

export function photoOf(bytes: Buffer): Photo {
  const target = { path: 'drawn.png', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/png' } as const;
  return openPhoto(target, bytes);
}
