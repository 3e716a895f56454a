import { describe, expect, it } from 'vitest';
import { chooseSlots, quotas, type Room } from '../../../scripts/mutate/choose.js';
import { breaksOf } from '../../../scripts/mutate/operators.js';
import { GUARDED, isGuarded, roomOf } from '../../../scripts/mutate/rooms.js';

const room = (name: string, lines: number): Room => ({
  name,
  lines,
  breaks: breaksOf(`src/${name}/a.ts`, `x = [${'1, '.repeat(50)}];\n${'if (a < b) c();\n'.repeat(lines)}`),
});
const ROOMS = [
  ...Object.keys(GUARDED).map((name) => room(name, 20)),
  room('formats', 300),
  room('walk', 100),
  room('async', 1),
];
const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, one) => all + one, 0);

describe('the breaks that are tried', () => {
  it.each([1, 7, 30, 100, 333])('are %i where so many are asked for', (count) => {
    expect(sum(quotas(ROOMS, count))).toBe(count);
    expect(sum(quotas([room('walk', 10)], count))).toBe(count);
    expect(sum(quotas([room('masks', 10)], count))).toBe(count);
  });

  it('are spread by size, with more than their size gives for what may not go unnoticed', () => {
    const of = quotas(ROOMS, 100);
    for (const name of Object.keys(GUARDED)) expect(of.get(name)).toBe(6);
    expect(of.get('formats')).toBeGreaterThan(2.5 * (of.get('walk') ?? 0));
    expect(of.get('async')).toBeGreaterThanOrEqual(1);
  });

  it('omit no guarded kind and no room when there are few', () => {
    expect(Math.min(...quotas(ROOMS, 14).values())).toBe(1);
  });

  it('are the same for the same seed, and others for another', () => {
    const ids = (seed: number) => chooseSlots(ROOMS, 50, seed).map(({ candidates }) => candidates[0]?.id);
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
  });

  it('share no line, in what takes the place of one that does not compile neither', () => {
    const slots = chooseSlots(ROOMS, 50, 1);
    const lines = slots.flatMap(({ candidates }) => candidates.map(({ file, line }) => `${file}:${line}`));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('are not crowded out by a table of numbers', () => {
    const operators = chooseSlots([room('walk', 60)], 30, 1).map(({ candidates }) => candidates[0]?.operator);
    expect(new Set(operators).size).toBeGreaterThan(3);
  });
});

describe('a file', () => {
  it.each([
    ['src/report/exit-code.ts', 'exit codes'],
    ['src/report/spool.ts', 'report'],
    ['src/main.ts', 'src'],
  ])('%s belongs to %s', (file, name) => expect(roomOf(file)).toBe(name));

  it('of a guarded kind is one', () => {
    expect([isGuarded('masks'), isGuarded('walk')]).toEqual([true, false]);
  });
});
