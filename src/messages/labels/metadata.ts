// The words of what a file says of itself in tags.
import { type MetadataLabel, MOVING_TRACK } from '../../detectors/metadata/declaration.js';
import type { Evidence } from '../../types/detection.js';
import type { NameRole } from '../../types/metadata.js';
import { count, list } from '../amounts.js';
import { position, type WordsOf, wordsFor } from './words.js';

const ROLES: Readonly<Record<NameRole, string>> = {
  owner: 'of the camera’s owner',
  artist: 'of the artist',
  creator: 'of the creator',
  shown: 'of someone shown',
  tagged: 'of someone tagged',
};

export const METADATA_WORDS: WordsOf<MetadataLabel> = {
  location: {
    subject: 'Location',
    detail: ({ evidence }) =>
      position(evidence) ?? (evidence.what === MOVING_TRACK ? 'a track of places through the video' : 'coordinates'),
  },
  'capture-time': { subject: 'Capture time', detail: 'day and time are in the file' },
  'person-name': { subject: 'Person name', detail: ({ evidence }) => people(evidence) },
  'place-name': { subject: 'Place name', detail: 'written into the file' },
  'device-identity': { subject: 'Device identity', detail: ({ evidence }) => serials(evidence) },
  'other-text': {
    subject: 'Other text',
    detail: ({ evidence }) => (typeof evidence.tag === 'string' ? `tag ${evidence.tag}` : 'in a tag'),
  },
};

/** `of the camera’s owner`, `of 3 people shown`. */
export function people({ role, names }: Evidence): string {
  const amount = Array.isArray(names) ? names.length : 1;
  if (amount > 1 && (role === 'shown' || role === 'tagged')) return `of ${count(amount, 'person', 'people')} ${role}`;
  return wordsFor(ROLES, role) ?? 'in the metadata';
}

const SERIALS = { serialNumber: 'serial number of the camera', lensSerialNumber: 'serial number of the lens' };

/** `serial number of the camera, Canon EOS R6`. */
export function serials(evidence: Evidence): string {
  const named = Object.keys(evidence).flatMap((key) => wordsFor(SERIALS, key) ?? []);
  const device = deviceName(evidence);
  return (named.length > 0 ? list(named) : 'an id of its own') + (device === null ? '' : `, ${device}`);
}

/** `Canon EOS R6`, also where the model repeats the make. */
function deviceName({ make, model }: Evidence): string | null {
  if (typeof model !== 'string') return typeof make === 'string' ? make : null;
  return typeof make !== 'string' || model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}
