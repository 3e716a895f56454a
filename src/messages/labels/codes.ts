// The words of codes, by what they hold.
import type { CodeLabel } from '../../detectors/codes/declaration.js';
import { type Detail, type WordsOf, wordsFor } from './words.js';

/** By evidence `kind`: what a code holds that no other label names. */
const KINDS = {
  wifi: 'an open Wi-Fi network',
  email: 'an e-mail address or message',
  sms: 'a text message',
  phone: 'a phone number',
  geo: 'a location',
  event: 'a calendar event',
  link: 'a link',
  product: 'a product number',
};

/** By evidence `format`, as zxing names it; every other format is a barcode. */
const FORMATS = {
  QRCode: 'a QR code',
  MicroQRCode: 'a Micro QR code',
  RMQRCode: 'a rectangular Micro QR code',
  Aztec: 'an Aztec code',
  DataMatrix: 'a Data Matrix code',
  MaxiCode: 'a MaxiCode',
};

export const CODE_WORDS: WordsOf<CodeLabel> = {
  'wifi-password': { subject: 'Wi-Fi password', detail: codeOf('network name and password') },
  'otp-secret': { subject: 'One-time password secret', detail: codeOf('generates the login codes of an account') },
  'account-link': { subject: 'Account link', detail: codeOf('links another device to a messenger account') },
  'driving-licence-code': { subject: 'Driving licence code', detail: codeOf('all data of the licence') },
  'boarding-pass': { subject: 'Boarding pass', detail: codeOf('name, booking code and flight') },
  'contact-card': { subject: 'Contact card', detail: codeOf('a name and contact details') },
  'payment-code': { subject: 'Payment code', detail: codeOf('an account to pay money into') },
  'health-certificate': {
    subject: 'Health certificate',
    detail: codeOf('name, date of birth and a vaccination, test or recovery'),
  },
  'link-with-token': { subject: 'Link with a token', detail: codeOf('opens for anyone who has the link') },
  code: { subject: 'Code', detail: (seen) => codeOf(wordsFor(KINDS, seen.evidence.kind) ?? 'text')(seen) },
};

/** `network name and password, in a QR code`. */
function codeOf(what: string): Detail {
  return ({ evidence: { format } }) =>
    typeof format === 'string' ? `${what}, in ${wordsFor(FORMATS, format) ?? `a barcode (${format})`}` : what;
}
