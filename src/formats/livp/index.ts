// A Live Photo as one file: a ZIP of a still and its video, as sharing services and cloud drives
// write it.
import { type Format, typeByBeginning } from '../format.js';

export const LIVP = 'image/x-livp';

export const livp: Format = {
  id: 'livp',
  mediaTypes: [{ type: LIVP, name: 'LIVP (Live Photo)', kind: 'image', extensions: ['livp'] }],
  // Any ZIP begins like this. Only the name shows that it holds a photo.
  identify: (head) => (head.extension === 'livp' ? typeByBeginning(head, { [LIVP]: ['PK\x03\x04'] }) : null),
};
