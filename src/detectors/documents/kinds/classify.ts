// Classifies a text: adds up the weights of the cues for each kind of document. Pure; the kinds are
// data.
import { KINDS } from './index.js';
import type { Cue, Described, Kind, PatternCue, Words } from './kind.js';
import type { Layout } from './layout.js';
import { compactOf, plainOf } from './plain.js';
import { hasShape } from './shapes.js';

/**
 * Minimum length of a phrase that also matches inside a longer word and across a missing space.
 * Shorter phrases must be separate words.
 */
const LONG_PHRASE = 8;
/** Chinese and Japanese have no spaces between words. */
const HAN = /\p{Script=Han}{2}/u;
/**
 * Minimum share of a row's letters that a phrase must cover. Below it, the row is running text that
 * mentions the thing.
 */
const MIN_SHARE = 0.2;

export interface Classified<D extends Described = Kind> {
  readonly kind: D;
  /** 0..1; 0.5 at the kind's `minWeight`. Ordinal. */
  readonly score: number;
}

/** A row or a line, in the forms that phrases are searched in. */
interface Readable {
  readonly compact: string;
  /** With a space at both ends. */
  readonly spaced: string;
}

interface Texts {
  readonly each: readonly Readable[];
  /** All texts, separated by line breaks. */
  readonly all: Readable;
}

interface Phrase {
  readonly spaced: string;
  readonly compact: string;
  readonly isLong: boolean;
}

const phrases = new WeakMap<Words, readonly Phrase[]>();

function phrasesOf(words: Words): readonly Phrase[] {
  const known = phrases.get(words) ?? Object.values(words).flatMap((list) => list.split(',').map(phraseOf));
  phrases.set(words, known);
  return known;
}

function phraseOf(text: string): Phrase {
  const plain = plainOf(text);
  const compact = compactOf(plain);
  return { spaced: ` ${plain} `, compact, isLong: compact.length >= LONG_PHRASE || HAN.test(compact) };
}

function readableOf(text: string): Readable {
  const plain = plainOf(text);
  return { compact: compactOf(plain), spaced: ` ${plain} ` };
}

function holds(text: Readable, phrase: Phrase): boolean {
  return phrase.isLong ? text.compact.includes(phrase.compact) : text.spaced.includes(phrase.spaced);
}

function isNamed(phrase: Phrase, { all, each }: Texts, isInText: boolean): boolean {
  // Most phrases do not occur at all. One search of the whole text saves a search of each row.
  if (!holds(all, phrase)) return false;
  return each.some(
    (text) => holds(text, phrase) && (isInText || phrase.compact.length >= text.compact.length * MIN_SHARE),
  );
}

/** The weight that the cue adds to the text: 0 where it does not match. */
function weightOf(cue: Cue, layout: Layout, texts: Texts): number {
  if ('shape' in cue) return hasShape(layout, cue.shape) ? cue.weight : 0;
  if ('pattern' in cue) return isSeen(cue, layout) ? cue.weight : 0;
  const { words, weight, more = 0, isInText = false } = cue;
  const isPresent = (phrase: Phrase) => isNamed(phrase, texts, isInText);
  if (more === 0) return phrasesOf(words).some(isPresent) ? weight : 0;
  const found = phrasesOf(words).filter(isPresent);
  return found.length === 0 ? 0 : weight + Math.min(more, withoutParts(found).length - 1);
}

/** The phrases that are no part of another one, each once: `total` in `total due` is one phrase. */
function withoutParts(found: readonly Phrase[]): readonly Phrase[] {
  const each = [...new Map(found.map((phrase) => [phrase.compact, phrase])).values()];
  return each.filter((phrase) => !each.some((other) => other !== phrase && other.compact.includes(phrase.compact)));
}

function isSeen({ pattern, times = 1 }: PatternCue, { rows, lines }: Layout): boolean {
  // A pattern that is anchored at both ends may match a line and not its row, or the reverse.
  return [rows, lines].some((texts) => texts.filter((text) => pattern.test(text)).length >= times);
}

/** 0..1: how strongly the text indicates the kind. */
export function scoreOf(kind: Described, layout: Layout): number {
  return scoreIn(kind, layout, textsOf(layout));
}

function textsOf({ rows, lines }: Layout): Texts {
  const each = [...new Set([...rows, ...lines])].map(readableOf);
  const joined = (form: keyof Readable) => each.map((text) => text[form]).join('\n');
  return { each, all: { compact: joined('compact'), spaced: joined('spaced') } };
}

function scoreIn(kind: Described, layout: Layout, texts: Texts): number {
  if (layout.characters > (kind.maxCharacters ?? Infinity)) return 0;
  const weight = kind.cues.reduce((sum, cue) => sum + weightOf(cue, layout, texts), 0);
  return weight <= 0 ? 0 : weight / (weight + kind.minWeight);
}

/** The most likely kind of document. Null if no cue matches. */
export function classify(layout: Layout): Classified | null {
  return likeliest(KINDS, layout);
}

/** The most likely of the kinds (at least one); the first one of equals. Null if no cue matches. */
export function likeliest<D extends Described>(kinds: readonly D[], layout: Layout): Classified<D> | null {
  const texts = textsOf(layout);
  const all = kinds.map((kind) => ({ kind, score: scoreIn(kind, layout, texts) }));
  const best = all.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best : null;
}
