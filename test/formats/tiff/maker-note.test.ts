// Previews in maker notes, whose offsets count from a position that each maker chooses, and damaged
// notes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTiff } from '../../../src/formats/tiff/exif.js';
import { embeddedIn } from '../../helpers/format-readers.js';
import { ASCII, type BuiltField, directory, header, IFD, LONG, SHORT, UNDEFINED } from '../../helpers/tiff-blocks.js';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
const SMALL = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from('small picture'), Buffer.from([0xff, 0xd9])]);
const [MAKE, EXIF_IFD, MAKER_NOTE] = [0x010f, 0x8769, 0x927c];
const latin1 = (text: string) => Buffer.from(text, 'latin1');

interface Options {
  readonly isLittle?: boolean;
  /** The bytes after the note in the block. */
  readonly after?: Buffer;
}

/** An EXIF block with a note. The note gets its offset in the block. */
function withNote(make: string, note: (at: number) => Buffer, { isLittle = true, after }: Options = {}): Buffer {
  const exifAt = 8 + directory(0, mainFields(0)).length;
  const noteAt = exifAt + directory(0, [[MAKER_NOTE, UNDEFINED, new Uint8Array(0)]]).length;
  const exif = directory(exifAt, [[MAKER_NOTE, UNDEFINED, note(noteAt)]], { isLittle });
  return Buffer.concat([
    ...[header(isLittle), directory(8, mainFields(exifAt), { isLittle }), exif],
    ...(after ? [after] : []),
  ]);

  function mainFields(exif: number): BuiltField[] {
    return [
      [MAKE, ASCII, make.padEnd(8)],
      [EXIF_IFD, LONG, [exif]],
    ];
  }
}

/** A JPEG with this EXIF block, and bytes after its end. */
function photoWith(exif: Buffer, after = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([latin1('Exif\0\0'), exif]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([JPEG.subarray(0, 2), head, body, JPEG.subarray(2), after]);
}

const found = (file: Buffer) => embeddedIn(file, 'image/jpeg').map(({ what, offset, bytes }) => [what, offset, bytes]);

/** The offset after directories with these numbers of fields, one after the other from `at` on. */
const endOf = (at: number, ...fields: readonly number[]) => fields.reduce((end, count) => end + 6 + 12 * count, at);

/** A TIFF header at byte 10, from which its offsets count, and a directory for the preview. */
const nikon = (isLittle = false): Buffer => {
  const previewAt = endOf(8, 1);
  const pictureAt = endOf(previewAt, 2);
  const preview: BuiltField[] = [
    [0x0201, LONG, [pictureAt]],
    [0x0202, LONG, [SMALL.length]],
  ];
  return Buffer.concat([
    ...[latin1('Nikon\0\x02\x10\0\0'), header(isLittle), directory(8, [[0x0011, LONG, [previewAt]]], { isLittle })],
    ...[directory(previewAt, preview, { isLittle }), SMALL],
  ]);
};

describe('the preview in a note', () => {
  it.each([
    ['big-endian in a little-endian block', false],
    ['in the byte order of its block', true],
  ])("of Nikon has an offset from the note's own header, %s", (_order, isLittle) => {
    const file = photoWith(withNote('NIKON', () => nikon(isLittle)));
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  it('of Olympus is named by the settings in it, from the start of the note', () => {
    const settingsAt = endOf(12, 1);
    const pictureAt = endOf(settingsAt, 2);
    const note = Buffer.concat([
      ...[latin1('OLYMPUS\0II\x03\0'), directory(12, [[0x2020, IFD, [settingsAt]]])],
      directory(settingsAt, [
        [0x0101, LONG, [pictureAt]],
        [0x0102, LONG, [SMALL.length]],
      ]),
      SMALL,
    ]);
    const file = photoWith(withNote('OLYMPUS', () => note));
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  it('of Olympus is named by a directory that is a value of bytes', () => {
    const valueAt = endOf(12, 1);
    const pictureAt = endOf(valueAt, 2);
    const settings = directory(valueAt, [
      [0x0101, LONG, [pictureAt]],
      [0x0102, LONG, [SMALL.length]],
    ]);
    const note = Buffer.concat([
      ...[latin1('OLYMPUS\0II\x03\0'), directory(12, [[0x2020, UNDEFINED, settings]]), SMALL],
    ]);
    const file = photoWith(withNote('OLYMPUS', () => note));
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  const pentax = (start: number): BuiltField[] => [
    [0x0003, LONG, [SMALL.length]],
    [0x0004, LONG, [start]],
  ];

  it('of Pentax is named from the start of the EXIF block', () => {
    const note = (at: number) => Buffer.concat([latin1('AOC\0II'), directory(at + 6, pentax(endOf(at + 6, 2))), SMALL]);
    const file = photoWith(withNote('PENTAX', note));
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  it('may be after the block, and after the picture', () => {
    const note = (start: number) => () => Buffer.concat([latin1('AOC\0II'), directory(0, pentax(start))]);
    const start = photoWith(withNote('PENTAX', note(0))).length - 12;
    const file = photoWith(withNote('PENTAX', note(start)), SMALL);
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  it('of Casio is a value of the note', () => {
    const note = (at: number) => Buffer.concat([latin1('QVC\0\0\0'), directory(at + 6, [[0x2000, UNDEFINED, SMALL]])]);
    const file = photoWith(withNote('CASIO', note));
    expect(found(file)).toEqual([['preview', file.indexOf(SMALL), SMALL.length]]);
  });

  it.each([
    ['length', 0],
    ['offset', 1],
  ])('is missing where the note has only its %s', (_what, index) => {
    const note = (at: number) => {
      const fields = pentax(endOf(at + 6, 1)).slice(index, index + 1);
      return Buffer.concat([latin1('AOC\0II'), directory(at + 6, fields), SMALL]);
    };
    expect(readTiff({ kind: 'tiff', bytes: withNote('PENTAX', note) }).pictures).toEqual([]);
  });

  it.each([
    [4, 0],
    [5, 1],
  ])('is a value of %i bytes in %i notes', (length, amount) => {
    const note = (at: number) =>
      Buffer.concat([latin1('QVC\0\0\0'), directory(at + 6, [[0x2000, UNDEFINED, SMALL.subarray(0, length)]])]);
    expect(readTiff({ kind: 'tiff', bytes: withNote('CASIO', note) }).pictures).toHaveLength(amount);
  });

  it('is missing where the byte order mark of the note is broken', () => {
    const note = nikon(true);
    note.write('XX', 10, 'latin1');
    expect(found(photoWith(withNote('NIKON', () => note)))).toEqual([]);
  });
});

describe('a note', () => {
  it('that kept its byte order when a program changed that of the file is read', () => {
    const fields: BuiltField[] = [[0x0096, ASCII, 'AB1']];
    const exif = withNote('Canon', (at) => directory(at, fields, { isLittle: true }), { isLittle: false });
    expect(readTiff({ kind: 'tiff', bytes: exif }).tags).toContainEqual({
      ...{ block: 'maker', name: 'InternalSerialNumber', within: [], value: 'AB1' },
    });
  });

  it('has a text of fixed width up to its NUL, whatever remnants follow', () => {
    const place = Buffer.alloc(79, 0xff);
    place.write('ÖsterreichÜ\0', 9, 'utf8');
    const note = Buffer.concat([
      ...[
        latin1('Nikon\0\x02\x10\0\0'),
        header(false),
        directory(8, [[0x0039, UNDEFINED, place]], { isLittle: false }),
      ],
    ]);
    expect(readTiff({ kind: 'tiff', bytes: withNote('NIKON', () => note) }).tags).toContainEqual({
      ...{ block: 'maker', name: 'Location', within: [], value: 'ÖsterreichÜ' },
    });
  });

  it('holds a single number as text, and ignores several', () => {
    const note = (numbers: readonly number[]) => () =>
      Buffer.concat([latin1('Nikon\0\x02\x10\0\0'), header(), directory(8, [[0x001d, LONG, numbers]])]);
    const serials = (numbers: readonly number[]) =>
      readTiff({ kind: 'tiff', bytes: withNote('NIKON', note(numbers)) })
        .tags.filter(({ block }) => block === 'maker')
        .map(({ name, value }) => [name, value]);
    expect(serials([12_345])).toEqual([['SerialNumber', '12345']]);
    expect(serials([1, 2])).toEqual([]);
  });

  it('whose directories lead to each other is read quickly', () => {
    // Each field leads back to its own directory, under a number that a directory below it knows.
    const fields = Array.from(
      { length: 1000 },
      (_, index): BuiltField => [[0x4000, 0x2010][index % 2] ?? 0, LONG, [12]],
    );
    const note = Buffer.concat([latin1('OLYMPUS\0II\x03\0'), directory(12, fields)]);
    const begun = performance.now();
    readTiff({ kind: 'tiff', bytes: withNote('OLYMPUS', () => note) });
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('of damaged bytes is read quickly or not at all', () => {
    const notes = {
      NIKON: () => nikon(),
      OLYMPUS: () => Buffer.concat([latin1('OLYMPUS\0II\x03\0'), directory(12, [[0x2020, IFD, [12]]])]),
      FUJIFILM: () =>
        Buffer.concat([latin1('FUJIFILM\x0c\0\0\0'), directory(12, [[0x4282, UNDEFINED, Buffer.alloc(90)]])]),
      SONY: () => Buffer.concat([latin1('SONY DSC \0\0\0'), directory(12, [[0x9050, UNDEFINED, Buffer.alloc(300)]])]),
      PANASONIC: () =>
        Buffer.concat([latin1('Panasonic\0\0\0'), directory(12, [[0x0061, UNDEFINED, Buffer.alloc(160, 3)]])]),
      PENTAX: (at: number) => Buffer.concat([latin1('AOC\0MM'), directory(at + 6, [[0x0215, SHORT, [1, 2, 3, 4, 5]]])]),
    };
    const damage = fc.array(fc.tuple(fc.nat(500), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(notes)), damage, fc.nat(600), ([make, note], changes, length) => {
        const bytes = withNote(make, note);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const part = bytes.subarray(0, Math.max(8, length));
        part.write('II', 0, 'latin1');
        const { tags, pictures } = readTiff({ kind: 'tiff', bytes: part });
        expect(tags.length).toBeLessThan(1000);
        for (const { start, length } of pictures) expect(start > 0 && length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
