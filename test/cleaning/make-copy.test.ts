// Copies of files on the disk, before they are scanned.
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CopyOptions, makeCopy } from '../../src/cleaning/make-copy.js';
import { chunk } from '../helpers/attachments.js';
import { displayP3, jpegWith, wideValue, withTags } from '../helpers/colour-profiles.js';
import { picture } from '../helpers/metadata-files.js';
import { ROOT } from '../helpers/root.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lenscap-make-copy-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PLAIN: CopyOptions = { choice: { keep: new Set(), cover: new Set() }, regions: [], isReEncoded: false };

let count = 0;
async function copied(bytes: Uint8Array, mediaType: string, options: CopyOptions = PLAIN): Promise<Buffer> {
  const [path, to] = [join(folder, `${count++}`), join(folder, `${count++}`)];
  await writeFile(path, bytes);
  await makeCopy({ path, mediaType, kind: 'image' }, to, options);
  return readFile(to);
}

/** A PNG with EXIF as text, which ImageMagick writes and viewers pass over. */
async function withExifAsText(orientation: number): Promise<Buffer> {
  const png = await picture().png().toBuffer();
  const exif = Buffer.from(
    '457869660000' + '49492a0008000000' + '0100' + '1201030001000000' + '0000000000000000',
    'hex',
  );
  exif.writeUInt16LE(orientation, 24);
  const text = Buffer.from(`\nexif\n${String(exif.length).padStart(8)}\n${exif.toString('hex')}\n`);
  const data = Buffer.concat([Buffer.from('Raw profile type exif\0\0', 'latin1'), deflateSync(text)]);
  return Buffer.concat([png.subarray(0, 33), chunk('zTXt', data), png.subarray(33)]);
}

describe('a copy', () => {
  it.each([3, 6])('is not turned by EXIF that viewers pass over (orientation %i)', async (orientation) => {
    const file = await withExifAsText(orientation);
    const upright = (bytes: Buffer) => sharp(bytes).autoOrient().raw().toBuffer();
    expect(await upright(await copied(file, 'image/png'))).toEqual(await upright(file));
  });

  it('that is encoded anew has a colour profile without texts', async () => {
    const profile = withTags(await displayP3(), { desc: wideValue('Anna Quillfjord') });
    const file = jpegWith(await picture().jpeg().toBuffer(), profile);
    const copy = await copied(file, 'image/jpeg', { ...PLAIN, isReEncoded: true });
    expect(copy.includes(wideValue('Anna Quillfjord').subarray(28))).toBe(false);
    expect((await sharp(copy).metadata()).icc).toBeDefined();
  });
});

describe('data that no decoder reads', () => {
  const text = Buffer.from('Anna Quillfjord, Lindenweg 4, Berlin. '.repeat(8));
  const noise = () =>
    sharp({
      create: {
        width: 200,
        height: 150,
        channels: 3,
        background: 'red',
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
      },
    });
  const intoTail = (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, -2), text, jpeg.subarray(-2)]);
  const padded = (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(40), jpeg.subarray(-2)]);

  it.each([
    ['a JPEG', { progressive: false }],
    ['a progressive JPEG', { progressive: true }],
  ])('is refused between the picture and the end of %s; padding is not', async (_, settings) => {
    for (const image of [noise(), picture()]) {
      const jpeg = await image.jpeg(settings).toBuffer();
      await expect(copied(intoTail(jpeg), 'image/jpeg')).rejects.toMatchObject({ reason: 'unread-data' });
      expect(await copied(jpeg, 'image/jpeg')).toHaveProperty('length');
      if (!settings.progressive) expect(await copied(padded(jpeg), 'image/jpeg')).toHaveProperty('length');
    }
    const white = sharp({ create: { width: 400, height: 300, channels: 3, background: 'white' } });
    expect(await copied(await white.jpeg(settings).toBuffer(), 'image/jpeg')).toHaveProperty('length');
  });

  it('is refused after a JPEG XL', async () => {
    const jxl = readFileSync(join(ROOT, 'fixtures/encode/red-over-blue.jxl'));
    expect(await copied(jxl, 'image/jxl')).toHaveProperty('length');
    await expect(copied(Buffer.concat([jxl, text]), 'image/jxl')).rejects.toMatchObject({ reason: 'unread-data' });
  });

  it.each([{ lossless: false }, { lossless: true }])('is refused in a WebP (%j)', async (settings) => {
    for (const image of [noise(), picture()]) {
      const webp = await image.webp(settings).toBuffer();
      const content = Buffer.concat([webp.subarray(20, 20 + webp.readUInt32LE(16)), text]);
      const file = Buffer.concat([webp.subarray(0, 20), content, Buffer.alloc(content.length % 2)]);
      file.writeUInt32LE(content.length, 16);
      file.writeUInt32LE(file.length - 8, 4);
      if (webp.toString('latin1', 12, 15) !== 'VP8' || webp.toString('latin1', 15, 16) === 'X') continue;
      await expect(copied(file, 'image/webp')).rejects.toMatchObject({ reason: 'unread-data' });
      expect(await copied(webp, 'image/webp')).toHaveProperty('length');
    }
  });
});
