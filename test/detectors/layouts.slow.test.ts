// Labelled values in every layout and rotation, drawn, read and found. The whole table is
// `npx tsx eval/layouts.ts`.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/inference/engine.js';
import { createEngine } from '../../src/inference/index.js';
import { LAYOUT_IDS, ROTATIONS } from '../helpers/laid-out/draw.js';
import { findLaidOut } from '../helpers/laid-out/find.js';
import { LABELLED } from '../helpers/laid-out/values.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

/** Each layout with two values, each value in several layouts, and all rotations. */
const CASES = LAYOUT_IDS.flatMap((layout, at) =>
  [0, 3].map((step) => {
    const value = LABELLED[(at + step) % LABELLED.length]!;
    return { layout, value, rotation: ROTATIONS[(at + step) % ROTATIONS.length]!, id: value.id };
  }),
);

describe('a labelled value is found', () => {
  it.each(CASES)('$id, $layout, rotated by $rotation', async ({ value, layout, rotation }) => {
    expect(await findLaidOut(value, layout, rotation, engine)).toEqual({ isFound: true, others: [] });
  });
});
