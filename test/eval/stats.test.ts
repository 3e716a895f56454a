import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc, bootstrap, byGroup, f1, recallAt, type Scored, share, wilson } from '../../eval/stats.js';

const scored = (isPositive: boolean, score: number | null, group = `${isPositive} ${score}`): Scored => ({
  isPositive,
  score,
  group,
});

describe('wilson', () => {
  // Published values: Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i equals the published value', (count, total, low, high) => {
    const interval = wilson(count, total);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('contains the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [count, total] = [Math.min(a, b), Math.max(a, b, 1)];
        const { low, high } = wilson(count, total)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / total);
        expect(high).toBeGreaterThanOrEqual(count / total);
      }),
    );
  });

  it('is null without files', () => {
    expect(share(0, 0)).toEqual({ count: 0, total: 0, share: null, interval: null });
  });
});

describe('f1', () => {
  it('is the harmonic mean', () => expect(f1(0.5, 1)).toBeCloseTo(2 / 3));
  it('is null if either is null', () => expect(f1(null, 1)).toBeNull());
});

describe('auc', () => {
  it('counts the pairs in the right order', () => {
    expect(auc([scored(true, 0.8), scored(true, 0.4), scored(false, 0.5), scored(false, 0.3)])).toBe(0.75);
  });
  it('counts ties half', () => {
    expect(auc([scored(true, 0.5), scored(false, 0.5)])).toBe(0.5);
  });
  it('ranks an unexamined positive below all and skips an unexamined negative', () => {
    expect(auc([scored(true, null), scored(false, 0)])).toBe(0);
    expect(auc([scored(true, 0.5), scored(false, 0.2), scored(false, null)])).toBe(1);
  });
  it('is null without positives or negatives', () => expect(auc([scored(true, 0.5)])).toBeNull());
});

describe('recallAt', () => {
  const items = [
    scored(true, 0.9),
    scored(false, 0.8),
    scored(true, 0.7),
    scored(true, 0.6),
    scored(false, 0.5),
    scored(true, 0.4),
  ];

  it('is the best recall within the share of false flags', () => {
    expect(recallAt(items, 0.49)).toEqual({ threshold: 0.9, recall: 0.25, falseShare: 0 });
    expect(recallAt(items, 0.5)).toEqual({ threshold: 0.6, recall: 0.75, falseShare: 0.5 });
  });
  it('never splits equal scores', () => {
    expect(recallAt([scored(true, 0.5), scored(false, 0.5)], 0.4)?.recall).toBe(0);
  });
  it('never finds a file without a score', () => {
    expect(recallAt([scored(true, 0), scored(true, null), scored(true, 0.3), scored(false, 0.1)], 1)?.recall).toBe(
      1 / 3,
    );
  });
  it('does not count an unexamined negative as correct', () => {
    expect(recallAt([scored(true, 0.5), scored(false, 0.9), scored(false, null)], 0.5)?.recall).toBe(0);
  });
});

describe('bootstrap', () => {
  const mean = (items: readonly { value: number }[]): number | null =>
    items.length === 0 ? null : items.reduce((sum, { value }) => sum + value, 0) / items.length;
  const spread = (groupOf: (i: number) => string) => {
    const items = Array.from({ length: 60 }, (_, i) => ({ value: i < 30 ? 1 : 0, group: groupOf(i) }));
    const { low, high } = bootstrap(items, mean)!;
    return high - low;
  };

  it('gives the same interval for the same seed', () => {
    const items = Array.from({ length: 20 }, (_, i) => ({ value: Math.sin(i), group: String(i) }));
    expect(bootstrap(items, mean)).toEqual(bootstrap(items, mean));
    expect(bootstrap(items, mean, 2)).not.toEqual(bootstrap(items, mean, 1));
  });
  it('is wider if files are grouped', () => {
    expect(spread((i) => String(Math.floor(i / 10)))).toBeGreaterThan(2 * spread(String));
  });
  it('agrees with Wilson on independent files', () => {
    const { low, high } = wilson(30, 60)!;
    expect(spread(String)).toBeCloseTo(high - low, 1);
  });
});

describe('byGroup', () => {
  it('keeps every item once, in its group', () => {
    const items = ['a', 'b', 'a'].map((group, i) => ({ group, i }));
    expect(byGroup(items).map((group) => group.map(({ i }) => i))).toEqual([[0, 2], [1]]);
  });
});
