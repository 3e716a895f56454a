// Pictures of machine-readable zones for the tests: small, rotated, worn, alone or below a page.
import sharp from 'sharp';
import { letters, widthOf } from '../../fixtures/draw/lettering.js';
import { type Holder, identityCardZone, passportZone } from '../../fixtures/draw/mrz.js';
import { seeded } from '../../fixtures/draw/random.js';
import { drawing, rect } from '../../fixtures/draw/svg.js';

const HOLDERS: readonly Holder[] = [
  {
    surname: 'Eriksson',
    givenNames: 'Anna Maria',
    country: 'UTO',
    documentNumber: 'L898902C3',
    birthDate: '740812',
    sex: 'F',
    expiryDate: '120415',
    personalNumber: 'ZE184226B',
  },
  {
    surname: 'Vandermeulen',
    givenNames: 'Joris Pieter',
    country: 'UTO',
    documentNumber: 'EK7702513',
    birthDate: '880330',
    sex: 'M',
    expiryDate: '310929',
    personalNumber: '',
  },
  {
    surname: 'Oyelaran',
    givenNames: 'Temitope',
    country: 'UTO',
    documentNumber: 'A05683194',
    birthDate: '010117',
    sex: 'F',
    expiryDate: '290603',
    personalNumber: '55102',
  },
];

export const ZONES: readonly (readonly string[])[] = HOLDERS.flatMap((holder) => [
  passportZone(holder),
  identityCardZone(holder),
]);

export interface ZoneView {
  /** Width of the picture before it is rotated, in pixels. */
  readonly width?: number;
  /** Clockwise. */
  readonly degrees?: number;
  /** 0: new. 1: faded, with scratches and specks. */
  readonly wear?: number;
  /** Print of the page above the zone. */
  readonly page?: readonly string[];
  /** Share of the width that the zone has. */
  readonly share?: number;
}

const PAGE_WIDTH = 1600;

/** A JPEG of a page or a card with the zone at its foot. */
export async function photoOfZone(
  zone: readonly string[],
  { width = 1000, degrees = 0, wear = 0, page = [], share = 0.94 }: ZoneView = {},
): Promise<Buffer> {
  const size = (PAGE_WIDTH * share) / (widthOf(zone[0] ?? '', 1, 'mono') || 1);
  const left = (PAGE_WIDTH * (1 - share)) / 2;
  const advance = widthOf('0', size, 'mono');
  const leading = size * 1.9;
  const foot = leading * zone.length + size;
  const height = Math.round(Math.max(foot + size, page.length * 80 + 60 + foot));
  const ink = `rgb(${[20, 20, 24].map((level) => Math.round(level + 90 * wear)).join(',')})`;
  const shapes = [
    rect(0, 0, PAGE_WIDTH, height, '#e6e4da'),
    ...page.map((text, index) => letters(text, { x: 90, y: 90 + index * 80, size: 40, fill: '#333' })),
    // Each letter is a path of its own: the renderer gives up within some long ones.
    ...zone.flatMap((row, index) =>
      [...row].map((letter, place) =>
        letters(letter, {
          x: left + place * advance,
          y: height - foot + leading * (index + 0.8),
          size,
          face: 'mono',
          fill: ink,
        }),
      ),
    ),
    ...scratches(height, wear),
  ];
  const drawn = drawing({ width: PAGE_WIDTH, height }, ...shapes);
  const small = await sharp(Buffer.from(drawn.svg)).resize({ width }).png().toBuffer();
  return sharp(small).rotate(degrees, { background: '#59636b' }).flatten().jpeg({ quality: 88 }).toBuffer();
}

/** Thin light lines and specks, more with more wear, the same each time. */
function scratches(height: number, wear: number): readonly string[] {
  const random = seeded(11);
  return Array.from({ length: Math.round(wear * 60) }, () => {
    const [x, y] = [random() * PAGE_WIDTH, random() * height];
    const isSpeck = random() < 0.6;
    const [w, h] = isSpeck ? [4 + random() * 8, 4 + random() * 8] : [2 + random() * 3, 60 + random() * 160];
    return rect(x, y, w, h, random() < 0.7 ? '#f1efe8' : '#6d6a64');
  });
}
