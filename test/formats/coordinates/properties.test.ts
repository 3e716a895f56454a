// Every spelling of a coordinate is read back; nothing else is one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleOfNumbers, angleOfText, placeOfPair } from '../../../src/formats/coordinates/angle.js';
import { placesInField, placesInText } from '../../../src/formats/coordinates/text.js';

/** A spelling of an unsigned number of degrees, and the degrees within which it is exact. */
type Spelling = readonly [name: string, within: number, spell: (degrees: number) => string];

const split = (degrees: number) => {
  const minutes = (degrees % 1) * 60;
  return { whole: Math.floor(degrees), minutes, minute: Math.floor(minutes), second: (minutes % 1) * 60 };
};

const SPELLINGS: readonly Spelling[] = [
  ['decimal', 1e-6, (degrees) => degrees.toFixed(6)],
  ['decimal comma', 1e-6, (degrees) => degrees.toFixed(6).replace('.', ',')],
  ['degree sign', 1e-6, (degrees) => `${degrees.toFixed(6)}°`],
  ['comma and degree sign', 0.01, (degrees) => `${degrees.toFixed(2).replace('.', ',')}°`],
  ['XMP minutes', 1e-5, (degrees) => `${split(degrees).whole},${split(degrees).minutes.toFixed(4)}`],
  [
    'XMP seconds',
    1 / 3600,
    (degrees) => `${split(degrees).whole},${split(degrees).minute},${Math.floor(split(degrees).second)}`,
  ],
  [
    'exiftool',
    1e-5,
    (degrees) => `${split(degrees).whole} deg ${split(degrees).minute}' ${split(degrees).second.toFixed(2)}"`,
  ],
  [
    'signs and commas',
    1e-4,
    (degrees) =>
      `${split(degrees).whole}°${split(degrees).minute}'${split(degrees).second.toFixed(1).replace('.', ',')}"`,
  ],
  [
    'primes',
    1e-4,
    (degrees) => `${split(degrees).whole}° ${split(degrees).minute}′ ${split(degrees).second.toFixed(1)}″`,
  ],
  ['minutes', 1e-5, (degrees) => `${split(degrees).whole}° ${split(degrees).minutes.toFixed(4)}'`],
  [
    'letters for units',
    1e-4,
    (degrees) => `${split(degrees).whole}d${split(degrees).minute}m${split(degrees).second.toFixed(1)}s`,
  ],
  ['colons', 1e-4, (degrees) => `${split(degrees).whole}:${split(degrees).minute}:${split(degrees).second.toFixed(1)}`],
  ['spaces', 1e-4, (degrees) => `${split(degrees).whole} ${split(degrees).minute} ${split(degrees).second.toFixed(1)}`],
  [
    'fractions',
    1e-4,
    (degrees) =>
      `${split(degrees).whole}/1, ${split(degrees).minute}/1, ${Math.round(split(degrees).second * 100)}/100`,
  ],
];

const latitude = fc.double({ min: 0, max: 89.9, noNaN: true });
const sign = fc.constantFrom(1, -1);

/** The one value of an angle; NaN where it is not read or has two. */
function only(angle: ReturnType<typeof angleOfText>): number {
  return typeof angle === 'string' || angle.length !== 1 ? Number.NaN : (angle[0] ?? Number.NaN);
}

describe.each(SPELLINGS)('%s', (_name, within, spell) => {
  it.each<readonly [string, (degrees: number, letter: string) => readonly [text: string, side: string]]>([
    ['a letter after it', (degrees, letter) => [`${spell(degrees)} ${letter}`, '']],
    ['a letter before it', (degrees, letter) => [`${letter}${spell(degrees)}`, '']],
    ['a letter in a field of its own', (degrees, letter) => [spell(degrees), letter]],
    ['a sign', (degrees, letter) => [`${letter === 'S' ? '-' : ''}${spell(degrees)}`, '']],
    ['a sign and a letter that agree', (degrees, letter) => [`${letter === 'S' ? '-' : ''}${spell(degrees)}`, letter]],
  ])('with %s is read', (_how, write) => {
    fc.assert(
      fc.property(latitude, sign, (degrees, sign) => {
        const [text, side] = write(degrees, sign < 0 ? 'S' : 'N');
        const read = only(angleOfText(text, 'latitude', side));
        expect(Math.abs(read - sign * degrees), text).toBeLessThanOrEqual(within + 1e-9);
      }),
    );
  });

  it('with a sign and a letter that contradict each other states both places', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 89.9, noNaN: true }), (degrees) => {
        const read = angleOfText(`-${spell(degrees)}`, 'latitude', 'N');
        expect(read).toHaveLength(2);
        expect(read[0]).toBeGreaterThan(0);
        expect(read[1]).toBeLessThan(0);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    [[48, 30, 36], 'N', [48.51]],
    [[48.5], '', [48.5]],
    [[-48.5], '', [-48.5]],
    [[-48.5], 'S', [-48.5]],
    [[-48.5], 'N', [48.5, -48.5]],
    [[48, Number.NaN, Number.NaN], 'S', [-48]],
    [[0, 0, 0], 'N', [0]],
    [[Number.NaN, 0, Number.NaN], '', 'unset'],
    [[], 'N', 'unset'],
    [[91], 'N', 'unread'],
    [[Number.POSITIVE_INFINITY], 'N', 'unread'],
    [[Number.NaN, 30], 'N', 'unread'],
    [[48, 1, 2, 3], 'N', 'unread'],
    [[48], 'E', 'unread'],
    [[48], 'O', 'unread'],
  ] as const)('%j %s are %j', (parts, side, expected) => {
    expect(angleOfNumbers(parts, 'latitude', side)).toEqual(expected);
  });
});

describe('a pair', () => {
  it.each([
    [[48.5], [2.25], { places: [[48.5, 2.25]], isUnread: false }],
    [
      [48.5, -48.5],
      [2.25],
      {
        places: [
          [48.5, 2.25],
          [-48.5, 2.25],
        ],
        isUnread: false,
      },
    ],
    [[0], [0], { places: [], isUnread: false }],
    ['unset', [0], { places: [], isUnread: false }],
    ['unset', 'unset', { places: [], isUnread: false }],
    [[48.5], 'unset', { places: [], isUnread: true }],
    ['unread', [2.25], { places: [], isUnread: true }],
  ] as const)('%j %j is %j', (north, east, expected) => {
    expect(placeOfPair(north, east)).toEqual(expected);
  });
});

describe('what is ambiguous is not guessed', () => {
  it.each(['48,51N', '48,5', '48,09N', '48.5 O', '4851.5021', '48.51.30', '31U DQ', '48,51 E'])('%s', (text) => {
    expect(angleOfText(text, 'latitude')).toBe('unread');
  });
});

describe('no place is found', () => {
  const digits = (max: number) => fc.integer({ min: 0, max }).map(String);
  const other = fc.oneof(
    fc.tuple(digits(20), digits(20), digits(9999)).map((all) => `version ${all.join('.')}`),
    fc
      .tuple(digits(99_999), fc.integer({ min: 10, max: 99 }))
      .map(([whole, cents]) => `EUR ${whole},${cents} and $${whole}.${cents}`),
    fc.date({ noInvalidDate: true }).map((date) => `${date.toISOString()} ${date.toUTCString()}`),
    fc.tuple(digits(9999), digits(9999)).map(([width, height]) => `${width} x ${height}, ${width}×${height} px`),
    fc.tuple(digits(400), digits(400)).map(([from, to]) => `${from}-${to}mm f/2.8-4.0 ${from}.0-${to}.0 mm`),
    fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 })
      .map((all) => all.map((one) => one.toFixed(4)).join(', ')),
    fc
      .array(fc.double({ min: -2000, max: 2000, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((all) => `matrix(${all.map((one) => one.toFixed(5)).join(', ')})`),
    fc
      .tuple(fc.double({ min: 2, max: 90, noNaN: true }), fc.double({ min: 2, max: 90, noNaN: true }))
      .map((pos) => JSON.stringify({ id: 4, pos, size: pos })),
    fc.tuple(digits(999), digits(999_999)).map(([area, number]) => `+49 ${area} ${number}, 0${area}/${number}`),
    fc.lorem(),
    fc.uuid(),
    fc.ipV4(),
    fc.ipV6(),
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('in versions, prices, dates, dimensions, lenses, fractions, matrices, numbers and noise', () => {
    fc.assert(
      fc.property(other, (text) => {
        expect(placesInText(text).places).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('and no text makes a reader throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-+°\'"NSEWO /:;latongeo=() '), maxLength: 60 }),
        (text) => {
          for (const { places } of [placesInText(text), placesInField(text)]) {
            for (const [north, east] of places) expect(Math.abs(north) <= 90 && Math.abs(east) <= 180).toBe(true);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('and every text is read to its end in time, however long it is', () => {
    for (const unit of [
      '1',
      ' ',
      '1 ',
      '1.',
      '1,',
      '+',
      '1°',
      "1'",
      'lat',
      'lat ',
      'N1',
      '1N',
      'geo:',
      '/',
      '"latitude"',
      '(',
      '[',
      '?q=',
      '@1.11,',
    ]) {
      expect(placesInText(unit.repeat(50_000)).places.length).toBeLessThanOrEqual(8);
      expect(placesInField(unit.repeat(50_000)).places.length).toBeLessThanOrEqual(8);
    }
  });
});
