// Faces of statues, drawings and animals count less; real ones are left as they are.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asRealFace } from '../../../src/detectors/faces/real-faces.js';

const score = fc.double({ min: 0.3, max: 1, noNaN: true });
const odds = fc.double({ min: -12, max: 12, noNaN: true });

it('a face stays as likely as it was where the face and the photo look real', () => {
  expect(asRealFace(0.6, { whole: 5, face: 3 })).toBe(0.6);
});

it('a face that looks drawn in a photo without a real person is none', () => {
  expect(asRealFace(0.8, { whole: -3, face: -1 })).toBeLessThan(0.3);
});

it('neither look alone takes away a sure face', () => {
  expect(asRealFace(0.99, { whole: -1, face: 3 })).toBe(0.99);
  expect(asRealFace(0.99, { whole: 5, face: -1 })).toBe(0.99);
});

it('a look never makes a face more likely, and gives a probability for every score', () => {
  fc.assert(
    fc.property(score, odds, odds, (probability, whole, face) => {
      const doubted = asRealFace(probability, { whole, face });
      expect(doubted).toBeLessThanOrEqual(probability);
      expect(doubted).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('even a certain face of a statue is none', () => {
  expect(asRealFace(1, { whole: -9, face: -9 })).toBeLessThan(0.3);
});

it('the more real a face looks, the less it is doubted', () => {
  fc.assert(
    fc.property(score, odds, odds, odds, (probability, whole, a, b) => {
      const of = (face: number) => asRealFace(probability, { whole, face });
      expect(of(Math.min(a, b))).toBeLessThanOrEqual(of(Math.max(a, b)));
    }),
  );
});
