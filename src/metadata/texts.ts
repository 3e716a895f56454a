// Collects the texts of a file in which a person's values may be written. What cannot hold one is
// left out: numbers, dates, IDs, and data written as text.
import { cleanText, isUnset, type Tag } from '../formats/tag.js';
import type { TagText } from '../types/metadata.js';
import { isWordless } from './harmless-tags.js';
import { shownName } from './shown-names.js';

/** The shortest value that any finder knows has six characters. */
const SHORTEST = 6;

/** UUIDs, and data in base 64. A key is shorter. */
const DATA = /^(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[A-Za-z0-9+/\s]{2000,}={0,2})$/i;

/** A setting is one short word. */
const SETTING = /^\p{L}{1,12}$/u;

/** Each text once, in the order of the tags. Lines are kept. */
export function findTexts(tags: readonly Tag[]): readonly TagText[] {
  const found = new Map<string, TagText>();
  for (const tag of tags) {
    if (typeof tag.value !== 'string' || tag.value.length < SHORTEST) continue;
    const value = linesOf(tag.value);
    if (value.length < SHORTEST || !mayHoldValue(value) || found.has(value)) continue;
    found.set(value, { tag: shownName(tag), label: inWords(tag.name), value });
  }
  return [...found.values()];
}

/** Like cleanText, but with line ends. */
function linesOf(text: string): string {
  return /[\r\n]/.test(text)
    ? text
        .split(/[\r\n]+/)
        .map(cleanText)
        .join('\n')
        .trim()
    : cleanText(text);
}

function mayHoldValue(text: string): boolean {
  if (isUnset(text) || SETTING.test(text) || DATA.test(text)) return false;
  return !isWordless(text);
}

/** `Ci Tel Work` for `Iptc4xmpCore:CiTelWork`, `api key` for `api_key`. */
function inWords(name: string): string {
  const own = name.slice(name.indexOf(':') + 1);
  return own.replace(/(?<=[a-z\d])(?=[A-Z])|[_.-]+/g, ' ').trim();
}
