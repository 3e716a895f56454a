// Apple's property lists, as far as lenscap needs them: one plain value of the outermost dictionary. Nothing else is unfolded, so
// that a list whose parts contain each other a million times over costs nothing.

/**
 * The value of a key, where it is true, false or a string without anything but ASCII; null where it is something else, is not
 * there, or the list is damaged. In the XML form the first key of that name counts, wherever it stands.
 */
export function plistValue(bytes: Uint8Array, key: string): boolean | string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.toString('latin1', 0, 8) !== 'bplist00') return fromXml(buffer.toString('utf8'), key);
  try {
    return fromBinary(buffer, key);
  } catch (error) {
    // A place outside of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function fromXml(text: string, key: string): boolean | string | null {
  const value = new RegExp(`<key>${key}</key>\\s*<(?:(true|false)\\s*/>|string>([^<]*)</string>)`).exec(text);
  if (value === null) return null;
  return value[1] === undefined ? (value[2] as string) : value[1] === 'true';
}

/** Sizes and places in the last 32 bytes, by CFBinaryPList.c of Apple's Core Foundation. */
const TRAILER_BYTES = 32;

/** Keys looked through; a backup's manifest has about ten. */
const MAX_KEYS = 1000;

/** @throws RangeError where something lies outside of the list */
function fromBinary(list: Buffer, key: string): boolean | string | null {
  const trailer = list.length - TRAILER_BYTES;
  const offsetBytes = list.readUInt8(trailer + 6);
  const indexBytes = list.readUInt8(trailer + 7);
  const top = Number(list.readBigUInt64BE(trailer + 16));
  const offsets = Number(list.readBigUInt64BE(trailer + 24));
  const placeOf = (index: number) => uint(list, offsets + index * offsetBytes, offsetBytes);

  const dictionary = sizedAt(list, placeOf(top));
  if (dictionary.type !== 0xd) return null;
  const { start, size } = dictionary;
  const indexAt = (at: number) => uint(list, start + at * indexBytes, indexBytes);
  for (let at = 0; at < Math.min(size, MAX_KEYS); at++) {
    if (plainAt(list, placeOf(indexAt(at))) === key) return plainAt(list, placeOf(indexAt(size + at)));
  }
  return null;
}

function plainAt(list: Buffer, place: number): boolean | string | null {
  const marker = list.readUInt8(place);
  if (marker === 0x08 || marker === 0x09) return marker === 0x09;
  const { type, start, size } = sizedAt(list, place);
  return type === 0x5 ? list.toString('latin1', start, start + size) : null;
}

/** What kind of thing begins there, where its content starts and how many parts it has: few stand in the marker, more after it. */
function sizedAt(
  list: Buffer,
  place: number,
): { readonly type: number; readonly start: number; readonly size: number } {
  const marker = list.readUInt8(place);
  const type = marker >> 4;
  if ((marker & 0x0f) !== 0x0f) return { type, start: place + 1, size: marker & 0x0f };
  const bytes = 1 << (list.readUInt8(place + 1) & 0x0f);
  return { type, start: place + 2 + bytes, size: uint(list, place + 2, bytes) };
}

/** @throws RangeError also for a width that Node.js does not read: wider numbers stand in no file of this size */
function uint(list: Buffer, at: number, bytes: number): number {
  return list.readUIntBE(at, bytes);
}
