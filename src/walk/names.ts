// Names of files as bytes and as text: a system may hold names that are not valid UTF-8, and JavaScript's strings cannot.
import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

export interface Name {
  /** For people; what is not UTF-8 in it is written as `\xff`. */
  readonly text: string;
  /** The bytes, where they are not valid UTF-8: `text` then opens nothing. */
  readonly raw: Buffer | null;
}

export function nameOf(bytes: Buffer): Name {
  return isUtf8(bytes) ? { text: bytes.toString(), raw: null } : { text: escapeInvalid(bytes), raw: bytes };
}

function escapeInvalid(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = [1, 2, 3, 4].find((n) => at + n <= bytes.length && isUtf8(bytes.subarray(at, at + n)));
    text += length ? bytes.toString('utf8', at, at + length) : `\\x${bytes.toString('hex', at, at + 1)}`;
    at += length ?? 1;
  }
  return text;
}

/** `folder` with what separates it from a name in it; the folder stays as it was given. */
export function insideOf(folder: string): string {
  return folder.endsWith('/') || folder.endsWith(sep) ? folder : folder + sep;
}
