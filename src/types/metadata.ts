// The metadata of a file, from EXIF, XMP, IPTC or QuickTime. Raw; stays inside the worker.

import type { Attachment } from './attachment.js';

export type NameRole =
  | 'owner'
  | 'artist'
  | 'creator'
  | 'copyright'
  | 'credit'
  | 'contact'
  | 'publisher'
  | 'shown'
  | 'tagged';

/** A text of the file with the name of its tag. */
export interface TagText {
  /** As shown: a name that a standard or a program gives, else `unnamed`. */
  readonly tag: string;
  /** The name of the tag in words, as a label before the value; it may be anyone's own words. */
  readonly label: string;
  readonly value: string;
}

/** A value whose tag states what it is. */
export interface ContactDetail {
  readonly kind: 'phone-number' | 'email-address' | 'postal-address';
  readonly tag: string;
  readonly value: string;
}

/** The metadata that a sidecar holds about its photo. */
export interface Said extends Omit<Metadata, 'takenAt' | 'isComplete'> {
  /** ISO 8601. Only its presence counts: it is not a capture time from the photo itself. */
  readonly takenAt: { readonly value: string } | null;
}

/**
 * A file alongside the photo. `edit`: it stores the edits, so the photo itself may be the unedited
 * picture.
 */
export type Sidecar =
  | { readonly kind: 'takeout' | 'xmp' | 'c2pa' | 'subtitles' | 'camera' | 'picasa'; readonly said: Said }
  | { readonly kind: 'edit'; readonly said?: Said };

/** A sidecar as it was read from the disk. */
export type FoundSidecar = Sidecar & {
  /** SHA-256 of what was read of it, hexadecimal. */
  readonly sha256: string;
};

/** Signed degrees, latitude -90..90, longitude -180..180. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
  /** It is written in a text, like a caption. Absent for a tag that is meant for it. */
  readonly from?: 'text';
}

export interface Metadata {
  /** ISO 8601, with an offset only if the file has one; null if the file has no capture time. */
  readonly takenAt: { readonly value: string; readonly source: 'exif' | 'xmp' | 'quicktime' | 'gps' } | null;
  /** The one of the highest trust; null where the file names no place. */
  readonly location: Location | null;
  /** Places that differ from `location`: other sources in the file, or further values of one. */
  readonly otherLocations: readonly Location[];
  readonly device: {
    readonly make: string | null;
    readonly model: string | null;
    readonly serialNumber: string | null;
    readonly lensSerialNumber: string | null;
    /** Ids that link photos to each other, by tag name. */
    readonly uniqueIds: readonly { readonly tag: string; readonly value: string }[];
  };
  readonly names: readonly { readonly role: NameRole; readonly names: readonly string[] }[];
  /** Names of places (city, country, sublocation); the coarsest one is last. */
  readonly placeNames: readonly string[];
  /** Those of `placeNames` that name no more than a country or a continent. */
  readonly countryNames: readonly string[];
  /** Texts in which a value may be written: a number, an address, a key. */
  readonly texts: readonly TagText[];
  readonly contacts: readonly ContactDetail[];
  /**
   * Videos only: what the file contains besides the video. For pictures see Photo.attachments().
   */
  readonly attachments?: readonly Attachment[];
  /** Text tags that are not on the allow-list of harmless tags. */
  readonly otherText: readonly { readonly tag: string; readonly value: string }[];
  /**
   * Names of tags, chunks, boxes or tracks that hold a place which could not be read; never a value
   * or a name that may be a person's own words.
   */
  readonly unreadPlaces: readonly string[];
  /** The same for parts of an unknown kind that hold more than a few bytes. */
  readonly unknownParts: readonly string[];
  /** False if a part could not be read; the rest is here. */
  readonly isComplete: boolean;
}
