import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binaryPlist, xmlPlist } from '../../../fixtures/encode/backup.js';
import { plistValue } from '../../../src/formats/plist/plist.js';

const VALUES = { Version: '10.0', IsEncrypted: true, WasPasscodeSet: false, 'a key of more than fifteen letters': 'x' };

it.each([
  ['binary', binaryPlist(VALUES)],
  ['XML', xmlPlist(VALUES)],
])('values of a %s list', (_, list) => {
  expect(Object.keys(VALUES).map((key) => plistValue(list, key))).toEqual(Object.values(VALUES));
  expect(plistValue(list, 'Other')).toBeNull();
});

it('a list whose outermost object is no dictionary, or that ends early, has no values', () => {
  const list = binaryPlist(VALUES);
  expect(plistValue(list.subarray(0, 30), 'IsEncrypted')).toBeNull();
  expect(plistValue(Buffer.from('bplist00'), 'IsEncrypted')).toBeNull();
  list[8] = 0xa4;
  expect(plistValue(list, 'IsEncrypted')).toBeNull();
});

it('never throws, whatever the bytes', () => {
  const list = binaryPlist(VALUES);
  const damaged = fc
    .array(fc.tuple(fc.nat(list.length - 1), fc.nat(255)), { maxLength: 12 })
    .map((changes) => changes.reduce((bytes, [at, value]) => bytes.fill(value, at, at + 1), Buffer.from(list)));
  fc.assert(
    fc.property(damaged, (bytes) => {
      expect(['boolean', 'string', 'object']).toContain(typeof plistValue(bytes, 'IsEncrypted'));
    }),
    { numRuns: 2000 },
  );
});
