// What the detector of values in tags declares: the same kinds as in print, under labels of its
// own.
import type { Declaration, EvidenceMasks } from '../declaration.js';
import { PRINTED_VALUES, type PrintedLabel } from '../printed-values/declaration.js';

/**
 * A plate is known by the look of its line, which a tag does not have; a code that was sent for one
 * sign-in is old by then.
 */
export type ValueLabel = Exclude<PrintedLabel, 'licence-plate' | 'one-time-code'> | 'payment-card-number';
export type TagValueLabel = `tag-${ValueLabel}`;

export const tagLabel = (label: ValueLabel): TagValueLabel => `tag-${label}`;

const { iban, secret, ...printed } = PRINTED_VALUES.labels;

export const TAG_VALUES = {
  id: 'tag-values',
  title: 'values in tags',
  needs: ['metadata'],
  labels: {
    'tag-iban': iban,
    'tag-national-id': printed['national-id'],
    'tag-secret': secret,
    'tag-phone-number': printed['phone-number'],
    'tag-email-address': printed['email-address'],
    'tag-postal-address': printed['postal-address'],
    'tag-date-of-birth': printed['date-of-birth'],
    'tag-payment-card-number': { value: 'last-two-digits' },
  } satisfies Record<TagValueLabel, EvidenceMasks>,
  models: [],
} as const satisfies Declaration;
