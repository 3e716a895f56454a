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
];
