// Photoshop documents. Only their merged picture is decoded (Adobe, "Photoshop File Formats
// Specification").
import { type Format, typeByBeginning } from '../format.js';

const PSD = 'image/vnd.adobe.photoshop';

export const psd: Format = {
  id: 'psd',
  mediaTypes: [{ type: PSD, name: 'PSD (merged)', kind: 'image', extensions: ['psd', 'psb'] }],
  identify: (head) => typeByBeginning(head, { [PSD]: ['8BPS\0\x01', '8BPS\0\x02'] }),
  reader: async () => (await import('./reader.js')).reader,
};
