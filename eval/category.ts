// What is measured, as data: the rules, the labelled files in which they should find something, and
// those in which they should not.
import type { DraftFinding } from '../src/rules/evaluate.js';
import type { PhotoResult } from '../src/types/photo.js';
import type { LabelledFile } from './labels.js';

/** Files that are counted together. */
export interface Row {
  /** kebab-case, unique within its category. */
  readonly id: string;
  readonly title: string;
  readonly includes: (file: LabelledFile) => boolean;
  /** 0..1: the min share found, or the max share falsely flagged. */
  readonly goal?: number;
  /**
   * Whether the findings are the ones that the row is about. If absent, any finding of the category
   * counts.
   */
  readonly isMeant?: (file: LabelledFile, seen: Seen) => boolean;
  /** Only the examined files of which this is true, such as those in which one face was found. */
  readonly among?: (seen: Seen) => boolean;
}

/** The data about one examined file that a category gets. */
export interface Seen {
  readonly result: PhotoResult;
  /** Findings of the category's rules only, as the program reports them. */
  readonly findings: readonly DraftFinding[];
  /** Whether the text of the codes equals the label; null if the label has no text. */
  readonly isCodeTextRight: boolean | null;
  /**
   * Distance to the labelled place in degrees, the greater one of latitude and longitude; null if
   * either place is missing.
   */
  readonly degreesOff: number | null;
  /**
   * Number of thumbnails and previews that the structure of the file names; null if that was not
   * computed.
   */
  readonly embeddedPictures: number | null;
}

/** A stricter test on files for which `includes` is true. An unexamined file is never right. */
export interface Check extends Row {
  readonly isRight: (file: LabelledFile, seen: Seen) => boolean;
  /**
   * Only applied if the program has this rule. Otherwise the row states that this was not checked.
   */
  readonly rule?: string;
}

/** Things counted within files, such as faces. */
export interface Tally extends Row {
  /**
   * `found` of `total` in one file; `seen` is null if the file was not examined. `found` never
   * exceeds `total` unless `isExcess`.
   */
  readonly count: (file: LabelledFile, seen: Seen | null) => { readonly found: number; readonly total: number };
  /** Counts the excess; the goal is an upper bound. */
  readonly isExcess: boolean;
}

/** `found` and `false` count positives and negatives; `share` is neither right nor wrong. */
export type RowKind = 'found' | 'false' | 'share';

export interface Breakdown extends Row {
  readonly kind: RowKind;
}

export interface Category {
  /** kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  /**
   * Ids of rules, or a whole group such as `document/*`. Rules that the program does not have are
   * skipped; if none remains, nothing was checked.
   */
  readonly rules: readonly string[];
  /** Only proved findings count. */
  readonly isProvedOnly?: boolean;
  /**
   * A file in none of these rows is not scored. A file in several rows counts once in the total.
   */
  readonly positives: readonly Row[];
  readonly negatives: readonly Row[];
  /** Goals for all positives and all negatives together, if there are several rows of them. */
  readonly goals?: { readonly found?: number; readonly false?: number };
  readonly breakdowns?: readonly Breakdown[];
  readonly checks?: readonly Check[];
  readonly tallies?: readonly Tally[];
  /** What a reader must know to understand the numbers. */
  readonly notes?: readonly string[];
}
