// WebP: a picture or an animation in a RIFF file.
import type { Format } from '../format.js';
import { typeByBeginning } from '../format.js';

const WEBP = 'image/webp';

export const webp: Format = {
  id: 'webp',
  mediaTypes: [{ type: WEBP, name: 'WebP', kind: 'image', extensions: ['webp'], isExact: true }],
  identify: (head) => typeByBeginning(head, { [WEBP]: ['RIFF????WEBP'] }),
  reader: async () => (await import('./reader.js')).reader,
};
