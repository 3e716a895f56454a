// What is measured, as data: which rules are asked, which labelled files they should speak up on, and which not.
import type { DraftFinding } from '../src/rules/evaluate.js';
import type { PhotoResult } from '../src/types/photo.js';
import type { LabelledFile } from './labels.js';

/** Files that are counted together. */
export interface Row {
  /** kebab-case, unique within its category. */
  readonly id: string;
  readonly title: string;
  readonly includes: (file: LabelledFile) => boolean;
  /** 0..1: at least this share found, at most this share falsely flagged. */
  readonly goal?: number;
  /** Whether the findings are what the row is about; any of the category's are, where this is left out. */
  readonly isMeant?: (file: LabelledFile, seen: Seen) => boolean;
}

/** What one category sees of one examined file. */
export interface Seen {
  readonly result: PhotoResult;
  /** Of the category's rules only, as the program reports them. */
  readonly findings: readonly DraftFinding[];
  /** Whether the codes' text is the labelled one; null where no text is labelled. */
  readonly isCodeTextRight: boolean | null;
  /** How far the place is from the labelled one, the greater of latitude and longitude; null where either is missing. */
  readonly degreesOff: number | null;
  /** Thumbnails and previews that the file's structure names; null where that was not asked. */
  readonly embeddedPictures: number | null;
}

/** A stricter question about files of which `includes` is true. What was not examined is never right. */
export interface Check extends Row {
  readonly isRight: (file: LabelledFile, seen: Seen) => boolean;
  /** Asked only where the program has this rule; otherwise the row says that it was not looked for. */
  readonly rule?: string;
}

/** Things counted within files, such as faces. */
export interface Tally extends Row {
  /** `found` of `total` in one file; null `seen`: not examined. `found` is never above `total` unless `isExcess`. */
  readonly count: (file: LabelledFile, seen: Seen | null) => { readonly found: number; readonly total: number };
  /** Counts what is too much: the goal is an upper bound. */
  readonly isExcess: boolean;
}

/** `found` and `false` as for the positives and negatives; `share`: neither right nor wrong. */
export type RowKind = 'found' | 'false' | 'share';

export interface Breakdown extends Row {
  readonly kind: RowKind;
}

export interface Category {
  /** kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  /** Ids of rules, or a whole group as `document/*`. Rules that the program does not have are left out; where none is left it did not look. */
  readonly rules: readonly string[];
  /** Only proved findings count. */
  readonly isProvedOnly?: boolean;
  /** A file in none of these is not scored. A file may be in several; it counts once in the whole. */
  readonly positives: readonly Row[];
  readonly negatives: readonly Row[];
  /** For all positives and all negatives together, where there are several rows of them. */
  readonly goals?: { readonly found?: number; readonly false?: number };
  readonly breakdowns?: readonly Breakdown[];
  readonly checks?: readonly Check[];
  readonly tallies?: readonly Tally[];
  /** What a reader must know to read the figures. */
  readonly notes?: readonly string[];
}
