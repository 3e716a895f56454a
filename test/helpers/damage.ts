// Damaged files for property tests: random bytes and random changes of valid files, read from
// memory and from the disk.
import fc from 'fast-check';
import { expect } from 'vitest';
import { type ByteReader, fileReader, readerOf } from '../../src/formats/byte-reader.js';

/** Max time for one small damaged file in milliseconds; shared machines are slow at times. */
const MAX_MS = 2000;

const change = fc.record({
  kind: fc.constantFrom('set', 'set', 'set', 'cut', 'repeat', 'end'),
  at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
  value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 2, 127, 128, 254, 255)),
});

/** One of the files with some bytes changed, removed, repeated or cut off, or random bytes. */
export function damaged(...files: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  const changed = fc.tuple(fc.constantFrom(...files), fc.array(change, { maxLength: 8 })).map(([file, changes]) => {
    let bytes = Buffer.from(file);
    for (const { kind, at, value } of changes) {
      const offset = Math.floor(at * bytes.length);
      if (kind === 'set' && bytes.length > 0) bytes[offset] = value;
      else if (kind === 'cut') bytes = Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + value)]);
      else if (kind === 'repeat') bytes = Buffer.concat([bytes.subarray(0, offset + value), bytes.subarray(offset)]);
      else if (kind === 'end') bytes = bytes.subarray(0, offset);
    }
    return bytes;
  });
  const any = fc
    .tuple(fc.constantFrom(...files), fc.nat(40), fc.uint8Array({ maxLength: 200 }))
    .map(([file, kept, rest]) => Buffer.concat([file.subarray(0, kept), rest]));
  return fc.oneof({ weight: 5, arbitrary: changed }, any);
}

/** The bytes as a file on the disk; fails on any read outside of them. */
export function strictFile(bytes: Uint8Array): ByteReader {
  return fileReader(bytes.length, (start, length) => {
    if (!(start >= 0 && length >= 0 && start + length <= bytes.length)) throw new Error(`read ${length} at ${start}`);
    return Uint8Array.from(bytes.subarray(start, start + length));
  });
}

/**
 * Reads a damaged file from memory and from the disk. Both must end soon and in the same way: with
 * a value, or with a RangeError (MalformedError is one).
 */
export function expectBounded<T>(bytes: Uint8Array, read: (file: ByteReader) => T): void {
  const outcome = (file: ByteReader) => {
    const startedAt = performance.now();
    try {
      return { value: read(file) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { error: error.name };
    } finally {
      expect(performance.now() - startedAt).toBeLessThan(MAX_MS);
    }
  };
  expect(outcome(strictFile(bytes))).toEqual(outcome(readerOf(bytes)));
}
