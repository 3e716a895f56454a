// Boxes at the top of a HEIF, AVIF or JPEG XL: each is read, harmless, or of an unknown kind.
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { findPictures } from '../../../src/embedded/find-pictures.js';
import { readerFor } from '../../../src/formats/registry.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { jpeg } from '../../helpers/attachments.js';
import { tiff, xmp } from '../../helpers/metadata-files.js';

const AVIF = 'image/avif';
const JXL = 'image/jxl';
const avif = await sharp({ create: { width: 16, height: 16, channels: 3, background: '#336699' } })
  .avif()
  .toBuffer();
const jxl = Buffer.concat([
  box('JXL ', Buffer.from('\r\n\x87\n', 'latin1')),
  box('ftyp', Buffer.from('jxl \0\0\0\0jxl ', 'latin1')),
]);
const PLACE = { latitude: expect.closeTo(48.8656, 3), longitude: expect.closeTo(2.3212, 3) };
const words = Buffer.from('erika@example.org was at geo:48.8656,2.3212');
const ODD = Buffer.from(Array.from({ length: 72 }, (_, n) => (n * 37 + 131) % 256));
const id = (hex: string) => Buffer.from(hex, 'hex');
const place = '<e:GPSLatitude xmlns:e="http://ns.adobe.com/exif/1.0/">48,51.936N</e:GPSLatitude>';
const longitude = '<e:GPSLongitude xmlns:e="http://ns.adobe.com/exif/1.0/">2,19.272E</e:GPSLongitude>';
const packet = Buffer.from(xmp(place + longitude));

const read = (bytes: Buffer, mediaType: string) => readMetadata(bytes, mediaType);

describe.each([
  ['an AVIF', AVIF, avif],
  ['a JPEG XL', JXL, jxl],
])('a box at the top of %s', (_format, mediaType, plain) => {
  const withBox = (...boxes: readonly Buffer[]) => Buffer.concat([plain, ...boxes]);

  it.each([
    ['free', words],
    ['skip', words],
    ['abcd', words],
    ['uuid', Buffer.concat([ODD.subarray(0, 16), words])],
    ['xml ', Buffer.from('<gpx><wpt lat="48.8656" lon="2.3212"/></gpx>')],
    ['xml ', packet],
    ['uuid', Buffer.concat([id('be7acfcb97a942e89c71999491e3afac'), packet])],
  ])('%s states a place', async (type, content) => {
    expect(await read(withBox(box(type, content)), mediaType)).toMatchObject({ location: PLACE });
  });

  it('with Adobe’s id of EXIF is EXIF', async () => {
    const exif = tiff([[0x010f, 'ascii', 'Foo']]);
    const bytes = withBox(box('uuid', id('0537cdab9d0c4431a72afa561f2a113e'), exif));
    expect(await read(bytes, mediaType)).toMatchObject({ device: { make: 'Foo' } });
  });

  it('of an unknown kind is a part that was not read', async () => {
    expect(await read(withBox(box('abcd', ODD)), mediaType)).toMatchObject({ unknownParts: ['part'] });
    expect(await read(withBox(box('abcd', Buffer.alloc(8, 3))), mediaType)).toMatchObject({ unknownParts: [] });
  });

  it('that is padding is harmless', async () => {
    expect(await read(withBox(box('free', Buffer.alloc(74))), mediaType)).toMatchObject({
      ...{ unknownParts: [], otherText: [], location: null },
    });
  });

  it('with a picture has a further picture', async () => {
    const hidden = await jpeg();
    const { pictures } = findPictures(withBox(box('free', hidden)), mediaType, await readerFor(mediaType));
    expect(pictures.map(({ bytes }) => bytes)).toEqual([hidden.length]);
  });
});

it('user data of an AVIF is read as in videos', async () => {
  const spot = Buffer.from('+48.8656+002.3212/');
  const bytes = Buffer.concat([avif, box('udta', box('\xa9xyz', uint(spot.length, 2), uint(0x15c7, 2), spot))]);
  expect(await read(bytes, AVIF)).toMatchObject({ location: PLACE });
});

it('a compressed box of a JPEG XL counts like the box', async () => {
  const bytes = Buffer.concat([jxl, box('brob', Buffer.from('abcd'), brotliCompressSync(words))]);
  expect(await read(bytes, JXL)).toMatchObject({ location: PLACE });
});
