// Hand-made files with data besides their picture: trailers, tables, boxes and leftovers.
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { box, fullBox, uint, uintLe } from '../../fixtures/encode/boxes.js';
import { tinyVideo } from '../../fixtures/encode/video.js';

export const VIDEO = tinyVideo('mp42');

/** Noise, so that encoded data is long and contains every byte. The same each time. */
function noise(width: number, height: number, seed = 1): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[at] = state >>> 24;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export const jpeg = (width = 96, height = 64, seed = 1) => noise(width, height, seed).jpeg().toBuffer();
export const png = (width = 48, height = 32, seed = 1) => noise(width, height, seed).png().toBuffer();

/** A JPEG with a segment after its first marker. */
export function withSegment(picture: Buffer, marker: number, data: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, marker]), uint(data.length + 2, 2), data]);
  return Buffer.concat([picture.subarray(0, 2), segment, picture.subarray(2)]);
}

/**
 * The index of CIPA DC-007 for a picture and one after it, of the type `kind` (table 4); 020003 is
 * a multi-angle picture.
 */
export function withIndex(first: Buffer, second: Buffer, kind = 0x020003): Buffer {
  const bytes = 4 + 8 + 2 + 12 + 4 + 32;
  const whole = first.length + bytes + 4;
  // Offsets count from the byte order mark, which follows SOI, marker, length and name.
  const entry = (type: number, size: number, offset: number) =>
    Buffer.concat([uint(type, 4), uint(size, 4), uint(offset, 4), uint(0, 4)]);
  const data = Buffer.concat([
    Buffer.from('MPF\0MM\0*', 'latin1'),
    uint(8, 4),
    uint(1, 2),
    Buffer.concat([uint(0xb002, 2), uint(7, 2), uint(32, 4), uint(26, 4)]),
    uint(0, 4),
    entry(0x030000, whole, 0),
    entry(kind, second.length, whole - 10),
  ]);
  // A comment before it, so that offsets in the file and offsets from the byte order mark differ.
  return Buffer.concat([withSegment(withSegment(first, 0xe2, data), 0xfe, Buffer.alloc(100, 'x')), second]);
}

/** Samsung's trailer with these blocks. */
export function samsungTrailer(...blocks: readonly (readonly [name: string, data: Buffer])[]): Buffer {
  const made = blocks.map(([name, data]) =>
    Buffer.concat([uintLe(0x0a30, 4), uintLe(name.length, 4), Buffer.from(name), data]),
  );
  const total = made.reduce((sum, block) => sum + block.length, 0);
  let before = 0;
  const entries = made.map((block) => {
    const entry = Buffer.concat([uintLe(0x0a30, 4), uintLe(total - before, 4), uintLe(block.length, 4)]);
    before += block.length;
    return entry;
  });
  const directory = Buffer.concat([Buffer.from('SEFH'), uintLe(106, 4), uintLe(made.length, 4), ...entries]);
  return Buffer.concat([...made, directory, uintLe(directory.length, 4), Buffer.from('SEFT')]);
}

/** A chunk of a PNG. */
export function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint(data.length, 4), named, uint(crc32(named), 4)]);
}

/** A PNG whose picture data is stored in chunks of `step` bytes. */
export function pngInChunks(width: number, height: number, step: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  // Waves with some noise: data that deflate compresses with dynamic codes, as in a photo.
  for (let at = 0, state = 7; at < rows.length; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    rows[at] = at % (width * 3 + 1) === 0 ? 0 : Math.round(100 + 60 * Math.sin(at / 97)) + (state >>> 29);
  }
  const data = deflateSync(rows);
  const parts = Array.from({ length: Math.ceil(data.length / step) }, (_, part) =>
    chunk('IDAT', data.subarray(part * step, (part + 1) * step)),
  );
  const header = chunk('IHDR', Buffer.concat([uint(width, 4), uint(height, 4), Buffer.from([8, 2, 0, 0, 0])]));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** A file whose beginning a careless program has overwritten with shorter new bytes. */
export function writtenOver(old: Buffer, fresh: Buffer): Buffer {
  return Buffer.concat([fresh, old.subarray(fresh.length)]);
}

/**
 * HEIF boxes with a main item and one auxiliary item of this name; no picture in it can be decoded.
 */
export function heifWithAuxiliary(name: string, ...behind: readonly Buffer[]): Buffer {
  const type = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const item = (id: number) => fullBox('infe', 2, 0, uint(id, 2), uint(0, 2), Buffer.from('hvc1\0'));
  const place = (id: number, offset: number, length: number) =>
    Buffer.concat([uint(id, 2), uint(0, 2), uint(1, 2), uint(offset, 4), uint(length, 4)]);
  const meta = fullBox(
    'meta',
    0,
    0,
    fullBox('iloc', 0, 0, uint(0x44, 1), uint(0, 1), uint(2, 2), place(1, 1000, 500), place(2, 1500, 77)),
    fullBox('iinf', 0, 0, uint(2, 2), item(1), item(2)),
    box(
      'iprp',
      box('ipco', fullBox('ispe', 0, 0, uint(8, 4), uint(8, 4)), fullBox('auxC', 0, 0, Buffer.from(`${name}\0`))),
      fullBox(
        'ipma',
        0,
        0,
        uint(2, 4),
        uint(1, 2),
        uint(1, 1),
        uint(1, 1),
        uint(2, 2),
        uint(2, 1),
        uint(1, 1),
        uint(2, 1),
      ),
    ),
  );
  return Buffer.concat([type, meta, box('mdat', Buffer.alloc(2000)), ...behind]);
}
