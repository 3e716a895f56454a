import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_DISTANCE, SimilarPhotos } from '../../src/gallery/similar-photos.js';

const ZERO = '0'.repeat(16);

/** The hash with these bits flipped. */
function flipped(hash: string, ...bits: readonly number[]): string {
  const value = bits.reduce((number, bit) => number ^ (1n << BigInt(bit)), BigInt(`0x${hash}`));
  return value.toString(16).padStart(16, '0');
}

function groupsOf(photos: readonly (readonly [path: string, hash: string | null, sha256?: string])[]): string[][] {
  const similar = new SimilarPhotos();
  for (const [path, hash, sha256 = path] of photos) similar.add(path, sha256, hash);
  return similar.groups().map(({ paths }) => [...paths]);
}

test('photos are a group up to the limit, wherever the bits are, and not beyond it', () => {
  const bits = fc.uniqueArray(fc.nat({ max: 63 }), { minLength: 1, maxLength: 20 });
  const hash = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((value) => value.toString(16).padStart(16, '0'));
  fc.assert(
    fc.property(hash, bits, (one, changed) => {
      const isNear = changed.length <= MAX_DISTANCE;
      expect(
        groupsOf([
          ['a', one],
          ['b', flipped(one, ...changed)],
        ]),
      ).toEqual(isNear ? [['a', 'b']] : []);
    }),
    { numRuns: 500 },
  );
});

test('the order in which photos are examined changes nothing', () => {
  const hashes = fc.array(
    fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 8 }).map((bits) => flipped(ZERO, ...bits)),
    { minLength: 2, maxLength: 20 },
  );
  fc.assert(
    fc.property(hashes, (all) => {
      const photos = all.map((hash, at) => [`${String.fromCharCode(97 + at)}.jpg`, hash] as const);
      expect(groupsOf([...photos].reverse())).toEqual(groupsOf(photos));
    }),
  );
});

test('a chain of small changes does not join what is not similar', () => {
  const steps = Array.from({ length: 8 }, (_, step) =>
    flipped(ZERO, ...Array.from({ length: step * 4 }, (_, bit) => bit)),
  );
  const groups = groupsOf(steps.map((hash, at) => [`${at}.jpg`, hash]));
  expect(groups).toEqual([
    ['0.jpg', '1.jpg', '2.jpg'],
    ['3.jpg', '4.jpg', '5.jpg'],
    ['6.jpg', '7.jpg'],
  ]);
});

test('copies of one file are a group, also without a picture; what was not read is in none', () => {
  expect(
    groupsOf([
      ['a.mp4', null, 'same'],
      ['b.mp4', null, 'same'],
      ['c.mp4', null, 'other'],
    ]),
  ).toEqual([['a.mp4', 'b.mp4']]);
  const similar = new SimilarPhotos();
  for (const path of ['a', 'b']) similar.add(path, null, ZERO);
  expect(similar.groups()).toEqual([]);
});

test('of two groups in reach a photo joins the more similar one', () => {
  const [far, near] = [flipped(ZERO, 1, 2, 3, 4, 5, 6), flipped(ZERO, 40, 41, 42, 43)];
  expect(
    groupsOf([
      ['a', far],
      ['b', near],
      ['c', ZERO],
    ]),
  ).toEqual([['b', 'c']]);
});

test('a group has an id of its own, the same in each run, which is not the hash of a file', () => {
  const of = (sha: string) => {
    const similar = new SimilarPhotos();
    for (const path of ['a', 'b']) similar.add(path, sha, null);
    return similar.groups()[0]?.id;
  };
  expect(of('x')).toMatch(/^[0-9a-f]{16}$/);
  expect(of('x')).not.toBe(of('y'));
  expect(of('x')).toBe(of('x'));
});
