import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '../../src/detectors/index.js';
import { MASK, redact } from '../../src/findings/redact.js';
import type { Evidence, EvidenceValue } from '../../src/types/detection.js';
import { detection } from '../helpers/sample-report.js';

function masked(label: string, evidence: Evidence): Evidence {
  return redact([detection(label, evidence)], REGISTRY, false)[0]?.evidence as Evidence;
}

test.each<[string, string, EvidenceValue, EvidenceValue]>([
  ['child', 'age', [4, 7], [4, 7]],
  ['face', 'age', 31.5, 31.5],
  ['face', 'age', 'Anna, 31', MASK],
  ['face', 'age', [31, 'Anna'], MASK],
  ['passport', 'documentNumber', 'L898902C3', MASK],
  ['passport', 'name', 'ERIKSSON<<ANNA', MASK],
  ['passport', 'mrz', ['P<UTOERIKSSON', 'L898902C36UTO'], MASK],
  ['passport', 'birthDate', '1974-08-12', '1974'],
  ['passport', 'birthDate', '740812', MASK],
  ['passport', 'birthDate', 19740812, MASK],
  ['passport', 'expiryDate', '2012', '2012'],
  ['passport', 'country', 'UTO', 'UTO'],
  ['payment-card-number', 'value', '4111 1111 1111 1142', '•••42'],
  ['payment-card-number', 'value', '42', MASK],
  ['payment-card', 'value', '4111111111111142', MASK],
  ['other-text', 'tag', 'ImageDescription', 'ImageDescription'],
  ['other-text', 'value', 'at grandmother’s', MASK],
  ['location', 'latitude', 45.76404, 45.8],
  ['location', 'longitude', -0.04, 0],
  ['location', 'latitude', '45.76404', MASK],
  ['location', 'latitude', Number.NaN, MASK],
  ['location', 'place', 'Lyon, France', 'Lyon, France'],
  [
    'location',
    'place',
    'Springfield, State of Two Rivers, United States of America',
    'Springfield, State of Two Rivers, United States of America',
  ],
  ['place-name', 'place', 'a place of five words', 'a place of five words'],
  ['place-name', 'place', 'now a place of six words', MASK],
  ['place-name', 'place', ['Lyon', 'Rue de Example 12, code 4711'], ['Lyon', MASK]],
  ['place-name', 'place', 'in the red house behind the school', MASK],
  ['place-name', 'place', 'Lyon, in the red house behind the school', MASK],
  ['place-name', 'place', '٤٧١١', MASK],
  ['device-identity', 'make', 'Canon', 'Canon'],
  ['device-identity', 'serialNumber', '0123456', MASK],
  ['device-identity', 'lensSerialNumber', '0123456', MASK],
  ['device-identity', 'uniqueIds', ['a1b2', 'c3d4'], MASK],
  [
    'person-name',
    'names',
    ['Anna Eriksson', 'éva', '李小龙', '42 Dave', ' bob'],
    ['A•••', 'é•••', '李•••', MASK, 'b•••'],
  ],
  ['person-name', 'names', 'Anna', 'A•••'],
  ['person-name', 'names', ['𝒜nna'], ['𝒜•••']],
  ['person-name', 'role', 'owner', 'owner'],
  ['face', 'toString', 'secret', MASK],
  ['face', 'new key of a later detector', 'secret', MASK],
])('%s: %s %j is shown as %j', (label, key, value, shown) => {
  expect(masked(label, { [key]: value })).toEqual({ [key]: shown });
});

test('of a detector that is not registered everything is masked', () => {
  const [seen] = redact([{ ...detection('face', { age: 4 }), detector: 'later' }], REGISTRY, false);
  expect(seen?.evidence).toEqual({ age: MASK });
});

test('a name with combining accents keeps one letter', () => {
  expect(masked('person-name', { names: ['E\u0301va'] })).toEqual({ names: ['É•••'] });
});

test('values are unmasked if the user asked for them', () => {
  const seen = [detection('person-name', { names: ['Anna'] })];
  expect(redact(seen, REGISTRY, true)).toEqual(seen);
});

test('only the evidence changes', () => {
  const seen = detection('passport', { name: 'ERIKSSON' });
  expect(redact([seen], REGISTRY, false)).toEqual([{ ...seen, evidence: { name: MASK } }]);
});

describe('planted values', () => {
  const SECRET = 'qzxv-7431-wjkp';
  const shownKeys = 'country,total,date,format,kind,place,make,model,role,tag,what,bytes,offset,objects'.split(',');

  test('under a masked or unknown key never reach the output', () => {
    const keys = fc.oneof(
      fc.constantFrom(
        'documentNumber',
        'name',
        'mrz',
        'birthDate',
        'expiryDate',
        'value',
        'text',
        'names',
        'latitude',
        'age',
      ),
      fc.string().filter((key) => !shownKeys.includes(key)),
    );
    const values = fc.oneof(
      fc.tuple(fc.string(), fc.string()).map(([before, after]) => before + SECRET + after),
      fc.array(fc.string(), { maxLength: 3 }).map((parts) => [SECRET, ...parts]),
    );
    const labels = fc.constantFrom('passport', 'payment-card-number', 'person-name', 'location', 'child', 'unheard-of');
    fc.assert(
      fc.property(labels, fc.dictionary(keys, values), (label, evidence) => {
        const text = JSON.stringify(masked(label, evidence));
        for (let at = 0; at + 6 <= SECRET.length; at++) expect(text).not.toContain(SECRET.slice(at, at + 6));
      }),
    );
  });

  test('coordinates keep one decimal', () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, (latitude, longitude) => {
        for (const value of Object.values(masked('location', { latitude, longitude }))) {
          expect(String(value)).toMatch(/^-?\d+(\.\d)?$/);
        }
      }),
    );
  });

  test('the mask does not reveal the length', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(masked('passport', { name: one })).toEqual(masked('passport', { name: other }));
      }),
    );
  });
});
