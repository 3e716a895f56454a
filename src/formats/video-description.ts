// What a video states about itself, as returned by the reader of its format.
import type { Attachment } from './attachment.js';
import type { Tag } from './tag.js';

export interface VideoDescription {
  readonly tags: readonly Tag[];
  /** Every part was found and read to its end. What was read before damage is kept. */
  readonly isComplete: boolean;
  /** What the file holds besides the video. */
  readonly attachments: readonly Attachment[];
  /** Boxes and tracks that hold places which could not be read. */
  readonly unreadPlaces?: readonly string[];
  /** Boxes and tracks of unknown kinds that hold more than a few bytes. */
  readonly unknownParts?: readonly string[];
}
