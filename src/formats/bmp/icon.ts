// ICO: pictures in several sizes, each a BMP without its first header, or a PNG.
import { PhotoError } from '../../errors.js';
import { readerOf } from '../byte-reader.js';
import { FILE_HEADER } from './decode.js';

export interface Icon {
  /** A PNG instead of a BMP. */
  readonly isPng: boolean;
  /** A file of its own. */
  readonly file: Uint8Array;
  /** Pictures in the icon. Usually they show the same in several sizes. */
  readonly pictures: number;
}

/**
 * A header of six bytes, then 16 bytes for each picture: the sides, where 0 means 256, and from
 * byte 8 on its length and offset.
 */
const ICON_HEADER = 6;
const ENTRY_BYTES = 16;
/** Bytes of the header of a bitmap. */
const MIN_PICTURE_BYTES = 40;

/**
 * The largest picture of an ICO by its sides, then by its length.
 * @throws PhotoError `corrupt`
 */
export function largestOfIcon(bytes: Uint8Array): Icon {
  const icon = readerOf(bytes, true);
  const pictures = icon.has(0, ICON_HEADER) ? icon.u16(4) : 0;
  let best: { readonly start: number; readonly length: number; readonly side: number } | null = null;
  for (let index = 0; index < pictures; index++) {
    const at = ICON_HEADER + ENTRY_BYTES * index;
    if (!icon.has(at, ENTRY_BYTES)) break;
    const side = icon.u8(at) || 256;
    const [length, start] = [icon.u32(at + 8), icon.u32(at + 12)];
    if (!icon.has(start, length) || length < MIN_PICTURE_BYTES) continue;
    if (!best || side > best.side || (side === best.side && length > best.length)) best = { start, length, side };
  }
  if (!best) throw new PhotoError('corrupt');
  const picture = icon.part(best.start, best.start + best.length);
  const isPng = picture.latin1(1, 3) === 'PNG';
  return { isPng, file: isPng ? picture.bytes(0) : withFileHeader(picture.bytes(0)), pictures };
}

/** The bitmap of an icon as a file. Its height includes the mask below it, which is dropped. */
function withFileHeader(picture: Uint8Array): Uint8Array {
  const body = Buffer.from(picture);
  const [headerBytes, depth, colours] = [body.readUInt32LE(0), body.readUInt16LE(14), body.readUInt32LE(32)];
  body.writeInt32LE(Math.trunc(body.readInt32LE(8) / 2), 8);
  const palette = depth <= 8 ? 4 * (colours || 2 ** depth) : 0;
  const header = Buffer.alloc(FILE_HEADER);
  header.write('BM');
  header.writeUInt32LE(FILE_HEADER + body.length, 2);
  header.writeUInt32LE(Math.min(0xffffffff, FILE_HEADER + headerBytes + palette), 10);
  return Buffer.concat([header, body]);
}
