// The words of themes.
import type { ThemeLabel } from '../../detectors/objects/declaration.js';
import type { Detail, WordsOf } from './words.js';

/** `dog, cat`. The names are those of the network's kinds. */
const objects: Detail = ({ evidence }) => [evidence.objects ?? []].flat().join(', ');

export const THEME_WORDS: WordsOf<ThemeLabel> = {
  pet: { subject: 'Pet', detail: objects },
  vehicle: { subject: 'Vehicle', detail: objects },
};
