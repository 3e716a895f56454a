// Names of places in keywords: programs keep them in a tree, and places are in one branch of it.
import { type Tag, textOf } from '../formats/tag.js';

const BRANCH =
  /^(?:places?|locations?|geo(?:graphy)?|where|orte?|standorte?|wo|geografie|lieux?|endroits?|lugar(?:es)?|luogh?i|luogo|locais|local|plaatsen|plaats|steder|sted|platser|plats|paikat|miejsca|místa|helyek|locuri|yerler|места|где|地点|地點|場所|장소)$/iu;
const LEVEL = /\s*[|/\\>]\s*/;
const NAME = /^\p{L}[\p{L}\p{M}\p{N}\s.,'’()-]{1,60}$/u;
const MAX_KEYWORD = 200;
const KEYWORD_TAG = /keyword|subject|tags?(?:list)?$|catalog/i;

/** In the order of the tags, each once: the finest level of each. */
export function placesInKeywords(tags: readonly Tag[]): string[] {
  const found = tags
    .filter(({ name, value }) => typeof value === 'string' && KEYWORD_TAG.test(name))
    .flatMap((tag) => textOf(tag).split(/[;,\n]\s*/))
    .filter((keyword) => keyword.length <= MAX_KEYWORD && !keyword.includes('://'))
    .flatMap((keyword) => {
      const levels = keyword.split(LEVEL).map((level) => level.trim());
      const [branch = '', ...names] = levels;
      const name = names.at(-1) ?? '';
      return BRANCH.test(branch) && NAME.test(name) ? [name] : [];
    });
  return [...new Set(found)];
}
