// The words of what the tags of a file give away.
import type { MetadataLabel } from '../../detectors/metadata/declaration.js';
import { isKnownMake, isKnownModel, namesProduct } from '../../metadata/device-names.js';
import type { Evidence } from '../../types/detection.js';
import type { NameRole } from '../../types/metadata.js';
import { count, list } from '../amounts.js';
import { position, type WordsOf, wordsFor } from './words.js';

const ROLES: Readonly<Record<NameRole, string>> = {
  owner: 'the camera’s owner',
  artist: 'the artist',
  creator: 'the creator',
  copyright: 'the holder of the copyright',
  credit: 'someone credited',
  contact: 'a contact',
  publisher: 'the publisher',
  shown: 'someone shown in the photo',
  tagged: 'someone tagged in the photo',
};

/** By evidence `tag`; the name of every other tag is shown alone. */
const TAGS = {
  'xmpMM:History': 'editing history',
  'dc:description': 'description',
  'dc:title': 'title',
  'dc:subject': 'keywords',
  ImageDescription: 'description',
  UserComment: 'comment',
  XPComment: 'comment',
  XPKeywords: 'keywords',
  XPTitle: 'title',
  'C2PA manifest': 'record of how the picture was made',
  parameters: 'settings of an image generator',
  prompt: 'instructions to an image generator',
  workflow: 'steps of an image generator',
};

export const METADATA_WORDS: WordsOf<MetadataLabel> = {
  location: {
    subject: 'Location',
    detail: ({ evidence }) => position(evidence) ?? 'coordinates',
  },
  'capture-time': { subject: 'Capture time', detail: 'date and time are stored in the file' },
  'person-name': { subject: 'Name of a person', detail: ({ evidence }) => `names ${people(evidence)}` },
  'place-name': { subject: 'Place name', detail: 'stored in the file' },
  'country-name': { subject: 'Place name', detail: 'a country, stored in the file' },
  'device-identity': { subject: 'Device identity', detail: ({ evidence }) => serials(evidence) },
  'other-text': {
    subject: 'Other text',
    detail: ({ evidence }) => tagged(evidence),
  },
};

/** `editing history (xmpMM:History)`, `text in the tag Artist`. */
function tagged({ tag }: Evidence): string {
  if (typeof tag !== 'string') return 'text in a tag';
  const known = wordsFor(TAGS, tag);
  return known === undefined ? `text in the tag ${tag}` : `${known} (${tag})`;
}

/** `the camera’s owner`, `3 people shown in the photo`. */
export function people({ role, names }: Evidence): string {
  const amount = Array.isArray(names) ? names.length : 1;
  if (amount > 1 && (role === 'shown' || role === 'tagged'))
    return `${count(amount, 'person', 'people')} ${role} in the photo`;
  return wordsFor(ROLES, role) ?? 'someone named in the metadata';
}

const SERIALS = { serialNumber: 'camera serial number', lensSerialNumber: 'lens serial number' };

/** `camera serial number (Canon EOS R6)`. */
export function serials(evidence: Evidence): string {
  const named = Object.keys(evidence).flatMap((key) => wordsFor(SERIALS, key) ?? []);
  const device = deviceName(evidence);
  const what = named.length > 0 ? list(named) : 'a unique ID of the camera or the photo';
  return what + (device === null ? '' : ` (${device})`);
}

/**
 * `Canon EOS R6`, also where the model repeats the make. A sentence gets copied: what is no known
 * make or model is not in it, even where the person asked for whole values.
 */
function deviceName(evidence: Evidence): string | null {
  const make = typeof evidence.make === 'string' && isKnownMake(evidence.make) ? evidence.make : undefined;
  const isKnown = make === undefined ? namesProduct : isKnownModel;
  const model = typeof evidence.model === 'string' && isKnown(evidence.model) ? evidence.model : undefined;
  if (typeof model !== 'string') return typeof make === 'string' ? make : null;
  return typeof make !== 'string' || model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}
