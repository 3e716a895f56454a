// Formats that sharp does not read: BMP, ICO, PSD and JPEG XL.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { uint, uintLe } from '../../fixtures/encode/boxes.js';
import { PhotoError } from '../../src/errors.js';
import { decodePsd } from '../../src/formats/psd/decode.js';
import { openPhoto } from '../../src/photo/open.js';

const [WIDTH, HEIGHT] = [8, 6];

/** The top half red, the bottom half blue. */
const isRed = (y: number) => y < HEIGHT / 2;

function opened(bytes: Buffer, mediaType: string) {
  return openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
}

/** Colours in the middle of the top and bottom halves, and what was not examined. */
async function seen(bytes: Buffer, mediaType: string) {
  const photo = opened(bytes, mediaType);
  const { data, width, height } = await photo.pixels();
  const at = (y: number) =>
    [...data.subarray((y * width + 2) * 3, (y * width + 2) * 3 + 3)].map((value) => (value > 127 ? 1 : 0));
  return { size: [width, height], top: at(0), bottom: at(height - 1), unseen: photo.unseen.map(({ code }) => code) };
}
const RED_OVER_BLUE = { size: [WIDTH, HEIGHT], top: [1, 0, 0], bottom: [0, 0, 1], unseen: [] };

/**
 * A second header of 40 bytes, a palette, and rows. `height` is below 0 where the rows begin at the
 * top.
 */
function bitmap(
  depth: number,
  rows: Buffer,
  { palette = Buffer.alloc(0), width = WIDTH, height = HEIGHT, compression = 0, fileHead = true } = {},
) {
  const start = 14 + 40 + palette.length;
  const head = [
    uintLe(40, 4),
    uintLe(width, 4),
    uintLe(height >>> 0, 4),
    uintLe(1, 2),
    uintLe(depth, 2),
    uintLe(compression, 4),
  ];
  const rest = [uintLe(rows.length, 4), uintLe(0, 4), uintLe(0, 4), uintLe(palette.length / 4, 4), uintLe(0, 4)];
  const file = [Buffer.from('BM'), uintLe(start + rows.length, 4), uintLe(0, 4), uintLe(start, 4)];
  return Buffer.concat([...(fileHead ? file : []), ...head, ...rest, palette, rows]);
}

/** Rows from bottom to top, as in most BMPs. */
const upwards = (row: (y: number) => Buffer) =>
  Buffer.concat(Array.from({ length: HEIGHT }, (_, index) => row(HEIGHT - 1 - index)));
const PALETTE = Buffer.from([0, 0, 255, 0, 255, 0, 0, 0]);
const bgr = (y: number, fourth: number[] = []) => (isRed(y) ? [0, 0, 255, ...fourth] : [255, 0, 0, ...fourth]);
const row = (pixel: number[]) => Buffer.from(Array.from({ length: WIDTH }, () => pixel).flat());

const BITMAPS: readonly (readonly [string, Buffer])[] = [
  [
    '24 bits',
    bitmap(
      24,
      upwards((y) => row(bgr(y))),
    ),
  ],
  ['24 bits from the top', bitmap(24, Buffer.concat([0, 1, 2, 3, 4, 5].map((y) => row(bgr(y)))), { height: -HEIGHT })],
  [
    '32 bits whose fourth byte is 0',
    bitmap(
      32,
      upwards((y) => row(bgr(y, [0]))),
    ),
  ],
  [
    '16 bits',
    bitmap(
      16,
      upwards((y) => row(isRed(y) ? [0, 0x7c] : [0x1f, 0])),
    ),
  ],
  [
    'a palette of 8 bits',
    bitmap(
      8,
      upwards((y) => row([isRed(y) ? 0 : 1])),
      { palette: PALETTE },
    ),
  ],
  [
    'a palette of 1 bit',
    bitmap(
      1,
      upwards((y) => Buffer.from([isRed(y) ? 0 : 0xff, 0, 0, 0])),
      { palette: PALETTE },
    ),
  ],
  [
    'runs of a palette',
    bitmap(8, Buffer.concat([upwards((y) => Buffer.from([WIDTH, isRed(y) ? 0 : 1, ...(y > 0 ? [0, 0] : [0, 1])]))]), {
      ...{ palette: PALETTE, compression: 1 },
    }),
  ],
];

describe.each(BITMAPS)('a BMP of %s', (_name, bytes) => {
  it('is decoded', async () => {
    expect(await seen(bytes, 'image/bmp')).toEqual(RED_OVER_BLUE);
  });
});

const iconOf = (...pictures: readonly (readonly [side: number, data: Buffer])[]) => {
  let at = 6 + 16 * pictures.length;
  const entries = pictures.map(([side, data]) => {
    const entry = Buffer.concat([
      uint(side, 1),
      uint(side, 1),
      uint(0, 2),
      uintLe(1, 2),
      uintLe(24, 2),
      uintLe(data.length, 4),
      uintLe(at, 4),
    ]);
    at += data.length;
    return entry;
  });
  return Buffer.concat([
    Buffer.from([0, 0, 1, 0]),
    uintLe(pictures.length, 2),
    ...entries,
    ...pictures.map(([, data]) => data),
  ]);
};

describe('an icon', () => {
  const inner = bitmap(24, Buffer.concat([upwards((y) => row(bgr(y))), Buffer.alloc(HEIGHT * 4)]), {
    height: HEIGHT * 2,
    fileHead: false,
  });

  it('of a bitmap without its header is decoded', async () => {
    expect(await seen(iconOf([8, inner]), 'image/vnd.microsoft.icon')).toEqual(RED_OVER_BLUE);
  });

  it('of several pictures shows the largest, a PNG here, and reports that there are more', async () => {
    const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#00ff00' } })
      .png()
      .toBuffer();
    const found = await seen(iconOf([8, inner], [64, png]), 'image/vnd.microsoft.icon');
    expect(found).toEqual({ size: [64, 64], top: [0, 1, 0], bottom: [0, 1, 0], unseen: ['frames-unseen'] });
  });
});

/** Grey 1, RGB 3, CMYK 4. */
function document(
  mode: number,
  values: (y: number) => readonly number[],
  { isPacked = false, layers = 0, depth = 8 } = {},
) {
  const channels = values(0).length;
  const wide = depth / 8;
  const lines = Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: HEIGHT }, (__, y) =>
      isPacked ? Buffer.from([257 - WIDTH, values(y)[channel]!]) : Buffer.alloc(WIDTH * wide, values(y)[channel]!),
    ),
  ).flat();
  const head = [
    Buffer.from('8BPS'),
    uint(1, 2),
    Buffer.alloc(6),
    uint(channels, 2),
    uint(HEIGHT, 4),
    uint(WIDTH, 4),
    uint(depth, 2),
    uint(mode, 2),
  ];
  const layer =
    layers > 0 ? Buffer.concat([uint(8, 4), uint(4, 4), uint(-layers & 0xffff, 2), uint(0, 2)]) : uint(0, 4);
  const lengths = isPacked ? lines.map((line) => uint(line.length, 2)) : [];
  return Buffer.concat([...head, uint(0, 4), uint(0, 4), layer, uint(isPacked ? 1 : 0, 2), ...lengths, ...lines]);
}
const rgb = (y: number) => (isRed(y) ? [255, 0, 0] : [0, 0, 255]);

describe('a Photoshop document', () => {
  it.each([
    ['plain', document(3, rgb)],
    ['of 16 bits', document(3, rgb, { depth: 16 })],
    ['in runs, with a channel of transparency', document(3, (y) => [...rgb(y), 0], { isPacked: true })],
    ['in inks', document(4, (y) => (isRed(y) ? [255, 0, 0, 255] : [0, 0, 255, 255]))],
  ])('%s shows its merged picture', async (_how, bytes) => {
    expect(await seen(bytes, 'image/vnd.adobe.photoshop')).toEqual(RED_OVER_BLUE);
  });

  it('with layers reports that what they cover was not examined', async () => {
    const { unseen } = await seen(document(3, rgb, { layers: 2 }), 'image/vnd.adobe.photoshop');
    expect(unseen).toEqual(['layers-unseen']);
  });

  it.each([
    ['plain', false],
    ['in runs', true],
  ])('%s that breaks off is decoded as far as it goes, and not reported as whole', async (_how, isPacked) => {
    const bytes = document(3, rgb, { isPacked });
    const found = await seen(bytes.subarray(0, bytes.length - 3), 'image/vnd.adobe.photoshop');
    expect(found).toMatchObject({ top: [1, 0, 0], unseen: ['truncated'] });
  });
});

/** Bytes of a page of memory. Interrupted copies end at a page. */
const PAGE = 4096;
const SIDE = 128;

/** Copied up to the start of a page, and zeros from there on. */
const interrupted = (bytes: Buffer, pages: number) => Buffer.from(bytes).fill(0, pages * PAGE);

/** A grey picture with a black band at the end of its pixels. */
const banded = (black: number) => Buffer.alloc(3 * SIDE * SIDE, 120).fill(0, 3 * SIDE * (SIDE - black));
const large = (pixels: Buffer) => bitmap(24, pixels, { width: SIDE, height: SIDE });
const wide = (pixels: Buffer) =>
  Buffer.concat([
    ...[
      Buffer.from('8BPS'),
      uint(1, 2),
      Buffer.alloc(6),
      uint(3, 2),
      uint(SIDE, 4),
      uint(SIDE, 4),
      uint(8, 2),
      uint(3, 2),
    ],
    ...[Buffer.alloc(12), uint(0, 2), pixels],
  ]);

describe.each([
  ['image/bmp', large],
  ['image/vnd.adobe.photoshop', wide],
])('a file of type %s', (mediaType, make) => {
  const unseen = async (bytes: Buffer) => (await seen(bytes, mediaType)).unseen;

  it('of full length that ends in zeros is not reported as whole', async () => {
    for (const pages of [1, 5, 10]) expect(await unseen(interrupted(make(banded(0)), pages))).toEqual(['truncated']);
  });

  it('that is black from beginning to end may be an interrupted copy', async () => {
    expect(await unseen(make(banded(SIDE)))).toEqual(['truncated']);
  });

  it('that ends in black is whole', async () => {
    for (const black of [0, 1, 20, 64]) expect(await unseen(make(banded(black)))).toEqual([]);
  });
});

describe('a Photoshop document of 16 bits', () => {
  it('that is large takes little time and memory', () => {
    const side = uint(5000, 4);
    const head = [Buffer.from('8BPS'), uint(1, 2), Buffer.alloc(6), uint(1, 2), side, side, uint(16, 2), uint(1, 2)];
    const begun = performance.now();
    const { isCut } = decodePsd(Buffer.concat([...head, Buffer.alloc(12), uint(0, 2), Buffer.alloc(PAGE, 9)]), 4e7);
    expect(isCut).toBe(true);
    // A second. Building a list on the way would take two minutes and two gigabytes.
    expect(performance.now() - begun).toBeLessThan(10_000);
  }, 300_000);
});

describe('a Photoshop document', () => {
  it('whose black rows of one pixel are packed into zeros is whole', async () => {
    const head = [Buffer.from('8BPS'), uint(1, 2), Buffer.alloc(6), uint(1, 2), uint(2, 4), uint(1, 4)];
    const rows = [uint(8, 2), uint(1, 2), Buffer.alloc(12), uint(1, 2), uint(2, 2), uint(2, 2), Buffer.alloc(4)];
    const found = await seen(Buffer.concat([...head, ...rows]), 'image/vnd.adobe.photoshop');
    expect(found).toMatchObject({ size: [1, 2], unseen: [] });
  });

  it('in runs that ends in less than a page of zeros is not reported as whole', async () => {
    const bytes = document(3, rgb, { isPacked: true });
    bytes.fill(0, bytes.length - 20);
    expect((await seen(bytes, 'image/vnd.adobe.photoshop')).unseen).toEqual(['truncated']);
  });

  it('that ends with its header is corrupt', async () => {
    const bytes = document(3, rgb).subarray(0, 40);
    await expect(seen(bytes, 'image/vnd.adobe.photoshop')).rejects.toMatchObject({ code: 'corrupt' });
  });
});

describe('a BMP in runs', () => {
  const rows = Array.from({ length: HEIGHT }, (_, y) => Buffer.from([WIDTH, isRed(HEIGHT - 1 - y) ? 0 : 1, 0, 0]));
  const inRuns = (...parts: Buffer[]) => bitmap(8, Buffer.concat(parts), { palette: PALETTE, compression: 1 });
  const END = Buffer.from([0, 1]);

  it.each([
    ['each row and of the picture', [...rows, END]],
    ['each row', rows],
  ])('that marks the end of %s is whole', async (_what, parts) => {
    expect(await seen(inRuns(...parts), 'image/bmp')).toEqual(RED_OVER_BLUE);
  });

  it.each([
    ['between two', rows.slice(0, -2)],
    ['within one', [...rows.slice(0, -2), Buffer.from([WIDTH])]],
    ['within pixels as they are', [...rows.slice(0, -2), Buffer.from([0, WIDTH, 1])]],
  ])('that breaks off %s is decoded as far as it goes, and not reported as whole', async (_where, parts) => {
    expect(await seen(inRuns(...parts), 'image/bmp')).toMatchObject({ bottom: [0, 0, 1], unseen: ['truncated'] });
  });

  it('with uncompressed pixels and moves is whole', async () => {
    const moved = Buffer.from([0, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1]);
    const low = bitmap(8, moved, { palette: PALETTE, compression: 1, height: 2 });
    expect((await seen(low, 'image/bmp')).unseen).toEqual([]);
  });
});

describe('a BMP that breaks off', () => {
  it('is decoded as far as it goes, and not reported as whole', async () => {
    const bytes = BITMAPS[0]![1];
    const found = await seen(bytes.subarray(0, bytes.length - 2 * 3 * WIDTH), 'image/bmp');
    expect(found).toEqual({ size: [WIDTH, HEIGHT], top: [0, 0, 0], bottom: [0, 0, 1], unseen: ['truncated'] });
  });

  it('within its first row is corrupt', async () => {
    const bytes = BITMAPS[0]![1];
    await expect(seen(bytes.subarray(0, 60), 'image/bmp')).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('only within the padding of its last row is whole', async () => {
    const narrow = bitmap(24, Buffer.alloc(8, 200), { width: 1, height: 2 });
    expect((await seen(narrow.subarray(0, narrow.length - 1), 'image/bmp')).unseen).toEqual([]);
  });

  it('in runs, with a page of zeros at its end, is not reported as whole', async () => {
    const runs = bitmap(8, Buffer.concat([Buffer.from([WIDTH, 1, 0, 0]), Buffer.alloc(PAGE)]), {
      ...{ palette: PALETTE, compression: 1, height: PAGE },
    });
    expect((await seen(runs, 'image/bmp')).unseen).toContain('truncated');
  });
});

describe('a JPEG XL', () => {
  // Written by libjxl from the picture described above, 64 x 48 pixels.
  const file = readFileSync(new URL('../../fixtures/encode/red-over-blue.jxl', import.meta.url));

  it('is decoded', async () => {
    expect(await seen(file, 'image/jxl')).toEqual({ ...RED_OVER_BLUE, size: [64, 48] });
  });

  it('that breaks off is not reported as whole', async () => {
    const photo = opened(file.subarray(0, file.length - 20), 'image/jxl');
    const code = await photo.pixels().then(
      () => photo.unseen[0]?.code,
      (error: PhotoError) => error.code,
    );
    expect(['truncated', 'corrupt']).toContain(code);
  });
});

describe('damaged files of these formats', () => {
  it.each([
    ['image/bmp', BITMAPS[6]![1]],
    ['image/bmp', BITMAPS[0]![1]],
    ['image/vnd.microsoft.icon', iconOf([8, BITMAPS[0]![1].subarray(14)])],
    ['image/vnd.adobe.photoshop', document(3, rgb, { isPacked: true, layers: 1 })],
  ])('of %s end in pixels or in a PhotoError', async (mediaType, whole) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (changes) => {
          const bytes = Buffer.from(whole);
          for (const [at, value] of changes) bytes[at] = value;
          await opened(bytes, mediaType)
            .pixels()
            .catch((error: unknown) => expect(error).toBeInstanceOf(PhotoError));
        },
      ),
      { numRuns: 100 },
    );
  });
});
