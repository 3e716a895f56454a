// The words of values in tags: those of the same values in print, and the name of the tag.
import { type TagValueLabel, tagLabel, type ValueLabel } from '../../detectors/tag-values/declaration.js';
import { PRINTED_VALUE_WORDS } from './printed-values.js';
import type { LabelWords, WordsOf } from './words.js';

const OF_VALUES: WordsOf<ValueLabel> = {
  ...PRINTED_VALUE_WORDS,
  'email-address': { subject: 'E-mail address', detail: 'an e-mail address' },
  'payment-card-number': { subject: 'Payment card number', detail: 'valid check digit' },
};

const LABELS: readonly ValueLabel[] = [
  ...(['iban', 'national-id', 'secret', 'phone-number'] as const),
  ...(['email-address', 'postal-address', 'date-of-birth', 'payment-card-number'] as const),
];

export const TAG_VALUE_WORDS = Object.fromEntries(
  LABELS.map((label) => [tagLabel(label), inTag(OF_VALUES[label])]),
) as WordsOf<TagValueLabel>;

/** `valid check digits (Germany), in the tag UserComment`. */
function inTag({ subject, detail }: LabelWords): LabelWords {
  return {
    subject,
    detail: (seen) => {
      const { tag } = seen.source;
      const known = typeof detail === 'string' ? detail : detail(seen);
      return tag === undefined || tag === 'unnamed' ? `${known}, in a tag` : `${known}, in the tag ${tag}`;
    },
  };
}
