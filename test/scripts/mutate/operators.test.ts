import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EQUIVALENT, isEquivalent } from '../../../scripts/mutate/equivalent.js';
import { breaksOf, OPERATORS } from '../../../scripts/mutate/operators.js';
import { ROOT } from '../../helpers/root.js';

/** What each break of one operator makes of the text. */
function broken(operator: string, text: string): readonly string[] {
  return breaksOf('src/toy.ts', text)
    .filter((one) => one.operator === operator)
    .map(({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end));
}

const EXAMPLES: Readonly<Record<string, readonly (readonly [text: string, ...broken: readonly string[]])[]>> = {
  'flip a comparison': [
    ['x = a < b;', 'x = a >= b;'],
    ['x = (a) === b;', 'x = (a) !== b;'],
  ],
  'move a boundary': [['x = a <= b;', 'x = a < b;'], ['x = a === b;']],
  'swap && and ||': [['x = a && (b || c);', 'x = a || (b || c);', 'x = a && (b && c);']],
  'change arithmetic': [['x = a + b;', 'x = a - b;'], ["x = a + 'b';"], ['x = `a` + b;']],
  'drop a fallback': [['x = a?.b ?? 0;', 'x = (a?.b)!;']],
  'negate a condition': [
    ['if (a) b();', 'if (!(a)) b();'],
    ['x = a > 1 ? b : c;', 'x = !(a > 1) ? b : c;'],
  ],
  'drop a negation': [['x = !a;', 'x = a;'], ['x = -a;']],
  'drop a guard': [
    ['function f() { if (a) return; if (b) { throw c; } if (d) e(); }'].concat([
      'function f() { ; if (b) { throw c; } if (d) e(); }',
      'function f() { if (a) return; ; if (d) e(); }',
    ]) as [string, ...string[]],
  ],
  'drop a statement': [['a(); b = 1; const c = d();', '; b = 1; const c = d();', 'a(); ; const c = d();']],
  'return early': [['function f() { a(); b(); }', 'function f() { return; a(); b(); }'], ['function f() { a(); }']],
  'change a number': [
    ['x = 0;', 'x = 1;'],
    ['x = 16;', 'x = 17;'],
    ['x = 0xff;', 'x = 127;'],
    ['x = 0.25;', 'x = 0.5;'],
  ],
  'change a text': [
    ["import a from 'b'; x = { 'c': 'd' };", "import a from 'b'; x = { 'c': '' };"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text of a program
    ['x = `${a} of ${b}!`;', 'x = `${a}${b}!`;', 'x = `${a} of ${b}`;'],
    ["x = '';"],
  ],
  'change a truth value': [['x = { isA: true };', 'x = { isA: false };']],
  'remove an element': [
    ['x = [a, b];', 'x = [b];', 'x = [a];'],
    ['x = [\n  a,\n];', 'x = [\n  \n];'],
  ],
  'swap some and every, min and max': [
    ['x = a.some(b) || Math.max(c);', 'x = a.every(b) || Math.max(c);', 'x = a.some(b) || Math.min(c);'],
  ],
};

describe('an operator', () => {
  it.each(Object.keys(OPERATORS))('%s makes what its examples show, and nothing else', (operator) => {
    expect(EXAMPLES[operator]).toBeDefined();
    for (const [text, ...expected] of EXAMPLES[operator] ?? []) expect(broken(operator, text)).toEqual(expected);
  });

  it('leaves types alone', () => {
    const types = "type A = 'b' | 1; interface C { d: [true, 'e'] } function f(g: 'h'): asserts g is 'h'; let i: 2;";
    expect(breaksOf('src/toy.ts', types)).toEqual([]);
    expect(broken('change a number', 'x = (1 as 2)! satisfies 3;')).toEqual(['x = (2 as 2)! satisfies 3;']);
  });
});

describe('a break', () => {
  it('shows its line before and after', () => {
    const [first] = breaksOf('src/toy.ts', '\n\n  if (a < 1) b();\n').filter(
      ({ operator }) => operator === 'move a boundary',
    );
    expect(first).toMatchObject({ line: 3, before: 'if (a < 1) b();', after: 'if (a <= 1) b();' });
  });

  it('keeps its id when lines before it change, and has another than the same change elsewhere', () => {
    const ids = (text: string) => breaksOf('src/toy.ts', text).map(({ id }) => id);
    expect(ids('const b = 0;\nx = 1;')).toContain(ids('x = 1;')[0]);
    expect(new Set(ids('x = 1;\nx = 1;\nx = 1;')).size).toBe(6);
  });
});

describe('a break without effect', () => {
  const one = breaksOf('src/toy.ts', 'x = a < 1;').filter(({ operator }) => operator === 'move a boundary');
  const why = 'a is never 1';

  it('is left out where the list names it as it is', () => {
    const [{ file, operator, before, after } = expect.fail()] = one;
    expect(one.filter((each) => isEquivalent(each, [{ file, operator, before, after, why }]))).toEqual(one);
    expect(one.filter((each) => isEquivalent(each, [{ file, operator, before, after: 'other', why }]))).toEqual([]);
  });

  it('is one of the breaks of its file: the list has nothing that is out of date', () => {
    const unknown = EQUIVALENT.filter(({ file, ...entry }) => {
      const breaks = breaksOf(file, readFileSync(join(ROOT, file), 'utf8'));
      return !breaks.some((each) => isEquivalent(each, [{ file, ...entry }]));
    });
    expect(unknown).toEqual([]);
  });
});
