// JPEG (ITU-T T.81), and the formats that are JPEG under another name: JPS, MPO, INSP.
import type { Format } from '../format.js';
import { typeByBeginning } from '../format.js';

export const JPEG = 'image/jpeg';

export const jpeg: Format = {
  id: 'jpeg',
  mediaTypes: [
    { type: JPEG, name: 'JPEG', kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'jps', 'mpo', 'insp'] },
  ],
  identify: (head) => typeByBeginning(head, { [JPEG]: ['\xff\xd8\xff'] }),
  reader: async () => (await import('./reader.js')).reader,
};
