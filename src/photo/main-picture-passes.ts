// The main picture, examined again where once does not show all of it: in tiles where it is very
// large, and on other grounds where it is transparent.
import { isTransparent, onGround } from '../image/grounds.js';
import type { Picture } from '../image/picture.js';
import type { InnerPicture, Photo } from '../types/photo.js';
import { nothingReadable } from './damage.js';
import type { MainPicture } from './main-picture.js';
import { isAlike } from './rasters.js';
import { MAX_SEEN_PIXELS, TILE_SCALE, tilePhoto, tilesOf } from './tiles.js';

const SOURCE = { picture: 'main', atMs: null } as const;

/**
 * Nothing for a picture of usual size, or one that cannot be decoded.
 * @param whole the photo whose picture it is
 */
export async function* inTiles(main: MainPicture, whole: Photo): AsyncGenerator<InnerPicture> {
  const picture = await main.open().catch(nothingReadable);
  const tiles = picture ? tilesOf(picture.width, picture.height) : [];
  if (!picture || tiles.length === 0) return;
  const overview = await main.atScale(TILE_SCALE).catch(nothingReadable);
  // A picture that cannot be decoded at all is reported where that was tried first.
  if (!overview) return;
  for (const tile of tiles) {
    const photo = tilePhoto(whole, overview, tile);
    yield { source: SOURCE, photo, tile, placeInMain: (region) => region };
  }
  const pixels = picture.width * picture.height;
  if (pixels > MAX_SEEN_PIXELS) main.unseen.push({ code: 'too-small', detail: `${Math.round(pixels / 1e6)}` });
}

/**
 * Nothing for an opaque picture.
 * @param open the photo with another picture in place of its own
 */
export async function* onOtherGrounds(
  main: MainPicture,
  open: (opened: Promise<Picture>) => Photo,
): AsyncGenerator<InnerPicture> {
  const picture = await main.open().catch(nothingReadable);
  if (!picture || !(await isTransparent(picture))) return;
  const seen = [await main.pixels()];
  for (const ground of ['black', 'none'] as const) {
    const photo = open(onGround(picture, ground));
    const pixels = await photo.pixels();
    if (seen.some((other) => isAlike(other, pixels))) continue;
    seen.push(pixels);
    yield { source: SOURCE, photo, placeInMain: (region) => region };
  }
}
