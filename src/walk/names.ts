// File names as bytes and as text. A system may hold names that are not valid UTF-8, which
// JavaScript strings cannot hold.
import { isUtf8 } from 'node:buffer';
import { sep } from 'node:path';

export interface Name {
  /** For display; a byte that is not valid UTF-8 is written as `\xff`. */
  readonly text: string;
  /** The bytes if they are not valid UTF-8 (`text` then opens no file), otherwise null. */
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

/**
 * The path of an entry of `folder`, which is unchanged. For `.` it is the name alone, except for a
 * name that would be taken for a flag.
 */
export function pathIn(folder: string, name: string): string {
  return prefixIn(folder, name.startsWith('-')) + name;
}

/** The same for a name that is not valid UTF-8. */
export function rawPathIn(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(prefixIn(folder, name[0] === DASH)), name]);
}

const DASH = 0x2d;

function prefixIn(folder: string, isFlagLike: boolean): string {
  return folder === '.' && !isFlagLike ? '' : insideOf(folder);
}

/** `folder`, unchanged, with a separator at its end. */
export function insideOf(folder: string): string {
  return folder.endsWith('/') || folder.endsWith(sep) ? folder : folder + sep;
}
