// What the text of a code says: which kind of payload it is, and its fields.
import type { Evidence } from '../../types/detection.js';
import { accountLink } from './payloads/account-link.js';
import { boardingPass } from './payloads/boarding-pass.js';
import { contactCard } from './payloads/contact.js';
import { cryptoPayment } from './payloads/crypto.js';
import { drivingLicence } from './payloads/driving-licence.js';
import { emvPayment } from './payloads/emv.js';
import { healthCertificate } from './payloads/health-certificate.js';
import { link } from './payloads/link.js';
import { message } from './payloads/message.js';
import { otp } from './payloads/otp.js';
import { bankPayment } from './payloads/payment.js';
import { wifi } from './payloads/wifi.js';

export const CODE_LABELS = [
  'wifi-password',
  'otp-secret',
  'account-link',
  'driving-licence-code',
  'boarding-pass',
  'contact-card',
  'payment-code',
  'health-certificate',
  'link-with-token',
  'code',
] as const;
export type CodeLabel = (typeof CODE_LABELS)[number];

export interface Payload {
  readonly label: CodeLabel;
  /** kebab-case: what the label does not tell, as the scheme of a payment. Shown, so never a part of the text. */
  readonly kind: string;
  /** By evidence key, raw. */
  readonly fields: Evidence;
  /** The text keeps the structure of its kind: fields in their places, a checksum where the kind has one. */
  readonly isWhole: boolean;
}

/** Null where the text is of another kind. */
export type PayloadParser = (text: string) => Payload | null;

/** The more a payload gives away, the earlier it is asked for; links last, because other kinds are links too. */
const PARSERS: readonly PayloadParser[] = [
  wifi,
  otp,
  accountLink,
  drivingLicence,
  boardingPass,
  contactCard,
  bankPayment,
  emvPayment,
  cryptoPayment,
  healthCertificate,
  message,
  link,
];

/** The kind of a code's text. Anything is at least plain text. */
export function payloadOf(text: string): Payload {
  const trimmed = text.trim();
  for (const parse of PARSERS) {
    const payload = parse(trimmed);
    if (payload !== null) return payload;
  }
  return { label: 'code', kind: 'text', fields: {}, isWhole: true };
}
