// TIFF: plain pictures of one or more pages. RAW photos that are built like it are in ../raw.
import type { Format } from '../format.js';
import { isTiff, TIFF, tiffType } from './identify.js';

export const tiff: Format = {
  id: 'tiff',
  mediaTypes: [{ type: TIFF, name: 'TIFF', kind: 'image', extensions: ['tif', 'tiff'] }],
  identify: (head) => {
    const type = isTiff(head.text) ? tiffType(head) : null;
    return type === TIFF ? type : null;
  },
  reader: async () => (await import('./reader.js')).reader,
};
