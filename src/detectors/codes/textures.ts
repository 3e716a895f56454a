// Finds areas with the texture of codes, dense and of two levels, even if no code can be read there
// yet.
import type { Region } from '../../types/detection.js';
import { CELL, COUNT, SUM, SUMS, sumWindows, WINDOW, type WindowSums } from './cell-sums.js';
import type { Grey } from './grey.js';

/** Standard deviation in grey levels. Less is too faint to read. */
const MIN_DEVIATION = 20;
/**
 * Kurtosis of the grey levels: 1 for two levels, 1.8 for a uniform distribution, 3 for most natural
 * scenes.
 */
const MAX_KURTOSIS = 2;
/** Mean square of the gradient divided by the variance: how often the levels change. */
const MIN_CHANGES = 0.2;
/** Coherence of the structure tensor: 1 if all gradients have the same direction, as in stripes. */
const MIN_COHERENCE = 0.9;
/** Minimum number of adjacent windows, one cell apart. Chosen on eval/ (docs/accuracy.md). */
const MIN_STRIPED = 12;
const MIN_DENSE = 4;
/**
 * Margin in pixels. The texture ends where the code ends, but reading it requires the quiet zone.
 */
const MARGIN = 4 * CELL;

/** Parallel stripes, as in linear and stacked codes. Rare in nature. */
export interface Stripes {
  /**
   * The whole dense area around the stripes: only the two ends of a stacked code are plain stripes.
   */
  readonly region: Region;
  /** Slant from the nearest quarter turn: radians, clockwise, -pi/4 to pi/4. */
  readonly slant: number;
}

/** Boxes in pixels of the picture, the largest first. They may extend beyond the picture. */
export interface Textures {
  readonly striped: readonly Stripes[];
  /**
   * Two levels that change often in every direction. Codes have this texture, but so do leaves,
   * print and fabrics.
   */
  readonly dense: readonly Region[];
}

/** The texture of a window. A striped window is dense, too. */
const TEXTURES = { plain: 0, dense: 1, striped: 2 } as const;

export function findTextures(grey: Grey): Textures {
  const windows = sumWindows(grey);
  const { wide, high } = windows;
  const textures = new Uint8Array(wide * high);
  for (let index = 0; index < textures.length; index++) textures[index] = textureOf(windows.sums, index * SUMS);
  const striped = clusters(textures, TEXTURES.striped, wide).filter((cluster) => cluster.length >= MIN_STRIPED);
  const dense = clusters(textures, TEXTURES.dense, wide).filter((cluster) => cluster.length >= MIN_DENSE);
  return {
    striped: dense.flatMap((place) => stripesIn(place, striped, windows)),
    dense: dense.map((cluster) => boxOf(cluster, wide)),
  };
}

function textureOf(sums: Float64Array, at: number): number {
  const mean = sums[at + SUM.level]! / COUNT;
  const variance = sums[at + SUM.square]! / COUNT - mean * mean;
  if (variance < MIN_DEVIATION * MIN_DEVIATION) return TEXTURES.plain;
  const across = sums[at + SUM.across]!;
  const down = sums[at + SUM.down]!;
  if ((across + down) / COUNT < MIN_CHANGES * variance) return TEXTURES.plain;
  const [square, cube, fourth] = [sums[at + SUM.square]!, sums[at + SUM.cube]!, sums[at + SUM.fourth]!];
  const central = (fourth - 4 * mean * cube + 6 * mean * mean * square) / COUNT - 3 * mean ** 4;
  if (central > MAX_KURTOSIS * variance * variance) return TEXTURES.plain;
  const coherent = Math.hypot(across - down, 2 * sums[at + SUM.mixed]!);
  return coherent < MIN_COHERENCE * (across + down) ? TEXTURES.dense : TEXTURES.striped;
}

/** The striped clusters of one dense area, as one. Empty if the area has none. */
function stripesIn(
  place: readonly number[],
  striped: readonly (readonly number[])[],
  { sums, wide }: WindowSums,
): readonly Stripes[] {
  const within = new Set(place);
  const windows = striped.filter(([first]) => within.has(first!)).flat();
  if (windows.length === 0) return [];
  const total = (kind: number) => windows.reduce((sum, index) => sum + sums[index * SUMS + kind]!, 0);
  const across = Math.atan2(2 * total(SUM.mixed), total(SUM.across) - total(SUM.down)) / 2;
  const slant = across - Math.round(across / (Math.PI / 2)) * (Math.PI / 2);
  return [{ region: boxOf(place, wide), slant }];
}

/**
 * Clusters of adjacent entries with at least this texture, as indices. The largest cluster comes
 * first.
 */
function clusters(textures: Uint8Array, minTexture: number, wide: number): readonly (readonly number[])[] {
  const seen = new Uint8Array(textures.length);
  const found: number[][] = [];
  for (let start = 0; start < textures.length; start++) {
    if (textures[start]! < minTexture || seen[start]) continue;
    const cluster = [start];
    seen[start] = 1;
    for (const index of cluster) {
      const x = index % wide;
      const beside = [x > 0 ? index - 1 : -1, x < wide - 1 ? index + 1 : -1, index - wide, index + wide];
      for (const next of beside) {
        if ((textures[next] ?? 0) < minTexture || seen[next]) continue;
        seen[next] = 1;
        cluster.push(next);
      }
    }
    found.push(cluster);
  }
  return found.sort((a, b) => b.length - a.length);
}

function boxOf(cluster: readonly number[], wide: number): Region {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const index of cluster) {
    const x = index % wide;
    const y = Math.floor(index / wide);
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return {
    left: left * CELL - MARGIN,
    top: top * CELL - MARGIN,
    width: (right - left + WINDOW) * CELL + 2 * MARGIN,
    height: (bottom - top + WINDOW) * CELL + 2 * MARGIN,
  };
}
