// What a video states about itself, as returned by the reader of its format.
import type { Attachment } from './attachment.js';
import type { Tag } from './tag.js';

export interface VideoDescription {
  readonly tags: readonly Tag[];
  /** Every part was found and read to its end. What was read before damage is kept. */
  readonly isComplete: boolean;
  /** What the file holds besides the video. */
  readonly attachments: readonly Attachment[];
  /** Coding of a track that records locations over time; null without one. */
  readonly movingTrack: string | null;
  /** Boxes and tracks that hold places which could not be read. */
  readonly unreadPlaces?: readonly string[];
}
