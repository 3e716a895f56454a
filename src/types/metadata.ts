// What a file says about itself in words, from EXIF, XMP, IPTC or QuickTime. Raw; stays inside the worker.

import type { Attachment } from './attachment.js';

export type NameRole = 'owner' | 'artist' | 'creator' | 'shown' | 'tagged';

/** What a sidecar says of its photo. */
export interface Said extends Omit<Metadata, 'takenAt' | 'isComplete'> {
  /** ISO 8601. Only that it is there counts: it is no capture time of the photo's own. */
  readonly takenAt: { readonly value: string } | null;
}

/** A file beside the photo. `edit`: it keeps what was changed, so that the photo may be the picture from before that. */
export type Sidecar = { readonly kind: 'takeout' | 'xmp'; readonly said: Said } | { readonly kind: 'edit' };

export interface Metadata {
  /** ISO 8601, with an offset only where the file has one; null where the file has no capture time. */
  readonly takenAt: { readonly value: string; readonly source: 'exif' | 'xmp' | 'quicktime' } | null;
  /** Signed degrees, latitude -90..90, longitude -180..180. */
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly device: {
    readonly make: string | null;
    readonly model: string | null;
    readonly serialNumber: string | null;
    readonly lensSerialNumber: string | null;
    /** Ids that tie photos to each other, by tag name. */
    readonly uniqueIds: readonly { readonly tag: string; readonly value: string }[];
  };
  readonly names: readonly { readonly role: NameRole; readonly names: readonly string[] }[];
  /** Names of places (city, country, sublocation), coarsest last. */
  readonly placeNames: readonly string[];
  /** Of a video: the coding of a track that holds a place for every moment; where it leads is not read. */
  readonly movingTrack?: string | null;
  /** Of a video: what its file holds beside it. Of pictures container/ tells. */
  readonly attachments?: readonly Attachment[];
  /** Text tags that are not on the allow-list of harmless ones. */
  readonly otherText: readonly { readonly tag: string; readonly value: string }[];
  /** False where a part of it could not be read; the rest stands here. */
  readonly isComplete: boolean;
}
