// The words of what files alongside a photo say of it.
import type { SidecarLabel } from '../../detectors/sidecars/declaration.js';
import type { Evidence } from '../../types/detection.js';
import type { Sidecar } from '../../types/metadata.js';
import { people, serials } from './metadata.js';
import { type LabelWords, position, type WordsOf, wordsFor } from './words.js';

const SUBJECT = 'Sidecar';

/** By evidence `kind`; an edit has words of its own. */
const FILES: Readonly<Record<Exclude<Sidecar['kind'], 'edit'>, string>> = {
  takeout: 'its Google Takeout file',
  xmp: 'its XMP file',
};

export const SIDECAR_WORDS: WordsOf<SidecarLabel> = {
  'sidecar-location': inFile((evidence) => `place ${position(evidence) ?? 'by coordinates'}`),
  'sidecar-capture-time': inFile(() => 'day and time'),
  'sidecar-person-name': inFile((evidence) => `name ${people(evidence)}`),
  'sidecar-place-name': inFile(() => 'name of a place'),
  'sidecar-device-identity': inFile(serials),
  'sidecar-other-text': inFile(() => 'a text'),
  'sidecar-edit': {
    subject: SUBJECT,
    detail: 'an edit is kept beside it, so this may be the picture from before',
  },
};

/** `place near 45.8, 4.8, in its XMP file`. */
function inFile(what: (evidence: Evidence) => string): LabelWords {
  return {
    subject: SUBJECT,
    detail: ({ evidence }) => `${what(evidence)}, in ${wordsFor(FILES, evidence.kind) ?? 'a file beside it'}`,
  };
}
