// Reads everything that the file of a still picture carries besides its picture, and reports a
// broken structure as a PhotoError.
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
    // Bounded readers throw it where a table points outside of the file.
    if (error instanceof RangeError) throw new PhotoError('truncated');
    throw error;
  }
}
