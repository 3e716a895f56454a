// What a file carries besides its picture, as the readers of this folder find it.
import type { AttachmentKind } from '../types/attachment.js';

export type { Attachment, AttachmentKind } from '../types/attachment.js';

/** What Apple and MPEG call an auxiliary picture by its name (URN), or null: transparency, say. */
export function auxiliaryKind(name: string): AttachmentKind | null {
  if (/gain_?map/i.test(name)) return 'gain map';
  if (/matte/i.test(name)) return 'matte';
  return /depth|disparity|hevc:2015:auxid:2/i.test(name) ? 'depth map' : null;
}
