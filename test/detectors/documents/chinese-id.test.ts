import { expect, it } from 'vitest';
import { CHINESE_ID } from '../../../src/detectors/documents/chinese-id.js';

it.each(['公民身份号码11010119900307002X', '110101 19900307 002x'])('recognises %s', (text) => {
  expect(CHINESE_ID.test(text)).toBe(true);
});

it.each(['110101199003070021', '11010119900307002', '911010119900307002X', '110101199013070021'])(
  'refuses %s',
  (text) => {
    expect(CHINESE_ID.test(text)).toBe(false);
  },
);
