// Chunks of valid and damaged RIFF files, and how WebP and AVI use them.
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeAvi } from '../../../src/formats/avi/blocks.js';
import { MalformedError, readerOf } from '../../../src/formats/byte-reader.js';
import { isRiffCut, type RiffChunk, riffBody, riffChunks } from '../../../src/formats/riff/chunks.js';
import { webpBlocks } from '../../../src/formats/webp/blocks.js';
import { isWebpCut } from '../../../src/formats/webp/truncation.js';
import { chunk, list } from '../../helpers/camera-files.js';
import { damaged, expectBounded, strictFile } from '../../helpers/damage.js';
import { XMP } from '../../helpers/metadata-files.js';

const words = (text: string) => Buffer.from(text, 'latin1');
const riffFile = (form: string, ...chunks: readonly Uint8Array[]) => chunk('RIFF', words(form), ...chunks);
const ODD = chunk('odd ', words('abc'));
const EVEN = chunk('even', words('abcd'));

function chunksOf(bytes: Uint8Array, form = 'TEST'): RiffChunk[] {
  const file = readerOf(bytes);
  const body = riffBody(file, form);
  return body ? [...riffChunks(file, body)] : [];
}

const plain = (chunks: readonly RiffChunk[]) => chunks.map(({ type, isBroken }) => `${type}${isBroken ? '!' : ''}`);

describe('RIFF chunks', () => {
  it('are padded to an even length, which does not count as content', () => {
    const bytes = riffFile('TEST', ODD, EVEN, ODD);
    const chunks = chunksOf(bytes);
    expect(chunks.map(({ start, end }) => bytes.toString('latin1', start, end))).toEqual(['abc', 'abcd', 'abc']);
    expect(chunks.map(({ at }) => at)).toEqual([12, 12 + ODD.length, 12 + ODD.length + EVEN.length]);
  });

  it('end with their file, whatever follows', () => {
    expect(plain(chunksOf(Buffer.concat([riffFile('TEST', EVEN), ODD])))).toEqual(['even']);
  });

  it('of a file that is cut off are returned as far as they go', () => {
    const bytes = riffFile('TEST', EVEN, ODD);
    const cut = bytes.subarray(0, -2);
    expect(plain(chunksOf(cut))).toEqual(['even', 'odd !']);
    expect(chunksOf(cut).at(-1)?.end).toBe(cut.length);
    expect(isRiffCut(readerOf(cut))).toBe(true);
    // Without the last byte of padding it is whole.
    expect(plain(chunksOf(bytes.subarray(0, -1)))).toEqual(['even', 'odd ']);
    expect(isRiffCut(readerOf(bytes.subarray(0, -1)))).toBe(false);
  });

  it('that reach past the end of their file are broken, though bytes follow it', () => {
    const bytes = Buffer.concat([riffFile('TEST', EVEN, ODD), Buffer.alloc(100)]);
    bytes.writeUInt32LE(50, 12 + EVEN.length + 4);
    expect(plain(chunksOf(bytes))).toEqual(['even', 'odd !']);
  });

  it('in a file of another form are ignored', () => {
    expect(chunksOf(riffFile('TEST', EVEN), 'ELSE')).toEqual([]);
    expect(chunksOf(Buffer.from(riffFile('TEST', EVEN)).fill('X', 0, 1))).toEqual([]);
  });

  it('that follow each other without end are broken', () => {
    const many = chunksOf(riffFile('TEST', Buffer.alloc(100_001 * 8, chunk('none'))));
    expect(many).toHaveLength(100_001);
    expect(many.filter(({ isBroken }) => isBroken)).toEqual([many.at(-1)]);
  });
});

describe('a WebP', () => {
  /** A small lossy picture: far less than a page of memory. */
  let lossy: Buffer;
  let picture: Buffer;

  beforeAll(async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const image = sharp({ create: { width: 24, height: 24, channels: 3, background: '#888', noise } });
    lossy = await image.webp({ quality: 90 }).toBuffer();
    picture = lossy.subarray(12);
    expect(picture.toString('latin1', 0, 4)).toBe('VP8 ');
    expect(picture.length).toBeLessThan(2000);
  });

  const blocksOf = (bytes: Uint8Array) => {
    const kinds: string[] = [];
    try {
      for (const { kind } of webpBlocks(bytes)) kinds.push(kind);
      return { kinds, isWhole: true };
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return { kinds, isWhole: false };
    }
  };
  const XMP_CHUNK = chunk('XMP ', Buffer.from(XMP));

  it('whose small coded part is zeros ends early', () => {
    expect(isWebpCut(lossy)).toBe(false);
    // A page of memory before the part does not belong to it.
    const before = chunk('ICCP', Buffer.alloc(5000, 'x'));
    const zeros = chunk('VP8 ', Buffer.alloc(200));
    expect(isWebpCut(riffFile('WEBP', before, zeros))).toBe(true);
    const oneByte = chunk('VP8 ', Buffer.alloc(199), words('x'));
    expect(isWebpCut(riffFile('WEBP', before, oneByte))).toBe(false);
  });

  it.each([
    ['even', 6],
    ['odd', 7],
  ])('with a chunk of %s length before its picture is whole, or ends early', (_, length) => {
    const bytes = riffFile('WEBP', chunk('ICCP', Buffer.alloc(length, 'x')), picture);
    expect(isWebpCut(bytes)).toBe(false);
    expect(isWebpCut(bytes.subarray(0, bytes.length - 10))).toBe(true);
    const zeros = riffFile('WEBP', chunk('ICCP', Buffer.alloc(length, 'x')), chunk('VP8L', Buffer.alloc(101)));
    expect(isWebpCut(zeros)).toBe(true);
  });

  it('without a picture ends early', () => {
    expect(isWebpCut(riffFile('WEBP', chunk('VP8X', words('0123456789'))))).toBe(true);
    expect(isWebpCut(riffFile('WEBP', chunk('ANMF', words('0123456789'))))).toBe(false);
    expect(isWebpCut(Buffer.from(lossy).fill('X', 0, 1))).toBe(true);
  });

  it('has its metadata after chunks of odd length, too', () => {
    const bytes = riffFile('WEBP', picture, ODD, XMP_CHUNK);
    expect(blocksOf(bytes)).toEqual({ kinds: ['xmp'], isWhole: true });
  });

  it.each([
    ['in its metadata', 4],
    ['before them', XMP_CHUNK.length],
  ])('that is cut off %s is damaged', (_, missing) => {
    const bytes = riffFile('WEBP', picture, XMP_CHUNK);
    expect(blocksOf(bytes.subarray(0, bytes.length - missing)).isWhole).toBe(false);
  });

  it('with a chunk that reaches past its end gives what is there, and is damaged', () => {
    const bytes = riffFile('WEBP', picture, XMP_CHUNK);
    bytes.writeUInt32LE(5000, 12 + picture.length + 4);
    expect(blocksOf(Buffer.concat([bytes, Buffer.alloc(10_000)]))).toEqual({ kinds: ['xmp'], isWhole: false });
  });

  it('with a name before its EXIF has it without the name', () => {
    const named = riffFile('WEBP', picture, chunk('EXIF', words('Exif\0\0II*\0')));
    const bare = riffFile('WEBP', picture, chunk('EXIF', words('II*\0')));
    for (const bytes of [named, bare]) {
      expect([...webpBlocks(bytes)]).toEqual([{ kind: 'tiff', bytes: expect.any(Uint8Array) }]);
      expect(bytes.toString('latin1').endsWith('II*\0')).toBe(true);
      const [block] = webpBlocks(bytes);
      expect(block?.kind === 'tiff' && Buffer.from(block.bytes).toString('latin1')).toBe('II*\0');
    }
  });
});

describe('an AVI', () => {
  const DATE = chunk('IDIT', words('SUN JUN 01 18:02:11 2025\n'));
  const ARTIST = chunk('IART', words('Mira Example'));
  const AVI = riffFile('AVI ', list('hdrl', DATE), list('movi', ARTIST), list('INFO', ODD, ARTIST));
  const tagsOf = (bytes: Uint8Array) => {
    const { tags, isComplete } = describeAvi(strictFile(bytes));
    return { values: tags.map(({ name, value }) => `${name}=${value}`), isComplete };
  };

  it('has its texts in the lists for them, and none among its frames', () => {
    expect(tagsOf(AVI)).toEqual({
      values: ['IDIT=2025-06-01 18:02:11', 'IART=Mira Example'],
      isComplete: true,
    });
  });

  it('that is cut off gives what is there', () => {
    expect(tagsOf(AVI.subarray(0, AVI.length - 4))).toEqual({
      values: ['IDIT=2025-06-01 18:02:11', 'IART=Mira Exa'],
      isComplete: false,
    });
  });

  it('whose lists are nested deeper than those of any camera is not read further', () => {
    const nested = Array.from({ length: 20 }).reduce<Buffer>((inside) => list('strl', inside), ARTIST);
    expect(tagsOf(riffFile('AVI ', nested))).toEqual({ values: [], isComplete: false });
  });

  it('of any bytes ends quickly in a description', () => {
    fc.assert(
      fc.property(damaged(AVI, riffFile('WEBP', ODD, EVEN, chunk('XMP ', Buffer.from(XMP)))), (bytes) => {
        expectBounded(bytes, (file) => [riffBody(file, 'AVI '), isRiffCut(file), describeAvi(file)]);
        expectBounded(bytes, (file) => [...riffChunks(file, { start: 0, end: file.length })]);
        for (const { end } of riffChunks(readerOf(bytes), { start: 12, end: bytes.length })) {
          expect(end).toBeLessThanOrEqual(bytes.length);
        }
        isWebpCut(bytes);
        try {
          for (const _ of webpBlocks(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
