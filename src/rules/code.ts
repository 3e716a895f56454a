// Rules on QR codes, barcodes and their kin: what counts is what a code holds.
import type { Severity } from '../types/finding.js';
import type { Rule } from './rule.js';

const LOOKS_AT =
  'QR, Micro QR, Aztec, Data Matrix, PDF417, MaxiCode and linear codes in the picture, in any direction, dark on light and light on dark.';
const CANNOT_SEE =
  'Codes that are cut off, badly blurred or crumpled, and codes so small that their squares vanish when the photo is shrunk to 800 to 1600 pixels and nothing else in it is read. A QR code that is seen and cannot be read makes the examination partial; other formats keep silent.';

type Own = Pick<Rule, 'id' | 'title' | 'severity' | 'labels' | 'meaning'> & {
  readonly proof: string;
  readonly severityByLabel?: Readonly<Record<string, Severity>>;
};

function codeRule(own: Own): Rule {
  return {
    detector: 'codes',
    minScore: 0.5,
    scoreKind: 'proof',
    looksAt: LOOKS_AT,
    cannotSee: CANNOT_SEE,
    ...own,
    proof: `The code's own error correction or check digit holds, and ${own.proof}.`,
  };
}

export const CODE_RULES: readonly Rule[] = [
  codeRule({
    id: 'code/wifi-password',
    title: 'Wi-Fi password',
    severity: 'critical',
    labels: ['wifi-password'],
    meaning: 'A code that lets whoever scans it into a Wi-Fi network: its name and its password in the clear.',
    proof: 'it names a network',
  }),
  codeRule({
    id: 'code/otp-secret',
    title: 'one-time password secret',
    severity: 'critical',
    labels: ['otp-secret'],
    meaning:
      'The secret from which the one-time passwords of an account are made, or the export of all such secrets of a phone. It stays valid until it is replaced.',
    proof: 'the secret is written in Base32, as it must be',
  }),
  codeRule({
    id: 'code/account-link',
    title: 'account link',
    severity: 'critical',
    labels: ['account-link'],
    meaning:
      'A code that links another device to a messenger account (WhatsApp, Signal, Telegram and others). Most expire within minutes.',
    proof: 'it holds the keys or the token that such a link needs',
  }),
  codeRule({
    id: 'code/driving-licence',
    title: 'driving licence code',
    severity: 'critical',
    labels: ['driving-licence-code'],
    meaning:
      'The code on the back of a North American driving licence or identity card (AAMVA): name, address, date of birth and number.',
    proof: 'it has the header, the number and the name of such a document',
  }),
  codeRule({
    id: 'code/boarding-pass',
    title: 'boarding pass',
    severity: 'high',
    labels: ['boarding-pass'],
    meaning:
      'The code of a boarding pass (IATA 792): name, booking code, flights and often the frequent-flyer number. Name and booking code open the booking.',
    proof: 'its items stand where the resolution puts them',
  }),
  codeRule({
    id: 'code/contact-card',
    title: 'contact card',
    severity: 'high',
    labels: ['contact-card'],
    meaning: 'A vCard, MeCard or BizCard: name, telephone numbers, addresses.',
    proof: 'it names someone',
  }),
  codeRule({
    id: 'code/payment',
    title: 'payment code',
    severity: 'high',
    labels: ['payment-code'],
    meaning:
      'A code to pay with: SEPA (EPC), Swiss QR bill, UPI, PIX and its kin, or the address of a cryptocurrency. It names an account, often its owner and an amount.',
    proof: 'the account number or the checksum of the scheme holds',
  }),
  codeRule({
    id: 'code/health-certificate',
    title: 'health certificate',
    severity: 'high',
    labels: ['health-certificate'],
    meaning: 'A certificate of vaccination, test or recovery: name, date of birth and what was done when.',
    proof: 'it unpacks to a signed message of its kind',
  }),
  codeRule({
    id: 'code/other',
    title: 'code',
    severity: 'low',
    labels: ['code', 'link-with-token'],
    severityByLabel: { 'link-with-token': 'medium' },
    meaning:
      'Any other code: a link, a product number, mail, message, place, event, an open Wi-Fi network or plain text. Medium where a link carries something that looks like a token, a key or a password of its own.',
    proof: 'there is no more to hold',
  }),
];
