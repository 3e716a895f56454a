// Pictures that a HEIC stores but does not show, or shows only in part. Encoded by our own helpers,
// decoded by libheif.
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullBox } from '../../fixtures/encode/boxes.js';
import {
  crop,
  grid,
  heifOf,
  type Item,
  mirroring,
  overlay,
  pictureItem,
  rotation,
  size,
} from '../../fixtures/encode/heif-items.js';
import { readerOf } from '../../src/formats/byte-reader.js';
import { storedPictures } from '../../src/formats/heif/hidden-images.js';
import { rangesOf, readHeifItems, topBoxes } from '../../src/formats/heif/items.js';
import { openPhoto } from '../../src/photo/open.js';
import { RULES } from '../../src/rules/index.js';
import type { ComparedPicture, OpenedPhoto } from '../../src/types/photo.js';
import { photo } from '../helpers/thumbnails.js';

const LEAST = RULES.find(({ id }) => id === 'metadata/embedded-original')!.minScore;
const [WIDTH, HEIGHT] = [384, 288];

let whole: Sharp;
let picture: Item;
let thumbnail: Item;

beforeAll(async () => {
  whole = sharp(await (await photo(4)).resize(WIDTH, HEIGHT, { fit: 'cover' }).png().toBuffer());
  picture = await pictureItem(whole, WIDTH, HEIGHT);
  thumbnail = { ...(await pictureItem(whole, 128, 96)), references: [['thmb', 1]] };
});

function opened(bytes: Buffer, mediaType = 'image/heic'): OpenedPhoto {
  return openPhoto({ path: 'IMG_1.HEIC', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
}

async function found(bytes: Buffer, mediaType?: string): Promise<ComparedPicture[]> {
  const { pictures, unseen } = await opened(bytes, mediaType).embeddedPictures();
  expect(unseen).toEqual([]);
  return pictures.filter(({ difference }) => difference !== null && difference.score >= LEAST);
}

const reported = async (bytes: Buffer, mediaType?: string) =>
  (await found(bytes, mediaType)).map(({ what, difference }) => [what, difference?.label]);
const with_ = (item: Item, ...more: Buffer[]): Item => ({ ...item, properties: [...item.properties, ...more] });
const part = (left: number, top: number, width: number, height: number) =>
  whole.clone().extract({ left, top, width, height });
const codes = async (bytes: Buffer) => {
  const heic = opened(bytes);
  await heic.pixels();
  return heic.unseen.map(({ code, detail }) => [code, detail]);
};

/** Left half red, right half blue, with a green square in the top left corner. */
function corners(): Sharp {
  const block = (background: string, width: number, height: number) => ({
    create: { width, height, channels: 3, background } as const,
  });
  return sharp(block('#ff0000', 64, 64)).composite([
    { input: block('#0000ff', 32, 64), left: 32, top: 0 },
    { input: block('#00ff00', 32, 32), left: 0, top: 0 },
  ]);
}

describe('a thumbnail', () => {
  it('of the same picture does not differ', async () => {
    expect(await reported(heifOf([picture, thumbnail]))).toEqual([]);
    expect((await opened(heifOf([picture, thumbnail])).embeddedPictures()).pictures).toHaveLength(1);
  });

  it('older than a crop shows more', async () => {
    const cropped = await pictureItem(part(60, 40, 224, 160), 224, 160);
    expect(await reported(heifOf([cropped, thumbnail]))).toEqual([['thumbnail', 'embedded-more']]);
  });

  it('is compared with a large picture decoded at a small scale, whose reported size does not change', async () => {
    const [width, height] = [1280, 960];
    const large = whole.clone().resize(width, height);
    const same = heifOf([await pictureItem(large, width, height), thumbnail]);
    const heic = opened(same);
    expect((await heic.embeddedPictures()).pictures.map(({ difference }) => difference)).toEqual([null]);
    expect(heic.size).toEqual({ width, height });
    const cropped = part(60, 40, 224, 160).resize(width, height);
    const older = heifOf([await pictureItem(cropped, width, height), thumbnail]);
    expect(await reported(older)).toEqual([['thumbnail', 'embedded-more']]);
    // Pixels requested afterwards have full size.
    expect(await heic.pixels()).toMatchObject({ width, height });
  });

  it('that is a JPEG is compared too', async () => {
    const data = await whole.clone().resize(128, 96).jpeg().toBuffer();
    const jpeg: Item = { type: 'jpeg', data, properties: [size(128, 96)], references: [['thmb', 1]] };
    const cropped = await pictureItem(part(60, 40, 224, 160), 224, 160);
    expect(await reported(heifOf([cropped, jpeg]))).toEqual([['thumbnail', 'embedded-more']]);
    expect(await reported(heifOf([picture, jpeg]))).toEqual([]);
  });

  it.each([0, 1])('of a rotated picture is the same picture, with %i rotations of its own', async (turns) => {
    const turned = turns === 0 ? thumbnail : with_(thumbnail, rotation(turns));
    expect(await reported(heifOf([with_(picture, rotation(1)), turned]))).toEqual([]);
  });
});

describe('a HEIC crop', () => {
  it('that hides a part of the stored picture shows more, proved by the file’s own tables', async () => {
    const [only, ...others] = await found(heifOf([with_(picture, crop(256, 192, 32, -16))]));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ what: 'stored picture', isProved: true, difference: { label: 'embedded-more' } });
    const stored = only!.open();
    await stored.pixels();
    expect(stored.size).toEqual({ width: WIDTH, height: HEIGHT });
  });

  it('of a few pixels is the padding of an encoder', async () => {
    expect(await reported(heifOf([with_(picture, crop(WIDTH - 8, HEIGHT - 60, -4, -30))]))).toEqual([]);
  });

  it('that hides a repeated edge shows nothing more', async () => {
    const padded = whole.clone().resize(256, 192).extend({ right: 128, bottom: 96, extendWith: 'copy' });
    const item = await pictureItem(sharp(await padded.png().toBuffer()), WIDTH, HEIGHT);
    expect(await reported(heifOf([with_(item, crop(256, 192, -64, -48))]))).toEqual([]);
  });

  it.each([
    ['rotated', rotation(1)],
    ['rotated twice', rotation(2)],
    ['rotated clockwise', rotation(3)],
    ['mirrored', mirroring(1)],
    ['mirrored upside down', mirroring(0)],
  ])('of a picture that is then %s hides the same part', async (_how, transformation) => {
    // Only the right third has detail: a window taken from another side would leave it visible.
    const base = { create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#808080' } as const };
    const input = await part(0, 0, 128, HEIGHT).png().toBuffer();
    const lively = sharp(
      await sharp(base)
        .composite([{ input, left: 256, top: 0 }])
        .png()
        .toBuffer(),
    );
    const item = await pictureItem(lively, WIDTH, HEIGHT);
    expect(await reported(heifOf([with_(item, crop(256, HEIGHT, -64), transformation)]))).toEqual([
      ['stored picture', 'embedded-more'],
    ]);
    expect(await reported(heifOf([with_(item, crop(256, HEIGHT, 64), transformation)]))).toEqual([]);
  });
});

describe('a canvas', () => {
  const tiles = async () => {
    const places = [0, 192].flatMap((top) => [0, 192].map((left) => [left, top] as const));
    const large = sharp(await whole.clone().resize(384, 384, { fit: 'fill' }).png().toBuffer());
    return Promise.all(
      places.map(async ([left, top]) => ({
        ...(await pictureItem(
          sharp(await large.clone().extract({ left, top, width: 192, height: 192 }).png().toBuffer()),
          192,
          192,
        )),
        isHidden: true,
      })),
    );
  };
  const gridOf = (width: number, height: number): Item => ({
    type: 'grid',
    data: grid(2, 2, width, height),
    properties: [size(width, height)],
    references: [['dimg', 1, 2, 3, 4]],
  });

  it('smaller than its tiles hides what it cuts off', async () => {
    expect(await reported(heifOf([...(await tiles()), gridOf(256, 250)], 5))).toEqual([
      ['stored picture', 'embedded-more'],
    ]);
  });

  it('slightly smaller than its tiles shows nothing more', async () => {
    expect(await reported(heifOf([...(await tiles()), gridOf(384, 384)], 5))).toEqual([]);
    expect(await reported(heifOf([...(await tiles()), gridOf(340, 350)], 5))).toEqual([]);
  });

  it('of an overlay hides what a later picture covers', async () => {
    const cover = { ...(await pictureItem(part(0, 0, 160, 160), 160, 160)), isHidden: true };
    const canvas = (left: number): Item => ({
      type: 'iovl',
      data: overlay(WIDTH + 200, HEIGHT, [0, 0], [left, 64]),
      properties: [size(WIDTH + 200, HEIGHT)],
      references: [['dimg', 1, 2]],
    });
    expect(await reported(heifOf([picture, cover, canvas(96)], 3))).toEqual([['stored picture', 'embedded-more']]);
    expect(await reported(heifOf([picture, cover, canvas(WIDTH + 20)], 3))).toEqual([]);
  });
});

/** As encoded by sharp; the properties with their headers. */
async function avifItem(source: Sharp, ...more: Buffer[]): Promise<Item> {
  const file = await source.clone().removeAlpha().avif({ quality: 80 }).toBuffer();
  const { items } = readHeifItems(readerOf(file), topBoxes(readerOf(file)));
  const [item] = items.values();
  const [{ start, end }] = rangesOf(item) as [{ start: number; end: number }];
  const properties = item!.properties.map((property) => file.subarray(property.at, property.end));
  return { type: 'av01', data: file.subarray(start, end), properties: [...properties, ...more] };
}

describe('an AVIF', () => {
  it('with a thumbnail that is older than its crop shows more; one of the same picture does not', async () => {
    const small: Item = { ...(await avifItem(whole.clone().resize(128, 96))), references: [['thmb', 1]] };
    const cropped = await avifItem(part(60, 40, 224, 160));
    expect(await reported(heifOf([cropped, small], 1, ['avif']), 'image/avif')).toEqual([
      ['thumbnail', 'embedded-more'],
    ]);
    expect(await reported(heifOf([await avifItem(whole), small], 1, ['avif']), 'image/avif')).toEqual([]);
  });

  it('that is cropped shows what is left, and its stored picture more', async () => {
    const file = heifOf([await avifItem(whole, crop(256, 192, 32, -16))], 1, ['avif']);
    const avif = opened(file, 'image/avif');
    await avif.pixels();
    expect(avif.size).toEqual({ width: 256, height: 192 });
    expect(await reported(file, 'image/avif')).toEqual([['stored picture', 'embedded-more']]);
  });

  it('is rotated once, whatever its EXIF states', async () => {
    const exif = Buffer.from('000000064578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');
    const block: Item = { type: 'Exif', data: exif, properties: [], references: [['cdsc', 1]] };
    const file = heifOf([await avifItem(part(0, 0, 200, 100), rotation(1)), block], 1, ['avif']);
    const avif = opened(file, 'image/avif');
    await avif.pixels();
    expect(avif.size).toEqual({ width: 100, height: 200 });
    const flat = opened(heifOf([await avifItem(part(0, 0, 200, 100)), block], 1, ['avif']), 'image/avif');
    await flat.pixels();
    expect(flat.size).toEqual({ width: 200, height: 100 });
  });
});

describe('a HEIC', () => {
  it.each([
    ['rotated', rotation(1), [64, 64], 'bottom left'],
    ['mirrored', mirroring(1), [64, 64], 'top right'],
  ])(
    'that is %s is rotated or mirrored once, whatever its EXIF states',
    async (_how, transformation, _size, corner) => {
      const sample = await pictureItem(corners(), 64, 64);
      const exif = Buffer.from('000000064578696600004d4d002a000000080001011200030000000100060000' + '00000000', 'hex');
      const block: Item = { type: 'Exif', data: exif, properties: [], references: [['cdsc', 1]] };
      const { data, width } = await opened(heifOf([with_(sample, transformation), block])).pixels();
      const green = (x: number, y: number) => data[(y * width + x) * 3 + 1]! > 200 && data[(y * width + x) * 3]! < 60;
      const places = {
        'top left': [10, 10],
        'top right': [53, 10],
        'bottom left': [10, 53],
        'bottom right': [53, 53],
      } as const;
      const seen = Object.entries(places).filter(([, [x, y]]) => green(x, y));
      expect(seen.map(([name]) => name)).toEqual([corner]);
    },
  );

  it('with several pictures reports their number, without thumbnails, tiles and layers', async () => {
    expect(await codes(heifOf([picture, thumbnail]))).toEqual([]);
    expect(await codes(heifOf([picture, thumbnail, picture, { ...picture, isHidden: true }]))).toEqual([
      ['frames-unseen', '3'],
    ]);
  });

  it('whose boxes break off reports the offset', async () => {
    const bytes = heifOf([picture, thumbnail]);
    const at = bytes.indexOf('iprp') - 4;
    bytes.writeUInt32BE(0x7fffffff, at);
    await expect(opened(bytes).attachments()).rejects.toMatchObject({ code: 'structure-broken', detail: `${at}` });
  });

  it('with damaged boxes is read within the file, and reading ends', () => {
    const file = heifOf([with_(picture, crop(256, 192), rotation(1)), thumbnail]);
    const head = file.indexOf('mdat');
    const damage = fc.array(fc.tuple(fc.nat(head), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(damage, fc.integer({ min: 1, max: file.length }), (changes, length) => {
        const bytes = Buffer.from(file.subarray(0, length));
        for (const [at, value] of changes) if (at < length) bytes[at] = value;
        try {
          for (const stored of storedPictures(bytes)) stored.shown();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a picture that shows the main one in another way', () => {
  const named = (name: string) => fullBox('auxC', 0, 0, Buffer.from(`${name}\0`));
  const seen = async (items: readonly Item[]) => {
    const file = opened(heifOf(items));
    const { pictures } = await file.embeddedPictures();
    expect(file.unseen).toEqual([]);
    return pictures.map(({ what, difference, isExamined }) => [what, difference, isExamined]);
  };

  it.each([
    'urn:mpeg:hevc:2015:auxid:2',
    'urn:com:apple:photo:2020:aux:hdrgainmap',
    'urn:com:apple:photo:2018:aux:portraiteffectsmatte',
  ])('%s is compared with it, and examined only where it shows something else', async (name) => {
    const other = sharp(await (await photo(1)).resize(256, 192).png().toBuffer());
    const map = async (source: Sharp): Promise<Item> => ({
      ...(await pictureItem(source.clone().modulate({ saturation: 0 }), 256, 192, named(name))),
      references: [['auxl', 1]],
      isHidden: true,
    });
    expect(await seen([picture, await map(whole)])).toEqual([['stored picture', null, false]]);
    expect(await seen([picture, await map(other)])).toEqual([['stored picture', null, true]]);
  });

  it('is not the transparency of it', async () => {
    const alpha = await pictureItem(whole, WIDTH, HEIGHT, named('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha'));
    const file = heifOf([picture, { ...alpha, references: [['auxl', 1]] }]);
    expect((await opened(file).embeddedPictures()).pictures).toEqual([]);
  });

  it('is what it was made from, too', async () => {
    const other = await pictureItem(sharp(await (await photo(1)).png().toBuffer()), 384, 288);
    const [found] = await seen([picture, { ...other, references: [['base', 1]] }]);
    expect(found).toMatchObject(['stored picture', { label: 'embedded-other' }, true]);
  });
});
