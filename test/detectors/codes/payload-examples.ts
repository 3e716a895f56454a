// Examples of each payload kind: a text of that kind, one that only looks like it, and one of its
// form whose check fails. Names, numbers and keys are invented or published for testing.
import { deflateSync } from 'node:zlib';
import type { CodeLabel } from '../../../src/detectors/codes/declaration.js';
import type { Evidence } from '../../../src/types/detection.js';

export interface Typed {
  readonly text: string;
  readonly label: CodeLabel;
  readonly kind: string;
}

export interface PayloadExample {
  /** The kind in words. */
  readonly what: string;
  /** Formats that carry it, as bwip-js names them. The first one is drawn in every way. */
  readonly formats: readonly ['qrcode' | 'azteccode' | 'pdf417' | 'datamatrix', ...string[]];
  readonly payload: Typed & { readonly fields: Evidence };
  /** The same prefix with a missing field or a wrong checksum. It must get its own type. */
  readonly nearMiss: Typed & { readonly because: string };
  /** The form is right, but a checksum or a field fails: of this kind, but never proved. */
  readonly broken?: { readonly text: string; readonly because: string };
}

const plain = (text: string, because: string, kind = 'text'): PayloadExample['nearMiss'] => ({
  text,
  label: 'code',
  kind,
  because,
});

const lines = (...parts: readonly string[]): string => parts.join('\n');

/** The example of IATA's implementation guide, with an invented frequent flyer number. */
export const BOARDING_PASS =
  'M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A0025 14D>6181WW6225BAC 00141234560032A0141234567890 1AC AC 1234567890123    20KYLX58Z';

const LICENCE = lines(
  '@',
  '\x1e\rANSI 636000080002DL00410278ZV03190008DLDAQT64235789',
  'DCSSAMPLE',
  'DACMICHAEL',
  'DBB06061986',
  'DBA06062031',
  'DAG2300 WEST BROAD STREET',
  'DAIRICHMOND',
  'DAJVA',
  'DCGUSA\r',
);

const VCARD = lines(
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Eriksson;Anna;;;',
  'TEL;TYPE=CELL:+46 70 1234567',
  'EMAIL:anna@example.com',
  'BDAY:19740812',
  'END:VCARD',
);

const EPC = lines('BCD', '002', '1', 'SCT', 'BFSWDE33BER', 'Wikimedia', 'DE33100205000001194700', 'EUR123.45');

/** All 31 lines of a bill, as in the implementation guidelines. */
const SWISS_BILL = lines(
  ...['SPC', '0200', '1', 'CH4431999123000889012'],
  ...['S', 'Max Muster & Söhne', 'Musterstrasse', '123', '8000', 'Seldwyla', 'CH'],
  ...['', '', '', '', '', '', ''],
  ...['50.00', 'CHF'],
  ...['S', 'Simon Muster', 'Musterstrasse', '1', '8000', 'Seldwyla', 'CH'],
  ...['QRR', '210000000003139471430009017', '', 'EPD'],
);

const PIX =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d3-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304CEDC';

const WHATSAPP_KEY = `${'Ab1+'.repeat(10)}xyz=`;

/** RFC 9285. */
function base45(bytes: Uint8Array): string {
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    const number = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    text += alphabet[number % 45]! + alphabet[Math.floor(number / 45) % 45]!;
    if (isPair) text += alphabet[Math.floor(number / 2025)]!;
  }
  return text;
}

/** A signed message as short as one with a short claim. Its signature is counted bytes. */
const CERTIFICATE = Uint8Array.from([
  0xd2,
  0x84,
  0x43,
  0xa1,
  0x01,
  0x26,
  ...Array.from({ length: 120 }, (_, at) => (at * 89 + 7) % 256),
]);

export const PAYLOAD_EXAMPLES: readonly PayloadExample[] = [
  {
    what: 'a Wi-Fi password',
    formats: ['qrcode', 'datamatrix'],
    payload: {
      text: 'WIFI:T:WPA;S:Harbour House;P:correct horse;;',
      label: 'wifi-password',
      kind: 'wifi',
      fields: { network: 'Harbour House', password: 'correct horse' },
    },
    nearMiss: plain('WIFI:T:nopass;S:Harbour Guests;;', 'an open network has no password', 'wifi'),
    broken: { text: 'WIFI:T:WPA;P:correct horse;;', because: 'it names no network' },
  },
  {
    what: 'a secret of one-time passwords',
    formats: ['qrcode'],
    payload: {
      text: 'otpauth://totp/Example:anna@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example',
      label: 'otp-secret',
      kind: 'otp',
      fields: { secret: 'JBSWY3DPEHPK3PXP', account: 'Example:anna@example.com', issuer: 'Example' },
    },
    nearMiss: plain('otpauth://totp/Example:anna@example.com?issuer=Example', 'it holds no secret', 'link'),
    broken: { text: 'otpauth://totp/Example:anna?secret=0189!', because: 'the secret is not Base32' },
  },
  {
    what: 'a boarding pass',
    formats: ['azteccode', 'pdf417', 'qrcode'],
    payload: {
      text: BOARDING_PASS,
      label: 'boarding-pass',
      kind: 'boarding-pass',
      fields: {
        name: 'DESMARAIS/LUC',
        bookingCode: ['ABC123'],
        flight: ['AC0834'],
        route: ['YULFRA'],
        frequentFlyerNumber: ['1234567890123'],
      },
    },
    nearMiss: plain('M1DESMARAIS/LUC       EABC123 YULFRAAC 0834 226F001A', 'seat number and size are missing'),
    broken: { text: BOARDING_PASS.slice(0, 70), because: 'it ends before the size that it states' },
  },
  {
    what: 'the code of a driving licence',
    formats: ['pdf417'],
    payload: {
      text: LICENCE,
      label: 'driving-licence-code',
      kind: 'driving-licence',
      fields: {
        documentNumber: 'T64235789',
        name: 'MICHAEL SAMPLE',
        birthDate: '1986-06-06',
        expiryDate: '2031-06-06',
        address: '2300 WEST BROAD STREET RICHMOND VA',
        country: 'USA',
      },
    },
    nearMiss: plain(
      LICENCE.replace('ANSI 636000', 'ACME 636000').replaceAll('\nDA', '\nXA'),
      'neither its header nor enough of its elements are those of the standard',
    ),
    broken: { text: LICENCE.replace('DAQ', 'DXX'), because: 'it has no number' },
  },
  {
    what: 'a vCard',
    formats: ['qrcode', 'azteccode'],
    payload: {
      text: VCARD,
      label: 'contact-card',
      kind: 'vcard',
      fields: {
        name: 'Anna Eriksson',
        phone: ['+46 70 1234567'],
        email: ['anna@example.com'],
        birthDate: '1974-08-12',
      },
    },
    nearMiss: plain('BEGIN:VCARD\nVERSION:3.0\nEND:VCARD', 'it has no name and no value'),
    broken: { text: VCARD.replace('\nEND:VCARD', ''), because: 'it has no end' },
  },
  {
    what: 'a MeCard',
    formats: ['qrcode', 'datamatrix'],
    payload: {
      text: 'MECARD:N:Eriksson,Anna;TEL:+46701234567;EMAIL:anna@example.com;;',
      label: 'contact-card',
      kind: 'mecard',
      fields: { name: 'Anna Eriksson', phone: ['+46701234567'], email: ['anna@example.com'] },
    },
    nearMiss: plain('MECARD: ask at the desk for yours', 'the prefix stands before ordinary words'),
    broken: { text: 'MECARD:TEL:+46701234567;;', because: 'it has no name' },
  },
  {
    what: 'a mail',
    formats: ['qrcode'],
    payload: {
      text: 'mailto:anna@example.com?subject=Hello',
      label: 'code',
      kind: 'email',
      fields: { email: 'anna@example.com', title: 'Hello' },
    },
    nearMiss: plain('mailto: the usual desk', 'there is no address'),
  },
  {
    what: 'a text message',
    formats: ['qrcode'],
    payload: { text: 'SMSTO:+46701234567:Hello', label: 'code', kind: 'sms', fields: { phone: '+46701234567' } },
    nearMiss: plain('SMS: write to us any time', 'there is no number'),
  },
  {
    what: 'a telephone number',
    formats: ['qrcode'],
    payload: { text: 'tel:+46701234567', label: 'code', kind: 'phone', fields: { phone: '+46701234567' } },
    nearMiss: plain('Tel: see the last page', 'there is no number'),
  },
  {
    what: 'a place',
    formats: ['qrcode'],
    payload: {
      text: 'geo:45.764,-4.8357;u=35',
      label: 'code',
      kind: 'geo',
      fields: { latitude: 45.764, longitude: -4.8357 },
    },
    nearMiss: plain('geo:95.764,-4.8357', 'no latitude is above 90 degrees'),
  },
  {
    what: 'an event for the calendar',
    formats: ['qrcode'],
    payload: {
      text: lines('BEGIN:VEVENT', 'SUMMARY:Birthday', 'LOCATION:Lyon', 'DTSTART:20260812T180000Z', 'END:VEVENT'),
      label: 'code',
      kind: 'event',
      fields: { title: 'Birthday', address: 'Lyon' },
    },
    nearMiss: plain('BEGIN:VENUE TOUR AT THE DESK', 'a word that only begins alike'),
  },
  {
    what: 'a European transfer (EPC)',
    formats: ['qrcode'],
    payload: {
      text: EPC,
      label: 'payment-code',
      kind: 'epc',
      fields: { recipient: 'Wikimedia', account: 'DE33100205000001194700', amount: 'EUR123.45' },
    },
    nearMiss: plain('BCD\nBicycle Club Dresden\nSundays at ten', 'the line is the name of a club'),
    broken: { text: EPC.replace('DE331', 'DE341'), because: 'the check digits of the account fail' },
  },
  {
    what: 'a Swiss QR bill',
    formats: ['qrcode'],
    payload: {
      text: SWISS_BILL,
      label: 'payment-code',
      kind: 'swiss-qr-bill',
      fields: {
        recipient: 'Max Muster & Söhne',
        account: 'CH4431999123000889012',
        amount: '50.00',
        name: 'Simon Muster',
      },
    },
    nearMiss: plain('SPC\nSwimming pool, closed\nuntil May', 'the line is ordinary'),
    broken: { text: SWISS_BILL.replace('CH44', 'CH45'), because: 'the check digits of the account fail' },
  },
  {
    what: 'a payment by UPI',
    formats: ['qrcode'],
    payload: {
      text: 'upi://pay?pa=anna@upi&pn=Anna&am=10',
      label: 'payment-code',
      kind: 'upi',
      fields: { account: 'anna@upi', recipient: 'Anna', amount: '10' },
    },
    nearMiss: plain('upi://pay?mode=02&purpose=00', 'it has no payee', 'link'),
    broken: { text: 'upi://pay?pa=anna&pn=Anna', because: 'the address has no bank' },
  },
  {
    what: 'a payment by PIX',
    formats: ['qrcode'],
    payload: {
      text: PIX,
      label: 'payment-code',
      kind: 'pix',
      fields: { account: ['123e4567-e12b-12d3-a456-426655440000'], recipient: 'Fulano de Tal' },
    },
    nearMiss: plain('000201260014 is the number of your order', 'the lengths do not add up'),
    broken: { text: PIX.replace('CEDC', 'CEDD'), because: 'the checksum fails' },
  },
  {
    what: 'an address of a cryptocurrency',
    formats: ['qrcode'],
    payload: {
      text: 'bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=0.5',
      label: 'payment-code',
      kind: 'crypto',
      fields: { account: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', amount: '0.5' },
    },
    nearMiss: plain('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'the checksum of the bare address fails'),
    broken: { text: 'bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', because: 'the checksum fails' },
  },
  {
    what: 'a European health certificate',
    formats: ['qrcode', 'azteccode'],
    payload: {
      text: `HC1:${base45(deflateSync(CERTIFICATE))}`,
      label: 'health-certificate',
      kind: 'eu-health-certificate',
      fields: {},
    },
    nearMiss: plain('HC1: row 4, seat 12', 'the rest is not Base45'),
    broken: { text: `HC1:${base45(CERTIFICATE)}`, because: 'it does not unpack' },
  },
  {
    what: "New Zealand's pass",
    formats: ['qrcode'],
    payload: {
      text: `NZCP:/1/2KCEVIQEIVVWK6JNGEASNICZAEP2KALYDZSGSZB2O5SWEOTO`,
      label: 'health-certificate',
      kind: 'nz-covid-pass',
      fields: {},
    },
    nearMiss: plain('NZCP:/1/see the notice board', 'the rest is not Base32'),
    broken: { text: 'NZCP:/1/AKCEVIQEIVVWK6JNGEASNICZ', because: 'it does not begin as a signed message' },
  },
  {
    what: "a link to another device's WhatsApp",
    formats: ['qrcode'],
    payload: {
      text: `2@AbCdEfGhIjKlMnOpQrStUv,${WHATSAPP_KEY},${WHATSAPP_KEY},${WHATSAPP_KEY}`,
      label: 'account-link',
      kind: 'account-link',
      fields: { service: 'whatsapp' },
    },
    nearMiss: plain('https://wa.me/46701234567?text=Hello', 'it opens a chat', 'link'),
  },
  {
    what: "a link to another device's Signal",
    formats: ['qrcode'],
    payload: {
      text: 'sgnl://linkdevice?uuid=r1nvbWgRTGrnXjCSyN%2Bz7A%3D%3D&pub_key=BQxQ2Ii2ChJrVGJWQVdfk3rnjBVtW9B4',
      label: 'account-link',
      kind: 'account-link',
      fields: { service: 'signal' },
    },
    nearMiss: plain('https://signal.me/#p/+46701234567', 'it opens a chat', 'link'),
    broken: { text: 'sgnl://linkdevice?uuid=r1nvbWgRTGrnXjCS', because: 'it has no key' },
  },
  {
    what: "a link to another device's Telegram",
    formats: ['qrcode'],
    payload: {
      text: 'tg://login?token=AQIDBAUGBwgJCgsMDQ4P',
      label: 'account-link',
      kind: 'account-link',
      fields: { service: 'telegram' },
    },
    nearMiss: plain('tg://resolve?domain=lenscap', 'it opens a channel', 'link'),
    broken: { text: 'tg://login?x=1', because: 'it has no token' },
  },
  {
    what: 'a link with a token',
    formats: ['qrcode', 'datamatrix'],
    payload: {
      text: 'https://example.com/reset?token=9f8a7b6c',
      label: 'link-with-token',
      kind: 'link',
      fields: {},
    },
    nearMiss: plain('https://example.com/reset?token=&lang=fr', 'the token is empty', 'link'),
  },
  {
    what: 'a link',
    formats: ['qrcode'],
    payload: { text: 'https://example.com/menu?lang=fr', label: 'code', kind: 'link', fields: {} },
    nearMiss: plain('https is how the address begins', 'it is a sentence'),
  },
  {
    what: 'plain text',
    formats: ['qrcode', 'azteccode'],
    payload: { text: 'Gate 12 closes at noon', label: 'code', kind: 'text', fields: {} },
    nearMiss: plain('www.example.com/gate/12', 'an address is no plain text', 'link'),
  },
];
