// The words of values in print.
import type { PrintedLabel } from '../../detectors/printed-values/declaration.js';
import { ofCountry, type WordsOf, wordsFor } from './words.js';

/** By evidence `kind`; the keys and tokens of services share their words. */
const SECRETS = {
  password: 'labelled as a password',
  pin: 'labelled as a PIN',
  token: 'labelled as a key or token',
  'private-key': 'a private key',
  'recovery-key': 'a recovery key',
  'recovery-codes': 'a list of recovery codes',
  'otp-secret': 'the set-up key of an authenticator app',
};

const PHRASE = { proved: 'a recovery phrase with a valid checksum', likely: 'reads like a recovery phrase' };

export const PRINTED_VALUE_WORDS: WordsOf<PrintedLabel> = {
  iban: { subject: 'IBAN', detail: ({ evidence }) => `valid check digits${ofCountry(evidence)}` },
  'national-id': {
    subject: 'National ID number',
    detail: ({ proved, evidence }) =>
      (proved ? 'valid check digits' : 'labelled as one; not confirmed') + ofCountry(evidence),
  },
  secret: {
    subject: 'Password or key',
    detail: ({ proved, evidence }) =>
      evidence.kind === 'recovery-phrase'
        ? PHRASE[proved ? 'proved' : 'likely']
        : (wordsFor(SECRETS, evidence.kind) ?? 'a key or token of an online service'),
  },
  'one-time-code': { subject: 'One-time code', detail: 'a code for one sign-in, which soon expires' },
  'phone-number': {
    subject: 'Phone number',
    detail: ({ evidence }) => `a valid number${ofCountry(evidence)}`,
  },
  'email-address': { subject: 'E-mail address', detail: 'a readable e-mail address' },
  'postal-address': { subject: 'Postal address', detail: 'street, house number and town' },
  'date-of-birth': { subject: 'Date of birth', detail: 'labelled as a date of birth' },
  'licence-plate': {
    subject: 'Licence plate',
    detail: ({ evidence }) => `reads like a licence plate${ofCountry(evidence)}`,
  },
};
