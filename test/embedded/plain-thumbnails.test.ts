// Thumbnails without a header of their own are compared like others: strips in EXIF, and the pixels
// of JFIF and its extensions.
import type { Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPhoto } from '../../src/photo/open.js';
import { withSegment } from '../helpers/attachments.js';
import { photo } from '../helpers/thumbnails.js';
import { directory, header, LONG, SHORT } from '../helpers/tiff-blocks.js';

const [WIDTH, HEIGHT] = [100, 75];

let main: Buffer;
let same: Buffer;
let other: Buffer;

const pixelsOf = (picture: Sharp) => picture.resize(WIDTH, HEIGHT, { fit: 'fill' }).removeAlpha().raw().toBuffer();

beforeAll(async () => {
  const picture = await photo(1);
  main = await picture.clone().jpeg({ quality: 90 }).toBuffer();
  same = await pixelsOf(picture.clone());
  other = await pixelsOf(await photo(4));
});

async function compared(bytes: Buffer) {
  const opened = openPhoto(
    { path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' },
    bytes,
  );
  const { pictures, unseen } = await opened.embeddedPictures();
  return { examined: pictures.map(({ isExamined }) => isExamined), unseen: unseen.map(({ code }) => code) };
}

interface Strips {
  readonly isLittle?: boolean;
  readonly orientation?: number;
  readonly length?: number;
  readonly rows?: number;
  readonly compression?: number;
}

function exif(
  pixels: Buffer,
  { isLittle = true, orientation = 1, length = pixels.length, rows = HEIGHT, compression = 1 }: Strips = {},
) {
  const built = { isLittle };
  const first = directory(8, [[0x0112, SHORT, [orientation]]], { ...built, next: 26 });
  const strips = Math.ceil(HEIGHT / rows);
  const size = rows * WIDTH * 3;
  const fields = (from: number) =>
    [
      [0x0100, LONG, [WIDTH]],
      [0x0101, LONG, [HEIGHT]],
      [0x0102, SHORT, [8, 8, 8]],
      [0x0103, SHORT, [compression]],
      [0x0106, SHORT, [2]],
      [0x0111, LONG, Array.from({ length: strips }, (_, index) => from + index * size)],
      [0x0115, SHORT, [3]],
      [0x0116, SHORT, [rows]],
      [0x0117, LONG, Array.from({ length: strips }, (_, index) => Math.min(size, length - index * size))],
    ] as const;
  const from = 26 + directory(26, fields(0), built).length;
  return Buffer.concat([header(isLittle), first, directory(26, fields(from), built), pixels]);
}

const withExif = (block: Buffer) => withSegment(main, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), block]));
const size = Buffer.from([WIDTH, HEIGHT]);

/** 256 grays, and the number of one for each pixel. */
const palette = (pixels: Buffer) =>
  Buffer.concat([
    Buffer.from(Array.from({ length: 256 }, (_, gray) => [gray, gray, gray]).flat()),
    Buffer.from(Array.from({ length: WIDTH * HEIGHT }, (_, at) => pixels[at * 3 + 1] ?? 0)),
  ]);

type Carrier = readonly [name: string, carry: (pixels: Buffer) => Buffer];
const CARRIERS: readonly Carrier[] = [
  ['in one strip of EXIF', (pixels) => withExif(exif(pixels))],
  ['in strips of EXIF', (pixels) => withExif(exif(pixels, { rows: 16 }))],
  ['in EXIF of the other byte order', (pixels) => withExif(exif(pixels, { isLittle: false }))],
  [
    'in JFIF',
    (pixels) =>
      withSegment(main, 0xe0, Buffer.concat([Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01', 'latin1'), size, pixels])),
  ],
  ['in JFXX', (pixels) => withSegment(main, 0xe0, Buffer.concat([Buffer.from('JFXX\0\x13', 'latin1'), size, pixels]))],
  [
    'in JFXX, by a palette',
    (pixels) => withSegment(main, 0xe0, Buffer.concat([Buffer.from('JFXX\0\x11', 'latin1'), size, palette(pixels)])),
  ],
];

describe.each(CARRIERS)('a thumbnail %s', (_name, carry) => {
  it('is examined where it shows another picture', async () => {
    expect(await compared(carry(other))).toEqual({ examined: [true], unseen: [] });
  });

  it('is not examined where it shows the same', async () => {
    expect(await compared(carry(same))).toEqual({ examined: [false], unseen: [] });
  });
});

describe('a thumbnail in a strip', () => {
  it('may have the rotation that the main picture is stored with', async () => {
    expect(await compared(withExif(exif(same, { orientation: 6 })))).toEqual({ examined: [false], unseen: [] });
  });

  it('that cannot be decoded is reported', async () => {
    expect((await compared(withExif(exif(other, { compression: 34_925 })))).unseen).toEqual(['embedded-unreadable']);
  });

  it('that breaks off is examined', async () => {
    const cut = other.subarray(0, other.length / 2);
    expect((await compared(withExif(exif(cut, { length: cut.length })))).examined).toEqual([true]);
  });

  it('is nothing where it was overwritten with zeros or cut off', async () => {
    const removed = { examined: [], unseen: [] };
    expect(await compared(withExif(exif(Buffer.alloc(same.length))))).toEqual(removed);
    expect(await compared(withExif(exif(Buffer.alloc(0), { length: same.length })))).toEqual(removed);
  });
});
