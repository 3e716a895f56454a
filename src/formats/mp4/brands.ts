// Brands of video and sound, as registered with the MP4 Registration Authority.
import { SOUND_ONLY } from '../format.js';
import { typeByBrand } from '../isobmff/identify.js';

export const MP4 = 'video/mp4';
export const QUICKTIME = 'video/quicktime';
export const GPP = 'video/3gpp';
export const GPP2 = 'video/3gpp2';
export const M4V = 'video/x-m4v';

/** Major brands. All others are MP4. */
const MAJOR = [
  [/^qt {2}$/, QUICKTIME],
  [/^3g[egprs].$/, GPP],
  [/^3g2.$/, GPP2],
  [/^M4V[ HP]$/, M4V],
  [/^(?:M4[ABP]|F4[AB]) $/, SOUND_ONLY],
] as const;

/** Media type or SOUND_ONLY by the major brand alone; null where that leaves it open. */
export function typeByMajorBrand([major = '']: readonly string[]): string | null {
  return typeByBrand([major], MAJOR);
}
