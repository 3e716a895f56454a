import { expect, test } from 'vitest';
import { evidenceText } from '../../src/messages/evidence.js';

test('evidence is shown with its keys in words, lists joined and countries by name', () => {
  expect(evidenceText({ documentNumber: 'X123', age: [4, 9], country: 'GB' })).toBe(
    'document number: X123, age: 4 9, country: United Kingdom',
  );
  expect(evidenceText({ country: 'UTO' })).toBe('country: UTO');
  expect(evidenceText({})).toBe('');
});
