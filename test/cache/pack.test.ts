import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DamagedStore, pack, unpack } from '../../src/cache/pack.js';

it('gives back what was packed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('never gives another value for a changed bit', () => {
  const packed = pack({ sha256: 'a'.repeat(64), score: 0.9 });
  for (let bit = 0; bit < packed.length * 8; bit++) {
    const changed = Buffer.from(packed);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unpack(changed)).toThrow(DamagedStore);
  }
  expect(() => unpack(Buffer.alloc(3))).toThrow(DamagedStore);
});
