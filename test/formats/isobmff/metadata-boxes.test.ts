// Metadata in boxes of JPEG XL and JPEG 2000: valid, cut off and hostile.
import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { jp2Blocks } from '../../../src/formats/jpeg-2000/blocks.js';
import { jxlBlocks } from '../../../src/formats/jxl/blocks.js';
import type { Block } from '../../../src/formats/metadata-block.js';
import { damaged } from '../../helpers/damage.js';
import { tiff, xmp } from '../../helpers/metadata-files.js';

const EXIF = tiff([[0x0110, 'ascii', 'Pocket 1']]);
const PACKET = Buffer.from(xmp(''));
const THUMBNAIL = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const id = (digits: string) => Buffer.from(digits, 'hex');

const label = (text: string) => box('jumd', Buffer.alloc(16), Buffer.from(`\x03${text}\0`));
const MANIFEST = box('jumb', label('c2pa'), box('jumb', label('c2pa.thumbnail.claim.jpeg'), box('bidb', THUMBNAIL)));
const brotli = (type: string, content: Buffer) => box('brob', Buffer.from(type), brotliCompressSync(content));

const jxl = (...boxes: readonly Buffer[]) => Buffer.concat([box('JXL ', id('0d0a870a')), ...boxes]);
const jp2 = (...boxes: readonly Buffer[]) => Buffer.concat([box('jP  ', id('0d0a870a')), ...boxes]);

const KINDS = [
  ['JPEG XL', jxl, jxlBlocks],
  ['JPEG 2000', jp2, jp2Blocks],
] as const;

/** Kinds of blocks before the end or the damage, and whether there was damage. */
function read(blocks: Generator<Block>): { kinds: string[]; isDamaged: boolean } {
  const kinds: string[] = [];
  try {
    for (const { kind } of blocks) kinds.push(kind);
    return { kinds, isDamaged: false };
  } catch {
    return { kinds, isDamaged: true };
  }
}

describe.each(KINDS)('%s', (_name, file, blocksOf) => {
  it.each([
    ['EXIF', box('Exif', uint(0, 4), EXIF), 'tiff', EXIF],
    ['EXIF after the header of JPEG', box('Exif', uint(0, 4), Buffer.from('Exif\0\0'), EXIF), 'tiff', EXIF],
    ['EXIF at an offset', box('Exif', uint(6, 4), Buffer.from('Exif\0\0'), EXIF), 'tiff', EXIF],
    ['XMP', box('xml ', PACKET), 'xmp', PACKET],
    ['XMP by its id', box('uuid', id('be7acfcb97a942e89c71999491e3afac'), PACKET), 'xmp', PACKET],
    ['IPTC by its id', box('uuid', id('33c7a4d2b81d4723a0baf1a3e097ad38'), PACKET), 'iptc', PACKET],
    ['EXIF by its id', box('uuid', id('4a706754696666457869662d3e4a5032'), EXIF), 'tiff', EXIF],
    ['compressed XMP', brotli('xml ', PACKET), 'xmp', PACKET],
    ['compressed EXIF', brotli('Exif', Buffer.concat([uint(0, 4), EXIF])), 'tiff', EXIF],
  ])('has %s', (_what, made, kind, bytes) => {
    const blocks = [...blocksOf(file(box('free'), made))].map((block) => ({
      ...block,
      ...('bytes' in block && { bytes: Buffer.from(block.bytes) }),
    }));
    expect(blocks).toEqual([{ kind, bytes }]);
  });

  it('has the thumbnail of a manifest where it is stored, and what the manifest is', () => {
    const bytes = file(MANIFEST);
    const [thumbnail, tags] = [...blocksOf(bytes)];
    expect(thumbnail).toMatchObject({ kind: 'picture', what: 'thumbnail' });
    const { bytes: picture } = thumbnail as Extract<Block, { kind: 'picture' }>;
    expect(picture.byteOffset - bytes.byteOffset).toBe(bytes.indexOf(THUMBNAIL));
    expect(tags).toMatchObject({ tags: [{ name: 'C2PA manifest' }] });
    expect(read(blocksOf(file(brotli('jumb', MANIFEST.subarray(8))))).kinds).toEqual(['picture', 'tags']);
  });

  it('that is cut off gives what comes before, and reports the damage', () => {
    const bytes = file(box('xml ', PACKET), box('Exif', uint(0, 4), EXIF));
    expect(read(blocksOf(bytes))).toEqual({ kinds: ['xmp', 'tiff'], isDamaged: false });
    expect(read(blocksOf(bytes.subarray(0, -1)))).toEqual({ kinds: ['xmp'], isDamaged: true });
  });

  it('with another signature is damaged', () => {
    expect(read(blocksOf(Buffer.concat([box('ftyp'), box('xml ', PACKET)])))).toEqual({ kinds: [], isDamaged: true });
  });

  it.each([
    ['compressed twice', brotli('brob', Buffer.concat([Buffer.from('xml '), brotliCompressSync(PACKET)]))],
    ['that no memory holds', brotli('xml ', Buffer.alloc(17 * 1024 * 1024))],
    ['that is no Brotli', box('brob', Buffer.from('xml nothing of the kind'))],
    ['whose EXIF is past its end', box('Exif', uint(1_000_000, 4), EXIF)],
  ])('with a box %s is damaged', (_what, hostile) => {
    expect(read(blocksOf(file(hostile)))).toEqual({ kinds: [], isDamaged: true });
  });

  it('of any bytes is read quickly', () => {
    const good = file(box('xml ', PACKET), MANIFEST, brotli('Exif', Buffer.concat([uint(0, 4), EXIF])));
    fc.assert(
      fc.property(damaged(good), (bytes) => {
        const startedAt = performance.now();
        for (const kind of read(blocksOf(bytes)).kinds)
          expect(['xmp', 'tiff', 'iptc', 'picture', 'tags', 'text', 'unknown', 'unread-place']).toContain(kind);
        expect(performance.now() - startedAt).toBeLessThan(2000);
      }),
      { numRuns: 500 },
    );
  });
});

it('a JPEG XL without boxes has no metadata', () => {
  expect(read(jxlBlocks(id('ff0a00112233')))).toEqual({ kinds: [], isDamaged: false });
});
