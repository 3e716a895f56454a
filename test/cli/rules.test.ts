import { expect, it } from 'vitest';
import { describeRules } from '../../src/commands/rules.js';
import { RULES } from '../../src/rules/index.js';

it.each([48, 80, 120])('the list of rules fits a terminal of %i columns', (width) => {
  const [table = ''] = describeRules(undefined, width).split('\n\n');
  expect(table.split('\n').filter((line) => line.length > width)).toEqual([]);
  expect(table.replace(/\s+/g, ' ')).toContain(RULES[0]?.meaning);
});

it.each([
  [48, 4],
  [120, RULES.reduce((most, { id }) => Math.max(most, id.length), 0) + 12],
])('on %i columns a meaning goes on at column %i', (width, indent) => {
  const [table = ''] = describeRules(undefined, width).split('\n\n');
  const later = table.split('\n').filter((line) => line.startsWith(' '));
  expect(later.length).toBeGreaterThan(5);
  expect(new Set(later.map((line) => line.search(/\S/)))).toEqual(new Set([indent]));
});

it('the list has one line for each rule without a terminal', () => {
  const [table = ''] = describeRules(undefined, Number.POSITIVE_INFINITY).split('\n\n');
  expect(table.split('\n').map((line) => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
});

it('a mistyped rule is answered with the nearest one, by the program as it was started', () => {
  expect(() => describeRules('pasport', 80, 'npx lenscap')).toThrow(
    'unknown rule "pasport"; did you mean document/passport? npx lenscap rules lists them all',
  );
  expect(describeRules(undefined, 80, 'npx lenscap')).toMatch(/\nnpx lenscap rules RULE /);
});

it('a group gives its rules', () => {
  const [table = ''] = describeRules('document', Number.POSITIVE_INFINITY).split('\n\n');
  const ids = RULES.map(({ id }) => id).filter((id) => id.startsWith('document/'));
  expect(table.split('\n').map((line) => line.split(' ')[0])).toEqual(ids);
});
