// Rules on documents in the picture.
import type { Rule } from './rule.js';

export const DOCUMENT_RULES: readonly Rule[] = [
  {
    id: 'document/passport',
    title: 'passport',
    severity: 'critical',
    detector: 'documents',
    labels: ['passport'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'The data page of a passport or a visa: name, number, date of birth and portrait on one page.',
    looksAt:
      'The machine-readable zone, two lines of 44 or 36 characters (ICAO 9303), in text that was found in the picture.',
    proof: 'The check digits of the zone hold.',
    cannotSee:
      'Covers, stamps and pages without a machine-readable zone, and zones that are cut off, covered or too small to read.',
  },
  {
    id: 'document/identity-card',
    title: 'identity card',
    severity: 'critical',
    detector: 'documents',
    labels: ['identity-card'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'The side of an identity card or a residence permit that carries the machine-readable zone.',
    looksAt:
      'The machine-readable zone, three lines of 30 or two of 36 characters (ICAO 9303), in text that was found in the picture.',
    proof: 'The check digits of the zone hold.',
    cannotSee:
      'The other side of the card, cards without a machine-readable zone, and zones that are cut off, covered or too small to read.',
  },
  {
    id: 'document/payment-card',
    title: 'payment card',
    severity: 'critical',
    detector: 'documents',
    labels: ['payment-card'],
    minScore: 0.5,
    scoreKind: 'proof',
    meaning: 'A credit or debit card whose number can be read.',
    looksAt: 'Groups of 13 to 19 digits that stand in the picture as they do on a card.',
    proof: 'The number passes the Luhn check and lies in the range of a known issuer.',
    cannotSee: 'Cards whose number is covered, on the other side, embossed without contrast or too small to read.',
  },
  {
    id: 'document/page',
    title: 'page of text',
    severity: 'medium',
    detector: 'documents',
    labels: ['page'],
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning: 'A page of text that no other rule knows: a letter, a receipt, a contract, a screen full of messages.',
    looksAt: 'How much text there is in the picture and in how many lines.',
    proof: 'Nothing proves it. The score orders photos by how much text they hold; it is no probability.',
    cannotSee: 'What the text says, handwriting that the text detector passes over, and print too small to read.',
  },
];
