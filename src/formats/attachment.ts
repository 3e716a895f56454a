// What a still picture's file carries beside its picture, as the readers of this folder tell it.

import type { AttachmentKind } from '../types/attachment.js';

export type { Attachment, AttachmentKind } from '../types/attachment.js';

/** A stretch of the file, as the parts of JPEG and PNG need it. */
export interface ByteRange {
  readonly start: number;
  /** Behind the last byte. */
  readonly end: number;
}

/** Bytes as characters 0..255; shorter at the end of the file. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  const from = Math.max(0, Math.min(start, bytes.length));
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, Math.min(end, bytes.length) - from)).toString(
    'latin1',
  );
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What Apple and MPEG call an auxiliary picture by its name (URN), or null: transparency, say. */
export function auxiliaryKind(name: string): AttachmentKind | null {
  if (/gain_?map/i.test(name)) return 'gain map';
  if (/matte/i.test(name)) return 'matte';
  return /depth|disparity|hevc:2015:auxid:2/i.test(name) ? 'depth map' : null;
}
