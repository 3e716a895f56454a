// The words of pictures inside a file that show more than its own.
import type { EmbeddedLabel } from '../../detectors/embedded-original/declaration.js';
import type { WordsOf } from './words.js';

const SUBJECT = 'Embedded original';

export const EMBEDDED_WORDS: WordsOf<EmbeddedLabel> = {
  'embedded-more': { subject: SUBJECT, detail: 'shows more around it than the picture does' },
  'embedded-clearer': { subject: SUBJECT, detail: 'shows a place that the picture blurs or covers' },
  'embedded-other': { subject: SUBJECT, detail: 'shows another picture' },
};
