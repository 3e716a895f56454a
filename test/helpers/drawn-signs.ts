// Things with letters that are no papers: shop signs, maps, trucks, products, posters, boards.
// Thirty of them, invented, to check that a page is not found in each.
import { type Face, letters, lines } from '../../fixtures/draw/lettering.js';
import { seeded } from '../../fixtures/draw/random.js';
import { type Drawing, drawing, ellipse, gradient, path, rect, type Size } from '../../fixtures/draw/svg.js';

const WIDE: Size = { width: 1280, height: 960 };
const TALL: Size = { width: 960, height: 1280 };

export interface Sign {
  readonly name: string;
  readonly drawing: Drawing;
}

const NAMES = [
  'Bramble',
  'Old Harbour',
  'Linden',
  'Corvus',
  'Marigold',
  'Saltwind',
  'Juniper',
  'Tideway',
  'Fennel',
  'Rook',
];
const TRADES = [
  'BAKERY',
  'BOOKS',
  'HARDWARE',
  'FLOWERS',
  'OPTICIAN',
  'BICYCLES',
  'PHARMACY',
  'TAILOR',
  'CAFE',
  'FISHMONGER',
];
const PAINT = ['#1f4e3d', '#7a1f2b', '#1d2f5c', '#b8860b', '#3b3b3b', '#0d6e6e', '#e8e3d6', '#f2d23c'];

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const inkOn = (paint: string): string => (paint === '#e8e3d6' || paint === '#f2d23c' ? '#222222' : '#f7f2e4');

function shop(random: Random): Drawing {
  const paint = pick(random, PAINT);
  const ink = inkOn(paint);
  const face: Face = pick(random, ['bold', 'serifBold', 'condensed']);
  const glass = gradient('glass', ['#9fb6c2', '#5d7480', '#8aa0ab'], 'slant');
  const hours = ['Mon to Fri 9 to 18', 'Saturday 10 to 16', 'Sunday closed'];
  return drawing(
    WIDE,
    `<defs>${glass}</defs>`,
    rect(0, 0, 1280, 960, '#a58d74'),
    rect(80, 120, 1120, 230, paint),
    letters(`${pick(random, NAMES)} ${pick(random, TRADES)}`, {
      x: 640,
      y: 262,
      size: 84,
      face,
      fill: ink,
      anchor: 'middle',
    }),
    letters('since 1924', { x: 640, y: 325, size: 40, face: 'serifItalic', fill: ink, anchor: 'middle' }),
    rect(120, 400, 760, 560, 'url(#glass)'),
    rect(940, 400, 220, 560, paint),
    lines(hours, { x: 500, y: 640, size: 34, fill: '#ffffff', anchor: 'middle', leading: 52 }),
    letters('SALE 50 %', { x: 500, y: 840, size: 96, face: 'bold', fill: '#d33', anchor: 'middle' }),
    letters('PUSH', { x: 1050, y: 700, size: 36, face: 'bold', fill: ink, anchor: 'middle' }),
  );
}

function map(random: Random): Drawing {
  const roads = Array.from({ length: 14 }, () => {
    const [x, y, z, w] = [random() * 1280, random() * 960, random() * 1280, random() * 960];
    return `<path d="M${x} ${y} L${z} ${w}" stroke="#ffffff" stroke-width="${6 + random() * 14}" fill="none"/>`;
  });
  const labels = Array.from({ length: 26 }, () => {
    const text = `${pick(random, NAMES)} ${pick(random, ['Road', 'Street', 'Park', 'Lane', 'Square', 'Hill', 'Station'])}`;
    const turn = random() < 0.5 ? 0 : (random() - 0.5) * 90;
    const [x, y] = [60 + random() * 900, 60 + random() * 840];
    const size = 18 + random() * 18;
    return `<g transform="translate(${x} ${y}) rotate(${turn})">${letters(text, { x: 0, y: 0, size, fill: '#444' })}</g>`;
  });
  return drawing(
    WIDE,
    rect(0, 0, 1280, 960, '#e9e4d8'),
    ellipse(400, 500, 300, 160, '#b7d8a8'),
    path('M0 700 C300 640 700 900 1280 760 L1280 960 L0 960 Z', '#a9cbe6'),
    ...roads,
    ...labels,
  );
}

function truck(random: Random): Drawing {
  const paint = pick(random, PAINT);
  const ink = inkOn(paint);
  const name = pick(random, NAMES);
  return drawing(
    WIDE,
    rect(0, 0, 1280, 960, '#9db3c4'),
    rect(0, 760, 1280, 200, '#55565a'),
    rect(60, 200, 900, 500, paint),
    rect(960, 360, 240, 340, '#d9d9d9'),
    ellipse(260, 730, 90, 90, '#222'),
    ellipse(1040, 730, 90, 90, '#222'),
    letters(`${name} Removals`, { x: 510, y: 370, size: 88, face: 'bold', fill: ink, anchor: 'middle' }),
    letters('Local and long distance', { x: 510, y: 460, size: 48, fill: ink, anchor: 'middle' }),
    letters('Free quotes: call 0555 012 345', { x: 510, y: 550, size: 44, fill: ink, anchor: 'middle' }),
    letters(`www.${name.toLowerCase().replace(' ', '')}.example`, {
      x: 510,
      y: 640,
      size: 44,
      fill: ink,
      anchor: 'middle',
    }),
  );
}

const INGREDIENTS = [
  'Ingredients: oat flakes (42 %), sugar, rapeseed oil,',
  'honey (3 %), salt, natural flavouring. May contain',
  'traces of nuts, milk and soya. Store in a cool and',
  'dry place. Best before: see the bottom of the pack.',
];

function product(random: Random): Drawing {
  const paint = pick(random, PAINT);
  const ink = inkOn(paint);
  return drawing(
    TALL,
    rect(0, 0, 960, 1280, '#cfc5b5'),
    rect(180, 80, 600, 1120, paint, 'rx="40"'),
    letters(pick(random, NAMES).toUpperCase(), { x: 480, y: 280, size: 92, face: 'bold', fill: ink, anchor: 'middle' }),
    letters('CRUNCHY OATS', { x: 480, y: 380, size: 60, face: 'bold', fill: ink, anchor: 'middle' }),
    letters('with real honey', { x: 480, y: 450, size: 44, face: 'serifItalic', fill: ink, anchor: 'middle' }),
    ellipse(480, 640, 170, 120, '#e0a33a'),
    letters('500 g', { x: 480, y: 850, size: 64, face: 'bold', fill: ink, anchor: 'middle' }),
    rect(210, 930, 540, 200, '#f4f1e8'),
    lines(INGREDIENTS, { x: 225, y: 970, size: 19, fill: '#222', leading: 40 }),
  );
}

function poster(random: Random): Drawing {
  const paint = pick(random, PAINT);
  const ink = inkOn(paint);
  const face: Face = pick(random, ['bold', 'serifBold']);
  const acts = ['The Paper Lanterns', 'Mole and Vole', 'North by Nothing', 'Six Small Boats'];
  return drawing(
    TALL,
    rect(0, 0, 960, 1280, '#8f8a80'),
    rect(90, 60, 780, 1160, paint),
    letters('SUMMER', { x: 480, y: 260, size: 150, face, fill: ink, anchor: 'middle' }),
    letters('FESTIVAL', { x: 480, y: 400, size: 130, face, fill: ink, anchor: 'middle' }),
    lines(acts, { x: 480, y: 540, size: 58, fill: ink, anchor: 'middle', leading: 90 }),
    letters('Saturday 14 June, 20:00', { x: 480, y: 960, size: 52, face: 'bold', fill: ink, anchor: 'middle' }),
    letters(`${pick(random, NAMES)} Meadow, by the river`, { x: 480, y: 1040, size: 40, fill: ink, anchor: 'middle' }),
    letters('Free entry, bring a blanket', { x: 480, y: 1120, size: 36, fill: ink, anchor: 'middle' }),
  );
}

function board(random: Random): Drawing {
  const home = pick(random, NAMES).toUpperCase();
  const rows = Array.from({ length: 7 }, () => [
    `${8 + Math.floor(random() * 12)}:${10 + Math.floor(random() * 49)}`,
    pick(random, NAMES).toUpperCase(),
    `${1 + Math.floor(random() * 20)}`,
    pick(random, ['ON TIME', 'DELAYED', 'BOARDING']),
  ]);
  const isScore = random() < 0.5;
  const cells = isScore
    ? [
        letters('HOME', { x: 340, y: 260, size: 70, face: 'monoBold', fill: '#ffd54a', anchor: 'middle' }),
        letters('GUEST', { x: 940, y: 260, size: 70, face: 'monoBold', fill: '#ffd54a', anchor: 'middle' }),
        letters('21', { x: 340, y: 500, size: 200, face: 'monoBold', fill: '#ff5544', anchor: 'middle' }),
        letters('14', { x: 940, y: 500, size: 200, face: 'monoBold', fill: '#ff5544', anchor: 'middle' }),
        letters('PERIOD 3   08:41', { x: 640, y: 640, size: 70, face: 'mono', fill: '#ffd54a', anchor: 'middle' }),
        letters(home, { x: 640, y: 760, size: 60, face: 'bold', fill: '#ffffff', anchor: 'middle' }),
      ]
    : rows.flatMap((row, index) =>
        row.map((cell, column) =>
          letters(cell, {
            x: [130, 300, 760, 880][column]!,
            y: 240 + index * 85,
            size: 46,
            face: 'mono',
            fill: '#ffd54a',
          }),
        ),
      );
  return drawing(WIDE, rect(0, 0, 1280, 960, '#596066'), rect(80, 120, 1120, 720, '#15171a'), ...cells);
}

function street(random: Random): Drawing {
  const green = pick(random, ['#14532d', '#1d3f8f', '#f4f1e8']);
  const ink = green === '#f4f1e8' ? '#222' : '#fff';
  const place = (y: number, km: number) =>
    letters(pick(random, NAMES), { x: 260, y, size: 76, face: 'bold', fill: ink }) +
    letters(`${km}`, { x: 1020, y, size: 76, face: 'bold', fill: ink, anchor: 'end' });
  return drawing(
    WIDE,
    rect(0, 0, 1280, 960, '#86a9c9'),
    rect(180, 160, 920, 560, green, 'rx="24"'),
    place(290, 4),
    place(410, 12),
    place(530, 27),
    letters('Visitor parking, 2 hours', { x: 260, y: 650, size: 52, fill: ink }),
    rect(600, 720, 60, 240, '#777'),
  );
}

const DRAWN = { shop, map, truck, product, poster, board, street } as const;
const COUNTS = { shop: 6, map: 4, truck: 4, product: 5, poster: 5, board: 3, street: 3 } as const;

/** The thirty signs, the same each time. */
export function drawnSigns(): readonly Sign[] {
  return Object.entries(COUNTS).flatMap(([kind, count], group) =>
    Array.from({ length: count }, (_, index) => ({
      name: `${kind} ${index + 1}`,
      drawing: DRAWN[kind as keyof typeof DRAWN](seeded(group * 100 + index)),
    })),
  );
}
