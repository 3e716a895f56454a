import { expect, it } from 'vitest';
import { isTelling } from '../../src/formats/readable-text.js';

it.each([
  ['anna@example.org', true],
  ['+33 1 42 68 53 00', true],
  ['FR14 2004 1010 0505 0001 3M02 606', true],
  [`ghp_${'aB3xY9kLm2QpR7sT1uVw'}${'Z5cD8eF4gH6jK0nP'}`, true],
  ['Password: Kx7!rabbit', true],
  ['"api_key": "0123456789"', true],
  ['geo:48.85837,2.29448', true],
  ['x264 - core 164 r3095 baee400 - H.264/MPEG-4 AVC codec', false],
  ['Lavf59.27.100', false],
  ['Copyright (c) 1998 Hewlett-Packard Company', false],
  ['keyint=250 keyint_min=25 scenecut=40', false],
])('%s may hold what a finder knows: %s', (text, is) => {
  expect(isTelling(text)).toBe(is);
});
