import { beforeAll, describe, expect, it } from 'vitest';
import { identityCard } from '../../../fixtures/draw/documents.js';
import { documents } from '../../../src/detectors/documents/index.js';
import type { Engine } from '../../../src/inference/engine.js';
import { createEngine } from '../../../src/inference/index.js';
import { photoOf } from '../../helpers/drawn-pages.js';
import { photographOn, rotatedCorners, TABLE } from './rotated-documents.js';

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine('onnx');
});

describe('a card on a table', () => {
  it.each([['cloth', 45, 0]] as const)(
    'on %s, rotated by %d degrees, tilt %d, is rectified, proved and framed',
    async (table, degrees, tilt) => {
      const card = identityCard();
      const corners = rotatedCorners(card, degrees, tilt);
      const photo = photoOf(await photographOn(table, card, corners));
      const [found, ...others] = await documents.detect(photo, { engine, isFast: false });
      expect(others).toEqual([]);
      expect(found).toMatchObject({ label: 'identity-card', proved: true });
      const { left, top, width, height } = found!.region!;
      // Limited to the picture: at a tilt, the near end of the card extends beyond it.
      const xs = corners.map(([x]) => Math.min(Math.max(x, 0), TABLE.width));
      const ys = corners.map(([, y]) => Math.min(Math.max(y, 0), TABLE.height));
      const right = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const sides = [left, top, left + width, top + height];
      for (const [index, side] of sides.entries()) expect(Math.abs(side - right[index]!)).toBeLessThan(25);
    },
  );
});
