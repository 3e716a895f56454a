// What containers give: pieces of a file that hold metadata, each in a structure of its own.
import type { Tag } from './tag.js';

export type Block =
  /**
   * EXIF: bytes from the byte order mark on. `isWholeFile`: they also hold the pictures, and
   * further directories follow.
   */
  | { readonly kind: 'tiff'; readonly bytes: Uint8Array; readonly isWholeFile?: true }
  | { readonly kind: 'xmp'; readonly bytes: Uint8Array }
  | { readonly kind: 'iptc'; readonly bytes: Uint8Array }
  /** Photoshop's image resources, which hold blocks themselves. */
  | { readonly kind: 'photoshop'; readonly bytes: Uint8Array }
  /** What a reader that knows its format has read already. */
  | { readonly kind: 'tags'; readonly tags: readonly Tag[] }
  /** A smaller picture besides the file's own, as its container names it; it may be anything. */
  | { readonly kind: 'picture'; readonly what: 'thumbnail' | 'preview'; readonly bytes: Uint8Array }
  /** A comment or a named text of the container itself. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string };
