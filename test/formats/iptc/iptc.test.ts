// IPTC fields, whole, cut off and damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../src/formats/byte-reader.js';
import { iptcTags } from '../../../src/formats/iptc/iptc.js';

const field = (record: number, number: number, value: string) =>
  Buffer.concat([Buffer.from([0x1c, record, number, 0, value.length]), Buffer.from(value, 'latin1')]);
const read = (bytes: Uint8Array) => [...iptcTags(bytes)].map(({ name, value }) => [name, value]);
const WHOLE = Buffer.concat([
  ...[field(1, 90, '\x1b%G'), field(2, 90, 'Lyon'), field(3, 10, 'preview'), field(2, 199, 'own')],
  Buffer.alloc(3),
]);

describe('IPTC', () => {
  it('has fields by name or number, without other records and padding', () => {
    expect([...iptcTags(WHOLE)].every(({ block, within }) => block === 'iptc' && within.length === 0)).toBe(true);
    expect(read(WHOLE)).toEqual([
      ['1:90', '\x1b%G'],
      ['City', 'Lyon'],
      ['2:199', 'own'],
    ]);
  });

  it('has texts of other records where they say something', () => {
    const said = 'mira.sanders@lake-example.org';
    expect(read(Buffer.concat([field(3, 10, said), field(8, 10, said), field(3, 20, 'preview')]))).toEqual([
      ['3:10', said],
      ['8:10', said],
    ]);
  });

  it.each([
    ['a field that breaks off', WHOLE.subarray(0, 14), 13],
    ['bytes that are no field', Buffer.concat([field(2, 90, 'Lyon'), Buffer.from('x')]), 9],
    [
      'an extended field',
      Buffer.concat([field(2, 90, 'Lyon'), Buffer.from([0x1c, 2, 5, 0x80, 4]), Buffer.alloc(0x8004)]),
      9,
    ],
  ])('with %s is malformed there, after what could be read', (_what, bytes, offset) => {
    const tags: unknown[] = [];
    let error: unknown;
    try {
      for (const tag of iptcTags(bytes)) tags.push(tag);
    } catch (caught) {
      error = caught;
    }
    expect(tags).toHaveLength(1);
    expect(error).toBeInstanceOf(MalformedError);
    expect((error as MalformedError).offset).toBe(offset);
  });

  it('of any bytes ends in tags or in MalformedError', () => {
    const damage = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 4 });
    fc.assert(
      fc.property(damage, fc.nat(60), fc.uint8Array({ maxLength: 20 }), (changes, length, rest) => {
        const bytes = Buffer.concat([WHOLE.subarray(0, length), rest]);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        try {
          for (const { value } of iptcTags(bytes)) expect(value.length).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  });
});
