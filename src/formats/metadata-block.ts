// Blocks: the pieces of a file that hold metadata, each in a structure of its own. The readers of
// containers return them.
import type { Tag } from './tag.js';

export type Block =
  /**
   * EXIF, from the byte order mark on. `isWholeFile`: the bytes also hold the pictures, and further
   * directories follow. `first`: what its first directory is, where that is not the main one.
   */
  | {
      readonly kind: 'tiff';
      readonly bytes: Uint8Array;
      readonly isWholeFile?: true;
      readonly first?: 'main' | 'exif' | 'gps';
    }
  | { readonly kind: 'xmp'; readonly bytes: Uint8Array }
  | { readonly kind: 'iptc'; readonly bytes: Uint8Array }
  /** Photoshop's image resources, which contain blocks. */
  | { readonly kind: 'photoshop'; readonly bytes: Uint8Array }
  /** Tags that the reader of a format has already read. */
  | { readonly kind: 'tags'; readonly tags: readonly Tag[] }
  /** A part that names a place and cannot be read. `name` is never a person's own words. */
  | { readonly kind: 'unread-place'; readonly name: string }
  /** A part of an unknown kind, too long to be harmless. `name` is never a person's own words. */
  | { readonly kind: 'unknown'; readonly name?: string }
  /** A further picture, as the container names it or holds it. Its bytes may be anything. */
  | {
      readonly kind: 'picture';
      readonly what: 'thumbnail' | 'preview';
      readonly bytes: Uint8Array;
      /** It shows the main picture in another way: as a gain map, by depth, or as a mask. */
      readonly isAuxiliary?: true;
    }
  /** A comment or a named text of the container. */
  | { readonly kind: 'text'; readonly name: string; readonly text: string };
