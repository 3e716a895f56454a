import { describe, expect, it } from 'vitest';
import type { CliArgs } from '../../src/options/flags.js';
import { chooseRules, type RuleChoice } from '../../src/options/rule-choice.js';
import { configFile, RULES, refusalOf, resolve, rule } from './request.js';

function chosen(choice: Partial<RuleChoice>): readonly string[] {
  const full = { only: undefined, skip: undefined, config: undefined, minScore: 0, ...choice };
  return chooseRules(RULES, full).map(({ id }) => id);
}

describe('which rules are on', () => {
  it.each<[Partial<RuleChoice>, readonly string[]]>([
    [{}, ['person/child', 'person/face', 'document/passport', 'document/page']],
    [{ only: 'document/page,person' }, ['person/child', 'person/face', 'document/page']],
    [{ only: ' document , person/face ' }, ['person/face', 'document/passport', 'document/page']],
    [{ skip: 'document' }, ['person/child', 'person/face']],
    [{ only: 'person', skip: 'person/face' }, ['person/child']],
    [{ config: { 'person/face': 'off' } }, ['person/child', 'document/passport', 'document/page']],
    [{ config: { 'person/face': 'off' }, skip: 'document' }, ['person/child']],
    [{ config: { 'person/face': 'off' }, only: 'person' }, ['person/child', 'person/face']],
  ])('%j', (choice, ids) => {
    expect(chosen(choice)).toEqual(ids);
  });

  it.each<[CliArgs, RegExp]>([
    [
      { only: 'person/fase' },
      /^--only "person\/fase": unknown rule or group; did you mean person\/face\? groups: person, document/,
    ],
    [{ skip: 'persons' }, /^--skip "persons": unknown rule or group; did you mean person\?/],
    [
      { skip: 'zebra' },
      /^--skip "zebra": unknown rule or group; groups: person, document; to list all: lenscap rules$/,
    ],
    [{ only: '' }, /^--only "": unknown rule or group/],
    [{ only: 'person,' }, /^--only "": unknown rule or group/],
    [{ only: 'person', skip: 'person' }, /^no rule is on; remove --only,/],
    [{ skip: 'person,document' }, /^no rule is on; remove --skip,/],
  ])('refused: %j', async (args, message) => {
    expect(await refusalOf(resolve(args))).toMatch(message);
  });

  it('a configuration that has everything off is refused', async () => {
    const config = configFile({ rules: Object.fromEntries(RULES.map(({ id }) => [id, 'off'])) });
    expect(await refusalOf(resolve({ config }))).toMatch(/^no rule is on; remove the configuration,/);
  });
});

describe('how they are set', () => {
  const set = (severity: 'critical' | 'high' | 'medium' | 'low' | 'off', second: 'high' | 'low') => {
    const rules = [rule('a/b', { labels: ['x', 'y'], severityByLabel: { y: second } })];
    const choice = { only: 'a', skip: undefined, config: { 'a/b': severity }, minScore: 0 };
    const [found] = chooseRules(rules, choice);
    return [found?.severity, found?.severityByLabel?.y];
  };

  it('a configured severity is the worst that a rule gives', () => {
    expect(set('critical', 'low')).toEqual(['critical', 'low']);
    expect(set('critical', 'high')).toEqual(['critical', 'high']);
    expect(set('medium', 'high')).toEqual(['medium', 'medium']);
    expect(set('low', 'high')).toEqual(['low', 'low']);
  });

  it('a rule that is off and named by --only keeps its own severity', () => {
    expect(set('off', 'low')).toEqual(['medium', 'low']);
  });

  it('--min-score raises and never lowers', () => {
    const scores = (minScore: number) =>
      chooseRules(RULES, { only: undefined, skip: undefined, config: {}, minScore }).map((each) => each.minScore);
    expect(scores(0)).toEqual([0.5, 0.5, 0.9, 0.5]);
    expect(scores(0.7)).toEqual([0.7, 0.7, 0.9, 0.7]);
  });
});
