// Decodes the recogniser's steps into characters: freely, or under a template for a line of known
// length and character sets.
import type { Tensor } from '../inference/engine.js';

/** The class between characters. A repeated letter needs one in between. */
const BLANK = 0;
/** Keeps the logarithm of an impossible class finite. */
const MIN_PROBABILITY = 1e-6;

/** The characters that the classes stand for. */
export interface Charset {
  /** Indexed by class. */
  readonly characters: readonly string[];
  readonly classOf: ReadonlyMap<string, number>;
}

/** `characters[i]` is the character of class i; class 0 is the blank. */
export function charsetOf(characters: readonly string[]): Charset {
  return { characters, classOf: new Map(characters.map((character, index) => [character, index])) };
}

/** One character of a line. */
export interface ReadCharacter {
  readonly text: string;
  /** Probability, 0..1. */
  readonly confidence: number;
}

/** The most likely class at each step. A run of one class is one character. */
export function readFreely({ dims, data }: Tensor, { characters: labels }: Charset): readonly ReadCharacter[] {
  const [, steps = 0, classes = 0] = dims;
  const characters: ReadCharacter[] = [];
  let previous = BLANK;
  for (let step = 0; step < steps; step += 1) {
    const probabilities = data.subarray(step * classes, (step + 1) * classes);
    let best = BLANK;
    for (let index = 1; index < classes; index += 1) if (probabilities[index]! > probabilities[best]!) best = index;
    const text = labels[best];
    if (best !== BLANK && best !== previous && text !== undefined) {
      characters.push({ text, confidence: probabilities[best]! });
    }
    previous = best;
  }
  return characters;
}

/** Geometric mean of the highest probability at each step, 0..1. No reading can exceed it. */
export function bestConfidence({ dims, data }: Tensor): number {
  const [, steps = 0, classes = 0] = dims;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    let best = MIN_PROBABILITY;
    for (let index = step * classes; index < (step + 1) * classes; index += 1) best = Math.max(best, data[index]!);
    sum += Math.log(best);
  }
  return Math.exp(sum / Math.max(1, steps));
}

/** The known form of a line: the allowed characters at each position, in order. */
export type LineTemplate = readonly string[];

export interface TemplateReading {
  /** As long as the template. Each character is in the set of its position. */
  readonly text: string;
  /**
   * Geometric mean of the step probabilities along the path, 0..1: how well the line fits the
   * template.
   */
  readonly confidence: number;
  /** The candidates at each position, the most likely first. */
  readonly choices: readonly (readonly ReadCharacter[])[];
}

/**
 * Characters that the recogniser takes for the character of the key. One of them counts as the
 * character itself, at ALIKE_SHARE of its probability.
 */
export type Alike = ReadonlyMap<string, string>;
const ALIKE_SHARE = 0.3;

/** The probability of each character of a template, by step. */
interface Emissions {
  readonly steps: number;
  /** Index of a character in `at`. */
  readonly indexOf: ReadonlyMap<string, number>;
  blankAt(step: number): number;
  at(step: number, index: number): number;
  /** Whether one of the two characters counts as the other. */
  isAlike(a: number, b: number): boolean;
  /** Whether the step shows the same class as the one before: one glyph, not two alike. */
  isSameGlyph(step: number): boolean;
  /** Without what is alike. */
  ownAt(step: number, index: number): number;
}

function emissionsOf(tensor: Tensor, { classOf }: Charset, template: LineTemplate, alike: Alike): Emissions {
  const { dims, data } = tensor;
  const [, steps = 0, classes = 0] = dims;
  const characters = [...new Set(template.join(''))];
  const indexOf = new Map(characters.map((character, index) => [character, index]));
  const own = characters.map((character) => classOf.get(character) ?? BLANK);
  const probabilities = new Float64Array(steps * characters.length);
  for (const [index, character] of characters.entries()) {
    const others = [...(alike.get(character) ?? '')].flatMap((other) => classOf.get(other) ?? []);
    for (let step = 0; step < steps; step += 1) {
      let best = data[step * classes + (own[index] ?? BLANK)] ?? 0;
      for (const other of others) best = Math.max(best, ALIKE_SHARE * (data[step * classes + other] ?? 0));
      probabilities[step * characters.length + index] = best;
    }
  }
  const isLike = (a: string, b: string): boolean => a === b || (alike.get(a) ?? '').includes(b);
  const tops = topClassesOf(tensor);
  const pairs = characters.map((a) => characters.map((b) => isLike(a, b) || isLike(b, a)));
  return {
    steps,
    indexOf,
    isAlike: (a, b) => pairs[a]?.[b] ?? false,
    isSameGlyph: (step) => tops[step] === tops[step - 1],
    blankAt: (step) => data[step * classes + BLANK] ?? 0,
    at: (step, index) => probabilities[step * characters.length + index] ?? 0,
    ownAt: (step, index) => data[step * classes + (own[index] ?? BLANK)] ?? 0,
  };
}

/** A line is read under several templates. */
const topClasses = new WeakMap<Tensor, readonly number[]>();

/** The most likely class of each step. */
function topClassesOf(tensor: Tensor): readonly number[] {
  const known = topClasses.get(tensor);
  if (known !== undefined) return known;
  const { dims, data } = tensor;
  const [, steps = 0, classes = 0] = dims;
  const tops = Array.from({ length: steps }, (_, step) => {
    let best = step * classes;
    for (let index = best + 1; index < (step + 1) * classes; index += 1) if (data[index]! > data[best]!) best = index;
    return best - step * classes;
  });
  topClasses.set(tensor, tops);
  return tops;
}

const logOf = (probability: number): number => Math.log(Math.max(MIN_PROBABILITY, probability));

/**
 * The most likely reading that matches the template (Viterbi over the steps). Null if the line has
 * too few steps for it. A run of `<` keeps its length, and a position for digits holds a digit.
 *
 * A state is `position * slots + slot`: that many characters are read, and the last step was the
 * blank (slot 0) or the last character as entry (slot - 1) of its set.
 */
export function readAs(
  tensor: Tensor,
  charset: Charset,
  template: LineTemplate,
  alike: Alike = new Map(),
): TemplateReading | null {
  const emissions = emissionsOf(tensor, charset, template, alike);
  const { steps } = emissions;
  const sets = template.map((set) => [...set].map((character) => emissions.indexOf.get(character) ?? 0));
  const slots = 1 + Math.max(0, ...sets.map((set) => set.length));
  const states = (template.length + 1) * slots;
  const cameFrom = new Int32Array(steps * states).fill(-1);
  const gains = new Float64Array(emissions.indexOf.size);
  let scores = new Float64Array(states).fill(-Infinity);
  scores[0] = 0;
  for (let step = 0; step < steps; step += 1) {
    for (let index = 0; index < gains.length; index += 1) gains[index] = logOf(emissions.at(step, index));
    const next = new Float64Array(states).fill(-Infinity);
    const reach = (state: number, from: number, gain: number) => {
      if (from < 0 || scores[from]! + gain <= next[state]!) return;
      next[state] = scores[from]! + gain;
      cameFrom[step * states + state] = from;
    };
    const blank = logOf(emissions.blankAt(step));
    const isSameGlyph = emissions.isSameGlyph(step);
    let before: readonly [number, number] = [-1, -1];
    for (let position = 0; position <= template.length; position += 1) {
      const first = position * slots;
      for (const [index, character] of (sets[position - 1] ?? []).entries()) {
        const state = first + 1 + index;
        const gain = gains[character]!;
        const from = before.find((one) => {
          const other = sets[position - 2]?.[one - (first - slots) - 1];
          const isOne =
            other === character || (isSameGlyph && other !== undefined && emissions.isAlike(other, character));
          return !isOne;
        });
        reach(state, from ?? -1, gain);
        reach(state, state, gain);
      }
      before = bestTwo(scores, first, slots);
      reach(first, before[0], blank);
    }
    scores = next;
  }
  const [end] = bestTwo(scores, template.length * slots, slots);
  if (scores[end] === undefined || scores[end] === -Infinity) return null;
  return {
    ...traceBack(emissions, sets, template, cameFrom, end, slots),
    confidence: Math.exp(scores[end] / Math.max(1, steps)),
  };
}

/** Indices of the highest and the second highest score among `count` from `first`. */
function bestTwo(scores: Float64Array, first: number, count: number): readonly [number, number] {
  let [best, second] = [first, -1];
  for (let index = first + 1; index < first + count; index += 1) {
    if (scores[index]! > scores[best]!) [best, second] = [index, best];
    else if (second < 0 || scores[index]! > scores[second]!) second = index;
  }
  return [best, second];
}

function traceBack(
  { steps, ownAt }: Emissions,
  sets: readonly (readonly number[])[],
  template: LineTemplate,
  cameFrom: Int32Array,
  end: number,
  slots: number,
): Pick<TemplateReading, 'text' | 'choices'> {
  const states = (template.length + 1) * slots;
  const text = template.map(() => '');
  /**
   * Probability of each character of the set: the best over the steps that the path spends at the
   * position.
   */
  const seen = sets.map((set) => set.map(() => 0));
  let state = end;
  for (let step = steps - 1; step >= 0; step -= 1) {
    const slot = state % slots;
    const position = (state - slot) / slots - 1;
    if (slot > 0) {
      text[position] = template[position]?.[slot - 1] ?? '';
      const best = seen[position] ?? [];
      for (const [index, character] of (sets[position] ?? []).entries()) {
        best[index] = Math.max(best[index]!, ownAt(step, character));
      }
    }
    state = cameFrom[step * states + state]!;
  }
  const choices = template.map((set, position) =>
    [...set]
      .map((character, index) => ({ text: character, confidence: seen[position]?.[index] ?? 0 }))
      .sort(
        (a, b) => Number(b.text === text[position]) - Number(a.text === text[position]) || b.confidence - a.confidence,
      ),
  );
  return { text: text.join(''), choices };
}
