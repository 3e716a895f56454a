// Everything that a still picture's file carries besides its picture, and what a broken structure
// is reported as.
import { PhotoError } from '../errors.js';
import type { Attachment } from './attachment.js';
import type { FormatReader } from './format.js';

/**
 * In file order by kind; none for formats without attachments.
 * @throws PhotoError `truncated` where the file breaks off before its picture ends,
 *   `structure-broken` where its tables contradict themselves
 */
export function readAttachments({ attachments }: FormatReader, bytes: Uint8Array): readonly Attachment[] {
  try {
    return attachments?.(bytes) ?? [];
  } catch (error) {
    // What bounded readers throw where a table points outside of the file.
    if (error instanceof RangeError) throw new PhotoError('truncated');
    throw error;
  }
}
