// Tags from the formats of camera makers, as blocks of metadata.
import type { Block } from '../metadata-block.js';

export function makerTag(name: string, value: string): Block {
  return { kind: 'tags', tags: [{ block: 'maker', name, within: [], value }] };
}

/**
 * A time of the camera's own clock.
 * @param seconds since 1970, in 32 bits
 */
export function cameraTime(seconds: number): Block {
  return makerTag('DateTimeOriginal', new Date(seconds * 1000).toISOString().slice(0, 19));
}
