import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tensor } from '../../src/inference/engine.js';
import { bestConfidence, charsetOf, readAs, readFreely } from '../../src/ocr/ctc.js';

const CHARACTERS = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'];
const CHARSET = charsetOf(CHARACTERS);

/**
 * One step per character. `-` is the blank. A step like `O0` gives the first character 0.8 and the
 * second 0.15.
 */
function stepsOf(seen: readonly string[]): Tensor {
  const data = new Float32Array(seen.length * CHARACTERS.length).fill(1e-4);
  for (const [step, [first = '', second]] of seen.entries()) {
    const classOf = (text: string) => step * CHARACTERS.length + (text === '-' ? 0 : CHARACTERS.indexOf(text));
    data[classOf(first)] = 0.8;
    if (second !== undefined) data[classOf(second)] = 0.15;
  }
  return { dims: [1, seen.length, CHARACTERS.length], data };
}

const read = (seen: readonly string[]) =>
  readFreely(stepsOf(seen), CHARSET)
    .map(({ text }) => text)
    .join('');

describe('readFreely', () => {
  it('reads a run of one character as one, and a blank as a separator', () => {
    expect(read([...'-AA-A-BB-'])).toBe('AAB');
  });

  it('reads nothing from blanks', () => {
    expect(read([...'----'])).toBe('');
  });
});

describe('readAs', () => {
  it('restores the fillers of a run that was read as fewer', () => {
    const reading = readAs(stepsOf([...'A-<<<<-<<<-B']), CHARSET, ['A', '<', '<', '<', '<', '<', 'B']);
    expect(reading?.text).toBe('A<<<<<B');
  });

  it('reads a letter as a digit at a position for digits', () => {
    expect(readAs(stepsOf(['O0', '-', 'B8']), CHARSET, ['0123456789', '0123456789'])?.text).toBe('08');
  });

  it('returns the second choice at a doubtful position', () => {
    const reading = readAs(stepsOf(['O0', '-', 'B']), CHARSET, ['ABO08', 'ABO08']);
    expect(reading?.choices[0]?.slice(0, 2).map(({ text }) => text)).toEqual(['O', '0']);
  });

  it('reads freely at unconstrained positions', () => {
    const line = fc.array(fc.constantFrom(...CHARACTERS.slice(1)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(line, (characters) => {
        const steps = stepsOf(characters.flatMap((character) => [character, '-']));
        const any = characters.map(() => CHARACTERS.join(''));
        expect(readAs(steps, CHARSET, any)?.text).toBe(characters.join(''));
      }),
    );
  });

  it('reads a character that another is alike to, but prefers its own', () => {
    const alike = new Map([['O', '0']]);
    const letters = ['ABO', 'ABO'];
    expect(readAs(stepsOf([...'0-A']), CHARSET, letters, alike)?.text).toBe('OA');
    const without = readAs(stepsOf([...'0-A']), CHARSET, letters)?.confidence ?? 0;
    expect(readAs(stepsOf([...'0-A']), CHARSET, letters, alike)?.confidence).toBeGreaterThan(without);
    expect(readAs(stepsOf([...'0-A']), CHARSET, ['O0', 'A'], alike)?.text).toBe('0A');
  });

  it('never reads one glyph as two characters that are alike', () => {
    const alike = new Map([['O', '0']]);
    const two = readAs(stepsOf([...'00-A']), CHARSET, ['0', 'O', 'A'], alike)?.confidence ?? 0;
    const apart = readAs(stepsOf([...'0-0-A']), CHARSET, ['0', 'O', 'A'], alike)?.confidence ?? 0;
    expect(two).toBeLessThan(apart / 2);
  });

  it('requires a blank between two equal characters', () => {
    const steps = stepsOf([...'AAA']);
    expect(readAs(steps, CHARSET, ['A', 'A'])?.confidence).toBeLessThan(bestConfidence(steps) / 2);
    const parted = stepsOf([...'A-A']);
    expect(readAs(parted, CHARSET, ['A', 'A'])?.confidence).toBeCloseTo(bestConfidence(parted), 6);
  });

  it('returns null if the line has fewer steps than the template has characters', () => {
    expect(readAs(stepsOf([...'AB']), CHARSET, ['A', 'B', 'C'])).toBeNull();
  });

  it('never exceeds the best confidence, and is less confident in text that the line does not show', () => {
    const steps = stepsOf([...'A-B-C']);
    const right = readAs(steps, CHARSET, ['A', 'B', 'C'])?.confidence ?? 0;
    const wrong = readAs(steps, CHARSET, ['A', 'X', 'C'])?.confidence ?? 0;
    expect(right).toBeCloseTo(bestConfidence(steps), 6);
    expect(wrong).toBeLessThan(right / 2);
  });
});
