// Rules, detectors and reporters fit together: walks the registries, so that a new part cannot skip a place.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DETECTOR_IDS, loadDetectors } from '../../src/detectors/index.js';
import { hasWords } from '../../src/messages/findings.js';
import { FORMATS, loadReporters, reporterFor } from '../../src/reporters/index.js';
import { RULES } from '../../src/rules/index.js';
import { validateRules } from '../../src/rules/validate.js';

const DETECTORS = await loadDetectors();
const REPORTERS = await loadReporters();

test('a detector is registered under its own id', async () => {
  expect(DETECTORS.map(({ id }) => id)).toEqual(DETECTOR_IDS);
  expect((await loadDetectors(['codes', 'metadata'])).map(({ id }) => id)).toEqual(['metadata', 'codes']);
});

test('every rule takes labels that its detector has', () => {
  expect(() => validateRules(RULES, DETECTORS)).not.toThrow();
});

test('every label of every detector is taken by a rule', () => {
  const taken = new Set(RULES.flatMap(({ detector, labels }) => labels.map((label) => `${detector} ${label}`)));
  const labels = DETECTORS.flatMap(({ id, labels }) => labels.map((label) => `${id} ${label}`));
  expect(labels.filter((label) => !taken.has(label))).toEqual([]);
});

test('no two detectors share a label: masks and words go by it', () => {
  const labels = DETECTORS.flatMap((detector) => detector.labels);
  expect(new Set(labels).size).toBe(labels.length);
});

describe.each(RULES)('$id', ({ labels }) => {
  test.each(labels)('has words for %s', (label) => {
    expect(hasWords(label)).toBe(true);
  });
});

describe('the reporters', () => {
  const goldens = readdirSync(new URL('../reporters/goldens', import.meta.url));

  test.each(REPORTERS)('$format has goldens', ({ format }) => {
    expect(goldens.filter((name) => name.endsWith(`.${format}.golden`)).length).toBeGreaterThan(4);
  });

  test.each(FORMATS)('%s is registered under its own format', async (format) => {
    expect((await reporterFor(format, 'scan')).format).toBe(format);
  });

  test('check has lines of its own in place of the text report only', async () => {
    expect((await reporterFor('text', 'check')).format).toBe('check');
    expect((await reporterFor('json', 'check')).format).toBe('json');
  });
});
