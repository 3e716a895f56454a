// Every model that is shipped has a card, with all that a card has to state.
import { describe, expect, test } from 'vitest';
import { modelCardsText } from '../../src/commands/model-cards.js';
import { modelCards } from '../../src/inference/cards.js';
import { MODEL_IDS } from '../../src/inference/models.js';
import { folder } from '../helpers/folder.js';

const CARDS = modelCards();
const DATE = /^\d{4}-\d{2}-\d{2}$/;

test('every model of the manifest has one card', () => {
  expect(CARDS.map(({ card }) => card?.id)).toEqual(CARDS.map(({ entry }) => entry.id));
  expect(CARDS.map(({ entry }) => entry.id).sort()).toEqual([...MODEL_IDS].sort());
});

describe.each(CARDS.map(({ entry, card }) => [entry.id, entry, card] as const))('%s', (_id, entry, card) => {
  test('states its licence, its training, its use, its dates and its failures', () => {
    const { trainedOn, source } = entry;
    for (const text of [source.licence, source.origin, trainedOn, card?.usedFor, ...(card?.knownFailures ?? [])]) {
      expect(text?.trim() ?? '').not.toBe('');
    }
    expect(card?.knownFailures.length).toBeGreaterThan(0);
    expect(card?.cardDate).toMatch(DATE);
    if (card?.weightsDate !== 'not known') expect(card?.weightsDate).toMatch(DATE);
  });

  test('has figures by group, or says why it has none', () => {
    const groups = card?.groups ?? [];
    expect(groups.length === 0).toBe(typeof card?.groupsUnknown === 'string');
    for (const { what, from, rows } of groups) {
      expect([what, from].every((text) => text.length > 0) && rows.length > 0).toBe(true);
      for (const { group, right, of } of rows) expect(right <= of && of > 0, group).toBe(true);
    }
  });
});

describe('doctor --models', () => {
  test.each([40, 80])('fits a terminal of %i columns', (width) => {
    const long = modelCardsText(width)
      .split('\n')
      // A word may be longer than the terminal.
      .filter((line) => line.length > width && line.trim().includes(' '));
    expect(long).toEqual([]);
  });

  test('prints every field and every figure of each card', () => {
    const text = modelCardsText(Number.POSITIVE_INFINITY).replace(/\s+/g, ' ');
    for (const { entry, card } of CARDS) {
      for (const part of [entry.title, entry.source.licence, entry.trainedOn, ...(card?.knownFailures ?? [])]) {
        expect(text).toContain(part.replace(/\s+/g, ' '));
      }
    }
    expect(text).toContain('aged 60 and older: 46 of 51, 90.2 %');
  });

  test('says of a model without a card that nothing is known', () => {
    const [first] = CARDS;
    const models = folder({
      'manifest.json': JSON.stringify({ models: [first?.entry] }),
      'cards.json': JSON.stringify({ cards: [] }),
    });
    expect(modelCardsText(80, models)).toMatch(/known failures {2}not known\n {2}by group {8}not known\n$/);
  });

  test('without readable cards is a fault of the installation', () => {
    const models = folder({ 'manifest.json': JSON.stringify({ models: [] }), 'cards.json': '{' });
    expect(() => modelCardsText(80, models)).toThrow(/models/);
  });
});
