import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { payloadOf } from '../../../src/detectors/codes/payloads/index.js';
import { BOARDING_PASS, PAYLOAD_EXAMPLES } from './payload-examples.js';

const LICENCE = [
  '@\n\x1e\rANSI 636000080002DL00410278ZV03190008DLDAQT64235789',
  'DCSSAMPLE',
  'DACMICHAEL',
  'DADJOHN',
  'DBB06061986',
  'DBA06062021',
  'DAG2300 WEST BROAD STREET',
  'DAIRICHMOND',
  'DAJVA',
  'DAK232690000',
  'DCGUSA\r',
].join('\n');
const FOLDED_VCARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Eriksson;Anna;;;\r\nTEL;TYPE=CELL:+46 70\r\n  1234567\r\nBDAY:19740812\r\nEND:VCARD';

describe('a payload is recognised by its structure', () => {
  it.each(PAYLOAD_EXAMPLES)('$what', ({ payload: { text, ...payload }, nearMiss, broken }) => {
    expect(payloadOf(text)).toEqual({ ...payload, isWhole: true });
    expect(payloadOf(nearMiss.text)).toMatchObject({ label: nearMiss.label, kind: nearMiss.kind, isWhole: true });
    if (broken) expect(payloadOf(broken.text)).toMatchObject({ label: payload.label, isWhole: false });
  });

  it.each([
    ['WIFI:T:WPA;S:My\\;net;P:p\\:ss\\\\;;', 'wifi-password', 'wifi', { network: 'My;net', password: 'p:ss\\' }],
    ['otpauth-migration://offline?data=CjEKCkhlbGxv', 'otp-secret', 'otp-export', { secret: 'CjEKCkhlbGxv' }],
    [
      LICENCE,
      'driving-licence-code',
      'driving-licence',
      {
        documentNumber: 'T64235789',
        name: 'MICHAEL JOHN SAMPLE',
        birthDate: '1986-06-06',
        expiryDate: '2021-06-06',
        address: '2300 WEST BROAD STREET RICHMOND VA 232690000',
        country: 'USA',
      },
    ],
    [
      FOLDED_VCARD,
      'contact-card',
      'vcard',
      { name: 'Anna Eriksson', phone: ['+46 70 1234567'], birthDate: '1974-08-12' },
    ],
    ['BIZCARD:N:Anna;X:Eriksson;B:+4670;;', 'contact-card', 'bizcard', { name: 'Anna Eriksson', phone: ['+4670'] }],
    [
      'SPD*1.0*ACC:CZ5855000000001265098001*AM:480.50*RN:PETR DVORAK',
      'payment-code',
      'spayd',
      { account: 'CZ5855000000001265098001', recipient: 'PETR DVORAK', amount: '480.50' },
    ],
    [
      'SPD*1.0*ACC:CZ5855000000001265098001+RZBCCZPP*RN:PETR DVORAK',
      'payment-code',
      'spayd',
      { account: 'CZ5855000000001265098001', recipient: 'PETR DVORAK' },
    ],
    ['payto://iban/SOGEDEFFXXX/DE75512108001245126199', 'payment-code', 'payto', { account: 'DE75512108001245126199' }],
    [
      'payto://iban/DE75512108001245126199?amount=EUR:200.0',
      'payment-code',
      'payto',
      { account: 'DE75512108001245126199', amount: 'EUR:200.0' },
    ],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'payment-code', 'crypto', { account: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' }],
    [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'payment-code',
      'crypto',
      { account: 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4' },
    ],
    [
      'ethereum:pay-0x00000000219ab540356cBB839Cbe05303d7705Fa@1/transfer',
      'payment-code',
      'crypto',
      { account: '0x00000000219ab540356cBB839Cbe05303d7705Fa' },
    ],
    ['shc:/567629', 'health-certificate', 'smart-health-card', {}],
    ['MATMSG:TO:anna@example.com;SUB:Hello;BODY:You;;', 'code', 'email', { email: 'anna@example.com', title: 'Hello' }],
    ['anna@example.com', 'code', 'email', { email: 'anna@example.com' }],
    ['sip:anna@example.com', 'code', 'phone', { phone: 'anna@example.com' }],
    ['https://example.com/d/0f8fad5b-d9cb-469f-a165-70867728950e', 'link-with-token', 'link', {}],
    ['www.example.com', 'code', 'link', {}],
  ])('%j', (text, label, kind, fields) => {
    expect(payloadOf(text)).toEqual({ label, kind, fields, isWhole: true });
  });
});

describe('a driving licence', () => {
  const body = LICENCE.slice(LICENCE.indexOf('DAQ'));
  it.each([
    ['without version and subfiles', `@\n\x1e\rANSI 636000\nDL${body}`],
    ['without a space', `@ANSI636000080002DL00410278DL${body}`],
    ['of the first version', `@\n\x1c\rAAMVA6360000101DL00290179DL${body}`],
    ['of another authority', `ACME 636000\n${body}`],
    ['without any header', body],
    ['with control characters between its lines', LICENCE.replaceAll('\n', '\x1e')],
    ['without ends of lines', LICENCE.replaceAll(/[\r\n]/g, '')],
    ['with spaces before its lines', LICENCE.replaceAll('\n', '\n ')],
  ])('%s', (_, text) => {
    expect(payloadOf(text)).toMatchObject({
      label: 'driving-licence-code',
      fields: { documentNumber: 'T64235789', name: 'MICHAEL JOHN SAMPLE', birthDate: '1986-06-06', country: 'USA' },
      isWhole: true,
    });
  });

  it('is none without a number or a name', () => {
    expect(payloadOf(body.replace('DAQ', 'DCU'))).toMatchObject({ label: 'code' });
    expect(payloadOf(body.replace('DCS', 'DCR').replace('DAC', 'DAU'))).toMatchObject({ label: 'code' });
  });
});

describe('the frequent flyer number', () => {
  // Airline and number are three and sixteen characters.
  const pass = (airline: string, number: string) =>
    `M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 326J001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC ${airline.padEnd(3)}${number.padEnd(16)} 20KY`;

  it.each([
    ['AC', '1234567890123'],
    ['A', 'C 1234567890123'],
    ['C 1', '234567890123'],
  ])('of "%s" and "%s" has no letter of the airline', (airline, number) => {
    expect(payloadOf(pass(airline, number)).fields.frequentFlyerNumber).toEqual(['1234567890123']);
  });
});

describe('a near miss stays plain text', () => {
  it.each([
    ['M1 motorway', 'text'],
    ['Me and WIFI: free', 'text'],
    ['bitcoin:whitepaper', 'text'],
    ['HCT\nHall C\ntwo', 'text'],
    ['2@home', 'text'],
    ['BCD', 'text'],
    ['https://t.me/lenscap', 'link'],
    ['https://example.com/?utm_source=9f8a7b6c5d4e3f2a1b0c&page=2', 'link'],
    ['https://example.com/a-quite-long-title-of-an-article-in-2024', 'link'],
    ['https://example.com/search?key=ab', 'link'],
  ])('%j is %s', (text, kind) => {
    expect(payloadOf(text)).toMatchObject({ label: 'code', kind });
  });
});

test('no text makes it throw, even if it begins like a payload', () => {
  const beginnings = [
    'WIFI:',
    'otpauth://',
    'M1',
    BOARDING_PASS.slice(0, 58),
    '@\n\x1e\rANSI ',
    'BEGIN:V',
    'BCD\n',
    'SPC\n',
    '000201',
    'HC1:',
    'shc:/',
    'mailto:',
    'geo:',
    'https://',
    'payto://',
    'bitcoin:',
    'bc1',
    '2@',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom('', ...beginnings),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (beginning, rest) => {
        expect(payloadOf(beginning + rest).kind).toMatch(/^[a-z-]+$/);
      },
    ),
    { numRuns: 2000 },
  );
});
