// Registration plates of many countries for the tests, drawn onto the back of a vehicle. The
// numbers are invented.
import sharp from 'sharp';
import { letters, widthOf } from '../../fixtures/draw/lettering.js';
import { photograph } from '../../fixtures/draw/photograph.js';
import { drawing, rect } from '../../fixtures/draw/svg.js';

export interface DrawnPlate {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** From top to bottom. Two spaces are a wide gap. */
  readonly rows: readonly string[];
  readonly paper?: string;
  readonly ink?: string;
  /** The letters in the blue band. An empty band has none. */
  readonly band?: string;
  /** Without the dark frame. */
  readonly isFrameless?: boolean;
  /** Small print above the number, as on American plates. */
  readonly caption?: string;
}

const YELLOW = '#f4c20d';

export const PLATES: readonly DrawnPlate[] = [
  { country: 'DE', rows: ['M  AB  1234'], band: 'D' },
  { country: 'DE', rows: ['HH  X  77'], band: 'D' },
  { country: 'DE', rows: ['KA-PA', '777'], band: 'D' },
  { country: 'FR', rows: ['AB-123-CD'], band: 'F' },
  { country: 'FR', rows: ['GH-482', 'TR'], band: 'F' },
  { country: 'GB', rows: ['LK53  ABY'], paper: YELLOW },
  { country: 'GB', rows: ['YD71', 'KZT'], paper: YELLOW },
  { country: 'GB', rows: ['P482  HGF'] },
  { country: 'IT', rows: ['FK  482  ZB'], band: 'I' },
  { country: 'ES', rows: ['4821  KZB'], band: 'E' },
  { country: 'ES', rows: ['4821', 'KZB'], band: 'E' },
  { country: 'PT', rows: ['AB  48  CD'], band: 'P' },
  { country: 'NL', rows: ['GX-482-T'], paper: YELLOW, band: 'NL' },
  { country: 'BE', rows: ['1-ABC-482'], ink: '#8c1c24', band: 'B' },
  { country: 'LU', rows: ['KB 4821'], paper: YELLOW, band: 'L' },
  { country: 'AT', rows: ['W  48213  K'], band: 'A' },
  { country: 'CH', rows: ['ZH · 482 137'] },
  { country: 'PL', rows: ['WX  4821K'], band: 'PL' },
  { country: 'CZ', rows: ['4B2  4821'], band: 'CZ' },
  { country: 'SK', rows: ['BA  482KB'], band: 'SK' },
  { country: 'HU', rows: ['AB KD-482'], band: 'H' },
  { country: 'RO', rows: ['B  48  KDZ'], band: 'RO' },
  { country: 'BG', rows: ['CB 4821 KA'], band: 'BG' },
  { country: 'GR', rows: ['IZK-4821'], band: 'GR' },
  { country: 'SE', rows: ['KDB  482'], band: 'S' },
  { country: 'NO', rows: ['KD  48213'], band: 'N' },
  { country: 'DK', rows: ['KD  48 213'], band: 'DK' },
  { country: 'FI', rows: ['KDB-482'], band: 'FIN' },
  { country: 'IE', rows: ['191-D-48213'], band: 'IRL' },
  { country: 'HR', rows: ['ZG  4821-KD'], band: 'HR' },
  { country: 'SI', rows: ['LJ  48-KDB'], band: 'SLO' },
  { country: 'EE', rows: ['482  KDB'], band: 'EST' },
  { country: 'UA', rows: ['AA 4821 KB'], band: 'UA' },
  { country: 'RU', rows: ['K482BE 77'] },
  { country: 'TR', rows: ['34  KD  4821'], band: 'TR' },
  { country: 'US', rows: ['8KDB482'], caption: 'CALIFORNIA', ink: '#1d2a63' },
  { country: 'US', rows: ['KDB-4821'], caption: 'NEW YORK', paper: '#f7e3a1' },
  { country: 'US', rows: ['KDB 4821'], caption: 'TEXAS' },
  { country: 'CA', rows: ['CKDB 482'], caption: 'ONTARIO', ink: '#1d3c8c' },
  { country: 'MX', rows: ['KDB-48-21'], caption: 'JALISCO' },
  { country: 'BR', rows: ['KDB4C21'], caption: 'BRASIL' },
  { country: 'BR', rows: ['KDB', '4C21'], caption: 'BRASIL' },
  { country: 'AR', rows: ['AB 482 KD'], caption: 'REPUBLICA ARGENTINA' },
  { country: 'IN', rows: ['MH 12 KD 4821'], band: 'IND' },
  { country: 'IN', rows: ['KA 05', 'MB 4821'] },
  { country: 'AE', rows: ['K  48213'], caption: 'DUBAI' },
  { country: 'AU', rows: ['KDB-48C'], caption: 'NSW', paper: YELLOW },
  { country: 'AU', rows: ['1KD 4BC'], caption: 'VICTORIA' },
  { country: 'NZ', rows: ['KDB482'] },
  { country: 'ZA', rows: ['KD 48 BC GP'] },
  { country: 'IL', rows: ['48-213-77'], paper: YELLOW, band: 'IL' },
  { country: 'SG', rows: ['SKD 4821 B'], paper: '#111', ink: '#fff' },
  { country: 'MY', rows: ['WKD 4821'], paper: '#111', ink: '#fff' },
  { country: 'CN', rows: ['A · 482KD'], paper: '#1746a2', ink: '#fff' },
];

export interface PlateView {
  /** Width of the plate as a share of the photo's. */
  readonly share?: number;
  /** Clockwise. */
  readonly degrees?: number;
  readonly width?: number;
}

/** Height of the letters of the number in the drawing of a plate, in pixels. */
const LETTERS = 110;

/** The plate alone, as SVG, with its size. */
function plateDrawing({ rows, paper = '#f7f7f2', ink = '#15161a', band, caption, isFrameless = false }: DrawnPlate) {
  const size = LETTERS / 0.73;
  const text = rows.map((row) => ({ row, width: widthOf(row, size, 'bold') }));
  const left = band === undefined ? 0 : 70;
  const top = caption === undefined ? 36 : 90;
  const leading = LETTERS + 44;
  const width = Math.ceil(Math.max(...text.map((row) => row.width)) + left + 90);
  const height = top + leading * rows.length;
  const middle = (width + left) / 2;
  const shapes = [
    rect(0, 0, width, height, isFrameless ? paper : '#111', 'rx="12"'),
    rect(6, 6, width - 12, height - 12, paper, 'rx="8"'),
    band === undefined ? '' : rect(6, 6, left - 6, height - 12, '#1240a0', 'rx="8"'),
    band === undefined
      ? ''
      : letters(band, { x: 38, y: height - 22, size: 38, face: 'bold', fill: '#fff', anchor: 'middle' }),
    caption === undefined
      ? ''
      : letters(caption, { x: middle, y: 62, size: 44, face: 'bold', fill: ink, anchor: 'middle' }),
    ...text.map(({ row }, index) =>
      letters(row, { x: middle, y: top + LETTERS + index * leading, size, face: 'bold', fill: ink, anchor: 'middle' }),
    ),
  ];
  return drawing({ width, height }, ...shapes);
}

/** A JPEG of a vehicle from behind, with the plate. */
export async function photoOfPlate(
  plate: DrawnPlate,
  { share = 0.25, degrees = 0, width = 1600 }: PlateView = {},
): Promise<Buffer> {
  const height = Math.round(width * 0.75);
  const at = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
    rect(x * width, y * height, w * width, h * height, fill, more);
  const scene = drawing(
    { width, height },
    at(0, 0, 1, 0.4, '#a9bccb'),
    at(0, 0.4, 1, 0.6, '#6d6f6c'),
    at(0.1, 0.2, 0.8, 0.6, '#7c2f35', `rx="${width * 0.06}"`),
    at(0.2, 0.25, 0.6, 0.2, '#26323c', `rx="${width * 0.03}"`),
    at(0.12, 0.5, 0.12, 0.08, '#c4362c'),
    at(0.76, 0.5, 0.12, 0.08, '#c4362c'),
  );
  const drawn = plateDrawing(plate);
  const mounted = await sharp(Buffer.from(drawn.svg))
    .resize({ width: Math.round(width * share) })
    .rotate(degrees, { background: '#0000' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const back = await (await photograph(scene, 5)).png().toBuffer();
  return sharp(back)
    .composite([
      {
        input: mounted.data,
        left: Math.round((width - mounted.info.width) / 2),
        top: Math.round(height * 0.62 - mounted.info.height / 2),
      },
    ])
    .blur(0.6)
    .jpeg({ quality: 82 })
    .toBuffer();
}
