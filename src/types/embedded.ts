// What an embedded picture shows that the file's own does not.

/** A part of a picture as shares of its sides, 0..1. */
export interface PicturePart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Difference {
  readonly label: 'embedded-more' | 'embedded-clearer' | 'embedded-other';
  /** 0..1, ordinal. */
  readonly score: number;
  /** Which part of the embedded picture shows which part of the main one, as shares of their sides; null where none does. */
  readonly common: Common | null;
}

/** Two parts that show the same. */
export interface Common {
  readonly inEmbedded: PicturePart;
  readonly inMain: PicturePart;
}
