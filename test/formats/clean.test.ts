// What a clean copy keeps of each format, and that damage never makes one.
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ByteReader, readerOf } from '../../src/formats/byte-reader.js';
import { CleanError, KEEP_NOTHING, type Kept, type Piece } from '../../src/formats/clean-copy.js';
import { cleanProfile } from '../../src/formats/icc/clean.js';
import { boxWith, numbered } from '../../src/formats/isobmff/write.js';
import { cleanEntries } from '../../src/formats/mp4/clean-entries.js';
import { readerFor } from '../../src/formats/registry.js';
import { KEEPABLE, type Keepable, keptExif } from '../../src/formats/tiff/kept-exif.js';
import { displayP3, wideValue, withTags } from '../helpers/colour-profiles.js';
import { damaged } from '../helpers/damage.js';
import { coloured, video } from '../helpers/drawn-videos.js';
import { EXIF, picture } from '../helpers/metadata-files.js';
import { ASCII, directory, header, LONG, SHORT } from '../helpers/tiff-blocks.js';

const ORIENTED = { ...EXIF, IFD0: { ...EXIF.IFD0, Artist: 'Anna Quillfjord' } };

const withExif = (image: Sharp) => image.withMetadata({ orientation: 6 }).withExifMerge(ORIENTED);

async function clean(bytes: Buffer, mediaType: string, keep: readonly Keepable[] = []): Promise<Buffer> {
  const { clean: cleaner, blocks, orientedBy } = await readerFor(mediaType);
  const exif = keptExif(blocks?.(bytes) ?? [], new Set(keep), { isOriented: orientedBy === 'exif' });
  return Buffer.from(cleaner?.(bytes, { exif, hasTimes: keep.includes('capture-time') }) ?? []);
}

const rawOf = (bytes: Buffer) => sharp(bytes, { animated: true }).raw().toBuffer();

const FORMATS = {
  'image/jpeg': (image: Sharp) => image.jpeg(),
  'image/png': (image: Sharp) => image.png(),
  'image/webp': (image: Sharp) => image.webp(),
  'image/tiff': (image: Sharp) => image.tiff(),
} as const;

describe.each(Object.entries(FORMATS))('a clean copy of %s', (mediaType, encode) => {
  let file: Buffer;
  beforeAll(async () => {
    file = await encode(withExif(picture().withIccProfile('p3'))).toBuffer();
  });

  it('has the same pixels, the same orientation and the same colours', async () => {
    const copy = await clean(file, mediaType);
    const [before, after] = [await sharp(file).metadata(), await sharp(copy).metadata()];
    expect(await rawOf(copy)).toEqual(await rawOf(file));
    expect(after.orientation).toBe(6);
    expect(after.icc).toEqual(Buffer.from(cleanProfile(before.icc ?? new Uint8Array()) ?? []));
  });

  it('has no name, no place, no camera and no time', async () => {
    const copy = (await clean(file, mediaType)).toString('latin1');
    for (const text of ['Quillfjord', 'ACME', 'Pocket', '2025:06:01']) expect(copy).not.toContain(text);
  });

  it.each([
    ['capture-time', '2025:06:01 18:02:11'],
    ['device-identity', 'Pocket 1'],
    ['person-name', 'Quillfjord'],
  ] as const)('keeps %s if that is asked for, and nothing else', async (keepable, text) => {
    // sharp writes no EXIF into a TIFF.
    if (mediaType === 'image/tiff') return;
    const copy = (await clean(file, mediaType, [keepable])).toString('latin1');
    const texts = ['Quillfjord', 'Pocket 1', '2025:06:01 18:02:11'];
    expect(texts.filter((one) => copy.includes(one))).toEqual([text]);
  });

  it('is the same if it is cleaned again', async () => {
    const copy = await clean(file, mediaType);
    expect(await clean(copy, mediaType)).toEqual(copy);
  });

  it('is never made of a picture that ends early', async () => {
    for (const share of [0.2, 0.5, 0.9]) {
      const cut = file.subarray(0, Math.floor(share * file.length));
      const made = await clean(cut, mediaType).catch((error: unknown) => error);
      // A TIFF has its picture before its metadata.
      if (made instanceof Buffer) expect(await rawOf(made)).toEqual(await rawOf(file));
      else expect(made instanceof CleanError || made instanceof RangeError).toBe(true);
    }
  });
});

it('keeps what is asked for of a TIFF', async () => {
  const strip = [
    [0x100, SHORT, [1]],
    [0x101, SHORT, [1]],
    [0x111, LONG, [0]],
    [0x117, LONG, [1]],
    [0x13b, ASCII, 'Anna Quillfjord'],
  ] as const;
  const file = Buffer.concat([header(), directory(8, strip)]);
  expect((await clean(file, 'image/tiff')).includes('Quillfjord')).toBe(false);
  expect((await clean(file, 'image/tiff', ['person-name'])).includes('Quillfjord')).toBe(true);
});

it('keeps every place if that is asked for', async () => {
  const file = await withExif(picture()).jpeg().toBuffer();
  const exif = (await sharp(await clean(file, 'image/jpeg', ['location'])).metadata()).exif;
  expect(exif?.toString('latin1')).not.toContain('2025:06:01');
  const kept = (await sharp(await clean(file, 'image/jpeg', [...KEEPABLE])).metadata()).exif;
  expect(exif?.length).toBeGreaterThan(100);
  expect(kept?.length).toBeGreaterThan(exif?.length ?? 0);
});

it('keeps the frames, the times and the loops of an animation', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((colour) => coloured(colour, { width: 8, height: 8 })),
  );
  const strip = sharp(frames, { join: { animated: true } });
  for (const [mediaType, file] of [
    [
      'image/gif',
      await strip
        .clone()
        .gif({ delay: [100, 200, 300], loop: 3 })
        .toBuffer(),
    ],
    [
      'image/webp',
      await strip
        .clone()
        .webp({ delay: [100, 200, 300], loop: 3 })
        .toBuffer(),
    ],
  ] as const) {
    const copy = await clean(file, mediaType);
    const { pages, delay, loop } = await sharp(copy, { animated: true }).metadata();
    expect({ pages, delay, loop }).toEqual({ pages: 3, delay: [100, 200, 300], loop: 3 });
    expect(await rawOf(copy)).toEqual(await rawOf(file));
  }
});

it('leaves out what follows the end of a JPEG and of a GIF', async () => {
  const jpeg = await picture().jpeg().toBuffer();
  const gif = await picture().gif().toBuffer();
  expect(await clean(Buffer.concat([jpeg, Buffer.from('Anna Quillfjord')]), 'image/jpeg')).toEqual(
    await clean(jpeg, 'image/jpeg'),
  );
  expect(await clean(Buffer.concat([gif, Buffer.from('Anna Quillfjord')]), 'image/gif')).toEqual(
    await clean(gif, 'image/gif'),
  );
});

function joined(file: ByteReader, pieces: readonly Piece[]): Buffer {
  return Buffer.concat(
    pieces.map((piece) => (piece instanceof Uint8Array ? piece : file.bytes(piece.start, piece.end))),
  );
}

async function cleanVideo(bytes: Uint8Array, kept: Kept = KEEP_NOTHING): Promise<Buffer> {
  const file = readerOf(bytes);
  const pieces = (await readerFor('video/mp4')).cleanVideo?.(file, kept) ?? [];
  return joined(file, pieces);
}

describe('a clean copy of a video', () => {
  it('has the same frames in the same order', async () => {
    const jpegs = await Promise.all(
      ['#ff0000', '#00ff00'].map((colour) => coloured(colour, { width: 16, height: 16 })),
    );
    const copy = await cleanVideo(video(jpegs.map((jpeg) => ({ jpeg, ms: 1000 }))));
    const places = jpegs.map((jpeg) => copy.indexOf(jpeg));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    // The table of chunks leads to the first frame.
    const table = copy.indexOf('stco');
    expect(copy.readUInt32BE(table + 12)).toBe(places[0]);
  });

  it('is the same if it is cleaned again', async () => {
    const copy = await cleanVideo(video([{ jpeg: await coloured('#ff0000', { width: 16, height: 16 }), ms: 1000 }]));
    expect(await cleanVideo(copy)).toEqual(copy);
  });

  it('has a colour profile without texts', async () => {
    const profile = withTags(await displayP3(), { desc: wideValue('Anna Quillfjord') });
    const content = Buffer.concat([Buffer.from('colrprof', 'latin1'), profile]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(content.length + 4, 0);
    const entry = Buffer.concat([Buffer.alloc(78), size, content]);
    const list = boxWith('stsd', Buffer.alloc(4), numbered(4, 1), boxWith('avc1', entry));
    const copy = Buffer.from(cleanEntries(readerOf(list), { type: 'stsd', at: 0, start: 8, end: list.length }, 'vide'));
    expect(copy.includes(Buffer.from(cleanProfile(profile) ?? 'none'))).toBe(true);
    expect(copy.includes(wideValue('Anna Quillfjord').subarray(28))).toBe(false);
  });
});

describe('damaged files', () => {
  it('never make a copy larger than twice the file, and fail only as the contract states', async () => {
    const files: Record<string, Buffer> = {
      'image/gif': await picture().gif().toBuffer(),
      'image/avif': await picture().avif({ effort: 0 }).toBuffer(),
      'video/mp4': video([{ jpeg: await coloured('#ff0000', { width: 16, height: 16 }), ms: 1000 }]),
    };
    for (const [type, encode] of Object.entries(FORMATS)) files[type] = await encode(withExif(picture())).toBuffer();
    for (const [type, file] of Object.entries(files)) {
      const { clean: cleaner, cleanVideo: video } = await readerFor(type);
      fc.assert(
        fc.property(damaged(file), (bytes) => {
          const make = () =>
            cleaner?.(bytes, KEEP_NOTHING) ?? joined(readerOf(bytes), video?.(readerOf(bytes), KEEP_NOTHING) ?? []);
          try {
            expect(make().length).toBeLessThanOrEqual(2 * bytes.length + 1000);
          } catch (error) {
            if (!(error instanceof CleanError)) throw error;
          }
        }),
        { numRuns: 300 },
      );
    }
  });
});
