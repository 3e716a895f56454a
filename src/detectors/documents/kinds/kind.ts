// The description of a document kind, as data: words, patterns and shapes that indicate it, each
// with a weight.
import type { DocumentLabel } from '../declaration.js';
import type { LANGUAGES } from '../languages.js';
import type { ShapeId } from './shapes.js';

/** The supported languages, any other that writes in Latin letters, and Chinese characters. */
export type Language = keyof typeof LANGUAGES | 'other' | 'cjk';

/** Phrases separated by commas. Written without accents, because the recogniser drops them too. */
export type Words = Readonly<Partial<Record<Language, string>>>;

interface Weighed {
  /**
   * 3: names the kind; 2: rarely printed on anything else; 1: usual on it. Negative: indicates
   * another kind.
   */
  readonly weight: number;
}

/**
 * Counts once, however many of its phrases match, but for `more`. A phrase in the middle of a long
 * row is running text that mentions the thing, and counts only with `isInText`.
 */
export interface WordCue extends Weighed {
  readonly words: Words;
  readonly isInText?: boolean;
  /**
   * Maximum weight that further phrases add, 1 each: captions that say little alone and much
   * together. Default 0.
   */
  readonly more?: number;
}

/** Tested on each row as it was read. Matches if at least `times` rows have it (default 1). */
export interface PatternCue extends Weighed {
  readonly pattern: Pick<RegExp, 'test'>;
  readonly times?: number;
}

export interface ShapeCue extends Weighed {
  readonly shape: ShapeId;
}

export type Cue = WordCue | PatternCue | ShapeCue;

/** Labels that words alone can produce. The other labels have a structure of their own. */
export type KindLabel = Exclude<DocumentLabel, 'screenshot' | 'handwriting' | 'page' | 'payment-card-number'>;

/** Something that is recognised by its words and its layout. */
export interface Described {
  /** kebab-case. Also the name of its file. */
  readonly id: string;
  readonly cues: readonly Cue[];
  /**
   * Total weight at which the score is 0.5: above it, a document is more likely of this kind than
   * not.
   */
  readonly minWeight: number;
  /** Maximum number of letters and digits that fit on it. */
  readonly maxCharacters?: number;
  /**
   * Invented texts, one string per row, with ` | ` between separate pieces of one row. `true` are
   * of this kind, `false` look similar but are not.
   */
  readonly examples: { readonly true: readonly (readonly string[])[]; readonly false: readonly (readonly string[])[] };
}

/** A kind of document. */
export interface Kind extends Described {
  /** The label of the detection that it makes. */
  readonly label: KindLabel;
  /** Printed by nature: the same words on a screen are an e-mail. */
  readonly isDocument?: true;
}

/** What a screen shows. Searched for only if a screen was detected. */
export type Screen = Described;
