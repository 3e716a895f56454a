import { describe, expect, it } from 'vitest';
import { describeRules } from '../../src/commands/rules.js';
import { scoreText, severityText } from '../../src/rules/describe.js';
import { RULES } from '../../src/rules/index.js';

it.each([48, 80, 120])('the list of rules fits a terminal of %i columns', (width) => {
  const printed = describeRules(undefined, width);
  const [table = ''] = printed.split('\n\n');
  expect(printed.split('\n').filter((line) => line.length > width)).toEqual([]);
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
    'unknown rule or group "pasport"; did you mean document/passport? to list all: npx lenscap rules',
  );
  expect(describeRules(undefined, 20, 'npx lenscap')).toMatch(/\n {2}npx lenscap rules RULE\n$/);
});

it('a group gives its rules', () => {
  const [table = ''] = describeRules('document', Number.POSITIVE_INFINITY).split('\n\n');
  const ids = RULES.map(({ id }) => id).filter((id) => id.startsWith('document/'));
  expect(table.split('\n').map((line) => line.split(' ')[0])).toEqual(ids);
});

describe('a rule in full', () => {
  it('is reported when proved only where something can prove it', () => {
    const provable = RULES.filter((rule) => / or when proved\.$/.test(scoreText(rule))).map(({ id }) => id);
    const unprovable = RULES.filter(({ proof }) => /^Nothing proves/.test(proof)).map(({ id }) => id);
    expect(provable).toEqual(
      RULES.filter(({ id, minScore }) => minScore > 0 && !unprovable.includes(id)).map(({ id }) => id),
    );
    expect(describeRules('person/face', 100)).toMatch(/ Reported from a\s+score of 0\.45\.\n/);
  });

  it('states in words when a finding has another severity', () => {
    expect(RULES.filter(({ severityByLabel }) => severityByLabel).length).toBeGreaterThan(3);
    for (const rule of RULES) {
      expect(Object.keys(rule.labelConditions ?? {}), rule.id).toEqual(Object.keys(rule.severityByLabel ?? {}));
    }
    const [face] = RULES.filter(({ id }) => id === 'person/face');
    expect(face && severityText(face)).toBe('medium; low if the face is too small or blurred to recognise the person');
  });
});
