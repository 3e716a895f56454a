import { expect, it } from 'vitest';
import { nodeAdvice } from '../../src/commands/node-advice.js';

it.each([
  ['20.19.4', '; 22 or newer is recommended'],
  ['21.7.3', '; 22 or newer is recommended'],
  ['22.0.0', ''],
  ['26.1.0', ''],
])('on Node %s the doctor adds %j', (version, advice) => {
  expect(nodeAdvice(version)).toBe(advice);
});
