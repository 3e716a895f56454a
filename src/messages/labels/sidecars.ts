// The words of what the sidecar files of a photo give away.
import type { SidecarLabel } from '../../detectors/sidecars/declaration.js';
import type { Evidence } from '../../types/detection.js';
import type { Sidecar } from '../../types/metadata.js';
import { people, serials } from './metadata.js';
import { type LabelWords, position, type WordsOf, wordsFor } from './words.js';

const SUBJECT = 'Sidecar file';

/** By evidence `kind`; that there is an edit has words of its own. */
const FILES: Readonly<Record<Sidecar['kind'], string>> = {
  takeout: 'its Google Takeout file',
  xmp: 'its XMP file',
  subtitles: 'its subtitle file',
  camera: 'the camera’s XML file',
  c2pa: 'its C2PA file',
  picasa: 'Picasa’s list of the folder',
  edit: 'its AAE file',
};

export const SIDECAR_WORDS: WordsOf<SidecarLabel> = {
  'sidecar-location': inFile((evidence) => `location ${position(evidence) ?? 'by coordinates'}`),
  'sidecar-capture-time': inFile(() => 'date and time'),
  'sidecar-person-name': inFile((evidence) => `name of ${people(evidence)}`),
  'sidecar-place-name': inFile(() => 'a place name'),
  'sidecar-country-name': inFile(() => 'the name of a country'),
  'sidecar-device-identity': inFile(serials),
  'sidecar-other-text': inFile(() => 'text'),
  'sidecar-edit': {
    subject: SUBJECT,
    detail: 'an edit is stored next to the photo, so this may be the unedited version',
  },
};

/** `location near 45.8, 4.8, in its XMP file`. */
function inFile(what: (evidence: Evidence) => string): LabelWords {
  return {
    subject: SUBJECT,
    detail: ({ evidence }) => `${what(evidence)}, in ${wordsFor(FILES, evidence.kind) ?? 'a file next to it'}`,
  };
}
