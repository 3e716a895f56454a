import { describe, expect, it } from 'vitest';
import { crossFitted, fitRows, type Row } from '../../eval/faces/regression.js';
import { randomFrom } from '../../eval/stats.js';
import { probability } from '../../src/detectors/faces/logistic.js';

/** Rows drawn from known coefficients. */
function drawn(count: number): Row<'a' | 'b'>[] {
  const random = randomFrom(7);
  const truth = { intercept: 1, weights: { a: 2, b: -1 } };
  return Array.from({ length: count }, (_, index) => {
    const evidence = { a: 4 * random() - 2, b: 4 * random() - 2 };
    return { evidence, isPositive: random() < probability(truth, evidence), weight: 1, group: `${index}` };
  });
}

describe('fitRows', () => {
  it('finds the coefficients from which the rows were drawn', () => {
    const { intercept, weights } = fitRows(drawn(4000), ['a', 'b']);
    expect(intercept).toBeCloseTo(1, 0);
    expect(weights.a).toBeCloseTo(2, 0);
    expect(weights.b).toBeCloseTo(-1, 0);
  });

  it('stays finite on separable evidence', () => {
    const rows = drawn(50).map((row) => ({ ...row, isPositive: row.evidence.a > 0 }));
    expect(Math.abs(fitRows(rows, ['a', 'b']).weights.a)).toBeLessThan(100);
  });
});

describe('crossFitted', () => {
  it('never judges a row by a fit that includes its group', () => {
    const rows = drawn(60).map((row, index) => ({ ...row, group: index < 20 ? 'twins' : row.group }));
    const before = crossFitted(rows, ['a', 'b']);
    const changed = rows.map((row) => (row.group === 'twins' ? { ...row, isPositive: !row.isPositive } : row));
    const after = crossFitted(changed, ['a', 'b']);
    for (const [index, row] of rows.entries()) {
      if (row.group === 'twins') expect(after.get(changed[index]!)).toBeCloseTo(before.get(row)!, 10);
    }
  });
});
