// Pictures of a labelled value: in each layout, and rotated. The same bytes each time.
import sharp from 'sharp';
import { type Corners, cloth, photographOnTable, woodenTable } from '../../../fixtures/draw/photograph.js';
import type { Drawing } from '../../../fixtures/draw/svg.js';
import { DRAWN } from './layouts.js';
import type { Labelled } from './values.js';

type Render = (value: Labelled) => Promise<Buffer>;

const png = ({ svg }: Drawing): Promise<Buffer> => sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer();

/** Photographed from the side: the far edge is shorter, and nothing is parallel. */
const AT_AN_ANGLE: Corners = [
  [330, 250],
  [1210, 170],
  [1340, 850],
  [200, 960],
];
/** A fifth of the width of a larger photo. */
const SMALL: Corners = [
  [1250, 900],
  [1850, 930],
  [1830, 1360],
  [1220, 1320],
];

async function onTable(value: Labelled, corners: Corners, size: { width: number; height: number }): Promise<Buffer> {
  const ground = size.width > 2000 ? cloth(3, size) : woodenTable(3, size);
  const photo = await photographOnTable(DRAWN.form(value), ground, corners, 4);
  return photo.jpeg({ quality: 88 }).toBuffer();
}

const drawn = Object.fromEntries(
  Object.entries(DRAWN).map(([id, draw]): [string, Render] => [id, (value) => png(draw(value))]),
) as Readonly<Record<keyof typeof DRAWN, Render>>;

/** All layouts, by name. */
export const LAYOUTS = {
  ...drawn,
  'sticky-note': async (value) =>
    sharp(await drawn['sticky-note'](value))
      .rotate(5, { background: '#7d6a55' })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  'at-an-angle': (value) => onTable(value, AT_AN_ANGLE, { width: 1500, height: 1100 }),
  'small-in-photo': (value) => onTable(value, SMALL, { width: 2600, height: 1900 }),
  /** A screenshot that a messenger saved again: smaller, and as JPEG. */
  messenger: async (value) =>
    sharp(await drawn['dark-mode'](value))
      .resize(739, 1600, { fit: 'fill' })
      .jpeg({ quality: 60 })
      .toBuffer(),
} satisfies Readonly<Record<string, Render>>;

export type LayoutId = keyof typeof LAYOUTS;
export const LAYOUT_IDS = Object.keys(LAYOUTS) as readonly LayoutId[];
export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** The picture, rotated clockwise. */
export async function drawLaidOut(value: Labelled, layout: LayoutId, rotation: Rotation = 0): Promise<Buffer> {
  const upright = await LAYOUTS[layout](value);
  return rotation === 0 ? upright : sharp(upright).rotate(rotation).png({ compressionLevel: 1 }).toBuffer();
}
