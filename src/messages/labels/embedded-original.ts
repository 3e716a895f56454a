// The words of pictures inside a file that show more than its own.
import type { EmbeddedLabel } from '../../detectors/embedded-original/declaration.js';
import type { WordsOf } from './words.js';

const SUBJECT = 'Embedded original';

export const EMBEDDED_WORDS: WordsOf<EmbeddedLabel> = {
  'embedded-more': { subject: SUBJECT, detail: 'more is visible around the edges than in the photo itself' },
  'embedded-clearer': { subject: SUBJECT, detail: 'a part is visible that the photo itself blurs or covers' },
  'embedded-other': { subject: SUBJECT, detail: 'a different picture' },
};
