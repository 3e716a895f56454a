// Bank transfers: the European payment code, the Swiss QR bill, and other national and web schemes.
import { isValidIBAN } from 'ibantools';
import type { Evidence } from '../../../types/detection.js';
import { omitEmpty, parseUri, uriBody } from './fields.js';
import type { Payload } from './payload.js';

/** Country, length and check digits (ISO 13616). Spaces are allowed. */
const isIban = (text: string): boolean => isValidIBAN(text.replaceAll(' ', '').toUpperCase());

/**
 * `SPD*1.0*ACC:CZ...*AM:450.00` (Czech), `SPC` and `BCD` by lines, `HCT` (Hungarian), `UPNQR`
 * (Slovenian), `K:PR|V:01|...` (Serbian).
 */
export function bankPayment(text: string): Payload | null {
  const lines = text.split(/\r\n|\r|\n/);
  const [tag, version = ''] = lines;
  // The version line distinguishes the scheme from any line of three capitals.
  if (tag === 'BCD' && /^00\d$/.test(version)) return epc(lines);
  if (tag === 'SPC' && /^0\d{3}$/.test(version)) return swiss(lines);
  if (tag === 'HCT' && /^\d{3}$/.test(version))
    return account('hct', omitEmpty({ account: lines[4], recipient: lines[3], amount: lines[5] }));
  if (tag === 'UPNQR')
    return account('upnqr', omitEmpty({ account: lines[14], recipient: lines[16], amount: lines[8] }));
  if (/^SPD\*\d+\.\d+\*/.test(text)) return starred(text);
  if (/^K:P[RTK]\|V:\d\d\|/.test(text)) return serbian(text);
  if (/^payto:\/\//i.test(text)) return payto(text);
  return /^upi:\/\/(?:pay|mandate)\?/i.test(text) ? upi(text) : null;
}

function account(kind: string, fields: Evidence, isWhole = isIban(String(fields.account ?? ''))): Payload {
  return { label: 'payment-code', kind, fields, isWhole };
}

/** EPC069-12: service tag, version, character set, SCT, BIC, name, IBAN, amount. */
function epc(lines: readonly string[]): Payload {
  const [, version = '', , transfer, , recipient, iban = '', amount] = lines;
  const isWhole = /^00[12]$/.test(version) && transfer === 'SCT' && isIban(iban);
  return account('epc', omitEmpty({ recipient, account: iban, amount }), isWhole);
}

/**
 * Swiss Implementation Guidelines QR-bill. The account is on line 4, the creditor's name on line 6,
 * the amount on line 19, the debtor's name on line 22.
 */
function swiss(lines: readonly string[]): Payload {
  const [, version = '', , iban = '', , recipient] = lines;
  const isWhole = /^02\d\d$/.test(version) && isIban(iban);
  return account('swiss-qr-bill', omitEmpty({ recipient, account: iban, amount: lines[18], name: lines[21] }), isWhole);
}

function starred(text: string): Payload {
  const pairs = text.split('*').map((field) => /^([A-Z-]+):(.*)$/.exec(field)?.slice(1) ?? []);
  const get = (name: string) => pairs.find(([key]) => key === name)?.[1];
  // A BIC may follow the number.
  return account('spayd', omitEmpty({ account: get('ACC')?.split('+')[0], recipient: get('RN'), amount: get('AM') }));
}

function serbian(text: string): Payload {
  const pairs = text.split('|').map((field) => /^([A-Z]+):(.*)$/s.exec(field)?.slice(1) ?? []);
  const get = (name: string) => pairs.find(([key]) => key === name)?.[1];
  const number = get('R') ?? '';
  return account('ips', omitEmpty({ account: number, recipient: get('N'), amount: get('I') }), /^\d{18}$/.test(number));
}

/** RFC 8905: `payto://iban/BIC/DE...?amount=EUR:10`. */
function payto(text: string): Payload {
  const [type, ...path] = uriBody(text).split('/');
  const query = parseUri(text)?.searchParams;
  const number = path.at(-1);
  const fields = omitEmpty({ account: number, recipient: query?.get('receiver-name'), amount: query?.get('amount') });
  return type === 'iban' ? account('payto', fields) : account('payto', fields, number !== undefined && number !== '');
}

/** NPCI's linking specification. `pa` is the payee's address, `name@bank`. */
function upi(text: string): Payload | null {
  const query = parseUri(text)?.searchParams;
  const address = query?.get('pa') ?? '';
  if (address === '') return null;
  const fields = omitEmpty({ account: address, recipient: query?.get('pn'), amount: query?.get('am') });
  return account('upi', fields, /^[^@\s]+@[^@\s]+$/.test(address));
}
