// Coordinates of EXIF in other directories, under other pointers and types, and in other segments.
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/metadata/read.js';
import { exifSegment, jpegWith, type Segment } from '../../helpers/metadata-files.js';
import { ASCII, type BuiltField, directory, header, LONG, RATIONAL, SHORT } from '../../helpers/tiff-blocks.js';

const UNDEFINED = 7;
const DOUBLE = 12;
const PLACE: readonly BuiltField[] = [
  [1, ASCII, 'N'],
  [2, RATIONAL, [48, 1, 51, 1, 30, 1]],
  [3, ASCII, 'E'],
  [4, RATIONAL, [2, 1, 17, 1, 40, 1]],
];
const EXPECTED = { latitude: 48 + 51 / 60 + 30 / 3600, longitude: 2 + 17 / 60 + 40 / 3600 };

function ledBy(pointer: number, fields = PLACE): Buffer {
  return Buffer.concat([header(), directory(8, [[pointer, LONG, [26]]]), directory(26, fields)]);
}

const ofJpeg = async (...segments: readonly Segment[]) => readMetadata(await jpegWith(...segments), 'image/jpeg');
const inMain = (fields: readonly BuiltField[]) => Buffer.concat([header(), directory(8, fields)]);

function expectPlace({ location }: Awaited<ReturnType<typeof ofJpeg>>): void {
  expect(location?.latitude).toBeCloseTo(EXPECTED.latitude, 4);
  expect(location?.longitude).toBeCloseTo(EXPECTED.longitude, 4);
}

describe('a place of EXIF is read', () => {
  it('where an unknown tag leads to its directory', async () => {
    expectPlace(await ofJpeg(exifSegment(ledBy(0x9999))));
  });

  it('where its fields are in the first directory', async () => {
    expectPlace(await ofJpeg(exifSegment(inMain(PLACE))));
  });

  it('where its fractions have the type of bytes', async () => {
    const bytes = (...parts: readonly number[]) =>
      Buffer.concat(parts.map((part) => Buffer.from(new Uint32Array([part, 1]).buffer)));
    const fields: BuiltField[] = [
      [1, ASCII, 'N'],
      [2, UNDEFINED, bytes(48, 51, 30)],
      [3, ASCII, 'E'],
      [4, UNDEFINED, bytes(2, 17, 40)],
    ];
    expectPlace(await ofJpeg(exifSegment(ledBy(0x8825, fields))));
  });

  it('where the note of an unknown maker is a block of EXIF', async () => {
    expectPlace(await ofJpeg(exifSegment(inMain([[0x927c, UNDEFINED, ledBy(0x8825)]]))));
  });

  it.each([
    ['after its name without NULs', 0xe1, 'Exif'],
    ['after another name', 0xe3, 'Meta\0\0'],
    ['in a comment', 0xfe, 'Exif\0\0'],
  ])('%s', async (_where, marker, name) => {
    expectPlace(await ofJpeg([marker, Buffer.concat([Buffer.from(name), ledBy(0x8825)])]));
  });

  it('but not where a number only looks like a pointer', async () => {
    const other = ledBy(0x9999, [
      [1, ASCII, 'N'],
      [2, SHORT, [48]],
    ]);
    expect((await ofJpeg(exifSegment(other))).location).toBeNull();
  });
});

describe('a GeoTIFF', () => {
  const point = [0, 0, 0, 2.2945, 48.8584, 0];
  const keys = (model: number) => [1, 1, 0, 1, 1024, 0, 1, model];

  it('states its place', async () => {
    const found = await ofJpeg(
      exifSegment(
        inMain([
          [0x8482, DOUBLE, point],
          [0x87af, SHORT, keys(2)],
        ]),
      ),
    );
    expect(found.location).toEqual({ latitude: 48.8584, longitude: 2.2945 });
  });

  it('has a place that is not read where it is projected', async () => {
    const found = await ofJpeg(
      exifSegment(
        inMain([
          [0x8482, DOUBLE, [0, 0, 0, 448_251, 5_411_932, 0]],
          [0x87af, SHORT, keys(1)],
        ]),
      ),
    );
    expect([found.location, found.unreadPlaces]).toEqual([null, ['GeoTIFF']]);
  });
});

describe('a text that says something is read', () => {
  const MAIL = 'mira.sanders@lake-example.org';
  const noise = Buffer.from([1, 2, 0, 3, 200, 201, 2, 250, 5]);
  it.each([
    ['between bytes of a comment', inMain([[0x9286, UNDEFINED, Buffer.concat([noise, Buffer.from(MAIL), noise])]])],
    [
      'in the note of an unknown maker',
      inMain([[0x927c, UNDEFINED, Buffer.concat([noise, Buffer.from(MAIL), noise])]]),
    ],
    ['as numbers of 16 bits', inMain([[0x010e, SHORT, [...MAIL].map((letter) => letter.charCodeAt(0))]])],
    ['after the last directory', Buffer.concat([inMain([[0x0112, SHORT, [1]]]), Buffer.from(MAIL)])],
  ])('%s', async (_where, block) => {
    const { texts } = await ofJpeg(exifSegment(block));
    expect(texts.map(({ value }) => value).join()).toContain(MAIL);
  });

  it('and chance is not', async () => {
    const block = inMain([[0x927c, UNDEFINED, Buffer.concat([noise, Buffer.from('ABCDEFGH 12 ab@c'), noise])]]);
    expect((await ofJpeg(exifSegment(block))).texts).toEqual([]);
  });
});
