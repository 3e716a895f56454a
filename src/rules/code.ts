// Rules on QR codes, barcodes and other printed codes, by what a code holds.
import type { Rule } from './rule.js';

const LOOKS_AT =
  'QR, Micro QR, Aztec, Data Matrix, PDF417, MaxiCode and linear codes (barcodes) in the picture, in any direction, dark on light or light on dark.';
const CANNOT_SEE =
  'Codes that are cut off, badly blurred or crumpled. Codes so small that they vanish when the photo is reduced to 800 to 1600 pixels, where no other code in it is read. A QR code that is found but cannot be read makes the examination partial; an unread code of another format is not reported.';

type Own = Pick<Rule, 'id' | 'title' | 'severity' | 'labels' | 'severityByLabel' | 'labelConditions' | 'meaning'> & {
  readonly proof: string;
};

function codeRule(own: Own): Rule {
  return {
    detector: 'codes',
    minScore: 0.5,
    scoreKind: 'proof',
    looksAt: LOOKS_AT,
    cannotSee: CANNOT_SEE,
    ...own,
    proof: `The error correction or check digit of the code is valid, and ${own.proof}.`,
  };
}

export const CODE_RULES: readonly Rule[] = [
  codeRule({
    id: 'code/wifi-password',
    title: 'Wi-Fi password',
    severity: 'critical',
    labels: ['wifi-password'],
    meaning: 'A code with the name and the readable password of a Wi-Fi network. Anyone who scans it can join.',
    proof: 'it names a network',
  }),
  codeRule({
    id: 'code/otp-secret',
    title: 'one-time password secret',
    severity: 'critical',
    labels: ['otp-secret'],
    meaning:
      'The secret that generates the one-time passwords of an account, or an export of all such secrets from a phone. It works until it is replaced.',
    proof: 'the secret is in Base32, as the format requires',
  }),
  codeRule({
    id: 'code/account-link',
    title: 'account link',
    severity: 'critical',
    labels: ['account-link'],
    meaning:
      'A code that links another device to a messenger account (WhatsApp, Signal, Telegram and others). Most expire within minutes.',
    proof: 'the link holds the keys or the token that it needs',
  }),
  codeRule({
    id: 'code/driving-licence',
    title: 'driving licence code',
    severity: 'critical',
    labels: ['driving-licence-code'],
    meaning:
      'The code on the back of a North American driving licence or identity card (AAMVA): name, address, date of birth and number.',
    proof: 'it has the header, number and name that the AAMVA standard requires',
  }),
  codeRule({
    id: 'code/boarding-pass',
    title: 'boarding pass',
    severity: 'high',
    labels: ['boarding-pass'],
    meaning:
      'The code of a boarding pass (IATA 792): name, booking code, flights and often the frequent-flyer number. Name and booking code are enough to open the booking.',
    proof: 'its fields are where IATA Resolution 792 puts them',
  }),
  codeRule({
    id: 'code/contact-card',
    title: 'contact card',
    severity: 'high',
    labels: ['contact-card'],
    meaning: 'A contact card (vCard, MeCard or BizCard): name, phone numbers, addresses.',
    proof: 'it holds a name',
  }),
  codeRule({
    id: 'code/payment',
    title: 'payment code',
    severity: 'high',
    labels: ['payment-code'],
    meaning:
      'A code for a payment: SEPA (EPC), Swiss QR bill, UPI, PIX and similar schemes, or a cryptocurrency address. It holds an account, and often its owner and an amount.',
    proof: 'the account number or the checksum of the scheme is valid',
  }),
  codeRule({
    id: 'code/health-certificate',
    title: 'health certificate',
    severity: 'high',
    labels: ['health-certificate'],
    meaning: 'A certificate of vaccination, test or recovery: name, date of birth, what was done and when.',
    proof: 'it unpacks to a signed message of this kind',
  }),
  codeRule({
    id: 'code/other',
    title: 'code',
    severity: 'low',
    labels: ['code', 'link-with-token'],
    severityByLabel: { 'link-with-token': 'medium' },
    labelConditions: { 'link-with-token': 'it is a link that opens for anyone who has it' },
    meaning:
      'Any other code: a link, a product number, an e-mail, a message, a location, an event, an open Wi-Fi network or plain text. Medium if it is a link that carries what looks like a token, a key or a password.',
    proof: 'nothing more is required',
  }),
];
