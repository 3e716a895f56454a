// QR codes that are not black squares on white paper.
import { expect, it } from 'vitest';
import { codes } from '../../../src/detectors/codes/index.js';
import { createEngine } from '../../../src/inference/index.js';
import type { Photo } from '../../../src/types/photo.js';
import { photoWith } from '../../helpers/drawn-codes.js';
import { photoOf } from '../../helpers/drawn-pages.js';
import { type CodeStyle, drawStyled } from '../../helpers/styled-codes.js';

const TEXT = 'otpauth://totp/Example:someone?secret=JBSWY3DPEHPK3PXP&issuer=Example';
const engine = await createEngine('onnx');

async function photoOfCode(style: CodeStyle): Promise<Photo> {
  const code = await drawStyled(TEXT, style);
  return photoOf(await photoWith([{ code, left: 300, top: 120 }], { width: 1600, height: 1400 }));
}

async function textsIn(style: CodeStyle): Promise<readonly unknown[]> {
  const photo = await photoOfCode(style);
  const found = await codes.detect(photo, { engine, isFast: false });
  return found.map(({ evidence }) => evidence.text);
}

it.each([2, 3, 4, 6, 8, 10, 12, 14, 18])('light on dark, %d pixels a module', async (module) => {
  expect(await textsIn({ module, isInverted: true, level: 'M' })).toEqual([TEXT]);
});

it.each<[string, CodeStyle]>([
  ['light on dark, at an angle', { module: 5, isInverted: true, level: 'M', degrees: 20 }],
  ['light dots on dark', { module: 7, isInverted: true, dots: 0.8 }],
  ['light on dark, from a screen', { module: 8, isInverted: true, moire: 0.6 }],
  ['small dots', { module: 4, dots: 0.5 }],
  ['a light gradient', { module: 5, inks: ['#f0a040', '#e0c060'] }],
  ['a logo in the middle', { module: 5, logo: 0.3 }],
  ['from a screen', { module: 4, moire: 1 }],
  ['all of it', { module: 7, dots: 0.8, inks: ['#3355bb', '#aa3377'], logo: 0.25, moire: 0.4 }],
])('%s', async (_, style) => {
  expect(await textsIn(style)).toEqual([TEXT]);
});

it.each<[string, CodeStyle]>([
  ['dark on light', { module: 5, logo: 0.5 }],
  ['light on dark', { module: 12, logo: 0.5, isInverted: true }],
])('a code with too large a logo is reported as seen and not read: %s', async (_, style) => {
  const photo = await photoOfCode(style);
  expect(await codes.detect(photo, { engine, isFast: false })).toEqual([]);
  expect(photo.unseen).toEqual([{ code: 'code-unread' }]);
});
