// The registry of payloads. Decides which payload the text of a code is.
import { accountLink } from './account-link.js';
import { boardingPassCode } from './boarding-pass.js';
import { contactCard } from './contact.js';
import { cryptoPayment } from './crypto.js';
import { drivingLicenceCode } from './driving-licence.js';
import { emvPayment } from './emv.js';
import { healthCertificate } from './health-certificate.js';
import { link } from './link.js';
import { message } from './message.js';
import { otp } from './otp.js';
import type { Payload, PayloadParser } from './payload.js';
import { bankPayment } from './payment.js';
import { wifi } from './wifi.js';

/**
 * The more a payload reveals, the earlier it is tried. Links come last, because other kinds are
 * links too.
 */
const PARSERS: readonly PayloadParser[] = [
  wifi,
  otp,
  accountLink,
  drivingLicenceCode,
  boardingPassCode,
  contactCard,
  bankPayment,
  emvPayment,
  cryptoPayment,
  healthCertificate,
  message,
  link,
];

/** The payload of a code's text. Any text is at least plain text. */
export function payloadOf(text: string): Payload {
  const trimmed = text.trim();
  for (const parse of PARSERS) {
    const payload = parse(trimmed);
    if (payload !== null) return payload;
  }
  return { label: 'code', kind: 'text', fields: {}, isWhole: true };
}
