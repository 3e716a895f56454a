import sharp, { type Region, type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { DetectContext } from '../../../src/detectors/detector.js';
import { embeddedOriginal } from '../../../src/detectors/embedded-original/index.js';
import { openPhoto } from '../../../src/photo/open.js';
import { RULES } from '../../../src/rules/index.js';
import { exifBlock, jpegAround, photo, thumbnailOf, withExif } from '../../helpers/thumbnails.js';

/** The detector uses no engine: any use of one would throw. */
const CONTEXT = { isFast: false } as DetectContext;
const MIN_SCORE = RULES.find(({ id }) => id === 'metadata/embedded-original')!.minScore;

function open(bytes: Uint8Array, mediaType = 'image/jpeg') {
  return openPhoto({ path: 'IMG_1.JPG', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
}

function detect(bytes: Uint8Array, mediaType?: string) {
  return embeddedOriginal.detect(open(bytes, mediaType), CONTEXT);
}

/** Labels of the detections that the rule reports. */
async function found(bytes: Uint8Array): Promise<string[]> {
  return (await detect(bytes)).filter(({ score }) => score >= MIN_SCORE).map(({ label }) => label);
}

async function edited(picture: Sharp): Promise<Sharp> {
  return sharp(await picture.clone().png().toBuffer());
}

/** The picture with one region changed. */
async function over(picture: Sharp, region: Region, change: (part: Sharp) => Sharp): Promise<Sharp> {
  const part = sharp(await picture.clone().extract(region).png().toBuffer());
  const input = await change(part).png().toBuffer();
  return edited(picture.clone().composite([{ input, left: region.left, top: region.top }]));
}

const REGIONS = [
  { left: 240, top: 120, width: 160, height: 160 },
  { left: 400, top: 200, width: 160, height: 160 },
];
const NUMBERS = [1, 4, 5] as const;

describe.each(NUMBERS)('of photo %i', (number) => {
  it.each([0.9, 0.75, 0.5])('a thumbnail from before a crop to %f shows more', async (share) => {
    const picture = await photo(number);
    const [width, height] = [Math.round(800 * share), Math.round(600 * share)];
    const crop = await edited(picture.clone().extract({ left: 30, top: 20, width, height }));
    expect(await found(await jpegAround(crop, await thumbnailOf(picture)))).toEqual(['embedded-more']);
  });

  it.each(REGIONS)('a thumbnail from before a covered area at $left, $top is clearer', async (region) => {
    const picture = await photo(number);
    const covered = await over(picture, region, (part) => part.linear(0, 0));
    expect(await found(await jpegAround(covered, await thumbnailOf(picture)))).toEqual(['embedded-clearer']);
  });

  it.each(REGIONS)('a thumbnail from before a blur at $left, $top is clearer', async (region) => {
    const picture = await photo(number);
    const blurred = await over(picture, region, (part) => part.blur(25));
    expect(await found(await jpegAround(blurred, await thumbnailOf(picture)))).toEqual(['embedded-clearer']);
  });

  it('the thumbnail of another photo is another picture', async () => {
    const other = await photo(number === 1 ? 3 : 1);
    expect(await found(await jpegAround(await photo(number), await thumbnailOf(other)))).toEqual(['embedded-other']);
  });

  it.each<[string, (picture: Sharp) => Sharp]>([
    ['unchanged', (picture) => picture],
    ['brighter and paler', (picture) => picture.modulate({ brightness: 1.2, saturation: 0.3 })],
    ['of more contrast', (picture) => picture.linear(1.25, -15)],
    ['sharpened', (picture) => picture.sharpen({ sigma: 2, m1: 3, m2: 3 })],
    ['grey', (picture) => picture.greyscale().toColourspace('srgb')],
    ['small', (picture) => picture.resize(200, 150)],
  ])('a picture that is %s shows what its thumbnail shows', async (_how, change) => {
    const picture = await photo(number);
    const changed = await edited(change(picture.clone()));
    expect(await found(await jpegAround(changed, await thumbnailOf(picture)))).toEqual([]);
  });

  it('bars in the thumbnail are not part of it', async () => {
    const picture = await photo(number);
    const wide = await edited(picture.clone().extract({ left: 0, top: 60, width: 800, height: 450 }));
    const bars = { top: 15, bottom: 15, background: '#000000' };
    const thumbnail = await sharp(await thumbnailOf(wide, 160, 90))
      .extend(bars)
      .jpeg({ quality: 70 })
      .toBuffer();
    expect(await found(await jpegAround(wide, thumbnail))).toEqual([]);
  });

  it.each([3, 6, 8] as const)(
    'a picture with orientation %i has a thumbnail in the same orientation',
    async (orientation) => {
      const picture = await photo(number);
      expect(await found(await jpegAround(picture, await thumbnailOf(picture), orientation))).toEqual([]);
    },
  );
});

it('reports the offset of the thumbnail, and the thumbnail as the source', async () => {
  const thumbnail = await thumbnailOf(await photo(1));
  const file = await jpegAround(await photo(3), thumbnail);
  const [detection] = await detect(file);
  expect(detection).toMatchObject({ source: { picture: 'thumbnail', atMs: null }, region: null, proved: false });
  expect(detection?.evidence).toEqual({ what: 'thumbnail', bytes: thumbnail.length, offset: file.indexOf(thumbnail) });
});

it('does not decode the picture if nothing is embedded', async () => {
  expect(await detect(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toEqual([]);
});

it('reports a thumbnail that cannot be decoded', async () => {
  const broken = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(300, 7)]);
  const opened = open(await jpegAround(await photo(1), broken));
  expect(await embeddedOriginal.detect(opened, CONTEXT)).toEqual([]);
  expect(opened.unseen).toEqual([{ code: 'embedded-unreadable' }]);
});

it('ignores an entry whose thumbnail was removed', async () => {
  const plain = await (await photo(1)).jpeg().toBuffer();
  expect(await detect(withExif(plain, exifBlock(Buffer.alloc(0), 1, 5000)))).toEqual([]);
});
