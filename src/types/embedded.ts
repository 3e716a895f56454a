// What an embedded picture shows that the main picture does not.

/** A part of a picture, as fractions of its sides, 0..1. */
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
  /**
   * Which part of the embedded picture shows which part of the main picture, as fractions of their
   * sides; null if they share nothing.
   */
  readonly common: Common | null;
}

/** Two parts that show the same content. */
export interface Common {
  readonly inEmbedded: PicturePart;
  readonly inMain: PicturePart;
}
