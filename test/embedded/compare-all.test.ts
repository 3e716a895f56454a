// Which pictures are decoded for a comparison, and at which scale.
import { describe, expect, it } from 'vitest';
import { comparisonScale } from '../../src/embedded/compare-all.js';
import { openPhoto } from '../../src/photo/open.js';
import { jpegAround, photo, thumbnailOf } from '../helpers/thumbnails.js';

describe('the main picture of a comparison', () => {
  it.each([
    [100, 1],
    [639, 1],
    [640, 1 / 2],
    [1280, 1 / 4],
    [4032, 1 / 8],
    [20_000, 1 / 8],
  ])('of %d pixels is decoded at the scale %d, a power of two', (longSide, scale) => {
    expect(comparisonScale(longSide)).toBe(scale);
  });

  it('is decoded only where there is a readable picture to compare with', async () => {
    const picture = await photo(1);
    const comparedWith = async (thumbnail: Uint8Array) => {
      const bytes = await jpegAround(picture, thumbnail);
      const target = {
        path: 'a.jpg',
        bytes: bytes.length,
        mtimeMs: 0,
        kind: 'image',
        mediaType: 'image/jpeg',
      } as const;
      const opened = openPhoto(target, bytes);
      const { pictures, unseen } = await opened.embeddedPictures();
      return { pictures: pictures.length, unseen: unseen.map(({ code }) => code), isDecoded: opened.size !== null };
    };
    const broken = Buffer.from('ffd8ffc0000bffd9', 'hex');
    expect(await comparedWith(await thumbnailOf(picture))).toEqual({ pictures: 1, unseen: [], isDecoded: true });
    expect(await comparedWith(broken)).toEqual({ pictures: 0, unseen: ['embedded-unreadable'], isDecoded: false });
  });
});
