import { expect, test } from 'vitest';
import { count, duration, list, month, number } from '../../src/messages/amounts.js';

test.each([
  [0, '0 photos'],
  [1, '1 photo'],
  [3120, '3,120 photos'],
])('%i of photo is %s', (amount, said) => {
  expect(count(amount, 'photo')).toBe(said);
});

test('an irregular plural', () => {
  expect([count(1, 'person', 'people'), count(2, 'person', 'people')]).toEqual(['1 person', '2 people']);
});

test('thousands are set apart', () => {
  expect(number(1234567)).toBe('1,234,567');
});

test.each([
  [0, '0.1 s'],
  [2_140, '2.1 s'],
  [9_960, '10 s'],
  [59_400, '59 s'],
  [59_600, '1 min 0 s'],
  [372_000, '6 min 12 s'],
  [7_500_000, '2 h 5 min'],
])('%i ms is %s', (milliseconds, said) => {
  expect(duration(milliseconds)).toBe(said);
});

test.each([
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is read %s', (items, said) => {
  expect(list(items)).toBe(said);
});

test.each(['2025-10-18', '2025-10'])('%s is October 2025', (date) => {
  expect(month(date)).toBe('October 2025');
});
