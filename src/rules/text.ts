// Rules on numbers, addresses and secrets that are printed in a picture or written in its tags.
import { TAG_VALUES, tagLabel, type ValueLabel } from '../detectors/tag-values/declaration.js';
import type { Rule } from './rule.js';

const NO_PROOF = 'Nothing proves it.';

/** The same kind of value, written in a tag. */
const inTags = (label: ValueLabel): NonNullable<Rule['also']> => ({
  detector: TAG_VALUES.id,
  labels: [tagLabel(label)],
});

export const TEXT_RULES: readonly Rule[] = [
  {
    id: 'text/payment-card-number',
    title: 'card number',
    severity: 'critical',
    detector: 'documents',
    labels: ['payment-card-number'],
    also: inTags('payment-card-number'),
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'The number of a payment card, on the card itself, a letter or a screen. One finding for each number.',
    looksAt:
      'Numbers of 15 to 19 digits in the text of the picture, with or without spaces, dots or hyphens; those of 14 digits only in groups of 4, 6 and 4. Also in the texts of tags, captions, prompts and sidecars.',
    proof: 'The number passes the Luhn check and is in the range of a known issuer.',
    cannotSee: 'Numbers that are partly covered or starred out, handwritten or too small to read.',
  },
  {
    id: 'text/iban',
    title: 'IBAN',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['iban'],
    also: inTags('iban'),
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'An international bank account number, on a letter, an invoice or a screen. One finding for each number.',
    looksAt:
      'Text that begins with a country code and has the length and structure of that country’s account numbers, also across rows and boxes. Also in the texts of tags, captions, prompts and sidecars.',
    proof: 'The check digits (modulo 97) are valid, and so are the national check digits where a country has them.',
    cannotSee:
      'Account numbers in a national format, and numbers that are partly covered, handwritten or too small to read.',
  },
  {
    id: 'text/national-id',
    title: 'national ID number',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['national-id'],
    also: inTags('national-id'),
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'The number that a state gives to a person: social security, tax or identity number.',
    looksAt:
      'The number formats of 18 countries next to the words that name them. Codice fiscale, CURP and the Chinese identity number also without such words. Also in the texts of tags, captions, prompts and sidecars.',
    proof:
      'The check digits are valid, and a number that random digits could match has its label next to it. US social security and British National Insurance numbers have no check digits and are only likely.',
    cannotSee:
      'Numbers of other countries, numbers without their label, and numbers that are partly covered, handwritten or too small to read.',
  },
  {
    id: 'text/secret',
    title: 'password or key',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['secret', 'one-time-code'],
    severityByLabel: { 'one-time-code': 'low' },
    labelConditions: { 'one-time-code': 'it is a code that was sent for one sign-in' },
    also: inTags('secret'),
    minScore: 0.5,
    scoreKind: 'ordinal',
    isSometimesProved: true,
    meaning:
      'What gives access to an account, a network, a door or a wallet: a password, a PIN, a recovery phrase or list of recovery codes, the set-up key of an authenticator app, or a key or token of an online service. A code that was sent for one sign-in soon expires.',
    looksAt:
      'Words such as password, Wi-Fi key or PIN in seven languages with a value after, right of or below them; settings of programs whose names say so; keys in the formats of known services; lists of codes under words such as recovery codes; 12 to 24 words of one BIP-39 list in reading order or as they are numbered. Also in the texts of tags, captions, prompts and sidecars.',
    proof:
      'A recovery phrase is proved by its checksum, in the order of its numbers or in the only order in which it can be read; the recovery key of a disk by its groups. The rest is only likely.',
    cannotSee: 'Passwords without a label, keys in an unknown format, and handwriting.',
  },
  {
    id: 'text/phone-number',
    title: 'phone number',
    severity: 'high',
    detector: 'printed-values',
    labels: ['phone-number'],
    also: inTags('phone-number'),
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'Any phone number, a shop’s included.',
    looksAt:
      'Numbers that are valid in the numbering plan of a country. They also begin with a plus, are next to a word or a symbol for phone, or have a form that is typical of phone numbers on a page of text. Also in the texts of tags, captions, prompts and sidecars, and what a tag for it holds.',
    proof: 'Nothing proves that a number is in use.',
    cannotSee: 'Numbers in a national format without a label, and whose number it is.',
  },
  {
    id: 'text/email-address',
    title: 'e-mail address',
    severity: 'high',
    detector: 'printed-values',
    labels: ['email-address'],
    also: inTags('email-address'),
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'Any e-mail address, a company’s included.',
    looksAt:
      'Text with an @ between a name and a host under a top-level domain. Also in the texts of tags, captions, prompts and sidecars, and what a tag for it holds.',
    proof: 'Nothing proves that an address is in use.',
    cannotSee: 'Addresses whose @ cannot be read, and whose address it is.',
  },
  {
    id: 'text/postal-address',
    title: 'postal address',
    severity: 'high',
    detector: 'printed-values',
    labels: ['postal-address'],
    also: inTags('postal-address'),
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'A street with a house number and a town: of a person, a shop or an office.',
    looksAt:
      'A word for a street with a number, and a postcode with a town in the same row or one of the two rows below, also in cells. Also in the texts of tags, captions, prompts and sidecars, and what a tag for it holds.',
    proof: NO_PROOF,
    cannotSee:
      'Addresses without a house number, a postcode or a word such as street or road, and whose address it is.',
  },
  {
    id: 'text/date-of-birth',
    title: 'date of birth',
    severity: 'medium',
    detector: 'printed-values',
    labels: ['date-of-birth'],
    also: inTags('date-of-birth'),
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'The day on which someone was born.',
    looksAt:
      'Valid dates next to words such as date of birth, in seven languages. Also in the texts of tags, captions, prompts and sidecars.',
    proof: NO_PROOF,
    cannotSee: 'Dates without such words. With a two-digit year, the century is a guess.',
  },
  {
    id: 'text/licence-plate',
    title: 'licence plate',
    severity: 'high',
    detector: 'printed-values',
    labels: ['licence-plate'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'The registration plate of a vehicle.',
    looksAt:
      'Up to four pieces of print in a row, or two rows, in the format of plates of over 30 countries. Formats that other print often has count only where the edges of a plate, the name of a state or the code of a country are around them.',
    proof: NO_PROOF,
    cannotSee:
      'Plates that are small, dirty or in another format, in Arabic or Korean letters, and plates in a picture full of text.',
  },
];
