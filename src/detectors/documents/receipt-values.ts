// The total and the date printed on a receipt.

/** An amount with two decimals. The lookarounds exclude percentages, longer numbers and dates. */
const AMOUNT = /(?<![\d.,/:-])\d{1,3}(?:[., ]?\d{3})*\s?[.,]\s?\d{2}(?![\d%]|\s?%|[./-]\d)/g;

/** Names of a total. There are no word boundaries, because the recogniser joins words. */
const TOTAL =
  /t[o0]ta|\b(?:gross|nett?)\s?(?:amt|amount)|incl?usive|toplam|summ[ea]|\bsum[ea]\b|\bsaldo\b|gesamt|zu zahlen|te betalen|a pagar|a payer|montant|importe?\b|bedrag|betrag|amount|balance|\bbal\b|razem|yhteens|celkem|jumlah|att betala|i alt\b/i;
/** Words that mark the final amount to pay. */
const FINAL =
  /grand|pay|due|nett?\b|incl|round(?:ed)?|after|t[o0]ta[l1i]\s?(?:rm|eur|usd|gbp|€|\$|£)|ttc|complessivo|zu zahlen|te betalen|a pagar|a payer|gesamt|final/i;
/** Words that mark a part of the total, or the sum of something else. */
const PARTIAL =
  /sub|zwischen|sous|exc[l1]|before|without|\bht\b|qty|quantity|items?\b|pcs|artik|discount|saving|saved|disc\b|rabatt|remise|sconto|descuento|desconto|korting|tender|change|cash|tax|gst|vat|tva|mwst|iva\b|btw|points?|rounding|adj/i;
/** Words that include the tax. They outweigh tax words in the same row. */
const INCLUSIVE = /inc[l1]|ttc|complessivo|grand|payable/i;
const CASH =
  /cash(?!ier)|especes|\bbar\b|gegeben|efectivo|contant[ie]?|dinheiro|numerario|got[oó]wka|kontant|tunai|tender|visa|card|karte|carte|tarjeta/i;
const CHANGE = /change|rendu|r[uü]ckgeld|cambio|resto|troco|wisselgeld|reszta|v[aä]xel|baki|kembali/i;

/** From this row on, the receipt lists the tax by rate, with separate totals. */
const TAX_TABLE = /(?:gst|tax|vat|tva|btw|mwst|iva)\s?.{0,6}(?:summary|analysis|code|recap|rate\b|spec|table)/i;

const MONTH =
  '(?:jan|feb|f[eé]v|mar|m[aä]r|apr|abr|avr|ma[iyg]|maio|jun|jui|giu|jul|lug|ago|aug|ao[uû]|sep|set|oct|okt|ott|out|nov|dec|dez|dic|d[eé]c|gen|ene)[a-zûéä]{0,7}';
/**
 * Day, month and year as digits in any order, or with the name of the month. A time may follow
 * without a space.
 */
const DATES = [
  /(?<!\d)\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:(?:19|20)\d\d|\d\d(?!\d)|\d\d(?=\d{1,2}:\d\d))/,
  /(?<!\d)(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}(?!\d{3})/,
  new RegExp(`(?<!\\d)\\d{1,2}[. -]?\\s?${MONTH}[. ,'-]{0,2}(?:20\\d\\d|\\d\\d(?!\\d))`, 'i'),
  new RegExp(`${MONTH}\\.? ?\\d{1,2}(?:st|nd|rd|th)?,? ?20\\d\\d`, 'i'),
];

const amountsIn = (row: string): readonly string[] => (row.match(AMOUNT) ?? []).map((text) => text.replace(/\s/g, ''));

/** `1,234.50` and `1.234,50` are both 1234.5. */
export function amountValue(amount: string): number {
  return Number(amount.replace(/\D/g, '')) / 100;
}

function largestIn(row: string): string | undefined {
  return [...amountsIn(row)].sort((a, b) => amountValue(b) - amountValue(a))[0];
}

/** 0: no total; 1: a total; 2: marked as final. */
function strength(row: string): 0 | 1 | 2 {
  if (!TOTAL.test(row) || (PARTIAL.test(row) && !INCLUSIVE.test(row))) return 0;
  if (/sub|exc[l1]|zwischen|sous/i.test(row)) return 0;
  return FINAL.test(row) ? 2 : 1;
}

/**
 * The largest amount of the row (net and tax may be next to it). If the row has none, the largest
 * of the next row, provided that it has no words.
 */
function amountOf(rows: readonly string[], index: number): string | undefined {
  const own = largestIn(rows[index] ?? '');
  if (own !== undefined) return own;
  const next = rows[index + 1] ?? '';
  return /\p{L}{4}/u.test(next) ? undefined : largestIn(next);
}

/**
 * The total as printed, without spaces. Null if nothing is labelled as a total. Of several totals,
 * the one printed most often wins; a final one counts twice. Of equal ones, the larger wins. Cash
 * without change counts as a total too.
 */
function totalIn(all: readonly string[]): string | null {
  const taxes = all.findIndex((row) => TAX_TABLE.test(row));
  const rows = taxes > all.length / 2 ? all.slice(0, taxes) : all;
  const votes = new Map<number, { readonly text: string; weight: number }>();
  const vote = (text: string | undefined, weight: number) => {
    if (text === undefined || weight === 0 || amountValue(text) === 0) return;
    const known = votes.get(amountValue(text)) ?? { text, weight: 0 };
    known.weight += weight;
    votes.set(amountValue(text), known);
  };
  for (const [index, row] of rows.entries()) vote(amountOf(rows, index), strength(row));
  const cash = rows.findIndex((row) => CASH.test(row) && !CHANGE.test(row) && strength(row) === 0);
  const paid = cash < 0 ? undefined : amountOf(rows, cash);
  const isExact = !rows.some((row, index) => CHANGE.test(row) && amountValue(amountOf(rows, index) ?? '0') > 0);
  if (paid !== undefined && isExact) vote(paid, 1);
  const best = [...votes].sort(([a, one], [b, other]) => other.weight - one.weight || b - a)[0];
  return best?.[1].text ?? null;
}

/** The date as printed. Null if none can be read. */
function dateIn(rows: readonly string[]): string | null {
  for (const row of rows) {
    for (const pattern of DATES) {
      const [date] = pattern.exec(row) ?? [];
      if (date !== undefined) return date.replace(/\s+/g, ' ');
    }
  }
  return null;
}

/** The values that could be read. `rows` are from top to bottom. */
export function receiptValues(rows: readonly string[]): { readonly total?: string; readonly date?: string } {
  const total = totalIn(rows);
  const date = dateIn(rows);
  return { ...(total === null ? {} : { total }), ...(date === null ? {} : { date }) };
}
