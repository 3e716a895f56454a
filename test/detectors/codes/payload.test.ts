import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { payloadOf } from '../../../src/detectors/codes/payload.js';

/** The example of IATA's implementation guide, with an invented frequent flyer. */
const BCBP =
  'M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC AC 1234567890123    20KYLX58Z';
const AAMVA = [
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
const VCARD =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Eriksson;Anna;;;\r\nTEL;TYPE=CELL:+46 70\r\n  1234567\r\nBDAY:19740812\r\nEND:VCARD';
const EPC = 'BCD\n002\n1\nSCT\nBFSWDE33BER\nWikimedia\nDE33100205000001194700\nEUR123.45';
const SWISS = ['SPC', '0200', '1', 'CH4431999123000889012', 'S', 'Max Muster & Söhne', 'Musterstrasse'].join('\r\n');
const PIX =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d3-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304CEDC';
const WHATSAPP_KEY = `${'Ab1+'.repeat(10)}xyz=`;
const HC1 = (() => {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  const bytes = deflateSync(Uint8Array.from([0xd2, 0x84, 0x43, 0xa1, 0x01, 0x26]));
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    const number = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += alphabet[number % 45]! + alphabet[Math.floor(number / 45) % 45]!;
    if (isPair) text += alphabet[Math.floor(number / 2025)]!;
  }
  return `HC1:${text}`;
})();

describe('a payload is known by its structure', () => {
  it.each([
    ['WIFI:T:WPA;S:My\\;net;P:p\\:ss\\\\;;', 'wifi-password', 'wifi', { network: 'My;net', password: 'p:ss\\' }],
    ['WIFI:S:Café;T:nopass;;', 'code', 'wifi', { network: 'Café' }],
    [
      'otpauth://totp/Example:anna@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example',
      'otp-secret',
      'otp',
      { secret: 'JBSWY3DPEHPK3PXP', account: 'Example:anna@example.com', issuer: 'Example' },
    ],
    ['otpauth-migration://offline?data=CjEKCkhlbGxv', 'otp-secret', 'otp-export', { secret: 'CjEKCkhlbGxv' }],
    [
      `2@AbCdEfGhIjKlMnOpQrStUv,${WHATSAPP_KEY},${WHATSAPP_KEY},${WHATSAPP_KEY}`,
      'account-link',
      'account-link',
      { service: 'whatsapp' },
    ],
    ['sgnl://linkdevice?uuid=abc&pub_key=BQx', 'account-link', 'account-link', { service: 'signal' }],
    ['tg://login?token=AQIDBAUG', 'account-link', 'account-link', { service: 'telegram' }],
    [
      AAMVA,
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
      BCBP,
      'boarding-pass',
      'boarding-pass',
      {
        name: 'DESMARAIS/LUC',
        bookingCode: ['ABC123'],
        flight: ['AC0834'],
        route: ['YULFRA'],
        frequentFlyerNumber: ['1234567890123'],
      },
    ],
    [VCARD, 'contact-card', 'vcard', { name: 'Anna Eriksson', phone: ['+46 70 1234567'], birthDate: '1974-08-12' }],
    [
      'MECARD:N:Eriksson,Anna;TEL:+46701234567;EMAIL:anna@example.com;;',
      'contact-card',
      'mecard',
      { name: 'Anna Eriksson', phone: ['+46701234567'], email: ['anna@example.com'] },
    ],
    ['BIZCARD:N:Anna;X:Eriksson;B:+4670;;', 'contact-card', 'bizcard', { name: 'Anna Eriksson', phone: ['+4670'] }],
    [EPC, 'payment-code', 'epc', { recipient: 'Wikimedia', account: 'DE33100205000001194700', amount: 'EUR123.45' }],
    [SWISS, 'payment-code', 'swiss-qr-bill', { recipient: 'Max Muster & Söhne', account: 'CH4431999123000889012' }],
    [
      'SPD*1.0*ACC:CZ5855000000001265098001*AM:480.50*RN:PETR DVORAK',
      'payment-code',
      'spayd',
      { account: 'CZ5855000000001265098001', recipient: 'PETR DVORAK', amount: '480.50' },
    ],
    [
      'payto://iban/DE75512108001245126199?amount=EUR:200.0',
      'payment-code',
      'payto',
      { account: 'DE75512108001245126199', amount: 'EUR:200.0' },
    ],
    [
      'upi://pay?pa=anna@upi&pn=Anna&am=10',
      'payment-code',
      'upi',
      { account: 'anna@upi', recipient: 'Anna', amount: '10' },
    ],
    [PIX, 'payment-code', 'pix', { account: ['123e4567-e12b-12d3-a456-426655440000'], recipient: 'Fulano de Tal' }],
    [
      'bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=0.5',
      'payment-code',
      'crypto',
      { account: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', amount: '0.5' },
    ],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'payment-code', 'crypto', { account: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa' }],
    [
      'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
      'payment-code',
      'crypto',
      { account: 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4' },
    ],
    [HC1, 'health-certificate', 'eu-health-certificate', {}],
    ['shc:/567629', 'health-certificate', 'smart-health-card', {}],
    ['mailto:anna@example.com?subject=Hello', 'code', 'email', { email: 'anna@example.com', title: 'Hello' }],
    ['MATMSG:TO:anna@example.com;SUB:Hello;BODY:You;;', 'code', 'email', { email: 'anna@example.com', title: 'Hello' }],
    ['anna@example.com', 'code', 'email', { email: 'anna@example.com' }],
    ['SMSTO:+46701234567:Hello', 'code', 'sms', { phone: '+46701234567' }],
    ['tel:+46701234567', 'code', 'phone', { phone: '+46701234567' }],
    ['geo:45.764,-4.8357;u=35', 'code', 'geo', { latitude: 45.764, longitude: -4.8357 }],
    [
      'BEGIN:VEVENT\nSUMMARY:Birthday\nLOCATION:Lyon\nEND:VEVENT',
      'code',
      'event',
      { title: 'Birthday', address: 'Lyon' },
    ],
    ['https://example.com/menu?lang=fr', 'code', 'link', {}],
    ['https://example.com/reset?token=9f8a7b6c', 'link-with-token', 'link', {}],
    ['https://example.com/d/0f8fad5b-d9cb-469f-a165-70867728950e', 'link-with-token', 'link', {}],
    ['www.example.com', 'code', 'link', {}],
    ['Gate 12 closes at noon', 'code', 'text', {}],
  ])('%j', (text, label, kind, fields) => {
    expect(payloadOf(text)).toEqual({ label, kind, fields, isWhole: true });
  });
});

describe('a structure that is broken proves nothing', () => {
  it.each([
    ['a Wi-Fi code without a network', 'WIFI:P:secret;;'],
    ['a secret that is not Base32', 'otpauth://totp/a?secret=089!'],
    ['a licence without a number', AAMVA.replace('DAQ', 'DXX')],
    ['a boarding pass that is cut off', BCBP.slice(0, 70)],
    ['an EPC code with a wrong account number', EPC.replace('DE331', 'DE341')],
    ['a Swiss bill with a wrong account number', SWISS.replace('CH44', 'CH45')],
    ['a PIX code with a wrong checksum', PIX.replace('CEDC', 'CEDD')],
    ['a health certificate that does not unpack', 'HC1:ABC'],
    ['a link to Telegram without a token', 'tg://login?x=1'],
    ['a vCard without an end', VCARD.replace('END:VCARD', '')],
  ])('%s', (_, text) => {
    const payload = payloadOf(text);
    expect(payload.isWhole).toBe(false);
    expect(payload.label).not.toBe('code');
  });
});

describe('what only looks like it stays plain', () => {
  it.each([
    ['M1 motorway', 'text'],
    ['Me and WIFI: free', 'text'],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'text'],
    ['geo:95,10', 'text'],
    ['2@home', 'text'],
    ['BCD', 'text'],
    ['https://wa.me/46701234567', 'link'],
    ['https://t.me/lenscap', 'link'],
    ['https://example.com/?utm_source=9f8a7b6c5d4e3f2a1b0c&page=2', 'link'],
    ['https://example.com/a-quite-long-title-of-an-article-in-2024', 'link'],
    ['https://example.com/search?key=ab', 'link'],
  ])('%j is %s', (text, kind) => {
    expect(payloadOf(text)).toMatchObject({ label: kind === 'text' && text === 'BCD' ? 'payment-code' : 'code' });
  });
});

test('no text makes it throw, and none that begins like a payload', () => {
  const beginnings = [
    'WIFI:',
    'otpauth://',
    'M1',
    BCBP.slice(0, 58),
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
