// GIF, animated or not.
import type { Format } from '../format.js';
import { typeByBeginning } from '../format.js';

const GIF = 'image/gif';

export const gif: Format = {
  id: 'gif',
  mediaTypes: [{ type: GIF, name: 'GIF', kind: 'image', extensions: ['gif'], isExact: true }],
  identify: (head) => typeByBeginning(head, { [GIF]: ['GIF87a', 'GIF89a'] }),
  reader: async () => (await import('./reader.js')).reader,
};
