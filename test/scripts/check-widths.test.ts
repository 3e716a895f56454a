import { describe, expect, it } from 'vitest';
import { wideLines } from '../../scripts/check-widths.js';

const wide = (text: string) => wideLines('a.ts', text).map(({ line, what }) => `${line} ${what}`);
const words = (columns: number) => 'word '.repeat(columns / 5).slice(0, columns - 1);

describe('the check of widths', () => {
  it.each([
    ['a line comment', `\n// ${words(100)}`, ['2 comment']],
    ['a block comment', `/**\n * ${words(100)}\n */`, ['2 comment']],
    ['code', `const a = [${'b, '.repeat(40)}];`, ['1 code']],
    ['a template of short parts', `const a = \`${['$', '{b} and c, '].join('').repeat(12)}\`;`, ['1 code']],
  ])('refuses %s that is too wide', (_what, text, found) => {
    expect(wide(text)).toEqual(found);
  });

  it.each([
    ['a comment of 100 columns', `// ${words(98)}`],
    ['an address', `// https://example.org/${'x'.repeat(100)}`],
    ['a sentence', `const a = '${words(150)}';`],
    ['a sentence with a value', `const a = \`${words(100)} \${b} ${words(50)}\`;`],
    ['a regular expression', `const a = /${words(150)}/;`],
    ['a list of words on several lines', `const a = \`\n${words(150)}\n\`;`],
    ['stars in a template', `const a = \`\n * ${words(115)}\n\`;`],
  ])('allows %s', (_what, text) => {
    expect(wide(text)).toEqual([]);
  });
});
