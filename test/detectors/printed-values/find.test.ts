import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '../../../src/detectors/index.js';
import { PRINTED_VALUES } from '../../../src/detectors/printed-values/declaration.js';
import { findValues } from '../../../src/detectors/printed-values/find.js';
import { MASK, redact } from '../../../src/findings/redact.js';
import { joinRows } from '../../../src/ocr/layout/rows.js';
import { detection } from '../../helpers/sample-report.js';
import { lineOf } from '../../helpers/text-lines.js';
import { find, page, values } from './lines.js';

describe('IBAN', () => {
  const TRUE = ['GB29NWBK60161331926819', 'FR14 2004 1010 0505 0001 3M02 606'];

  test.each(TRUE)('%s is proved, whatever surrounds it', (text) => {
    const value = text.replaceAll(' ', '');
    expect(values(`Konto ${text}, danke`)).toEqual([`iban ${value}`]);
    expect(values(`IBAN${value}`)).toEqual([`iban ${value}`]);
  });

  test.each([
    'GB29NWBK60161331926818',
    'GB29NWBK6016133192681',
    'GB29NWBK601613319268190',
    'FR14 2004 1010 0505 0001 3M02 607',
    'XX29NWBK60161331926819',
  ])('%s is none', (text) => {
    expect(values(text)).toEqual([]);
  });

  test('misread letters are corrected if the check digits hold afterwards', () => {
    expect(values('GB29 NWBK 6OI6 I33I 926B 19')).toEqual([]);
    expect(values('GB29 NWBK 6O16 133I 9268 19')).toEqual(['iban GB29NWBK60161331926819']);
  });

  test('it may be split across boxes and rows', () => {
    const boxes = [lineOf('IBAN FR14 2004', 50, 50), lineOf('1010 0505 0001', 240, 52), lineOf('3M02 606', 430, 51)];
    expect(findValues(joinRows(boxes)).map(({ value }) => value)).toEqual(['FR1420041010050500013M02606']);
    const [found] = find('FR14 2004 1010 0505', '0001 3M02 606');
    expect(found).toMatchObject({ label: 'iban', proved: true, more: { country: 'FR' } });
    expect(found?.places).toHaveLength(2);
  });
});

describe('telephone numbers', () => {
  test('an international freephone number belongs to no country', () => {
    const [number] = find('+800 1234 5678');
    expect(number).toMatchObject({ label: 'phone-number', value: '+80012345678' });
    expect(Object.keys(number?.more ?? { country: '' })).toEqual([]);
  });

  test.each([
    ['+33 1 42 68 53 00', '+33142685300'],
    ['call+33142685300', '+33142685300'],
    ['FAX.03-87686092', '0387686092'],
    ['Tel0142685300', '0142685300'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+39 (0)6 69812345', '+390669812345'],
    ['Tél. 01 42 68 53 00', '0142685300'],
    ['Telefon: 030 23125 017', '03023125017'],
  ])('%s is one', (text, value) => {
    expect(values(text)).toEqual([`phone-number ${value}`]);
  });

  test('the label of one row does not apply to the number in the next', () => {
    expect(values('Tel: 01 42 68 53 00', 'GST ID: 001669935104')).toEqual(['phone-number 0142685300']);
    expect(values('Tel: 01 42 68 53 00 GST ID: 001669935104')).toEqual(['phone-number 0142685300']);
    expect(values('Telephone', '01 42 68 53 00')).toEqual(['phone-number 0142685300']);
  });

  test.each(['01 42 68 53 00', '+99 1234 5678', '2025 06 16 18 30', 'Total 1 234 567.90', '4006381333931'])(
    '%s is none on a sign',
    (text) => {
      expect(values(text)).toEqual([]);
    },
  );

  test('a distinctive form counts on a page', () => {
    expect(values('Dear all', 'you reach me at', '01 42 68 53 00', 'in the evening')).toEqual([
      'phone-number +33142685300',
    ]);
  });
});

test.each([
  ['write to ada.l@example.org today', ['email-address ada.l@example.org']],
  ['Ada@Example.co.uk', ['email-address ada@example.co.uk']],
  ['3 @ 2.50 EUR', []],
  ['follow @lovelace', []],
  ['a@b', []],
])('e-mail in %s: %j', (text, expected) => {
  expect(values(text)).toEqual(expected);
});

describe('postal addresses', () => {
  test.each([
    ['12 rue des Lilas', '75011 Paris'],
    ['Lindenstraße 14', '10969 Berlin'],
    ['Lindenstr.14', 'D-10969 Berlin'],
    ['LindenstraBe 14', '10969 Berlin'],
    ['742 Evergreen Terrace', 'Springfield, OR 97477'],
    ['221 Baker Street', 'London NW1 6XE'],
    ['Calle de Alcalá 45', '28014 Madrid'],
    ['Via Garibaldi 12', '20121 Milano'],
    ['Keizersgracht 117', '1015 CJ Amsterdam'],
    ['Rua da Prata 80', '1100-420 Lisboa'],
  ])('%s, %s is one', (street, town) => {
    expect(values(street, town)).toEqual([`postal-address ${street}, ${town}`]);
    expect(values(`${street}, ${town}`)).toEqual([`postal-address ${street}, ${town}`]);
  });

  test.each([
    ['11 Looking-Glass Lane', 'Zenith, Utopia'],
    ['HARBOUR STREET', 'No parking'],
    ['Main Street', 'since 1985 open'],
    ['12 way of life', 'total 20.50'],
  ])('%s, %s is none', (street, town) => {
    expect(values(street, town)).toEqual([]);
  });
});

test.each([
  ['Date of birth: 12/08/1974', '1974-08-12'],
  ['Né(e) le 12 août 1974', '1974-08-12'],
  ['Geburtsdatum 12.08.1974', '1974-08-12'],
  ['Date de naissance/Date of birth 12 AOUT/AUG 1974', '1974-08-12'],
  ['Born August 12, 1974', '1974-08-12'],
  ['Data di nascita 12 agosto 1974', '1974-08-12'],
  ['Date de naissance 12AUG/AOUT74', '1974-08-12'],
  ['Geb. 03.04.21', '2021-04-03'],
  ['Invoice of 12/08/1974', null],
  ['Date of birth: 31/02/1974', null],
])('a birth date in %s: %s', (text, value) => {
  expect(values(text)).toEqual(value === null ? [] : [`date-of-birth ${value}`]);
});

describe('licence plates', () => {
  const plate = (text: string) =>
    findValues(joinRows([lineOf(text, 50, 50, { size: 40 })])).filter(({ score }) => score >= 0.5);

  test.each(['AB12 CDE', 'AB-123-CD', '1234 BCD', 'M-AB 1234', '7ABC123', 'F AB-123-CD'])('%s is one', (text) => {
    expect(plate(text)).toMatchObject([{ label: 'licence-plate', proved: false }]);
  });

  test.each(['BUS 12', 'EXIT 4', 'ab12 cde', '1234', 'HELLO', 'ROUTE 66'])('%s is none', (text) => {
    expect(plate(text)).toEqual([]);
  });

  test('a page full of text has none', () => {
    expect(values(...Array<string>(9).fill('some words on a page'), 'AB12 CDE')).toEqual([]);
  });
});

test('only the region of the row with the value is reported', () => {
  const rows = joinRows([...page('Dear all,'), lineOf('GB29NWBK60161331926819', 50, 400)]);
  const [found] = findValues(rows);
  expect(found?.places.map(({ row }) => row.text)).toEqual(['GB29NWBK60161331926819']);
});

describe('for any text', () => {
  const lines = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[A-Z0-9 .:@+-]{0,60}$/)),
    {
      maxLength: 8,
    },
  );

  test('nothing is thrown, every range is in its row, and every value is masked', () => {
    fc.assert(
      fc.property(lines, (texts) => {
        for (const { label, value, more, places, score } of find(...texts)) {
          expect(score >= 0 && score <= 1).toBe(true);
          for (const { row, start, end } of places)
            expect(0 <= start && start <= end && end <= row.text.length).toBe(true);
          const [masked] = redact([detection(label, { value, ...more })], REGISTRY, false);
          expect(masked?.evidence.value).toBe(MASK);
          expect(Object.keys(PRINTED_VALUES.labels[label])).toEqual(expect.arrayContaining(Object.keys(more)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
