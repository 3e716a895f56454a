// Whether the coded picture of a WebP breaks off.
import { asciiAt, viewOf } from '../metadata-block.js';
import { isPartCut } from '../truncation.js';

export function isWebpCut(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at + 4, true);
    if (asciiAt(bytes, at, 3) === 'VP8' && isPartCut(bytes, at + 8, end)) return true;
    at = end + (end % 2);
  }
  return false;
}
