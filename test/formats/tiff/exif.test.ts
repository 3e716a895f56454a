// EXIF as tags: numbers, texts in each of its encodings, blocks inside it, and the pictures that it
// names.
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../src/formats/byte-reader.js';
import { readTiff } from '../../../src/formats/tiff/exif.js';
import { ASCII, type BuiltField, block, directory, header, LONG, SHORT, UNDEFINED } from '../../helpers/tiff-blocks.js';

const USER_COMMENT = 0x9286;
const XP_TITLE = 0x9c9b;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const wide = (text: string) => Buffer.from(text, 'utf16le');

const read = (...fields: readonly BuiltField[]) => readTiff({ kind: 'tiff', bytes: block(fields) });
const values = (...fields: readonly BuiltField[]) => read(...fields).tags.map(({ name, value }) => [name, value]);

describe('a tag', () => {
  it('has a name or a number, and up to four numbers', () => {
    const found = values([0x0112, SHORT, [6]], [0x0100, SHORT, [1, 2, 3, 4]], [0x0101, SHORT, [1, 2, 3, 4, 5]]);
    expect(found).toEqual([
      ['Orientation', [6]],
      ['256', [1, 2, 3, 4]],
    ]);
  });

  it.each([
    ['plain', latin1('By the lake'), 'By the lake'],
    ['named ASCII', latin1('ASCII\0\0\0By the lake\0\0'), 'By the lake'],
    ['without a name', latin1('\0\0\0\0\0\0\0\0By the lake'), 'By the lake'],
    ['of 16 bits, little-endian', Buffer.concat([latin1('UNICODE\0'), wide('am See')]), 'am See'],
    ['of 16 bits, big-endian', Buffer.concat([latin1('UNICODE\0'), wide('am See').swap16()]), 'am See'],
    ['Japanese', Buffer.concat([latin1('JIS\0\0\0\0\0'), Buffer.from('1b2442234123421b2842', 'hex')]), 'ＡＢ'],
  ])('holds a text that is %s', (_how, bytes, text) => {
    expect(values([USER_COMMENT, UNDEFINED, bytes])).toEqual([['UserComment', text]]);
  });

  it('holds the 16-bit text that Windows writes', () => {
    expect(values([XP_TITLE, 1, wide('am See\0')])).toEqual([['XPTitle', 'am See\0']]);
  });

  it.each([
    ['bytes that are no text', Buffer.from([65, 66, 0x1f, 67, 68])],
    ['a single letter', latin1('x\0\0\0\0')],
  ])('is none of %s', (_what, bytes) => {
    expect(values([USER_COMMENT, UNDEFINED, bytes])).toEqual([]);
  });
});

it('blocks of other formats in tags are returned unchanged', () => {
  const { blocks, tags } = read(
    [0x02bc, UNDEFINED, latin1('<xmp/>')],
    [0x83bb, UNDEFINED, latin1('IPTC!')],
    [0x8649, UNDEFINED, latin1('8BIM!')],
  );
  expect(blocks.map((one) => [one.kind, 'bytes' in one && Buffer.from(one.bytes).toString()])).toEqual([
    ['xmp', '<xmp/>'],
    ['iptc', 'IPTC!'],
    ['photoshop', '8BIM!'],
  ]);
  expect(tags).toEqual([]);
});

it('bytes without a byte order mark are malformed at their beginning', () => {
  const bytes = block([[0x0112, SHORT, [6]]]);
  bytes.write('IM');
  expect(() => readTiff({ kind: 'tiff', bytes })).toThrow(MalformedError);
  expect(() => readTiff({ kind: 'tiff', bytes: bytes.subarray(0, 7) })).toThrow(MalformedError);
});

describe('pictures', () => {
  const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xd9, 1, 2]);
  const pictures = (bytes: Buffer, isWholeFile = true) =>
    readTiff({ kind: 'tiff', bytes, ...(isWholeFile && { isWholeFile }) }).pictures;
  const strip = (start: number): BuiltField[] => [
    [0x0111, LONG, [start]],
    [0x0117, LONG, [JPEG.length]],
  ];
  /** A block of one directory, with a JPEG after it. */
  const withJpeg = (fields: (start: number) => readonly BuiltField[], jpeg = JPEG) => {
    const start = block(fields(0)).length;
    return { bytes: Buffer.concat([block(fields(start)), jpeg]), start };
  };

  it('in a strip are JPEGs by their first bytes, or by what a smaller copy states', () => {
    const plain = withJpeg(strip);
    expect(pictures(plain.bytes)).toEqual([
      { what: 'preview', start: plain.start, length: JPEG.length, isCopy: false },
    ]);
    const other = Buffer.from([0xff, 0xd9, 0, 0, 0, 0]);
    expect(pictures(withJpeg(strip, other).bytes)).toEqual([]);
    const copy = withJpeg((start) => [[0x00fe, LONG, [1]], [0x0103, SHORT, [7]], ...strip(start)], other);
    expect(pictures(copy.bytes)).toMatchObject([{ start: copy.start, isCopy: true }]);
  });

  it('in strips of EXIF are ignored: only files have them', () => {
    expect(pictures(withJpeg(strip).bytes, false)).toEqual([]);
  });

  it('in several strips are ignored', () => {
    const two = withJpeg((start) => [
      [0x0111, LONG, [start, start]],
      [0x0117, LONG, [JPEG.length, JPEG.length]],
    ]);
    expect(pictures(two.bytes)).toEqual([]);
  });

  it('may be a value', () => {
    const bytes = block([[0x002e, UNDEFINED, JPEG]]);
    expect(pictures(bytes)).toMatchObject([{ start: bytes.indexOf(JPEG), length: JPEG.length }]);
    expect(pictures(block([[0x002e, UNDEFINED, Buffer.alloc(6)]]))).toEqual([]);
  });

  it('of EXIF are copies in its further directories', () => {
    const named = (start: number): BuiltField[] => [
      [0x0201, LONG, [start]],
      [0x0202, LONG, [JPEG.length]],
    ];
    const second = 8 + directory(0, []).length;
    const start = second + directory(0, named(0)).length;
    const bytes = Buffer.concat([header(), directory(8, [], { next: second }), directory(second, named(start)), JPEG]);
    expect(pictures(bytes, false)).toEqual([{ what: 'thumbnail', start, length: JPEG.length, isCopy: true }]);
    expect(pictures(bytes, true)).toMatchObject([{ what: 'preview', isCopy: false }]);
  });
});

it('the first make of a block decides how its note is read', () => {
  const note = directory(0, [[0x000c, LONG, [12_345]]]);
  const { tags } = read([0x010f, ASCII, 'Canon'], [0x010f, ASCII, 'ACME'], [0x927c, UNDEFINED, note]);
  expect(tags.map(({ block: kind, name, value }) => [kind, name, value])).toEqual([
    ['exif', 'Make', 'Canon'],
    ['exif', 'Make', 'ACME'],
    ['maker', 'SerialNumber', '12345'],
  ]);
});
