// Finds the names of persons: in tags that hold one, in notices of rights, in keywords of the
// branch People, and in regions that programs draw around faces.
import { isUnset, keyOf, type Tag, type TagIndex, textOf } from '../formats/tag.js';
import type { Metadata, NameRole } from '../types/metadata.js';
import { isWordless } from './harmless-tags.js';
import { ownersIn } from './owner-words.js';
import { peopleInKeywords } from './people-keywords.js';
import { namesByWords } from './person-properties.js';
import { personsIn } from './person-words.js';
import { NAME_TAGS } from './tag-roles.js';

/**
 * Tags that hold a person, or an agency, a company or a notice in place of one. Those stay other
 * text.
 */
export const RIGHTS_TAGS: Readonly<Partial<Record<NameRole, readonly string[]>>> = {
  artist: ['exif Photographer', 'exif ImageEditor', 'xmp exifEX:Photographer', 'xmp exifEX:ImageEditor'],
  creator: [
    'xmp dc:contributor',
    'xmp pdf:Author',
    'xmp acdsee:author',
    'xmp Iptc4xmpExt:ContributorName',
    'xmp xmpDM:artist',
    'xmp xmpDM:composer',
    'xmp xmpDM:director',
    'file Signer',
  ],
  copyright: [
    'exif Copyright',
    'maker Copyright',
    'xmp dc:rights',
    'xmp tiff:Copyright',
    'xmp exif:Copyright',
    'xmp xmpDM:copyright',
    'xmp acdsee:copyright',
    'iptc CopyrightNotice',
    'file Copyright',
    'video com.apple.quicktime.copyright',
    'video ©cpy',
    'video cprt',
    'video ICOP',
  ],
  credit: [
    'xmp photoshop:Credit',
    'xmp photoshop:Source',
    'xmp photoshop:CaptionWriter',
    'xmp acdsee:writer',
    'iptc Credit',
    'iptc Source',
    'iptc Writer',
    'video ©src',
  ],
  contact: [
    'iptc Contact',
    'file Contact',
    'xmp plus:LicensorName',
    'xmp plus:ImageSupplierName',
    'xmp Iptc4xmpCore:Contact',
  ],
  publisher: ['xmp dc:publisher', 'file Publisher', 'video com.apple.quicktime.publisher', 'video ©pub'],
};

const ROLES: readonly NameRole[] = [
  ...['owner', 'artist', 'creator', 'copyright', 'credit', 'contact', 'publisher', 'shown', 'tagged'],
] as readonly NameRole[];

export function findNames(index: TagIndex): Metadata['names'] {
  return ROLES.map((role) => ({ role, names: [...new Set(namesOf(role, index))] })).filter(
    ({ names }) => names.length > 0,
  );
}

function namesOf(role: NameRole, index: TagIndex): string[] {
  const { tags } = index;
  const stated = index.texts(NAME_TAGS[role] ?? []).filter((name) => !isWordless(name));
  const inNotices = index.texts(RIGHTS_TAGS[role] ?? []).flatMap((text) => (isWordless(text) ? [] : personsIn(text)));
  const byWords = namesByWords(role, tags, KNOWN);
  if (role === 'owner') return [...stated, ...inNotices, ...byWords, ...ownersIn(tags)];
  return role === 'tagged'
    ? [...stated, ...tags.filter(isNameOfRegion).map(textOf).filter(isFilledIn), ...byWords, ...peopleInKeywords(tags)]
    : [...stated, ...inNotices, ...byWords];
}

function isFilledIn(text: string): boolean {
  return !isUnset(text) && !isWordless(text) && /^\P{N}*\p{L}{2}\P{N}*$/u.test(text);
}

/** XMP properties of any program whose name states that they hold a person's name. */
const PERSON_PROPERTY =
  /:(?:(?:person|people|face|contact)s?(?:In(?:Image|Photo)|Shown|Display|Full)?(?:Name)s?|People|Persons)$/i;

/**
 * The name of a region in IPTC's and ACDSee's schema; the same names mean other things elsewhere.
 */
function isNameOfRegion(tag: Tag): boolean {
  if (tag.block !== 'xmp' || tag.isOfThing || typeof tag.value !== 'string' || STATED.has(keyOf(tag))) return false;
  const parent = tag.within.at(-1);
  if (tag.name === 'Iptc4xmpExt:Name') return parent === 'Iptc4xmpExt:ImageRegion';
  return tag.name === 'acdsee-rs:Name' || PERSON_PROPERTY.test(tag.name);
}

const STATED = new Set(Object.values(NAME_TAGS).flat());
const KNOWN = new Set([...STATED, ...Object.values(RIGHTS_TAGS).flat()]);
