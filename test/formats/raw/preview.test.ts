// The preview of a RAW photo, which is examined in its place, in the files of each maker.
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, fullBox, uint, uintLe } from '../../../fixtures/encode/boxes.js';
import { largestPreview } from '../../../src/formats/raw/preview.js';
import { openPhoto } from '../../../src/photo/open.js';
import type { OpenedPhoto } from '../../../src/types/photo.js';

/**
 * Value of an entry: its type (3 SHORT, 4 LONG, 7 bytes), the count, and the value or its offset.
 */
type Entry = readonly [tag: number, type: number, count: number, value: number];

/** The top is red, the rest blue. */
const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } })
    .composite([
      { input: { create: { width, height: height / 4, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
    ])
    .jpeg()
    .toBuffer();

let large: Buffer;
let small: Buffer;
/** Sensor data: a lossless JPEG (SOF3), larger than any preview. */
let sensor: Buffer;
beforeAll(async () => {
  large = await jpeg(1200, 800);
  small = await jpeg(160, 120);
  sensor = Buffer.from(await jpeg(2000, 1600));
  sensor[sensor.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc3;
});

/**
 * Little-endian directories one after the other from byte 8, each leading to the next, and data
 * after them.
 */
function tiff(
  directories: readonly ((places: readonly number[]) => readonly Entry[])[],
  data: readonly Buffer[],
  mark = 42,
): Buffer {
  const sizes = directories.map((entries) => 2 + 12 * entries(data.map(() => 0)).length + 4);
  let at = 8 + sizes.reduce((sum, size) => sum + size, 0);
  const places = data.map((part) => (at += part.length) - part.length);
  let start = 8;
  const parts = directories.map((entries, index) => {
    const list = entries(places);
    start += sizes[index]!;
    const lines = list.map(([tag, type, count, value]) =>
      Buffer.concat([uintLe(tag, 2), uintLe(type, 2), uintLe(count, 4), uintLe(value, 4)]),
    );
    return Buffer.concat([uintLe(list.length, 2), ...lines, uintLe(index + 1 < directories.length ? start : 0, 4)]);
  });
  return Buffer.concat([Buffer.from('II'), uintLe(mark, 2), uintLe(8, 4), ...parts, ...data]);
}

const FILES: readonly (readonly [string, string, () => Buffer])[] = [
  [
    'NEF, ARW and PEF, in a directory',
    'image/x-nikon-nef',
    () =>
      tiff(
        [
          ([, at = 0]) => [
            [0x112, 3, 1, 6],
            [0x201, 4, 1, at],
            [0x202, 4, 1, small.length],
          ],
          ([at = 0]) => [
            [0x201, 4, 1, at],
            [0x202, 4, 1, large.length],
          ],
        ],
        [large, small],
      ),
  ],
  [
    'CR2 and DNG, as the strip of a picture compressed so, beside sensor data compressed so',
    'image/x-canon-cr2',
    () =>
      tiff(
        [
          ([at = 0]) => [
            [0x103, 3, 1, 6],
            [0x111, 4, 1, at],
            [0x112, 3, 1, 6],
            [0x117, 4, 1, large.length],
          ],
          ([, at = 0]) => [
            [0x103, 3, 1, 6],
            [0x111, 4, 1, at],
            [0x117, 4, 1, sensor.length],
          ],
        ],
        [large, sensor],
      ),
  ],
  [
    'RW2, in a tag of its own',
    'image/x-panasonic-rw2',
    () =>
      tiff(
        [
          ([at = 0]) => [
            [0x2e, 7, large.length, at],
            [0x112, 3, 1, 6],
          ],
        ],
        [large],
        0x55,
      ),
  ],
  [
    'ORF, in a maker note that is not read',
    'image/x-olympus-orf',
    () => tiff([() => [[0x112, 3, 1, 6]]], [Buffer.alloc(99), small, large, Buffer.alloc(50)], 0x4f52),
  ],
  [
    'CR3, as the sample of a track',
    'image/x-canon-cr3',
    () => {
      const orientation = tiff([() => [[0x112, 3, 1, 6]]], []);
      const moov = (place: number) =>
        box(
          'moov',
          box('uuid', Buffer.alloc(16), box('CMT1', orientation)),
          box(
            'trak',
            box('mdia', box('minf', box('stbl', sizes, fullBox('co64', 0, 0, uint(1, 4), uint(0, 4), uint(place, 4))))),
          ),
        );
      const sizes = fullBox('stsz', 0, 0, uint(0, 4), uint(1, 4), uint(large.length, 4));
      const type = box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1'));
      return Buffer.concat([type, moov(type.length + moov(0).length + 8), box('mdat', large)]);
    },
  ],
];

function opened(bytes: Buffer, mediaType: string): OpenedPhoto {
  return openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'raw', mediaType }, bytes);
}

async function seen(photo: OpenedPhoto) {
  const sources = [];
  for await (const inner of photo.innerPictures()) {
    await inner.photo.pixels();
    sources.push(inner.source.picture);
  }
  return { sources, size: photo.size, unseen: photo.unseen.map(({ code }) => code) };
}

describe.each(FILES)('the preview of a RAW photo: %s', (_name, mediaType, file) => {
  it('is examined in its place, with the rotation of the RAW photo', async () => {
    const photo = opened(file(), mediaType);
    expect(await seen(photo)).toEqual({ sources: ['preview'], size: { width: 800, height: 1200 }, unseen: [] });
    const { data, width, height } = await photo.pixels();
    // Orientation 6: what is stored at the top is at the right.
    const red = (x: number, y: number) => data[(y * width + x) * 3]! > 200;
    expect([red(width - 3, height >> 1), red(3, height >> 1)]).toEqual([true, false]);
  });

  it('is found within the file, or not at all, whatever is damaged', () => {
    const whole = file();
    const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: whole.length }), (damage, length) => {
        const bytes = Buffer.from(whole.subarray(0, length));
        for (const [at, value] of damage) if (at < length) bytes[at] = value;
        const preview = largestPreview(bytes, mediaType);
        if (preview) expect(preview.bytes.length).toBeLessThanOrEqual(length);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a RAW photo', () => {
  it('of FUJIFILM has its preview at the offset in the header, with its own orientation', async () => {
    const turned = await sharp(large).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const head = Buffer.alloc(160);
    head.write('FUJIFILMCCD-RAW ');
    head.writeUInt32BE(160, 84);
    head.writeUInt32BE(turned.length, 88);
    const photo = opened(Buffer.concat([head, turned]), 'image/x-fuji-raf');
    expect((await seen(photo)).size).toEqual({ width: 800, height: 1200 });
  });

  it('shows the preview that it names where that is large enough, not a larger one that it does not name', async () => {
    const larger = await jpeg(1600, 1200);
    const file = tiff(
      [
        ([at = 0]) => [
          [0x201, 4, 1, at],
          [0x202, 4, 1, large.length],
        ],
      ],
      [large, larger],
    );
    expect(largestPreview(file, 'image/x-sony-arw')).toMatchObject({ width: 1200, height: 800 });
  });

  it('with only a small preview reports that small things may be missed', async () => {
    const file = tiff(
      [
        ([at = 0]) => [
          [0x201, 4, 1, at],
          [0x202, 4, 1, small.length],
        ],
      ],
      [small],
    );
    expect((await seen(opened(file, 'image/x-sony-arw'))).unseen).toEqual(['raw-preview-small']);
  });

  it('without a preview reports that its picture was not examined', async () => {
    const photo = opened(tiff([() => [[0x112, 3, 1, 6]]], [sensor]), 'image/x-adobe-dng');
    await expect(photo.pixels()).rejects.toMatchObject({ code: 'raw-not-decoded' });
  });
});
