import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountValue, receiptValues } from '../../../src/detectors/documents/receipt-values.js';

const total = (...rows: readonly string[]) => receiptValues(rows).total;
const date = (...rows: readonly string[]) => receiptValues(rows).date;

describe('the total of a receipt', () => {
  it.each([
    ['next to the word', ['Milk 1.20', 'TOTAL 3.30', 'CASH 5.00', 'CHANGE 1.70'], '3.30'],
    ['below the word', ['Brot 3,20', 'SUMME EUR', '3,20', 'Bar 5,00', 'Ruckgeld 1,80'], '3,20'],
    ['and not the subtotal', ['SUBTOTAL 9.00', 'TAX 0.90', 'TOTAL 9.90'], '9.90'],
    ['and not what was given', ['Total 8.00', 'Cash 10.00', 'Change 2.00'], '8.00'],
    ['rounded', ['Total 13.79', 'Rounding 0.01', 'Grand Total 13.80'], '13.80'],
    ['without tax above it', ['Total (Excluding GST): 2.27', 'Total (Inclusive of GST): 2.40'], '2.40'],
    ['and not of a table of taxes', ['A 1.00', 'B 1.00', 'TOTAL 2.00', 'GST Summary', 'Total 9.00'], '2.00'],
    ['in thousands', ['TOTALE COMPLESSIVO 1.234,50'], '1.234,50'],
    ['of a French one', ['Pain 1,20', 'TOTAL TTC 1,20', 'TVA 5,5% 0,06'], '1,20'],
    ['where only cash is named', ['Soup 4.00', 'CASHIER 01 7.00', 'CASH', 'RM 4.00'], '4.00'],
  ])('%s', (_, rows, expected) => {
    expect(total(...rows)).toBe(expected);
  });

  it('is missing if nothing is labelled as a total', () => {
    expect(total('Milk 1.20', 'Bread 2.10')).toBeUndefined();
    expect(total('TOTAL ITEMS 4', 'TOTAL 12%')).toBeUndefined();
  });
});

describe('the date of a receipt', () => {
  it.each([
    ['03/02/2026 14:05', '03/02/2026'],
    ['Date:06-05-201812:43:19', '06-05-2018'],
    ['26/02/1808:281088609', '26/02/18'],
    ['2026-02-03T14:05', '2026-02-03'],
    ['Am 18. Mai 2025', '18. Mai 2025'],
    ['18 MAR 2018', '18 MAR 2018'],
    ['March 18, 2018', 'March 18, 2018'],
    ['le 3 février 2026', '3 février 2026'],
  ])('in %s', (row, expected) => {
    expect(date(row)).toBe(expected);
  });

  it.each(['TEL 03-87686092', '1.234,50', 'GST No 000145047552', '10.50 11.20'])('is not in %s', (row) => {
    expect(date(row)).toBeUndefined();
  });
});

it('reads an amount with either decimal sign', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (cents) => {
      const [whole, rest] = [Math.floor(cents / 100), String(cents % 100).padStart(2, '0')];
      return amountValue(`${whole}.${rest}`) === cents / 100 && amountValue(`${whole},${rest}`) === cents / 100;
    }),
  );
});

it('contains only printed text, for any rows', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (rows) => {
      const printed = rows.join('\n').replace(/\s/g, '');
      return Object.values(receiptValues(rows)).every((value) => printed.includes(value.replace(/\s/g, '')));
    }),
  );
});
