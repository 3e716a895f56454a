// Rows of pixels that the header of a JPEG or PNG does not count.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hasHiddenRows } from '../../../src/formats/jpeg/hidden-rows.js';
import { readerFor } from '../../../src/formats/registry.js';
import { chunk, withSegment } from '../../helpers/attachments.js';
import { exifSegment, tiff } from '../../helpers/metadata-files.js';
import { photo } from '../../helpers/thumbnails.js';

const main = await photo(1);
const variants = [
  ['a baseline JPEG', { progressive: false }],
  ['a progressive JPEG', { progressive: true }],
  ['a JPEG with full colour', { chromaSubsampling: '4:4:4' }],
] as const;

const cut = (jpeg: Buffer, rows: number) => {
  const at = jpeg.findIndex((byte, index) => byte === 0xff && [0xc0, 0xc2].includes(jpeg[index + 1] ?? 0)) + 5;
  jpeg.writeUInt16BE(jpeg.readUInt16BE(at) - rows, at);
  return jpeg;
};

const problems = async (bytes: Buffer, mediaType: string) =>
  (await (await readerFor(mediaType)).decode?.(bytes))?.unseen.map(({ code }) => code);

describe.each(variants)('%s', (_kind, options) => {
  const made = () => main.clone().resize(640, 960, { fit: 'fill' }).jpeg(options).toBuffer();

  it('as it was written has all its rows', async () => {
    expect(await hasHiddenRows(await made())).toBe(false);
  });

  // Of a progressive one, the decoder itself warns about the rest of each scan.
  it.skipIf('progressive' in options && options.progressive)('with another height in its header has more', async () => {
    expect(await hasHiddenRows(cut(await made(), 480))).toBe(true);
    expect(await problems(cut(await made(), 480), 'image/jpeg')).toEqual(['part-unknown']);
  });
});

it.each([
  ['is not decoded again if its EXIF states the height of its header', 480, false],
  ['has more if its EXIF states another height', 960, true],
])('a photo %s', async (_, height, isFound) => {
  const exif = tiff([], { 34665: [[0xa003, 'long', [height]]] });
  const whole = await main.clone().resize(640, 960, { fit: 'fill' }).jpeg().toBuffer();
  const [marker, data] = exifSegment(exif);
  expect(await hasHiddenRows(cut(withSegment(whole, marker, Buffer.from(data as Uint8Array)), 480))).toBe(isFound);
});

it('a JPEG with a segment shorter than any marker is read', async () => {
  const whole = await main.clone().resize(64, 96).jpeg().toBuffer();
  expect(await hasHiddenRows(withSegment(whole, 0xfe, Buffer.from('ok')))).toBe(false);
});

it('a JPEG of any size has all its rows', async () => {
  for (const [width, height] of [
    [64, 1],
    [7, 300],
    [300, 333],
  ] as const) {
    const jpeg = await sharp({ create: { width, height, channels: 3, background: '#369' } })
      .jpeg()
      .toBuffer();
    expect(await hasHiddenRows(jpeg)).toBe(false);
  }
});

describe('a PNG', () => {
  const [width, height] = [40, 30];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = (count: number) => deflateSync(Buffer.alloc(count * (1 + 3 * width)));
  const png = (...data: readonly Buffer[]) =>
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      ...data.map((part) => chunk('IDAT', part)),
      chunk('IEND', Buffer.alloc(0)),
    ]);

  it.each([
    ['with its rows', png(rows(height)), []],
    ['with further rows', png(rows(height + 20)), ['part-unknown']],
    [
      'with a second stream',
      png(rows(height), deflateSync(Buffer.from('of an earlier picture, 0123456789 abcdefghijk'))),
      ['part-unknown'],
    ],
  ])('%s', async (_how, bytes, codes) => {
    expect(await problems(bytes, 'image/png')).toEqual(codes);
  });

  it('that is interlaced has its rows', async () => {
    for (const side of [1, 3, 65]) {
      const bytes = await sharp({ create: { width: side, height: side, channels: 3, background: '#369' } })
        .png({ progressive: true })
        .toBuffer();
      expect(await problems(bytes, 'image/png')).toEqual([]);
    }
  });
});
