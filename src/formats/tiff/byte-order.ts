// The byte order mark of TIFF and its relatives. Only this file maps its letters to byte orders.
import type { ByteReader } from '../byte-reader.js';

/** `II` for Intel's order, `MM` for Motorola's (TIFF 6.0, section 2); null for anything else. */
export function inMarkedOrder(reader: ByteReader, at: number): ByteReader | null {
  const letters = reader.latin1(at, 2);
  return letters === 'II' || letters === 'MM' ? reader.ordered(letters === 'II') : null;
}
