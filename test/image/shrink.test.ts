// The blocks of a picture that is shrunk inside a decoder's memory.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DIVISOR, shrinkRows } from '../../src/image/shrink.js';

/** A picture with some bytes after each row, as decoders pad them. */
const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 40 }),
    padding: fc.integer({ min: 0, max: 3 }),
    divisor: fc.integer({ min: 1, max: MAX_DIVISOR }),
  })
  .chain((size) => {
    const stride = 4 * (size.width + size.padding);
    const length = stride * size.height;
    // White blocks have the largest sums.
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: length, maxLength: length }),
      fc.constant(new Uint8Array(length).fill(255)),
    );
    return bytes.map((data) => ({ ...size, stride, data }));
  });

describe('a picture shrunk in place', () => {
  it('has the mean of each block in each channel', () => {
    fc.assert(
      fc.property(pictures, ({ divisor, ...rows }) => {
        const small = shrinkRows(rows, divisor);
        expect([small.width, small.height]).toEqual([
          Math.ceil(rows.width / divisor),
          Math.ceil(rows.height / divisor),
        ]);
        small.data.forEach((value, at) => {
          const [pixel, channel] = [Math.floor(at / 4), at % 4];
          const [left, top] = [(pixel % small.width) * divisor, Math.floor(pixel / small.width) * divisor];
          let [sum, count] = [0, 0];
          for (let y = top; y < Math.min(rows.height, top + divisor); y++) {
            for (let x = left; x < Math.min(rows.width, left + divisor); x++, count++) {
              sum += rows.data[y * rows.stride + 4 * x + channel]!;
            }
          }
          expect(value).toBe(Math.round(sum / count));
        });
      }),
      { numRuns: 60 },
    );
  });
});
