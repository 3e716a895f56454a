// The words of values in print.
import type { PrintedLabel } from '../../detectors/printed-values/declaration.js';
import { ofCountry, type WordsOf, wordsFor } from './words.js';

/** By evidence `kind`; the keys and tokens of services share their words. */
const SECRETS = {
  password: 'a password beside its label',
  pin: 'a PIN beside its label',
  'recovery-phrase': 'a recovery phrase with a valid checksum',
  'private-key': 'a private key',
};

export const PRINTED_VALUE_WORDS: WordsOf<PrintedLabel> = {
  iban: { subject: 'IBAN', detail: ({ evidence }) => `valid check digits${ofCountry(evidence)}` },
  'national-id': {
    subject: 'National number',
    detail: ({ proved, evidence }) =>
      (proved ? 'valid check digits' : 'reads like one, beside its label') + ofCountry(evidence),
  },
  secret: {
    subject: 'Secret',
    detail: ({ evidence }) => wordsFor(SECRETS, evidence.kind) ?? 'a key or token of a service',
  },
  'phone-number': {
    subject: 'Telephone number',
    detail: ({ evidence }) => `valid in the numbering plan${ofCountry(evidence)}`,
  },
  'email-address': { subject: 'E-mail address', detail: 'name and host are readable' },
  'postal-address': { subject: 'Postal address', detail: 'street, number and town' },
  'date-of-birth': { subject: 'Date of birth', detail: 'a date beside words for it' },
  'licence-plate': {
    subject: 'Licence plate',
    detail: ({ evidence }) => `reads like the plate of a vehicle${ofCountry(evidence)}`,
  },
};
