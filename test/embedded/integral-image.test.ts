// Summed areas give the same as adding up pixel by pixel.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GreyImage, likeness } from '../../src/embedded/grey-image.js';
import { integralImage, sample } from '../../src/embedded/integral-image.js';
import { TemplateMatcher } from '../../src/embedded/template-match.js';

const side = fc.integer({ min: 4, max: 24 });
const images = fc
  .tuple(side, side)
  .chain(([width, height]) =>
    fc
      .array(fc.integer({ min: 0, max: 255 }), { minLength: width * height, maxLength: width * height })
      .map((values): GreyImage => ({ data: Float32Array.from(values), width, height })),
  );
const shares = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 60, max: 100 }));

/** Pixel by pixel: each pixel of the image weighted by how much of it is in the area. */
function meanOf({ data, width, height }: GreyImage, left: number, top: number, right: number, bottom: number): number {
  let sum = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = Math.max(0, Math.min(right, x + 1) - Math.max(left, x));
      const down = Math.max(0, Math.min(bottom, y + 1) - Math.max(top, y));
      sum += data[y * width + x]! * across * down;
    }
  }
  return sum / ((right - left) * (bottom - top));
}

describe('a resampled part of an image', () => {
  it('has in each pixel the mean of the area that it covers', () => {
    fc.assert(
      fc.property(images, shares, shares, side, side, (image, [left, right], [top, bottom], width, height) => {
        const part = { left: left / 100, right: right / 100, top: top / 100, bottom: bottom / 100 };
        const { data } = sample(integralImage(image), part, width, height);
        const [across, down] = [
          ((part.right - part.left) * image.width) / width,
          ((part.bottom - part.top) * image.height) / height,
        ];
        const [x, y] = [width >> 1, height - 1];
        const [fromX, fromY] = [part.left * image.width + x * across, part.top * image.height + y * down];
        expect(data[y * width + x]).toBeCloseTo(meanOf(image, fromX, fromY, fromX + across, fromY + down), 2);
      }),
    );
  });
  it('has finite values even where it covers less than a pixel', () => {
    const image = integralImage({ data: new Float32Array(16).fill(7), width: 4, height: 4 });
    const { data } = sample(image, { left: 0.5, right: 0.5, top: 0, bottom: 1 }, 4, 4);
    expect(data.every((value) => Math.abs(value - 7) < 0.01)).toBe(true);
  });
});

describe('a piece searched for in an image', () => {
  it('is found where the correlation is highest', () => {
    fc.assert(
      fc.property(images, fc.nat(), fc.nat(), (image, x, y) => {
        const [width, height] = [Math.ceil(image.width / 2), Math.ceil(image.height / 2)];
        const at = (left: number, top: number): GreyImage => ({
          data: Float32Array.from({ length: width * height }, (_, index) => {
            const [across, down] = [left + (index % width), top + Math.floor(index / width)];
            return image.data[down * image.width + across]!;
          }),
          width,
          height,
        });
        const piece = at(x % (image.width - width + 1), y % (image.height - height + 1));
        const found = new TemplateMatcher(image).find(piece);
        expect(found.likeness).toBeCloseTo(likeness(piece, at(found.x, found.y)), 3);
        expect(found.likeness).toBeGreaterThanOrEqual(likeness(piece, piece) - 1e-3);
      }),
    );
  });
});
