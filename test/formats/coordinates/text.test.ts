import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSpelling } from '../../../src/formats/coordinates/spelling.js';
import { placesInField, placesInText } from '../../../src/formats/coordinates/text.js';
import { TEXT_FORMS } from '../../../src/formats/coordinates/text-forms.js';

describe.each(TEXT_FORMS)('$name', ({ examples, others, unread = [], read }) => {
  it.each(examples)('is read: %s', (text) => {
    const { places, isUnread } = placesInText(text);
    expect(isUnread).toBe(false);
    expect(places).toHaveLength(1);
    expect(places[0]?.[0]).toBeCloseTo(48.8584, 3);
    expect(places[0]?.[1]).toBeCloseTo(2.2945, 3);
  });

  it('is read by its own entry', () => {
    for (const text of examples) expect(read(plainSpelling(text)).flatMap(({ places }) => places)).not.toEqual([]);
  });

  it.each(unread)('is not understood, and not passed over: %s', (text) => {
    expect(placesInText(text)).toEqual({ places: [], isUnread: true });
  });

  it.each(others)('is not: %s', (text) => {
    expect(placesInText(text)).toEqual({ places: [], isUnread: false });
  });
});

describe('the sign of a form', () => {
  const texts = TEXT_FORMS.flatMap(({ examples, others, unread = [] }) => [...examples, ...others, ...unread]);
  const pieces = [...new Set(texts.flatMap((text) => text.split(/(?<=[^\w.])|(?=[^\w.])/)))];

  it('is in every text that the form reads', () => {
    const anyText = fc.array(fc.constantFrom(...pieces, ...texts), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainSpelling(text);
        for (const { name, sign, read } of TEXT_FORMS) {
          if (!sign.test(plain)) expect(read(plain), name).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a field that holds a place', () => {
  it.each([
    '+48.8584+002.2945/',
    '+48,8584+002,2945/',
    '48.8584 2.2945',
    '48.8584,2.2945',
    '48,8584, 2,2945',
    '48,8584 2,2945',
    '48°51\'30.2"N 2°17\'40.2"E',
    '(48.8584, 2.2945)',
    '48.8584 2.2945 35',
  ])('is read: %s', (text) => {
    const { places, isUnread } = placesInField(text);
    expect({ isUnread, count: places.length }).toEqual({ isUnread: false, count: 1 });
    expect(places[0]?.[0]).toBeCloseTo(48.8584, 3);
    expect(places[0]?.[1]).toBeCloseTo(2.2945, 3);
  });

  it.each(['at home', '48,51 2,17', '48', '31U DQ 48251 11932'])('is unread: %s', (text) => {
    expect(placesInField(text)).toEqual({ places: [], isUnread: true });
  });

  it.each(['', '  ', '0,0', '+00.0000+000.0000/', 'unknown', '0.0 0.0'])('was never filled in: "%s"', (text) => {
    expect(placesInField(text)).toEqual({ places: [], isUnread: false });
  });
});
