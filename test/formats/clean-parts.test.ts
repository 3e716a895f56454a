// Parts of a file that look like those of its picture, and are none.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { jpegVideo } from '../../fixtures/encode/mjpeg-video.js';
import { mustGo } from '../../src/cleaning/choice.js';
import { readerOf } from '../../src/formats/byte-reader.js';
import { KEEP_NOTHING, type Kept } from '../../src/formats/clean-copy.js';
import { boxesIn } from '../../src/formats/isobmff/boxes.js';
import { readerFor } from '../../src/formats/registry.js';
import { openTiff, walkDirectories } from '../../src/formats/tiff/directories.js';
import { type Keepable, keptExif } from '../../src/formats/tiff/kept-exif.js';
import { withoutRest } from '../../src/formats/tiff/strip-data.js';
import { chunk } from '../helpers/attachments.js';
import { coloured } from '../helpers/drawn-videos.js';
import { EXIF, picture } from '../helpers/metadata-files.js';
import { ROOT } from '../helpers/root.js';
import { directory, header, LONG, SHORT } from '../helpers/tiff-blocks.js';

const SECRET = Buffer.from('Anna Quillfjord, Lindenweg 4');

async function clean(bytes: Uint8Array, mediaType: string, kept: Kept = KEEP_NOTHING): Promise<Buffer> {
  return Buffer.from((await readerFor(mediaType)).clean?.(bytes, kept) ?? []);
}

const rawOf = (bytes: Buffer) => sharp(bytes).raw().toBuffer();

describe('a JPEG', () => {
  const segment = (marker: number, content: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker, 0, content.length + 2]), content]);

  it.each([0xc8, 0xcc, 0xdc, 0xdd, 0xde, 0xdf, 0xf0, 0xf7, 0xfd, 0x02])(
    'has no text in the segment %i',
    async (marker) => {
      const jpeg = await picture().jpeg().toBuffer();
      const file = Buffer.concat([jpeg.subarray(0, 2), segment(marker, SECRET), jpeg.subarray(2)]);
      expect(await clean(file, 'image/jpeg')).toEqual(await clean(jpeg, 'image/jpeg'));
    },
  );

  it('keeps the interval of restarts and the last transform of colours', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const adobe = (transform: number) =>
      segment(0xee, Buffer.concat([Buffer.from('Adobe\0d\0\0\0\0', 'latin1'), Buffer.from([transform])]));
    const interval = segment(0xdd, Buffer.from([0, 0]));
    const file = Buffer.concat([jpeg.subarray(0, 2), interval, adobe(1), adobe(0), jpeg.subarray(2)]);
    const copy = await clean(file, 'image/jpeg');
    expect(copy.includes(interval)).toBe(true);
    expect(await rawOf(copy)).toEqual(await rawOf(file));
    expect(await rawOf(copy)).not.toEqual(await rawOf(jpeg));
  });
});

describe('a PNG', () => {
  it.each(['fdAT', 'fcTL', 'PLTE', 'tRNS', 'bKGD', 'sBIT', 'hIST'])('has no text in %s', async (type) => {
    const png = await picture().png().toBuffer();
    const data = type === 'fcTL' ? SECRET.subarray(0, 26) : SECRET.subarray(0, 27);
    const file = Buffer.concat([png.subarray(0, 33), chunk(type, data), png.subarray(33)]);
    expect(await clean(file, 'image/png')).toEqual(await clean(png, 'image/png'));
  });

  it('keeps the palette that it needs', async () => {
    const png = await picture().png({ palette: true }).toBuffer();
    expect(await rawOf(await clean(png, 'image/png'))).toEqual(await rawOf(png));
  });
});

describe('a TIFF', () => {
  it.each(['lzw', 'deflate', 'packbits', 'none', 'jpeg'] as const)(
    'of %s has nothing after a strip or a tile',
    async (compression) => {
      for (const tile of [false, true]) {
        const noise = sharp({
          create: {
            width: 700,
            height: 300,
            channels: 3,
            background: 'red',
            noise: { type: 'gaussian', mean: 128, sigma: 9 },
          },
        });
        for (const image of [noise, picture()]) {
          const file = await image.tiff({ compression, tile, predictor: 'none' }).toBuffer();
          expect((await rawOf(await clean(file, 'image/tiff'))).equals(await rawOf(file))).toBe(true);
        }
      }
    },
  );

  it('of pixels as they are ends with the last one', async () => {
    const page = [
      [0x100, SHORT, [2]],
      [0x101, SHORT, [1]],
      [0x102, SHORT, [8]],
      [0x103, SHORT, [1]],
    ] as const;
    const rest = [
      [0x111, LONG, [200]],
      [0x115, SHORT, [1]],
      [0x117, LONG, [2 + SECRET.length]],
    ] as const;
    const head = Buffer.concat([header(), directory(8, [...page, ...rest])]);
    const file = Buffer.concat([head, Buffer.alloc(200 - head.length), Buffer.from([1, 2]), SECRET]);
    expect((await clean(file, 'image/tiff')).includes(SECRET)).toBe(false);
  });

  it.each([
    [5, async () => Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01])],
    [8, async () => deflateSync(Buffer.alloc(50, 'ab'))],
    [7, () => picture().jpeg().toBuffer()],
    [32773, async () => Buffer.from([1, 65, 66, 0xd1, 67])],
  ] as const)('of compression %i ends where its data ends', async (compression, make) => {
    const part = await make();
    expect(Buffer.from(withoutRest(Buffer.concat([part, SECRET]), compression, 50))).toEqual(part);
  });

  const pageOf = (width: number, height: number, at: number, next: number) =>
    directory(
      at,
      [
        [0xfe, LONG, [at === 8 ? 0 : 1]],
        [0x100, SHORT, [width]],
        [0x101, SHORT, [height]],
        [0x111, LONG, [0]],
        [0x117, LONG, [8]],
      ],
      { next },
    );

  it('keeps a page that only states to be a smaller copy', async () => {
    const pagesAfter = async (width: number, height: number) => {
      const first = pageOf(80, 40, 8, 200);
      const file = Buffer.concat([header(), first, Buffer.alloc(192 - first.length), pageOf(width, height, 200, 0)]);
      const block = openTiff(await clean(file, 'image/tiff'));
      return block ? [...walkDirectories(block)].filter(({ kind }) => kind === 'main').length : 0;
    };
    expect(await pagesAfter(80, 40)).toBe(2);
    expect(await pagesAfter(40, 40)).toBe(2);
    expect(await pagesAfter(40, 20)).toBe(1);
  });

  it('with offsets of eight bytes is of another format, not damaged', async () => {
    const file = Buffer.from('49492b00080000001000000000000000', 'hex');
    await expect(clean(file, 'image/tiff')).rejects.toMatchObject({ reason: 'format' });
  });
});

describe('a video', () => {
  /** The second track is that of the first video, with these flags. */
  async function withTracks(...flags: readonly number[]): Promise<Buffer> {
    const jpeg = await coloured('#ff0000', { width: 16, height: 16 });
    const file = jpegVideo([{ jpeg, ms: 1000 }], { width: 16, height: 16 });
    const reader = readerOf(file);
    const moov = [...boxesIn(reader)].find(({ type }) => type === 'moov');
    if (!moov) throw new Error('no tables');
    const trak = [...boxesIn(reader, moov)].find(({ type }) => type === 'trak');
    if (!trak) throw new Error('no track');
    const tracks = flags.map((flag) => {
      const copy = Buffer.from(file.subarray(trak.at, trak.end));
      copy[copy.indexOf('tkhd') + 7] = flag;
      return copy;
    });
    const list = Buffer.concat([file.subarray(moov.at, trak.at), ...tracks, file.subarray(trak.end, moov.end)]);
    list.writeUInt32BE(list.length, 0);
    // The samples stay where the tables say.
    const free = Buffer.from(file.subarray(moov.at, moov.end));
    free.write('free', 4, 'latin1');
    return Buffer.concat([file.subarray(0, moov.at), free, file.subarray(moov.end), list]);
  }

  async function tracksAfter(file: Buffer): Promise<number> {
    const reader = readerOf(file);
    const pieces = (await readerFor('video/mp4')).cleanVideo?.(reader, KEEP_NOTHING) ?? [];
    const copy = Buffer.concat(
      pieces.map((piece) => (piece instanceof Uint8Array ? piece : reader.bytes(piece.start, piece.end))),
    );
    return copy.toString('latin1').split('tkhd').length - 1;
  }

  it('keeps the tracks that play', async () => {
    expect(await tracksAfter(await withTracks(3, 2))).toBe(1);
    expect(await tracksAfter(await withTracks(2))).toBe(1);
  });

  it('is refused where two pictures play', async () => {
    await expect(tracksAfter(await withTracks(3, 3))).rejects.toMatchObject({ reason: 'two-pictures' });
  });
});

describe('what is kept', () => {
  const exifOf = async (keep: readonly Keepable[]) => {
    const file = await picture().jpeg().withExif(PHONE).toBuffer();
    const { blocks } = await readerFor('image/jpeg');
    return Buffer.from(keptExif(blocks?.(file) ?? [], new Set(keep), { isOriented: true }) ?? []).toString('latin1');
  };
  const PHONE = {
    ...EXIF,
    IFD3: {
      ...EXIF.IFD3,
      GPSDateStamp: '2025:06:01',
      GPSAreaInformation: 'ASCII\0\0\0Lindenweg',
      GPSMapDatum: 'WGS-84',
    },
  };

  it('of a place has its time only with the time, and its name never', async () => {
    const place = await exifOf(['location']);
    expect(place).toContain('WGS-84');
    for (const text of ['2025:06:01', 'Lindenweg']) expect(place).not.toContain(text);
    expect(await exifOf(['location', 'capture-time'])).toContain('2025:06:01');
  });

  it('of a name may be an address in the tag of the name', () => {
    const address = (tag: string) => ({
      rule: 'text/email-address',
      source: { picture: 'file', atMs: null, tag } as const,
    });
    const choice = { keep: new Set(['person-name'] as const), cover: new Set<string>() };
    expect(mustGo(address('Artist'), choice)).toBe(false);
    expect(mustGo(address('UserComment'), choice)).toBe(true);
  });

  it('stays in an AVIF and a JPEG XL', async () => {
    const avif = await picture().avif({ effort: 0 }).withExif(EXIF).toBuffer();
    const jxl = readFileSync(join(ROOT, 'fixtures/encode/red-over-blue.jxl'));
    for (const [file, mediaType] of [
      [avif, 'image/avif'],
      [jxl, 'image/jxl'],
    ] as const) {
      const exif = keptExif((await readerFor('image/avif')).blocks?.(avif) ?? [], new Set(['capture-time']), {
        isOriented: false,
      });
      const copy = await clean(file, mediaType, { exif, hasTimes: true });
      const { blocks, decode } = await readerFor(mediaType);
      const tiff = [...(blocks?.(copy) ?? [])].find(({ kind }) => kind === 'tiff');
      expect(tiff).toMatchObject({ bytes: exif });
      const pixels = async (bytes: Uint8Array) => (await decode?.(bytes))?.pipeline('none').raw().toBuffer();
      expect(await pixels(copy)).toEqual(await pixels(file));
    }
  });
});
