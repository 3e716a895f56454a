// What sharp finds wrong with a picture.
import { loadSharp } from './sharp.js';

/** What the decoder complains about; null where it is content. The text may quote the file. */
export async function complaintOf(bytes: Uint8Array, failOn: 'warning' | 'error'): Promise<string | null> {
  const sharp = await loadSharp();
  try {
    // A smaller picture would do without the last rows.
    await sharp(bytes, { failOn }).toColourspace('b-w').raw().toBuffer();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
