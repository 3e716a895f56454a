import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areCountriesKnown,
  checkDigit,
  checkedLines,
  evidenceOf,
  heldChecks,
  isProved,
  uncheckedFields,
} from '../../../src/detectors/documents/mrz-check.js';
import { MRZ_LAYOUTS, type MrzLayout } from '../../../src/detectors/documents/mrz-layouts.js';

const layout = (id: MrzLayout['id']): MrzLayout => MRZ_LAYOUTS.find((one) => one.id === id)!;

/**
 * The specimens of ICAO Doc 9303, parts 4 to 7. The French one follows the layout of its decree,
 * with invented digits.
 */
const SPECIMENS: readonly (readonly [MrzLayout['id'], readonly string[]])[] = [
  ['td3', ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']],
  ['td1', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
  ['td2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
  ['mrv-a', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
  ['mrv-b', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']],
];

/** Characters for one line that match its template. */
const conforming = (template: readonly string[]) =>
  fc.tuple(...template.map((set) => fc.constantFrom(...set))).map((characters) => characters.join(''));

describe('check digits', () => {
  it.each([
    ['L898902C3', 6],
    ['740812', 2],
    ['120415', 9],
    ['ZE184226B<<<<<', 1],
  ])('%s has %d', (text, digit) => {
    expect(checkDigit(text)).toBe(digit);
  });

  it.each(SPECIMENS)('hold in the %s specimen', (id, lines) => {
    for (const [line, text] of lines.entries()) expect(text).toHaveLength(layout(id).templates[line]!.length);
    expect(heldChecks(lines, layout(id))).not.toContain(false);
    expect(isProved(lines, layout(id))).toBe(true);
  });

  it.each(SPECIMENS)('fail in the %s specimen after any covered character changes', (id, lines) => {
    for (const { line, start, end } of layout(id).checks.flatMap((check) => check.over)) {
      for (let index = start; index < end; index += 1) {
        // Changed by one: some letters have the same value as some digits.
        const old = lines[line]![index]!;
        const other = String(((old === '<' ? 0 : Number.parseInt(old, 36)) + 1) % 10);
        const changed = lines.map((text, i) =>
          i === line ? text.slice(0, index) + other + text.slice(index + 1) : text,
        );
        expect(isProved(changed, layout(id))).toBe(false);
      }
    }
  });

  it('cover a document number that continues in the optional data', () => {
    const number = 'D23145890734';
    const first = `I<UTOD23145890<734${checkDigit(number)}<<<<<<<<<<<`;
    const composite = checkDigit(`${first.slice(5)}74081221204159<<<<<<<<<<<`);
    const lines = [first, `7408122F1204159UTO<<<<<<<<<<<${composite}`, 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];
    expect(isProved(lines, layout('td1'))).toBe(true);
    expect(evidenceOf(lines, layout('td1')).documentNumber).toBe(number);
  });

  it('may be missing after an empty personal number', () => {
    const body = 'AA00000000POL6002084F1412314<<<<<<<<<<<<<<<';
    const composite = checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43));
    expect(isProved(['P<POLKOWALSKA<<JOANNA<<<<<<<<<<<<<<<<<<<<<<<', body + composite], layout('td3'))).toBe(true);
  });
});

it('an empty check digit fails, even over a field of zeros, unless the field may be empty', () => {
  const withoutDigit = (body: string) => {
    const composite = checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43));
    return heldChecks(['', body + composite], layout('td3'));
  };
  const valid = 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<';
  expect(withoutDigit(valid)).not.toContain(false);
  expect(withoutDigit(`000000000<${valid.slice(10)}`)).toContain(false);
  expect(withoutDigit(`${valid.slice(0, 19)}<${valid.slice(20)}`)).toContain(false);
});

describe('isProved', () => {
  it.each(MRZ_LAYOUTS.map((one) => [one.id, one] as const))('does not prove random lines as %s', (_, one) => {
    const lines = fc.tuple(...one.templates.map(conforming));
    // A fixed seed: two in a million random visas would pass, and none here does.
    fc.assert(
      fc.property(lines, (chance) => !isProved(chance, one)),
      { numRuns: 1000, seed: 9303 },
    );
  });

  it('requires calendar dates', () => {
    const birth = `741312${checkDigit('741312')}`;
    const body = `L898902C36UTO${birth}F1204159ZE184226B<<<<<1`;
    const lines = ['', body + checkDigit(body.slice(0, 10) + body.slice(13, 20) + body.slice(21, 43))];
    expect(heldChecks(lines, layout('td3'))).not.toContain(false);
    expect(isProved(lines, layout('td3'))).toBe(false);
  });
});

describe('evidenceOf', () => {
  it('contains the holder, the dates with their centuries, and the zone', () => {
    const [, lines] = SPECIMENS[0]!;
    expect(evidenceOf(lines, layout('td3'))).toEqual({
      documentNumber: 'L898902C3',
      name: 'ERIKSSON, ANNA MARIA',
      birthDate: '1974-08-12',
      expiryDate: '2012-04-15',
      country: 'UTO',
      mrz: lines.join('\n'),
    });
  });

  it('omits the fields of an unread first line', () => {
    const lines = ['', SPECIMENS[0]![1][1]!];
    expect(Object.keys(evidenceOf(lines, layout('td3'))).sort()).toEqual(
      ['birthDate', 'documentNumber', 'expiryDate', 'mrz'].sort(),
    );
  });

  it('assigns a birth date before the expiry date to the right century', () => {
    const young = ['', 'L898902C36UTO1708122F2704159ZE184226B<<<<<10'];
    expect(evidenceOf(young, layout('td3'))).toMatchObject({ birthDate: '2017-08-12', expiryDate: '2027-04-15' });
  });

  it.each([
    ['a birth after 2030', '310812', '361231', '2031-08-12', '2036-12-31'],
    ['a birth in the year of the expiry', '360101', '361231', '2036-01-01', '2036-12-31'],
    ['a birth the year after the expiry', '370101', '361231', '1937-01-01', '2036-12-31'],
    ['the last expiry year of this century', '200101', '691231', '2020-01-01', '2069-12-31'],
    ['the first expiry year of the previous one', '200101', '701231', '1920-01-01', '1970-12-31'],
  ])('assigns the century: %s', (_, birth, expiry, birthDate, expiryDate) => {
    const lines = ['', `L898902C36UTO${birth}0F${expiry}0ZE184226B<<<<<10`];
    expect(evidenceOf(lines, layout('td3'))).toMatchObject({ birthDate, expiryDate });
  });

  it.each([
    ['21', '2021'],
    ['22', '1922'],
  ])('without an expiry date a birth in %s was in %s, the French card being no longer issued', (birth, year) => {
    const french = MRZ_LAYOUTS.find(({ fields }) => fields.birth !== undefined && fields.expiry === undefined)!;
    const { line, start, end } = french.fields.birth!;
    const lines = french.templates.map(({ length }) => '<'.repeat(length));
    lines[line] = `${lines[line]!.slice(0, start)}${birth}0812${lines[line]!.slice(end)}`;
    expect(evidenceOf(lines, french)).toMatchObject({ birthDate: `${year}-08-12` });
  });

  it('contains the known parts of a birth date', () => {
    const lines = ['', 'L898902C36UTO74<<<<2F1204159ZE184226B<<<<<10'];
    expect(evidenceOf(lines, layout('td3'))).toMatchObject({ birthDate: '1974' });
  });
});

describe('what the check digits cover', () => {
  it.each([
    ['td3', [1], ['name', 'country']],
    ['td1', [0, 1], ['name', 'country']],
    ['td2', [1], ['name', 'country']],
    ['mrv-a', [1], ['name', 'country']],
    ['mrv-b', [1], ['name', 'country']],
    ['french-card', [0, 1], []],
  ] as const)('%s: lines %j; %j are only likely', (id, lines, fields) => {
    expect(checkedLines(layout(id))).toEqual(lines);
    expect(uncheckedFields({ name: 'A', country: 'UTO', documentNumber: '1' }, layout(id))).toEqual(fields);
    expect(uncheckedFields({ documentNumber: '1' }, layout(id))).toEqual([]);
  });

  it('a card whose line lost its filler is not proved, although the digits hold', () => {
    // The number is EK7702513 7; one more 2 makes up for the filler.
    const lines = [
      'IUTOEK770225137<<<<<<<<<<<<<<<',
      '8803300M3109292UTO<<<<<<<<<<<2',
      'A<<B<<<<<<<<<<<<<<<<<<<<<<<<<<',
    ];
    expect(heldChecks(lines, layout('td1'))).not.toContain(false);
    expect(isProved(lines, layout('td1'))).toBe(false);
  });

  it.each([
    [['P<UTOERIKSSON<<A', 'L898902C36UTO7408122F120415'], true],
    [['', 'L898902C36UTO7408122F120415'], true],
    [['P<UTOERIKSSON<<A', 'L898902C36<<<7408122F120415'], true],
    [['P<UTOERIKSSON<<A', 'L898902C36UIO7408122F120415'], false],
    [['P<XTOERIKSSON<<A', 'L898902C36UTO7408122F120415'], false],
  ])('the countries of %j are known: %j', (lines, isKnown) => {
    expect(areCountriesKnown(lines, layout('td3'))).toBe(isKnown);
  });
});

it('the second line of a passport is none of a card', () => {
  expect(MRZ_LAYOUTS.filter(({ isProvedWithoutFirst }) => isProvedWithoutFirst).map(({ id }) => id)).toEqual(['td3']);
});
