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
 * The most likely reading that matches the template (Viterbi over the steps). Null if the line has
 * too few steps for it. A run of `<` keeps its length, and a position for digits holds a digit.
 *
 * A state is `position * slots + slot`: that many characters are read, and the last step was the
 * blank (slot 0) or the last character as entry (slot - 1) of its set.
 */
export function readAs(tensor: Tensor, { classOf }: Charset, template: LineTemplate): TemplateReading | null {
  const [, steps = 0, classes = 0] = tensor.dims;
  const sets = template.map((set) => [...set].map((character) => classOf.get(character) ?? BLANK));
  const slots = 1 + Math.max(0, ...sets.map((set) => set.length));
  const states = (template.length + 1) * slots;
  const cameFrom = new Int32Array(steps * states).fill(-1);
  let scores = new Float64Array(states).fill(-Infinity);
  scores[0] = 0;
  for (let step = 0; step < steps; step += 1) {
    const log = (index: number) => Math.log(Math.max(MIN_PROBABILITY, tensor.data[step * classes + index] ?? 0));
    const next = new Float64Array(states).fill(-Infinity);
    const reach = (state: number, from: number, gain: number) => {
      if (from < 0 || scores[from]! + gain <= next[state]!) return;
      next[state] = scores[from]! + gain;
      cameFrom[step * states + state] = from;
    };
    const blank = log(BLANK);
    let before: readonly [number, number] = [-1, -1];
    for (let position = 0; position <= template.length; position += 1) {
      const first = position * slots;
      for (const [index, character] of (sets[position - 1] ?? []).entries()) {
        const state = first + 1 + index;
        const gain = log(character);
        const [best, second] = before;
        const isSame = best > first - slots && sets[position - 2]?.[best - (first - slots) - 1] === character;
        reach(state, isSame ? second : best, gain);
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
    ...traceBack(tensor, sets, template, cameFrom, end, slots),
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
  { dims, data }: Tensor,
  sets: readonly (readonly number[])[],
  template: LineTemplate,
  cameFrom: Int32Array,
  end: number,
  slots: number,
): Pick<TemplateReading, 'text' | 'choices'> {
  const [, steps = 0, classes = 0] = dims;
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
        best[index] = Math.max(best[index]!, data[step * classes + character] ?? 0);
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
