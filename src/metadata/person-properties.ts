// Tags of any program whose names state that they hold the name of a person.
import { isUnset, keyOf, type Tag, textOf } from '../formats/tag.js';
import type { NameRole } from '../types/metadata.js';
import { isSetting, isWordless } from './harmless-tags.js';
import { personsIn } from './person-words.js';

/** By the last part of the name. */
const OF_ROLE: readonly (readonly [NameRole, RegExp])[] = [
  [
    'owner',
    /^(?:(?:camera|device|phone|file|image|photo)?owner|eigent[üu]mer|besitzer|propri[ée]taire|propietario|proprietario|user|benutzer|utilisateur|usuario|utente)(?:[ _-]?name)?$/i,
  ],
  [
    'creator',
    /^(?:photographer|fotograf(?:in|o|a)?|photographe|author|autor(?:in|a|e)?|auteur|autore|creator[ _-]?(?:identity|name)|aocreator(?:name)?|taken[ _-]?by|by-?line)(?:[ _-]?name)?$/i,
  ],
  [
    'tagged',
    /^(?:person(?:ality|alities|s)?|faces?|depicts|people[ _-]?in[ _-]?(?:image|photo)|model[ _-]?releaseid)$/i,
  ],
];

/** Structures for a person, or for a part of the picture that shows one. */
const OF_PERSON = /(?:face|person|people|depicts)[^:]*$/i;
const FACES = /(?:apple|faceinfo|fi|mwg|region)/i;

/** The names in a tag that a table does not have. @param stated keys of the tables */
export function namesByWords(role: NameRole, tags: readonly Tag[], stated: ReadonlySet<string>): string[] {
  return tags.flatMap((tag) => {
    const { block, value } = tag;
    if (typeof value !== 'string' || block === 'maker' || block === 'iptc' || block === 'exif') return [];
    if (stated.has(keyOf(tag)) || isSetting(tag) || roleOf(tag) !== role) return [];
    const text = textOf(tag);
    return isUnset(text) || isWordless(text) ? [] : personsIn(text).filter(isWritten);
  });
}

function roleOf({ name, within, isForeign }: Tag): NameRole | null {
  const local = name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')) + 1);
  const isOfFace = within.some((parent) => OF_PERSON.test(parent) || (isForeign && FACES.test(parent)));
  if (/^(?:full|display)?name$/i.test(local)) return isOfFace ? 'tagged' : null;
  return OF_ROLE.find(([, words]) => words.test(local))?.[0] ?? null;
}

/** Not a word of a program: it has a capital letter, several words, or letters without a case. */
function isWritten(name: string): boolean {
  return /[\p{Lu}\p{Lo}]|\s/u.test(name);
}
