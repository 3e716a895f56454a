// Documents on a table, rotated and seen at an angle, for the tests.
import { type Corners, cloth, photographOnTable, woodenTable } from '../../../fixtures/draw/photograph.js';
import type { Drawing } from '../../../fixtures/draw/svg.js';

/** Size of the picture, in pixels. */
export const TABLE = { width: 1600, height: 1200 };
/** Half the diagonal of the document in the picture, in pixels. */
const REACH = 520;

/**
 * The corners of the document, rotated clockwise by `degrees`. A `tilt` of 0 is seen from above,
 * 0.3 clearly at an angle.
 */
export function rotatedCorners({ width, height }: Drawing, degrees: number, tilt = 0): Corners {
  const scale = (2 * REACH) / Math.hypot(width, height);
  const turn = (degrees * Math.PI) / 180;
  const rotated = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const across = (x * Math.cos(turn) - y * Math.sin(turn)) * scale;
    const down = (x * Math.sin(turn) + y * Math.cos(turn)) * scale;
    const depth = 1 + (tilt * down) / REACH;
    return [TABLE.width / 2 + across / depth, TABLE.height / 2 + down / depth];
  };
  const [w, h] = [width / 2, height / 2];
  return [rotated([-w, -h]), rotated([w, -h]), rotated([w, h]), rotated([-w, h])];
}

/** As PNG, on cloth or on planks. */
export async function photographOn(table: 'cloth' | 'wood', document: Drawing, corners: Corners): Promise<Buffer> {
  const ground = table === 'cloth' ? cloth(5, TABLE) : woodenTable(5, TABLE);
  return (await photographOnTable(document, ground, corners, 9)).png({ compressionLevel: 1 }).toBuffer();
}
