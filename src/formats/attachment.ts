// What a file carries besides its picture, as the readers of this folder find it.
import type { AttachmentKind } from '../types/attachment.js';

export type { Attachment, AttachmentKind } from '../types/attachment.js';

/**
 * The kind of an auxiliary picture by the name (URN) that Apple or MPEG gives it. Null for other
 * kinds, such as transparency.
 */
export function auxiliaryKind(name: string): AttachmentKind | null {
  if (/gain_?map/i.test(name)) return 'gain map';
  if (/matte/i.test(name)) return 'matte';
  return /depth|disparity|hevc:2015:auxid:2/i.test(name) ? 'depth map' : null;
}
