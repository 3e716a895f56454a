// For every label its detector finds an example, and every evidence key in it has a declared mask.
import { expect, test } from 'vitest';
import { REGISTRY } from '../../src/detectors/index.js';
import { createEngine } from '../../src/inference/index.js';
import { EXAMPLES } from './label-examples.js';
import { undeclared, withoutExample } from './label-parts.js';

test.each(REGISTRY)('of $id', async (registered) => {
  const seen = (await EXAMPLES[registered.id]?.(await registered.load(), await createEngine('onnx'))) ?? [];
  expect(withoutExample([registered], seen)).toEqual([]);
  expect(undeclared([registered], seen)).toEqual([]);
});

test('examples are of detectors', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(REGISTRY.map(({ id }) => id).sort());
});
