import { expect, it } from 'vitest';
import { type CliArgs, FLAGS } from '../../src/options/flags.js';
import { repeatedFlags } from '../../src/options/repeated-flags.js';

const of = (args: CliArgs) => repeatedFlags(args, FLAGS, 'posix');

it('repeats what decides the results, for each command that takes it', () => {
  const args = { baseline: 'my base.json', service: 'google-photos,apple', region: 'DE', asOf: '2026-01-02' };
  const all = [
    ...['--service google-photos,apple', '--as-of 2026-01-02', '--region DE'],
    ...["--baseline 'my base.json'"],
  ];
  expect(of(args)).toEqual({ scan: all, report: all, accept: [] });
  expect(of({ minScore: '0.5', config: 'c.json', fast: true, cache: false })).toEqual({
    scan: ['--min-score 0.5', '--fast', '--no-cache', '--config c.json'],
    report: ['--min-score 0.5', '--config c.json'],
    accept: ['--no-cache', '--config c.json'],
  });
});

it('repeats nothing that a hint states itself, and no switch at its default', () => {
  const args = { format: 'text', output: 'a.txt', all: true, filesFrom: 'list', null: true, quiet: true, cache: true };
  expect(of(args)).toEqual({ scan: [], report: [], accept: [] });
});

it('keeps a value that looks like a flag', () => {
  expect(of({ config: '-c' }).report).toEqual(['--config=-c']);
});
