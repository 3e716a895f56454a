// Writes boxes of the ISO base media file format (ISO/IEC 14496-12).

const HEADER_BYTES = 8;

export function boxWith(type: string, ...content: readonly Uint8Array[]): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(type, 4, 'latin1');
  const box = Buffer.concat([header, ...content]);
  box.writeUInt32BE(box.length, 0);
  return box;
}

/** A box whose content begins with a version and 24 flags. */
export function fullBox(type: string, version: number, flags: number, ...content: readonly Uint8Array[]): Uint8Array {
  return boxWith(type, numbered(4, version * 2 ** 24 + flags), ...content);
}

/** Unsigned big-endian numbers of `size` bytes each. */
export function numbered(size: 2 | 4 | 8, ...numbers: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(size * numbers.length);
  numbers.forEach((number, index) => {
    if (size === 8) bytes.writeBigUInt64BE(BigInt(number), 8 * index);
    else bytes.writeUIntBE(number, size * index, size);
  });
  return bytes;
}
