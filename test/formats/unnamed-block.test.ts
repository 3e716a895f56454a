// Parts of containers with a wrong or unknown name: what they hold decides.
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/read.js';
import { chunk } from '../helpers/camera-files.js';
import { gifWith, jpegWith, picture, pngWith, tiff, xmp } from '../helpers/metadata-files.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const EXIF = tiff([[0x010e, 'ascii', 'at the lake']]);
const TELEMETRY = latin1('DEVC\x01\0\0\x04GPS5l\x14\0\x01\x80\xff\x12\x34\x99\x98\x97\x96\x95');
/** No text, no known beginning, longer than anything harmless. */
const NOISE = Buffer.from(Array.from({ length: 40 }, (_, at) => (at * 37 + 129) % 256));
const QUIET = NOISE.subarray(0, 15);
/** A latitude and a longitude take no more. */
const TWO_DOUBLES = NOISE.subarray(0, 16);

const png = async (type: string, data: Uint8Array) => readMetadata(await pngWith([type, data]), 'image/png');
const jpeg = async (app: number, data: Uint8Array) => readMetadata(await jpegWith([0xe0 + app, data]), 'image/jpeg');
const webp = async (type: string, data: Uint8Array) => {
  const plain = await picture().webp().toBuffer();
  return readMetadata(chunk('RIFF', latin1('WEBP'), plain.subarray(12), chunk(type, data)), 'image/webp');
};
const gif = async (name: string, data: Uint8Array) => {
  const extension = Buffer.concat([latin1(`!\xff\x0b${name}`), Buffer.from([data.length]), data, Buffer.alloc(1)]);
  return readMetadata(await gifWith(extension), 'image/gif');
};

const CONTAINERS = {
  PNG: (data: Uint8Array) => png('abCd', data),
  WebP: (data: Uint8Array) => webp('ABCD', data),
  GIF: (data: Uint8Array) => gif('EXAMPLE 1.0', data),
  JPEG: (data: Uint8Array) => jpeg(7, data),
};

describe.each(Object.entries(CONTAINERS))('an unknown part of a %s', (container, read) => {
  it.each([
    ['EXIF', EXIF],
    ['EXIF with its name', Buffer.concat([latin1('Exif\0\0'), EXIF])],
    ['EXIF with its name in capitals', Buffer.concat([latin1('EXIF\0\0'), EXIF])],
  ])('that holds %s is read', async (_what, data) => {
    expect((await read(data)).otherText).toEqual([{ tag: 'ImageDescription', value: 'at the lake' }]);
  });

  it('that holds IPTC is read', async () => {
    expect((await read(latin1('\x1c\x02\x5a\0\x04Lyon'))).placeNames).toEqual(['Lyon']);
  });

  it('that holds text is other text', async () => {
    const { otherText, isComplete } = await read(latin1('we moved last week'));
    expect({ values: otherText.map(({ value }) => value), isComplete }).toEqual({
      values: ['we moved last week'],
      isComplete: true,
    });
  });

  it('that names a place in bytes is a place that was not read', async () => {
    const { unreadPlaces } = await read(TELEMETRY);
    expect(unreadPlaces).toEqual([container === 'JPEG' ? 'APP7' : expect.stringMatching(/chunk|extension/)]);
  });

  it('with a few bytes is harmless', async () => {
    expect(await read(QUIET)).toMatchObject({ unreadPlaces: [], unknownParts: [], otherText: [], isComplete: true });
  });

  it('with as many bytes as two coordinates is not, except among the settings in JPEG', async () => {
    expect((await read(TWO_DOUBLES)).unknownParts).toHaveLength(container === 'JPEG' ? 0 : 1);
  });
});

it.each(['PNG', 'WebP', 'GIF'] as const)('an unknown part of a %s is not passed over', async (container) => {
  expect(await CONTAINERS[container](NOISE)).toMatchObject({ unknownParts: ['part'], isComplete: true });
});

it('settings of a maker in a JPEG are passed over', async () => {
  expect(await jpeg(7, NOISE)).toMatchObject({ unreadPlaces: [], isComplete: true });
});

it('XMP is read in a chunk of any name', async () => {
  const packet = Buffer.from(
    xmp('<photoshop:City xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">Lyon</photoshop:City>'),
  );
  expect((await png('abCd', packet)).placeNames).toEqual(['Lyon']);
  expect((await webp('XMP\0', packet)).placeNames).toEqual(['Lyon']);
  expect((await webp('xmp ', packet)).placeNames).toEqual(['Lyon']);
});

it('a PNG chunk named for a place is a place that was not read', async () => {
  expect((await png('gpSx', QUIET)).unreadPlaces).toEqual(['PNG chunk']);
});

it('a damaged text of a PNG does not hide the next one', async () => {
  const bytes = await pngWith(['zTXt', latin1('Comment\0\0not deflated')], ['tEXt', latin1('Comment\0by the river')]);
  const { otherText, isComplete } = await readMetadata(bytes, 'image/png');
  expect({ otherText, isComplete }).toEqual({
    otherText: [{ tag: 'Comment', value: 'by the river' }],
    isComplete: false,
  });
});
