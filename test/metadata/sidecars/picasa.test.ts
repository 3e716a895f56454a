import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSidecar } from '../../../src/metadata/sidecars/read.js';

const LIST = [
  '[Picasa]',
  'name=Summer',
  'location=Lyon',
  '[Contacts2]',
  '8e62398ebda8c1a5=Anna Quillfjord;anna@example.org;',
  'd3f2aa01=Tom Field;;',
  '[IMG_1.jpg]',
  'faces=rect64(3f845bcb59418507),8e62398ebda8c1a5;rect64(1f84),ffffffffffffffff',
  'caption=At the lake',
  'keywords=boat,holiday',
  'geotag=48.858370,2.294480',
  '[IMG_2 (1).jpg]',
  'faces=rect64(9eb2),d3f2aa01',
  '[empty.jpg]',
];

const read = (photo: string, lines: readonly string[] = LIST, end = '\r\n') =>
  readSidecar(Buffer.from(lines.join(end)), '/photos/.picasa.ini', photo);
const namesOf = (photo: string, lines?: readonly string[], end?: string) =>
  read(photo, lines, end).sidecar?.said?.names.flatMap(({ names }) => names);

describe('Picasa’s list of a folder', () => {
  it('states the people, the place and the words of each photo', () => {
    const { sidecar, isComplete } = read('IMG_1.jpg');
    expect(isComplete).toBe(true);
    expect(sidecar).toMatchObject({
      kind: 'picasa',
      said: {
        names: [{ role: 'tagged', names: ['Anna Quillfjord'] }],
        location: { latitude: 48.85837, longitude: 2.29448 },
        placeNames: ['Lyon'],
      },
    });
    const texts = sidecar?.said?.texts.map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(['At the lake', 'boat,holiday', 'anna@example.org']));
  });

  it('states nothing of other photos', () => {
    expect(namesOf('IMG_2 (1).jpg')).toEqual(['Tom Field']);
    expect(namesOf('img_2 (1).JPG')).toEqual(['Tom Field']);
    expect(namesOf('IMG_2.jpg')).toEqual([]);
    expect(
      read(
        'IMG_3.jpg',
        LIST.filter((line) => !line.startsWith('location')),
      ).sidecar,
    ).toBeNull();
  });

  it('may have other line ends, a mark of UTF-8, and older contacts', () => {
    expect(namesOf('IMG_1.jpg', LIST, '\n')).toEqual(['Anna Quillfjord']);
    const older = ['\ufeff[Contacts]', 'aa=\u0041\u030alice Berg', '[b.jpg]', 'faces=rect64(1),aa'];
    expect(namesOf('b.jpg', older)).toEqual(['\u00c5lice Berg']);
  });

  it('is unreadable where it is no list', () => {
    expect(read('IMG_1.jpg', ['no sections'])).toEqual({ sidecar: null, isComplete: false });
  });

  it('of any bytes is read to its end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, photo) => {
        expect(() => readSidecar(bytes, 'Picasa.ini', photo)).not.toThrow();
      }),
    );
  });
});
