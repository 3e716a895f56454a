// A very large picture is examined again in tiles at a quarter of its size, like the photo of a
// usual camera: at the analysis size alone, a passport in it may have the width of a thumbnail.
import type { Region } from '../types/detection.js';
import type { Photo } from '../types/photo.js';
import type { Raster } from '../types/raster.js';

/** Scale of the tiles. */
export const TILE_SCALE = 1 / 4;

/**
 * Pixels of the long side up to which a picture is examined as a whole only. Phones take photos of
 * 8,192 x 6,144 pixels, for which tiles would take three times as long, and their analysis size is
 * nearly a fifth.
 */
const MAX_SIDE = 8200;

/** Pixels of a side that one tile shows at most, and how many of them the next one shows, too. */
const TILE = 6400;
const OVERLAP = 800;

const MAX_TILES = 16;

/** Pixels of a picture above which a small paper may be missed even in tiles. */
export const MAX_SEEN_PIXELS = 60_000_000;

/** In pixels of the picture; none for a picture that is examined well enough as a whole. */
export function tilesOf(width: number, height: number): Region[] {
  if (Math.max(width, height) <= MAX_SIDE) return [];
  const columns = stepsOf(width);
  const tiles = stepsOf(height).flatMap((top) =>
    columns.map((left) => ({ left, top, width: Math.min(TILE, width), height: Math.min(TILE, height) })),
  );
  return tiles.slice(0, MAX_TILES);
}

/** Where tiles begin along a side, evenly spread. */
function stepsOf(length: number): number[] {
  if (length <= TILE) return [0];
  const count = Math.ceil((length - OVERLAP) / (TILE - OVERLAP));
  return Array.from({ length: count }, (_, index) => Math.round(((length - TILE) * index) / (count - 1)));
}

/** A tile as a photo of its own, whose coordinates begin at its corner. */
export function tilePhoto(whole: Photo, overview: Raster, tile: Region): Photo {
  const { left, top, width, height } = tile;
  return {
    ...delegated(whole),
    size: { width, height },
    unseen: [],
    pixels: async () => cut(overview, tile),
    region: async (part, maxSide) => {
      const shifted = { ...part, left: part.left + left, top: part.top + top };
      const raster = await whole.region(shifted, maxSide);
      const { covers } = raster;
      return { ...raster, covers: { ...covers, left: covers.left - left, top: covers.top - top } };
    },
  };
}

/** What detectors of pixels do not ask of a tile is that of the whole. */
function delegated(whole: Photo): Omit<Photo, 'size' | 'unseen' | 'pixels' | 'region'> {
  return {
    target: whole.target,
    bytes: whole.bytes,
    metadata: () => whole.metadata(),
    sidecars: () => whole.sidecars(),
    videoMetadata: () => whole.videoMetadata(),
    liveVideo: () => whole.liveVideo(),
    attachments: () => whole.attachments(),
    embeddedPictures: () => whole.embeddedPictures(),
  };
}

/** The part of a raster of the whole picture that shows the tile. */
function cut({ data, width, height, covers }: Raster, tile: Region): Raster {
  const [across, down] = [width / covers.width, height / covers.height];
  const [left, top] = [Math.floor(tile.left * across), Math.floor(tile.top * down)];
  const [columns, rows] = [
    Math.min(width - left, Math.round(tile.width * across)),
    Math.min(height - top, Math.round(tile.height * down)),
  ];
  const part = new Uint8Array(columns * rows * 3);
  for (let y = 0; y < rows; y++) {
    const from = ((top + y) * width + left) * 3;
    part.set(data.subarray(from, from + columns * 3), y * columns * 3);
  }
  return {
    data: part,
    width: columns,
    height: rows,
    covers: { left: 0, top: 0, width: tile.width, height: tile.height },
  };
}
