// Plates on the back of a vehicle: of many countries, near and far, in one row and two.
import { beforeAll, expect, it } from 'vitest';
import { printedValues } from '../../../../src/detectors/printed-values/index.js';
import type { Engine } from '../../../../src/inference/engine.js';
import { createEngine } from '../../../../src/inference/index.js';
import { photoOf } from '../../../helpers/drawn-pages.js';
import { type DrawnPlate, PLATES, type PlateView, photoOfPlate } from '../../../helpers/drawn-plates.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function platesIn(plate: DrawnPlate, view: PlateView) {
  const found = await printedValues.detect(photoOf(await photoOfPlate(plate, view)), { engine, isFast: false });
  return found.filter(({ score }) => score >= 0.5).map(({ label, evidence }) => `${label} ${evidence.value}`);
}

const plateOf = (country: string, rows: number): DrawnPlate => {
  const plate = PLATES.find((one) => one.country === country && one.rows.length === rows);
  if (plate === undefined) throw new Error(`no drawing of a plate of ${country}`);
  return plate;
};
const numberOf = ({ rows }: DrawnPlate) => rows.join('').replace(/[^A-Z0-9]/g, '');

it.each([
  ['DE', 1, { share: 0.3 }],
  ['FR', 2, { share: 0.14, degrees: 4 }],
  ['GB', 2, { share: 0.2 }],
  ['SE', 1, { share: 0.3 }],
  ['US', 1, { share: 0.12, degrees: -7 }],
  ['BR', 2, { share: 0.3 }],
  ['IN', 2, { share: 0.14, degrees: 4 }],
  ['AE', 1, { share: 0.3 }],
] as const)('%s in %d rows', async (country, rows, view) => {
  const plate = plateOf(country, rows);
  expect(await platesIn(plate, view)).toEqual([`licence-plate ${numberOf(plate)}`]);
});

it('letters and digits in the same form without the edges of a plate are none', async () => {
  const onWall = { ...plateOf('SE', 1), paper: '#7c2f35', ink: '#f5f5f0' };
  // The band would say that it is a plate.
  const { band: _, ...bare } = onWall;
  expect(await platesIn({ ...bare, isFrameless: true }, { share: 0.3 })).toEqual([]);
});
