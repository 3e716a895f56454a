// What a kind of document looks like, as data: words, patterns and shapes that speak for it, each with its weight.
import type { DocumentLabel } from '../declaration.js';
import type { LANGUAGES } from '../languages.js';
import type { ShapeId } from './shapes.js';

/** Those asked for, and whichever other language writes the word in Latin letters. */
export type Language = keyof typeof LANGUAGES | 'other';

/** Phrases, set apart by commas; written plainly, without accents: the recogniser drops them too. */
export type Words = Readonly<Partial<Record<Language, string>>>;

interface Weighed {
  /** 3: names the kind; 2: hardly stands on anything else; 1: usual on it. Negative: speaks against it. */
  readonly weight: number;
}

/**
 * Counts once, however many of its phrases are seen. A phrase in the middle of a long row is somebody writing about the thing,
 * and counts only with `isInText`.
 */
export interface WordCue extends Weighed {
  readonly words: Words;
  readonly isInText?: boolean;
}

/** Tried on each row as it was read, and seen where so many rows have it (1). */
export interface PatternCue extends Weighed {
  readonly pattern: RegExp;
  readonly times?: number;
}

export interface ShapeCue extends Weighed {
  readonly shape: ShapeId;
}

export type Cue = WordCue | PatternCue | ShapeCue;

/** Labels that words alone can make; the others have a structure of their own. */
export type KindLabel = Exclude<DocumentLabel, 'screenshot' | 'handwriting' | 'page' | 'payment-card-number'>;

/** Something that is told by its words and its layout. */
export interface Described {
  /** kebab-case; also the name of its file. */
  readonly id: string;
  readonly cues: readonly Cue[];
  /** Weight from which a document is more likely of this kind than not: its score is 0.5 there. */
  readonly least: number;
  /** More letters and digits than this do not fit on it. */
  readonly mostCharacters?: number;
  /** Invented texts, one row a string, ` | ` between pieces that stand apart in one row: of this kind, and much like it but not. */
  readonly examples: { readonly true: readonly (readonly string[])[]; readonly false: readonly (readonly string[])[] };
}

/** A kind of document. */
export interface Kind extends Described {
  /** The detection that it makes. */
  readonly label: KindLabel;
  /** It is printed by its nature: the same words on a screen are a mail. */
  readonly isDocument?: true;
}

/** What a screen shows; it is sought only where a screen was seen. */
export type Screen = Described;
