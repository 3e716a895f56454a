// Every label of every detector has all its parts. The tests iterate over the registry, so a new
// label cannot skip a part. label-examples.slow.test.ts requires an example of each label.
import { describe, expect, test } from 'vitest';
import { CODES } from '../../src/detectors/codes/declaration.js';
import { payloadOf } from '../../src/detectors/codes/payloads/index.js';
import { REGISTRY } from '../../src/detectors/index.js';
import { WORDS } from '../../src/messages/findings.js';
import { RULES } from '../../src/rules/index.js';
import { validateRules } from '../../src/rules/validate.js';
import { PAYLOAD_EXAMPLES } from '../detectors/codes/payload-examples.js';
import { MEASURED, missingParts, undeclared, withoutExample } from './label-parts.js';

/** Rules without labelled files: tests on files of each kind cover them instead. */
const NOT_MEASURED = [
  'metadata/other-text',
  'metadata/sidecar',
  'metadata/hidden-media',
  'metadata/trailing-data',
  // Measured on training photos kept apart (docs/accuracy.md).
  'theme/pet',
  'theme/vehicle',
];

describe('every label', () => {
  test('has words, a rule, and a category of the evaluation', () => {
    const measured = [...MEASURED, ...NOT_MEASURED];
    expect(missingParts({ detectors: REGISTRY, words: WORDS, rules: RULES, measured })).toEqual([]);
  });

  test('of codes declares each field of every payload', () => {
    const texts = PAYLOAD_EXAMPLES.flatMap((each) => [each.payload, each.nearMiss, each.broken ?? []].flat());
    const detections = texts.map(({ text }) => {
      const { label, fields } = payloadOf(text);
      const source = { picture: 'main', atMs: null } as const;
      return { detector: CODES.id, label, score: 1, proved: true, source, region: null, evidence: fields };
    });
    expect(undeclared(REGISTRY, detections)).toEqual([]);
  });

  test('belongs to one detector, because words are found by label only', () => {
    const labels = REGISTRY.flatMap((detector) => Object.keys(detector.labels));
    expect(labels.filter((label, at) => labels.indexOf(label) < at)).toEqual([]);
  });

  test('with words is a label of some detector', () => {
    const labels = REGISTRY.flatMap((detector) => Object.keys(detector.labels));
    expect(Object.keys(WORDS).filter((label) => !labels.includes(label))).toEqual([]);
  });
});

test('every rule takes labels that its detector declares', () => {
  expect(() => validateRules(RULES, REGISTRY)).not.toThrow();
});

test('only rules without a category are not measured', () => {
  expect(NOT_MEASURED.filter((rule) => MEASURED.includes(rule))).toEqual([]);
});

test('with no parts at all is reported with each missing part', () => {
  const detector = {
    id: 'mouths',
    title: 'mouths',
    needs: [],
    labels: { smile: { width: 'shown' } },
    models: [],
  } as const;
  const nothing = { words: {}, measured: [] };
  expect(missingParts({ detectors: [detector], rules: [], ...nothing })).toEqual([
    'mouths/smile has no words in src/messages/labels',
    'mouths/smile is used by no rule in src/rules',
  ]);
  expect(withoutExample([detector], [])).toEqual(['mouths/smile has no example in test/contract/label-examples.ts']);
  const rule = { ...RULES[0]!, id: 'person/smile', detector: 'mouths', labels: ['smile'] };
  expect(missingParts({ detectors: [detector], rules: [rule], ...nothing })).toContain(
    'mouths/smile has no category in eval/categories, and its rule is not among those without labelled files',
  );
  const source = { picture: 'main', atMs: null } as const;
  const smile = { detector: 'mouths', label: 'smile', score: 1, proved: false, source, region: null };
  expect(
    undeclared(
      [detector],
      [
        { ...smile, evidence: { teeth: 2 } },
        { ...smile, label: 'grin', evidence: {} },
      ],
    ),
  ).toEqual(['mouths/smile declares no mask for teeth', 'mouths/grin is not declared']);
});
