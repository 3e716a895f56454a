// AVI, the videos of older cameras.
import { type Format, typeByBeginning } from '../format.js';

export const AVI = 'video/x-msvideo';

export const avi: Format = {
  id: 'avi',
  mediaTypes: [{ type: AVI, name: 'AVI', kind: 'video', extensions: ['avi', 'divx'], demuxer: 'avi' }],
  identify: (head) => typeByBeginning(head, { [AVI]: ['RIFF????AVI '] }),
  reader: async () => (await import('./reader.js')).reader,
};
