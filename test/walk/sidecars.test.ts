import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sidecarsOf } from '../../src/walk/sidecars.js';
import { folder } from '../helpers/folder.js';
import { eventsOf, inShort, JPEG, MP4, PDF } from './events.js';

function pairs(...names: string[]): Record<string, readonly string[]> {
  return Object.fromEntries(sidecarsOf(names));
}

const LONG = 'a photo of the whole family at the lake in the summer.jpg';

describe('the sidecars of a photo', () => {
  it.each([
    ['XMP, by the name without its extension', 'IMG_1.CR2', 'IMG_1.xmp'],
    ['XMP, by the whole name', 'IMG_1.JPG', 'IMG_1.JPG.xmp'],
    ['XMP, in other letters', 'IMG_1.JPG', 'img_1.XMP'],
    ['a manifest', 'IMG_1.jpg', 'IMG_1.c2pa'],
    ['an edit', 'IMG_1.HEIC', 'IMG_1.AAE'],
    ['the first edit', 'IMG_0001.HEIC', 'IMG_O0001.AAE'],
    ['Takeout', 'IMG_1.jpg', 'IMG_1.jpg.json'],
    ['Takeout of a video', 'VID_1.mp4', 'VID_1.mp4.json'],
    ['Takeout with its supplement', 'IMG_1.jpg', 'IMG_1.jpg.supplemental-metadata.json'],
    [
      'Takeout with a cut supplement',
      'IMG_20230101_120000_12345.jpg',
      'IMG_20230101_120000_12345.jpg.supplemental-met.json',
    ],
    ['Takeout with next to nothing of it', 'IMG_1.jpg', 'IMG_1.jpg..json'],
    ['Takeout of a numbered photo', 'IMG_1(2).jpg', 'IMG_1.jpg(2).json'],
    ['Takeout of a numbered photo, with its supplement', 'IMG_1(2).jpg', 'IMG_1.jpg.supplemental-metadata(2).json'],
    ['Takeout of a photo with a number of its own', 'IMG_1(2).jpg', 'IMG_1(2).jpg.json'],
    ['Takeout of an edited copy', 'IMG_1-edited.jpg', 'IMG_1.jpg.json'],
    ['Takeout of an edited copy in German', 'IMG_1-bearbeitet.jpg', 'IMG_1.jpg.supplemental-metadata.json'],
    ['Takeout of a numbered edited copy', 'IMG_1-edited(1).jpg', 'IMG_1.jpg(1).json'],
    ['Takeout, cut after 46 characters', LONG.slice(0, 47), `${LONG.slice(0, 46)}.json`],
    ['Takeout, cut before the extension', LONG, `${LONG.slice(0, 46)}.json`],
    ['Takeout of an edited copy in a language without an entry', 'IMG_1-upraveno.jpg', 'IMG_1.jpg.json'],
    ['Takeout of an edited copy in two words', 'IMG_1-ha editado.jpg', 'IMG_1.jpg.supplemental-metadata.json'],
    ['Takeout of an edited copy whose name was cut', `${LONG.slice(0, 42)}-edi.jpg`, `${LONG.slice(0, 42)}.jpg.json`],
    ['Takeout of a Live Photo’s video', 'IMG_1.MP4', 'IMG_1.HEIC.supplemental-metadata.json'],
    ['Takeout of a numbered Live Photo’s video', 'IMG_1(1).MP4', 'IMG_1.HEIC.supplemental-metadata(1).json'],
    ['Takeout of a photo that was converted', 'IMG_1.jpg', 'IMG_1.HEIC.json'],
    ['Takeout of an edited copy that was converted', 'IMG_1-edited.jpg', 'IMG_1.HEIC.json'],
    ['accents apart', 'e\u0301te\u0301.jpg', '\u00e9t\u00e9.jpg.json'],
  ])('%s', (_, photo, sidecar) => {
    const photoName = photo.endsWith('.jpg') || /\.\w{3,4}$/.test(photo) ? photo : `${photo}.jpg`;
    expect(pairs(photoName, sidecar)).toEqual({ [photoName]: [sidecar] });
  });

  it.each(['.picasa.ini', 'Picasa.ini'])('are one for all of the folder: %s', (list) => {
    expect(pairs('a.jpg', 'b.png', list, 'desktop.ini')).toEqual({ 'a.jpg': [list], 'b.png': [list] });
  });

  it('are shared by a photo, its edited copy and its RAW file', () => {
    expect(pairs('a.jpg', 'a-edited.jpg', 'a.jpg.json', 'a.dng', 'a.xmp')).toEqual({
      'a.jpg': ['a.jpg.json', 'a.xmp'],
      'a-edited.jpg': ['a.jpg.json'],
      'a.dng': ['a.xmp'],
    });
  });

  it('are shared by a Live Photo’s still and video, and not by another photo of the same name', () => {
    expect(
      pairs('a.HEIC', 'a.MP4', 'a.HEIC.json', 'b.jpg', 'b.png', 'b.png.json', 'c.jpg', 'c.MP4', 'c.jpg.json'),
    ).toEqual({
      'a.HEIC': ['a.HEIC.json'],
      'a.MP4': ['a.HEIC.json'],
      'b.png': ['b.png.json'],
      'c.jpg': ['c.jpg.json'],
      'c.MP4': ['c.jpg.json'],
    });
  });

  it('of an edited copy are its own where it has some', () => {
    expect(pairs('a.jpg', 'a-sea.jpg', 'a.jpg.json', 'a-sea.jpg.json')).toEqual({
      'a.jpg': ['a.jpg.json'],
      'a-sea.jpg': ['a-sea.jpg.json'],
    });
  });

  it('are distinguished by their numbers', () => {
    expect(pairs('a.jpg', 'a(1).jpg', 'a.jpg.json', 'a.jpg(1).json')).toEqual({
      'a.jpg': ['a.jpg.json'],
      'a(1).jpg': ['a.jpg(1).json'],
    });
  });

  it.each([
    ['of a photo that is not there', 'IMG_2.jpg.json'],
    ['of an album', 'metadata.json'],
    ['by the beginning of a short name', 'IMG.json'],
    ['without the extension', 'IMG_1.json'],
    ['with more than the name', 'IMG_1.jpg.labels.json'],
    ['of a page', 'notes.pdf.json'],
    ['of another kind', 'IMG_1.jpg.txt'],
  ])('none %s', (_, other) => {
    expect(pairs('IMG_1.jpg', 'notes.pdf', other)).toEqual({});
  });

  it('for any names, no sidecar is a photo and each is a file of the folder', () => {
    const name = fc
      .tuple(
        fc.constantFrom('a', 'a(1)', 'b-edited', LONG, '(', ''),
        fc.constantFrom('', '.jpg', '.json', '.jpg.json', '.xmp', '.c2pa', '.AAE', '(1).json', '.jpg.supple(1).json'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(name, fc.string())), (names) => {
        for (const [photo, sidecars] of sidecarsOf(names)) {
          expect(names).toContain(photo);
          for (const sidecar of sidecars) expect(sidecar).toMatch(/\.(json|xmp|c2pa|aae)$/i);
        }
      }),
    );
  });
});

describe('a walk', () => {
  it('yields sidecars with their photo, and counts them as sidecars', async () => {
    const root = folder({
      'a/IMG_1.JPG': JPEG,
      'a/IMG_1.JPG.json': PDF,
      'a/IMG_1.xmp': PDF,
      'a/metadata.json': PDF,
      'b/IMG_1.AAE': PDF,
      'b/IMG_2.MP4': MP4,
    });
    const events = await eventsOf(root);
    expect(inShort(events, root)).toEqual([
      'a/IMG_1.JPG',
      'ignored sidecar',
      'ignored sidecar',
      'ignored json',
      'ignored aae',
      'b/IMG_2.MP4',
    ]);
    expect(events.flatMap((event) => (event.type === 'target' ? [event.target.sidecars] : []))).toEqual([
      [`${root}/a/IMG_1.JPG.json`, `${root}/a/IMG_1.xmp`],
      undefined,
    ]);
  });

  it('gives no sidecars to a photo that was named by itself', async () => {
    const root = folder({ 'IMG_1.JPG': JPEG, 'IMG_1.xmp': PDF });
    const [event] = await eventsOf(`${root}/IMG_1.JPG`);
    expect(event).toMatchObject({ type: 'target' });
    expect(event).not.toHaveProperty('target.sidecars');
  });
});
