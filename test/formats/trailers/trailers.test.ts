// The trailers of Samsung and AFCP, and what follows a picture, in files of any bytes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError, readerOf } from '../../../src/formats/byte-reader.js';
import { afcpBlocks } from '../../../src/formats/trailers/afcp.js';
import { samsungTrailer } from '../../../src/formats/trailers/samsung.js';
import { trailingData } from '../../../src/formats/trailers/trailing-data.js';
import { jpeg, pngInChunks, samsungTrailer as samsung, VIDEO } from '../../helpers/attachments.js';
import { afcp } from '../../helpers/camera-files.js';
import { damaged, expectBounded } from '../../helpers/damage.js';

const PICTURE = await jpeg(16, 16);
const SMALL = await jpeg(8, 8);
const NO_PICTURE = { width: 0, height: 0, index: null };

describe('an AFCP trailer', () => {
  const IPTC = Buffer.from('some iptc fields');
  const kindsOf = (bytes: Uint8Array) => [...afcpBlocks(bytes)].map(({ kind }) => kind);

  /** Entries of a name and data, little-endian. */
  function little(...entries: readonly (readonly [name: string, data: Buffer])[]): Buffer {
    const le32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
    const start = PICTURE.length;
    let from = start + 12 + 12 * entries.length;
    const table = entries.map(([name, data]) => {
      const entry = Buffer.concat([Buffer.from(name), le32(data.length), le32(from)]);
      from += data.length;
      return entry;
    });
    const count = Buffer.from([0, 1, entries.length, 0, 0, 0, 0, 0]);
    const parts = [PICTURE, Buffer.from('AXS*'), count, ...table, ...entries.map(([, data]) => data)];
    return Buffer.concat([...parts, Buffer.from('AXS*'), le32(start), le32(0)]);
  }

  it('holds IPTC in either byte order', () => {
    expect(kindsOf(Buffer.concat([PICTURE, afcp(PICTURE.length, IPTC)]))).toEqual(['iptc']);
    const [block] = afcpBlocks(little(['IPTC', IPTC]));
    expect(block?.kind === 'iptc' && Buffer.from(block.bytes)).toEqual(IPTC);
  });

  it('holds smaller pictures after their size and mask', () => {
    const blocks = [
      ...afcpBlocks(little(['Nail', Buffer.concat([Buffer.alloc(18), SMALL])], ['PrVw', Buffer.alloc(20)])),
    ];
    expect(blocks).toMatchObject([
      { kind: 'picture', what: 'thumbnail' },
      { kind: 'picture', what: 'preview' },
    ]);
    expect(blocks[0]?.kind === 'picture' && Buffer.from(blocks[0].bytes)).toEqual(SMALL);
  });

  it('that leads out of the file is damage; one without its beginning is ignored', () => {
    const bytes = little(['IPTC', IPTC]);
    bytes.writeUInt32LE(1_000_000, PICTURE.length + 12 + 8);
    expect(() => kindsOf(bytes)).toThrow(MalformedError);
    expect(kindsOf(Buffer.concat([Buffer.alloc(1), little(['IPTC', IPTC])]))).toEqual([]);
    expect(kindsOf(Buffer.from('AXS!'))).toEqual([]);
  });

  it('of any bytes ends in blocks or damage', () => {
    fc.assert(
      fc.property(damaged(little(['IPTC', IPTC], ['Nail', SMALL])), (bytes) => {
        try {
          kindsOf(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("Samsung's trailer", () => {
  const BLOCKS = samsung(['MotionPhoto_Data', VIDEO], ['DualShot_1', SMALL]);

  it('begins with its first block, and names its media with their offsets', () => {
    const bytes = Buffer.concat([PICTURE, BLOCKS]);
    const trailer = samsungTrailer(readerOf(bytes), PICTURE.length);
    expect(trailer).toMatchObject({ start: PICTURE.length, end: bytes.length });
    expect(trailer?.media.map(({ what, offset, bytes: length }) => [what, offset, length])).toEqual([
      ['motion video', bytes.indexOf(VIDEO), VIDEO.length],
      ['second picture', bytes.indexOf(SMALL), SMALL.length],
    ]);
  });

  it('is ignored where it would begin inside the picture', () => {
    const bytes = Buffer.concat([PICTURE, BLOCKS]);
    expect(samsungTrailer(readerOf(bytes), bytes.length - 10)).toBeNull();
    expect(samsungTrailer(readerOf(bytes), bytes.indexOf('SEFH'))).not.toBeNull();
    expect(samsungTrailer(readerOf(bytes), bytes.indexOf('SEFH') + 1)).toBeNull();
    expect(samsungTrailer(readerOf(bytes.subarray(0, -1)), PICTURE.length)).toBeNull();
  });

  it('ignores a block that begins inside the picture', () => {
    const bytes = Buffer.concat([PICTURE, BLOCKS]);
    const second = bytes.indexOf('DualShot_1') - 8;
    expect(samsungTrailer(readerOf(bytes), second)).toMatchObject({
      start: second,
      media: [{ what: 'second picture' }],
    });
  });

  it('whose count is too large has the blocks that are there', () => {
    const bytes = Buffer.from(BLOCKS);
    bytes.writeUInt32LE(250, bytes.indexOf('SEFH') + 8);
    expect(samsungTrailer(readerOf(bytes), 0)?.media).toHaveLength(2);
  });

  it.each([
    ['longer than any', 300, 400],
    ['longer than its block', 255, 200],
  ])('ignores a block whose name is %s', (_, length, size) => {
    const bytes = samsung(['SoundShot_000', Buffer.alloc(size)], ['DualShot_1', SMALL]);
    bytes.writeUInt32LE(length, 4);
    expect(samsungTrailer(readerOf(bytes), 0)).toMatchObject({ start: 0, media: [{ what: 'second picture' }] });
  });

  it('with more blocks than any phone writes is read up to the limit', () => {
    const many = samsung(...Array.from({ length: 300 }, () => ['SoundShot_000', Buffer.alloc(4)] as const));
    expect(samsungTrailer(readerOf(many), 0)?.media).toHaveLength(256);
  });

  it('of any bytes is a trailer within the file, or none', () => {
    fc.assert(
      fc.property(damaged(Buffer.concat([PICTURE, BLOCKS]), BLOCKS), (bytes) => {
        expectBounded(bytes, (file) => samsungTrailer(file, 20));
        const trailer = samsungTrailer(readerOf(bytes), 20);
        for (const { offset, bytes: length } of trailer?.media ?? []) {
          expect(offset).toBeGreaterThanOrEqual(20);
          expect(offset + length).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('what follows a picture is found quickly, within the file, without an error, whatever the bytes', () => {
  const files = [
    Buffer.concat([VIDEO, SMALL, samsung(['MotionPhoto_Data', VIDEO])]),
    Buffer.concat([Buffer.alloc(40), pngInChunks(20, 10, 99), Buffer.from('some words'), SMALL]),
    Buffer.concat([Buffer.from('CANON OPTIONAL DATA\0'), VIDEO, Buffer.from('\r\n')]),
  ];
  fc.assert(
    fc.property(damaged(...files), fc.nat(30), (bytes, from) => {
      const start = Math.min(from, bytes.length);
      expectBounded(bytes, (file) => trailingData(file, start, NO_PICTURE));
      for (const { offset, bytes: length } of trailingData(readerOf(bytes), start, NO_PICTURE)) {
        expect(offset).toBeGreaterThanOrEqual(start);
        expect(offset + length).toBeLessThanOrEqual(bytes.length);
      }
    }),
    { numRuns: 500 },
  );
});
