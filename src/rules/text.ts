// Rules on values that stand in a picture in print.
import type { Rule } from './rule.js';

export const TEXT_RULES: readonly Rule[] = [
  {
    id: 'text/payment-card-number',
    title: 'card number',
    severity: 'critical',
    detector: 'documents',
    labels: ['payment-card-number'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning:
      'The number of a payment card, printed on anything: a card, a letter, a screen. One finding for each number.',
    looksAt:
      'Groups of 13 to 19 digits in text that was found in the picture, set apart by spaces, dots or hyphens or not at all.',
    proof: 'The number passes the Luhn check and lies in the range of a known issuer.',
    cannotSee: 'Numbers that are partly covered or starred out, handwritten, or too small to read.',
  },
  {
    id: 'text/iban',
    title: 'IBAN',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['iban'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning:
      'The number of a bank account in the international form, on a letter, an invoice or a screen. One finding for each number.',
    looksAt:
      'Text that begins with a country and has the length and structure of its account numbers, also where it goes on in the next row.',
    proof: 'The check digits modulo 97 hold, and where a country has them the bank’s own.',
    cannotSee:
      'Account numbers in national forms, and numbers that are partly covered, handwritten or too small to read.',
  },
  {
    id: 'text/national-id',
    title: 'national number',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['national-id'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'The number by which a state knows a person: social security, tax or identity number.',
    looksAt:
      'The number schemes of 18 countries beside the words that name them; codice fiscale, CURP and the Chinese identity number also alone.',
    proof:
      'The check digits of the scheme hold, and its own label stands beside all that random digits could pass. Numbers of the United States and of British national insurance have none and are only likely.',
    cannotSee:
      'Schemes of other countries, numbers without their label, and numbers that are partly covered, handwritten or too small to read.',
  },
  {
    id: 'text/secret',
    title: 'secret',
    severity: 'critical',
    detector: 'printed-values',
    labels: ['secret'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'What opens an account or a wallet: a password, a PIN, a recovery phrase, a key or token of a service.',
    looksAt:
      'Words such as password, Wi-Fi key or PIN in seven languages with a value after them, keys in the forms that services give them, and 12 to 24 words of one BIP-39 list in a row.',
    proof:
      'Only a recovery phrase is proved, by its checksum. The score of the others orders them; it is no probability.',
    cannotSee:
      'Passwords without a label, phrases of which a word is not read, keys in forms that are not known, and handwriting.',
  },
  {
    id: 'text/phone-number',
    title: 'telephone number',
    severity: 'high',
    detector: 'printed-values',
    labels: ['phone-number'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'A telephone number, anybody’s: shop signs carry them too.',
    looksAt:
      'Numbers that are valid in a country’s numbering plan and begin with a plus, stand beside a word or a sign for telephone, or have a form that hardly anything else has on a page of text.',
    proof: 'Nothing proves that a number is in use. The score orders them; it is no probability.',
    cannotSee: 'Numbers in national form without a label, and whose number it is.',
  },
  {
    id: 'text/email-address',
    title: 'e-mail address',
    severity: 'high',
    detector: 'printed-values',
    labels: ['email-address'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'An e-mail address, anybody’s.',
    looksAt: 'Text with an at sign between a name and a host under a top-level domain.',
    proof: 'Nothing proves that an address is in use. The score orders them; it is no probability.',
    cannotSee: 'Addresses whose at sign is not read, and whose address it is.',
  },
  {
    id: 'text/postal-address',
    title: 'postal address',
    severity: 'high',
    detector: 'printed-values',
    labels: ['postal-address'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'A street with a number and a town, of a person, a shop or an office.',
    looksAt: 'Words for streets with a number, and a postcode with a town in the same row or one of the two below.',
    proof: 'Nothing proves it. The score orders them; it is no probability.',
    cannotSee:
      'Addresses without a number or a postcode, those in which the street has no word such as street or road, and whose address it is.',
  },
  {
    id: 'text/date-of-birth',
    title: 'date of birth',
    severity: 'medium',
    detector: 'printed-values',
    labels: ['date-of-birth'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'A day on which somebody was born.',
    looksAt: 'Dates of the calendar beside words such as date of birth in seven languages.',
    proof: 'Nothing proves it. The score orders them; it is no probability.',
    cannotSee: 'Dates without such a word. The century of a year of two digits is a guess.',
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
      'A single line as long as a plate that has the form of British, French, Italian, Spanish, Belgian, Dutch, Portuguese, German or some American plates.',
    proof: 'Nothing proves it. The score orders them; it is no probability.',
    cannotSee: 'Plates that are small, at an angle, dirty or of other forms, and plates in a picture full of text.',
  },
];
