// Colour profiles (ICC.1:2022), which a clean copy keeps: without them, colours look wrong.
import { readerOf } from './byte-reader.js';

const HEADER_BYTES = 128;
/** Offset of the signature that every profile has. */
const SIGNATURE_AT = 36;

/** The profile up to the length that it states. Null where it is none, or breaks off. */
export function wholeProfile(bytes: Uint8Array): Uint8Array | null {
  const file = readerOf(bytes);
  if (!file.has(0, HEADER_BYTES) || file.latin1(SIGNATURE_AT, 4) !== 'acsp') return null;
  const length = file.u32(0);
  return length >= HEADER_BYTES && length <= bytes.length ? bytes.subarray(0, length) : null;
}
