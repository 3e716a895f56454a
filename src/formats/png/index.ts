// PNG and its animation, APNG (PNG specification, third edition).
import type { Format } from '../format.js';
import { typeByBeginning } from '../format.js';

export const PNG = 'image/png';

export const png: Format = {
  id: 'png',
  mediaTypes: [{ type: PNG, name: 'PNG', kind: 'image', extensions: ['png', 'apng'], isExact: true }],
  identify: (head) => typeByBeginning(head, { [PNG]: ['\x89PNG\r\n\x1a\n'] }),
  reader: async () => (await import('./reader.js')).reader,
};
