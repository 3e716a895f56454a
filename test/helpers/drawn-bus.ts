// A red bus on a road: a drawing that the network of objects takes for a vehicle.
import sharp from 'sharp';
import { type Drawing, drawing, rect } from '../../fixtures/draw/svg.js';

const SIZE = { width: 800, height: 600 };

const wheel = (x: number): string =>
  [
    [50, '#181818'],
    [28, '#b8bcc0'],
    [10, '#555'],
  ]
    .map(([radius, color]) => `<circle cx="${x}" cy="440" r="${radius}" fill="${color}"/>`)
    .join('');

const rounded = (x: number, y: number, width: number, height: number, radius: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

function bus(): Drawing {
  const windows = [0, 1, 2, 3, 4, 5].map((column) => rounded(115 + column * 98, 200, 80, 95, 6, '#26343f'));
  return drawing(
    SIZE,
    rect(0, 0, 800, 380, '#bcd7ee'),
    rect(0, 380, 800, 220, '#777b80'),
    rounded(90, 170, 620, 270, 18, '#c9302c'),
    rect(90, 330, 620, 22, '#f4f4f4'),
    ...windows,
    wheel(220),
    wheel(590),
  );
}

/** The bus fills half of the picture of 800 x 600 pixels. */
export function drawnBus(): Promise<Buffer> {
  return sharp(Buffer.from(bus().svg)).flatten().png().toBuffer();
}
