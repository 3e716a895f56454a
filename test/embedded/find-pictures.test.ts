import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedIn } from '../helpers/format-readers.js';
import { exifBlock, photo, thumbnailOf, withExif } from '../helpers/thumbnails.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const SMALL = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from('small picture'), Buffer.from([0xff, 0xd9])]);

function segment(marker: number, name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

describe('embedded pictures', () => {
  it('are found in the second EXIF directory', () => {
    const file = withExif(JPEG, exifBlock(SMALL));
    const [found] = embeddedIn(file, 'image/jpeg');
    expect(found).toMatchObject({ what: 'thumbnail', bytes: SMALL.length, offset: file.indexOf(SMALL) });
    expect(Buffer.from(found!.file())).toEqual(SMALL);
  });

  it("are found among Photoshop's resources, after a named one of another kind", () => {
    const other = Buffer.concat([Buffer.from('8BIM\x03\xed\x03abc\0\0\0\x02xx', 'latin1')]);
    const head = Buffer.from('8BIM\x04\x0c\0\0\0\0\0\0', 'latin1');
    head.writeUInt32BE(28 + SMALL.length, 8);
    const segments = segment(0xed, 'Photoshop 3.0\0', Buffer.concat([other, head, Buffer.alloc(28), SMALL]));
    const file = Buffer.concat([JPEG.subarray(0, 2), segments, JPEG.subarray(2)]);
    expect(embeddedIn(file, 'image/jpeg')).toMatchObject([{ what: 'thumbnail', offset: file.indexOf(SMALL) }]);
  });

  it.each([0x010001, 0x010002, 0x020002, 0x030000, 0])('are found in an index, as type %i', (kind) => {
    // Little-endian: one directory with the list of pictures, here one of 16 bytes.
    const block = Buffer.alloc(8 + 18 + 16);
    block.write('II*\0', 0, 'latin1');
    for (const [at, value] of [
      [4, 8],
      [14, 16],
      [18, 26],
      [26, kind],
      [30, SMALL.length],
    ] as const) {
      block.writeUInt32LE(value, at);
    }
    block.writeUInt16LE(1, 8);
    block.writeUInt16LE(0xb002, 10);
    block.writeUInt16LE(7, 12);
    const start = 2 + 4 + 4;
    const place = start + block.length + 2;
    block.writeUInt32LE(place - start, 34);
    const main = Buffer.concat([JPEG.subarray(0, 2), segment(0xe2, 'MPF\0', block), JPEG.subarray(2)]);
    const found = embeddedIn(Buffer.concat([main, SMALL]), 'image/jpeg');
    expect(found.map(({ what, offset }) => [what, offset])).toEqual([['preview', place]]);
  });

  it('of a TIFF are those marked as smaller copies, not its pages', () => {
    for (const [kind, amount] of [
      [1, 1],
      [0, 0],
    ] as const) {
      const block = Buffer.alloc(8 + 6 + 36);
      block.write('II*\0', 0, 'latin1');
      block.writeUInt32LE(8, 4);
      block.writeUInt16LE(3, 8);
      [
        [0x00fe, kind],
        [0x0201, block.length],
        [0x0202, SMALL.length],
      ].forEach(([tag, value], index) => {
        block.writeUInt16LE(tag!, 10 + 12 * index);
        block.writeUInt16LE(4, 12 + 12 * index);
        block.writeUInt32LE(1, 14 + 12 * index);
        block.writeUInt32LE(value!, 18 + 12 * index);
      });
      expect(embeddedIn(Buffer.concat([block, SMALL]), 'image/tiff')).toHaveLength(amount);
    }
  });

  it('of damaged bytes are within the file, and the search for them ends', async () => {
    const whole = withExif(
      await (await photo(1)).resize(64, 48).jpeg().toBuffer(),
      exifBlock(await thumbnailOf(await photo(1), 32, 24)),
    );
    const damage = fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        damage,
        fc.nat(whole.length),
        fc.constantFrom('image/jpeg', 'image/tiff'),
        (changes, length, kind) => {
          const bytes = Buffer.from(kind === 'image/tiff' ? whole.subarray(12) : whole);
          for (const [at, value] of changes) bytes[at] = value;
          const file = bytes.subarray(0, length);
          for (const { offset, bytes: length } of embeddedIn(file, kind)) {
            expect(offset).toBeGreaterThan(0);
            expect((offset ?? 0) + length).toBeLessThanOrEqual(file.length);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
