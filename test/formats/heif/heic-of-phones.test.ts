// HEIC as phones write it today: ten bits a channel, and the files of iOS 18 with tiles, a gain map
// and a tone-mapped picture.
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { deepItem, grid, heifOf, type Item, pictureItem, rotation, size } from '../../../fixtures/encode/heif-items.js';
import { decodeHeic } from '../../../src/formats/heif/decode.js';
import { identify } from '../../../src/formats/identify.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { openPhoto } from '../../../src/photo/open.js';
import { folder } from '../../helpers/folder.js';
import { heif, tiff, xmp } from '../../helpers/metadata-files.js';
import { eventsOf, inShort } from '../../walk/events.js';

type Make = (picture: Sharp, width: number, height: number) => Promise<Item>;
type Colour = readonly [red: number, green: number, blue: number];

const [WIDTH, HEIGHT] = [128, 64];
/** Four areas from left to right. */
const FIELDS: readonly Colour[] = [
  [200, 30, 40],
  [40, 180, 60],
  [30, 50, 210],
  [250, 250, 250],
];

function fields(): Sharp {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
    data.set(FIELDS[Math.floor(((pixel % WIDTH) * FIELDS.length) / WIDTH)] as Colour, pixel * 3);
  }
  return sharp(data, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** EXIF that also states the rotation, as iPhones write it besides `irot`. */
function orientation(value: number): Item {
  const block = `00000006457869660000${'4d4d002a00000008'}0001011200030000000100${value.toString(16).padStart(2, '0')}0000`;
  return { type: 'Exif', data: Buffer.from(`${block}00000000`, 'hex'), properties: [], references: [['cdsc', 1]] };
}

/**
 * iOS 18: the picture is made of tiles. Its gain map belongs to it and to the tone-mapped picture,
 * which is made of both. All three have the same rotation.
 */
async function ios18(turns: number, exif: number, make: Make): Promise<Buffer> {
  const half = async (left: number): Promise<Item> => {
    const part = fields().extract({ left, top: 0, width: WIDTH / 2, height: HEIGHT });
    return { ...(await make(sharp(await part.png().toBuffer()), WIDTH / 2, HEIGHT)), isHidden: true };
  };
  const gain = await pictureItem(fields().greyscale(), WIDTH / 2, HEIGHT / 2, rotation(turns));
  const name = Buffer.from('urn:com:apple:photo:2020:aux:hdrgainmap\0', 'latin1');
  const auxiliary = Buffer.concat([uint(12 + name.length, 4), Buffer.from('auxC'), uint(0, 4), name]);
  const canvas = [size(WIDTH, HEIGHT), rotation(turns)];
  const [MAIN, LEFT, RIGHT, GAIN, LIT] = [1, 2, 3, 4, 5];
  // ISO 21496-1: versions, flags, the two headrooms, and five fractions for the one channel.
  const fractions = [0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 0, 1].map((value) => uint(value, 4));
  const light = Buffer.concat([uint(0, 1), uint(0, 2), uint(0, 2), uint(0x40, 1), ...fractions]);
  const items: Item[] = [
    { type: 'grid', data: grid(2, 1, WIDTH, HEIGHT), properties: canvas, references: [['dimg', LEFT, RIGHT]] },
    await half(0),
    await half(WIDTH / 2),
    { ...gain, properties: [...gain.properties, auxiliary], references: [['auxl', MAIN, LIT]], isHidden: true },
    { type: 'tmap', data: light, properties: canvas, references: [['dimg', MAIN, GAIN]] },
    orientation(exif),
  ];
  return heifOf(items, MAIN, ['heic', 'MiHE', 'MiPr', 'miaf', 'MiHB', 'tmap']);
}

async function seen(bytes: Buffer) {
  const kind = identify(bytes.subarray(0, 4096), 'IMG_0001.HEIC');
  expect(kind).toEqual({ kind: 'image', mediaType: 'image/heic' });
  const photo = openPhoto(
    { path: 'IMG_0001.HEIC', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/heic' },
    bytes,
  );
  const { data, width, height } = await photo.pixels();
  const at = (across: number, down: number) => {
    const pixel = (Math.floor(down * height) * width + Math.floor(across * width)) * 3;
    return [...data.subarray(pixel, pixel + 3)];
  };
  const along = [1, 3, 5, 7].map((eighth) => eighth / 8);
  return { photo, size: [width, height], across: along.map((x) => at(x, 0.5)), down: along.map((y) => at(0.5, y)) };
}

/** Of 255, in each channel: the most that rounding to 8 bits and back costs. */
function expectColours(found: readonly number[][], expected: readonly Colour[]): void {
  const apart = found.flatMap((colour, field) => colour.map((level, at) => Math.abs(level - expected[field]![at]!)));
  expect(Math.max(...apart)).toBeLessThanOrEqual(3);
}

describe('a HEIC of 10 bits', () => {
  it('is decoded with its colours and in full', async () => {
    const { photo, size: sides, across } = await seen(heifOf([await deepItem(fields(), WIDTH, HEIGHT)]));
    expect(sides).toEqual([WIDTH, HEIGHT]);
    expectColours(across, FIELDS);
    expect(photo.unseen).toEqual([]);
  });

  it('of full size is reported where it ends early', async () => {
    const bytes = heifOf([await deepItem(fields(), WIDTH, HEIGHT)]);
    const { photo } = await seen(bytes.fill(0, bytes.length / 2));
    expect(photo.unseen.map(({ code }) => code)).toEqual(['truncated']);
  });
});

describe.each([
  ['8 bits', pictureItem],
  ['10 bits', deepItem],
])('a HEIC as iOS 18 writes it, of %s', (_depth, make) => {
  it.each([
    [0, 1],
    [1, 8],
    [2, 3],
    [3, 6],
  ])('and %i rotations, which EXIF states again, is rotated once', async (turns, exif) => {
    const { size: sides, across, down } = await seen(await ios18(turns, exif, make));
    const isUpright = turns % 2 === 1;
    expect(sides).toEqual(isUpright ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]);
    // Counterclockwise: what was at the left comes to the bottom first.
    const isBackwards = turns === 1 || turns === 2;
    expectColours(isUpright ? down : across, isBackwards ? FIELDS.toReversed() : FIELDS);
  });

  it('is decoded at a smaller scale where that is enough, upright and with its colours', async () => {
    const bytes = await ios18(1, 8, make);
    const { data, width, height, fullSize } = await decodeHeic(bytes, 1e6, (longSide) => longSide / 32);
    expect([width, height, fullSize]).toEqual([HEIGHT / 4, WIDTH / 4, { width: HEIGHT, height: WIDTH }]);
    const down = [1, 3, 5, 7].map((eighth) => {
      const pixel = ((height * eighth) / 8) * width + width / 2;
      return [...data.subarray(4 * pixel, 4 * pixel + 3)];
    });
    expectColours(down, FIELDS.toReversed());
  });

  it('is one picture with one gain map, and all of it is examined', async () => {
    const { photo } = await seen(await ios18(1, 8, make));
    expect((await photo.attachments()).map(({ what }) => what)).toEqual(['gain map']);
    expect(photo.unseen).toEqual([]);
    expect((await photo.embeddedPictures()).unseen).toEqual([]);
  });
});

describe('several pictures in one HEIC', () => {
  it('are counted, also those of 10 bits and alternatives, so that the file is not reported as examined in full', async () => {
    const [plain, deep] = [await pictureItem(fields(), WIDTH, HEIGHT), await deepItem(fields(), WIDTH, HEIGHT)];
    const { photo } = await seen(heifOf([plain, deep, { ...plain, isHidden: true }]));
    expect(photo.unseen.map(({ code, detail }) => [code, detail])).toEqual([['frames-unseen', '3']]);
  });
});

describe('a burst', () => {
  it('is one photo for each file, and each names its burst', async () => {
    const packet = xmp(
      '<GCamera:BurstID xmlns:GCamera="http://ns.google.com/photos/1.0/camera/">b-1</GCamera:BurstID>',
    );
    const bytes = heif(tiff([[0x0110, 'ascii', 'Pocket 1']]), packet);
    const names = ['IMG_1_BURST.HEIC', 'IMG_1_BURST_COVER.HEIC', 'IMG_2_BURST.HEIC'];
    const root = folder(Object.fromEntries(names.map((name) => [name, bytes])));
    expect(inShort(await eventsOf(root), root)).toEqual(names);
    const { device } = await readMetadata(bytes, 'image/heic');
    expect(device.uniqueIds.map(({ value }) => value)).toEqual(['b-1']);
  });
});
