// Stripes that belong to another kind of code are read all the same.
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { toGrey } from '../../../src/detectors/codes/grey.js';
import { readStripes } from '../../../src/detectors/codes/passes.js';
import { drawCode } from '../../helpers/drawn-codes.js';

it('reads another kind of code in a slanted area, even if the rotated pass uses up the budget', async () => {
  const drawn = await drawCode({ format: 'qrcode', text: 'https://example.org/stripes' });
  const { data, info } = await sharp(drawn)
    .flatten({ background: '#fff' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = toGrey({ data: new Uint8Array(data), width: info.width, height: info.height });
  const readings = await readStripes(grey, 0.3, grey.width * grey.height);
  expect(readings.map(({ text }) => text)).toContain('https://example.org/stripes');
});
