// The words of codes, by what they hold.
import type { CodeLabel } from '../../detectors/codes/declaration.js';
import { type Detail, type WordsOf, wordsFor } from './words.js';

/** By evidence `kind`: what a code holds that no other label names. */
const KINDS = {
  wifi: 'open Wi-Fi network',
  email: 'mail address or message',
  sms: 'text message',
  phone: 'telephone number',
  geo: 'place',
  event: 'calendar event',
  link: 'link',
  product: 'product number',
};

export const CODE_WORDS: WordsOf<CodeLabel> = {
  'wifi-password': { subject: 'Wi-Fi password', detail: codeOf('network name and password') },
  'otp-secret': { subject: 'One-time password secret', detail: codeOf('opens an account') },
  'account-link': { subject: 'Account link', detail: codeOf('links a device to a messenger account') },
  'driving-licence-code': { subject: 'Driving licence code', detail: codeOf('the whole licence') },
  'boarding-pass': { subject: 'Boarding pass', detail: codeOf('name, booking code and flight') },
  'contact-card': { subject: 'Contact card', detail: codeOf('name and how to reach someone') },
  'payment-code': { subject: 'Payment code', detail: codeOf('account to pay to') },
  'health-certificate': { subject: 'Health certificate', detail: codeOf('name, birth date and what was done') },
  'link-with-token': { subject: 'Link with a token', detail: codeOf('works for whoever has it') },
  code: { subject: 'Code', detail: (seen) => codeOf(wordsFor(KINDS, seen.evidence.kind) ?? 'text')(seen) },
};

/** `network name and password, in a code of the format QRCode`. */
function codeOf(what: string): Detail {
  return ({ evidence }) =>
    typeof evidence.format === 'string' ? `${what}, in a code of the format ${evidence.format}` : what;
}
