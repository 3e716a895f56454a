// Names of files as random strings of pieces that a format could mistake for its own marks.
import fc from 'fast-check';

/** One to eight pieces, with any other characters among them. */
export function namesOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 }));
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((chosen) => chosen.join(''));
}
