// Values as bytes for the store, with a checksum: a bit that a disk changed must never turn into
// another result.
import { crc32 } from 'node:zlib';

/** What the store holds cannot be what was put in. */
export class DamagedStore extends Error {
  override readonly name = 'DamagedStore';
}

const CHECKSUM_BYTES = 4;

export function pack(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  const packed = Buffer.allocUnsafe(CHECKSUM_BYTES + text.length);
  packed.writeUInt32BE(crc32(text));
  text.copy(packed, CHECKSUM_BYTES);
  return packed;
}

/**
 * The value as it was packed; its type is that of the code that packed it, of the same version.
 * @throws DamagedStore
 */
export function unpack<T>(packed: Buffer): T {
  const text = packed.subarray(CHECKSUM_BYTES);
  if (text.length === 0 || crc32(text) !== packed.readUInt32BE(0)) throw new DamagedStore();
  return JSON.parse(text.toString()) as T;
}
