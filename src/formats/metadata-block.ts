// What the containers hand on: pieces of a file that hold metadata, each in a language of its own.
import type { Tag } from './tag.js';

export type Block =
  /** EXIF: bytes from the byte order mark on. `isWholeFile`: they also hold the pictures, and further directories follow. */
  | { readonly kind: 'tiff'; readonly bytes: Uint8Array; readonly isWholeFile?: true }
  | { readonly kind: 'xmp'; readonly bytes: Uint8Array }
  | { readonly kind: 'iptc'; readonly bytes: Uint8Array }
  /** Photoshop's image resources, which hold blocks themselves. */
  | { readonly kind: 'photoshop'; readonly bytes: Uint8Array }
  /** What a reader that knows its format has read already. */
  | { readonly kind: 'tags'; readonly tags: readonly Tag[] }
  /** A smaller picture beside the file's own, as its container names it; whether it is one is for whoever looks. */
  | { readonly kind: 'picture'; readonly what: 'thumbnail' | 'preview'; readonly bytes: Uint8Array }
  /** A comment or a named text of the container itself. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

/** The structure breaks off or contradicts itself. Its message holds nothing of the file; it never leaves this room. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

/** A part of `bytes` as a view; throws MalformedError where it would reach past the end. */
export function slice(bytes: Uint8Array, start: number, end: number): Uint8Array {
  if (!(start >= 0 && end >= start && end <= bytes.length)) throw new MalformedError('a length points past the end');
  return bytes.subarray(start, end);
}

/** Reads numbers and short names; DataView throws where they would lie past the end. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `length` bytes as Latin-1; shorter at the end of the file. For signatures and names, not for text. */
export function asciiAt(bytes: Uint8Array, start: number, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, start + length);
}
