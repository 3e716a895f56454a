import { describe, expect, it } from 'vitest';
import { jpeg, VIDEO } from '../../helpers/attachments.js';
import { attachmentsOf, embeddedIn } from '../../helpers/format-readers.js';
import { picture } from '../../helpers/metadata-files.js';
import { block, directory, header, LONG, SHORT } from '../../helpers/tiff-blocks.js';

const TYPE = 'image/tiff';
const found = (bytes: Uint8Array) =>
  attachmentsOf(bytes, TYPE).map(({ what, offset, bytes: size }) => [what, offset, size]);
const page = (compression: 'none' | 'lzw' | 'jpeg', options = {}) =>
  picture()
    .tiff({ compression, ...options })
    .toBuffer();

describe('after a TIFF', () => {
  it.each(['none', 'lzw', 'jpeg'] as const)('is nothing where it ends with its pages (%s)', async (compression) => {
    expect(found(await page(compression))).toEqual([]);
    expect(found(await page(compression, { tile: true }))).toEqual([]);
    expect(found(await page(compression, { pyramid: true, tile: true }))).toEqual([]);
  });

  it('bytes of any kind are an attachment', async () => {
    const bytes = await page('lzw');
    expect(found(Buffer.concat([bytes, Buffer.from('meet me at noon')]))).toEqual([['unknown', bytes.length, 15]]);
    expect(found(Buffer.concat([bytes, Buffer.alloc(64)]))).toEqual([]);
  });

  it('a picture is a second picture, which is compared with the page', async () => {
    const [bytes, other] = [await page('none'), await jpeg(400, 300)];
    const whole = Buffer.concat([bytes, other]);
    expect(found(whole)).toEqual([[expect.stringMatching(/picture/), bytes.length, other.length]]);
    expect(embeddedIn(whole, TYPE).map(({ offset }) => offset)).toEqual([bytes.length]);
  });

  it('a video is a motion video', async () => {
    expect(found(Buffer.concat([await page('lzw'), VIDEO]))).toMatchObject([
      ['motion video', expect.any(Number), VIDEO.length],
    ]);
  });

  it('directories for interoperability are none', () => {
    const main = directory(8, [[0x8769, LONG, [26]]]);
    const exif = directory(26, [[0xa005, LONG, [44]]]);
    const bytes = Buffer.concat([header(), main, exif, directory(44, [[1, 2, 'R98']])]);
    expect(found(bytes)).toEqual([]);
  });

  it('a page without the length of its strips may reach to any byte', () => {
    const bytes = Buffer.concat([
      block([
        [0x0111, LONG, [100]],
        [0x0103, SHORT, [5]],
      ]),
      Buffer.alloc(200, 7),
    ]);
    expect(() => found(bytes)).toThrow(expect.objectContaining({ code: 'structure-broken' }));
  });
});
