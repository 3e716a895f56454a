import { expect, test } from 'vitest';
import {
  count,
  countryName,
  day,
  duration,
  list,
  month,
  number,
  wholeDuration,
  withArticle,
} from '../../src/messages/amounts.js';

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

test.each([
  [400, '0 s'],
  [4_600, '5 s'],
  [45_200, '45 s'],
  [292_000, '4 min 52 s'],
  [7_500_000, '2 h 5 min'],
])('%i ms still to go is %s', (milliseconds, said) => {
  expect(wholeDuration(milliseconds)).toBe(said);
});

test.each([
  'an IBAN',
  'an identity card',
  'an e-mail address',
  'a passport',
  'a one-time password secret',
  'a university card',
])('%s', (said) => {
  expect(withArticle(said.slice(said.indexOf(' ') + 1))).toBe(said);
});

test.each([
  ['GB', 'United Kingdom'],
  ['FR', 'France'],
  ['UTO', 'UTO'],
  ['QX', 'QX'],
])('the country %s is %s', (code, name) => {
  expect(countryName(code)).toBe(name);
});

test('a day in a sentence', () => {
  expect(day('2025-06-21')).toBe('21 June 2025');
});

test.each(['2025-10-18', '2025-10'])('%s is October 2025', (date) => {
  expect(month(date)).toBe('October 2025');
});
