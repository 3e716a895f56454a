// Which kind of document a text is: adds up what speaks for each kind. Pure; the kinds are data.
import { KINDS } from './index.js';
import type { Cue, Kind, Words } from './kind.js';
import type { Layout } from './layout.js';
import { compactOf, plainOf } from './plain.js';
import { hasShape } from './shapes.js';

/** Letters from which a phrase is also found inside a longer word and across a missing blank; shorter ones must stand alone. */
const LONG_PHRASE = 8;
/** Part of its row's letters that a phrase must make up: below it somebody writes about the thing. */
const LEAST_SHARE = 0.2;

export interface Classified {
  readonly kind: Kind;
  /** 0..1, 0.5 at the kind's least weight; ordinal. */
  readonly score: number;
}

/** A row or a line, in the forms that phrases are looked for in. */
interface Readable {
  readonly compact: string;
  /** With a blank at both ends. */
  readonly spaced: string;
}

const phrases = new WeakMap<Words, readonly string[]>();

function phrasesOf(words: Words): readonly string[] {
  const known = phrases.get(words) ?? Object.values(words).flatMap((list) => list.split(',').map(plainOf));
  phrases.set(words, known);
  return known;
}

function readableOf(text: string): Readable {
  const plain = plainOf(text);
  return { compact: compactOf(plain), spaced: ` ${plain} ` };
}

function holds({ compact, spaced }: Readable, phrase: string, isInText: boolean): boolean {
  const letters = compactOf(phrase);
  const isThere = letters.length >= LONG_PHRASE ? compact.includes(letters) : spaced.includes(` ${phrase} `);
  return isThere && (isInText || letters.length >= compact.length * LEAST_SHARE);
}

function speaks(cue: Cue, layout: Layout, texts: readonly Readable[]): boolean {
  if ('shape' in cue) return hasShape(layout, cue.shape);
  if ('pattern' in cue) return [...layout.lines, ...layout.rows].some((row) => cue.pattern.test(row));
  return phrasesOf(cue.words).some((phrase) => texts.some((text) => holds(text, phrase, cue.isInText === true)));
}

/** 0..1: how much speaks for the kind. */
export function scoreOf(kind: Kind, layout: Layout): number {
  return scoreIn(kind, layout, textsOf(layout));
}

function textsOf({ rows, lines }: Layout): readonly Readable[] {
  return [...new Set([...rows, ...lines])].map(readableOf);
}

function scoreIn(kind: Kind, layout: Layout, texts: readonly Readable[]): number {
  if (layout.characters > (kind.mostCharacters ?? Infinity)) return 0;
  const weight = kind.cues.reduce((sum, cue) => sum + (speaks(cue, layout, texts) ? cue.weight : 0), 0);
  return weight <= 0 ? 0 : weight / (weight + kind.least);
}

/** The likeliest kind, of equal ones the first of the registry; null where nothing speaks for any. */
export function classify(layout: Layout): Classified | null {
  const texts = textsOf(layout);
  const all = KINDS.map((kind) => ({ kind, score: scoreIn(kind, layout, texts) }));
  const best = all.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best : null;
}
