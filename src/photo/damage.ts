// What stands for a part of a file that cannot be read. That it cannot is reported where the part
// is read for its own sake.
import { PhotoError } from '../errors.js';

export function nothingReadable(error: unknown): null {
  if (!(error instanceof PhotoError)) throw error;
  return null;
}
