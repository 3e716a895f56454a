// JPEG XL, bare or in boxes (ISO/IEC 18181-2).
import { type Format, typeByBeginning } from '../format.js';

const JXL = 'image/jxl';

export const jxl: Format = {
  id: 'jxl',
  mediaTypes: [{ type: JXL, name: 'JPEG XL', kind: 'image', extensions: ['jxl'] }],
  identify: (head) => typeByBeginning(head, { [JXL]: ['\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n'] }),
  reader: async () => (await import('./reader.js')).reader,
};
