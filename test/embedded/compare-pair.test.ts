import { describe, expect, it } from 'vitest';
import { seeded } from '../../fixtures/draw/random.js';
import { comparePair } from '../../src/embedded/compare-pair.js';
import { contrast, type GreyImage } from '../../src/embedded/grey-image.js';

const [WIDTH, HEIGHT] = [160, 120];

/** Soft blots around a mean brightness, with this standard deviation. */
function scene(deviation: number, brightness: number): GreyImage {
  const random = seeded(11);
  const blots = Array.from({ length: 40 }, () => ({
    x: random() * WIDTH,
    y: random() * HEIGHT,
    size: 6 + random() * 18,
    level: random() - 0.5,
  }));
  const data = new Float32Array(WIDTH * HEIGHT);
  for (let at = 0; at < data.length; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
    const sum = blots.reduce(
      (all, blot) => all + blot.level * Math.exp(-((x - blot.x) ** 2 + (y - blot.y) ** 2) / (2 * blot.size ** 2)),
      0,
    );
    data[at] = sum;
  }
  const image = { data, width: WIDTH, height: HEIGHT };
  const [mean, scale] = [data.reduce((sum, one) => sum + one, 0) / data.length, deviation / contrast(image)];
  return { ...image, data: data.map((one) => brightness + scale * (one - mean)) };
}

function cropped({ data, width }: GreyImage, left: number, top: number, size: { width: number; height: number }) {
  const part = new Float32Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    part.set(data.subarray((y + top) * width + left, (y + top) * width + left + size.width), y * size.width);
  }
  return { data: part, ...size };
}

describe('an embedded picture', () => {
  it.each([
    ['of ordinary contrast', 40, 128],
    ['that is pale', 8, 232],
    ['that is dark', 8, 24],
  ])('%s shows more than its crop', (_, deviation, brightness) => {
    const whole = scene(deviation, brightness);
    const crop = cropped(whole, 40, 30, { width: 96, height: 72 });
    expect(comparePair(whole, crop)).toMatchObject({ label: 'embedded-more' });
    expect(comparePair(whole, whole)).toBeNull();
  });
});
