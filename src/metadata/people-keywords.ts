// Names in keywords: programs keep them in a tree, and the names of people are in one branch of it.
import { type Tag, textOf } from '../formats/tag.js';

/**
 * The branch of people, in the languages of the programs that make it by themselves, and the
 * branches that people make.
 */
const BRANCH =
  /^(?:people|persons?|faces?|who|family|friends|kids|children|personen|leute|menschen|gesichter|wer|familie|freunde|kinder|personnes?|gens|visages?|famille|amis|enfants|personas?|gente|caras|rostros|familia|amigos|hijos|persone|volti|famiglia|amici|figli|pessoas|rostos|família|mensen|gezichten|vrienden|personer|ansikten|människor|familj|vänner|mennesker|folk|familie|venner|ihmiset|henkilöt|perhe|lidé|rodina|přátelé|ľudia|priatelia|emberek|család|barátok|oameni|familie|prieteni|ljudi|obitelj|prijatelji|kişiler|insanlar|aile|arkadaşlar|άνθρωποι|οικογένεια|osoby|ludzie|twarze|rodzina|люди|лица|семья|друзья|人物|家族|友人|朋友|家人|人々|사람|가족)$/iu;

/** The name of a person is not one of these kinds of people. */
const KIND =
  /^(?:(?:wo)?m[ae]n|boys?|girls?|bab(?:y|ies)|adults?|teens?|crowd|groups?|portraits?|couples?|selfies?|unknown|unnamed|others?|me|self|misc|various|(?:grand)?(?:mother|father|parents?)|mom|dad|mum|mann|frau|junge|mädchen|gruppe|porträt|homme|femme|groupe|hombre|mujer|grupo|uomo|donna|gruppo)$/iu;

/** What separates the levels: digikam’s `/`, Lightroom `|`, others `\`, `:` or `>`. */
const LEVEL = /\s*[|/\\>:]\s*/;

/** No digits: an event, a file or an address. */
const NAME = /^\p{L}[\p{L}\p{M}\s.'’-]+$/u;
/** Apart from the pattern: it would be compiled once for each character. */
const MAX_NAME = 61;

/** Characters of one keyword. A caption is longer. */
const MAX_KEYWORD = 200;

/** In the order of the tags, each once. */
export function peopleInKeywords(tags: readonly Tag[]): string[] {
  const found = tags.filter(mayHoldKeywords).flatMap((tag) => {
    const text = textOf(tag);
    return text.includes('<Category') ? inCategories(text) : keywordsOf(text).flatMap((keyword) => inBranch(keyword));
  });
  return [...new Set(found)];
}

const KEYWORD_TAG = /keyword|subject|tags?(?:list)?$|categor|catalog/i;

function mayHoldKeywords({ value, name }: Tag): boolean {
  return typeof value === 'string' && KEYWORD_TAG.test(name);
}

function keywordsOf(text: string): string[] {
  return text
    .split(/[;,\n]\s*/)
    .filter((keyword) => keyword.length <= MAX_KEYWORD && LEVEL.test(keyword) && !keyword.includes('://'));
}

/** The last level, where one before it is the branch of people. */
function inBranch(keyword: string): string[] {
  const levels = keyword.split(LEVEL).map((level) => level.trim());
  const branch = levels.findIndex((level) => BRANCH.test(level));
  return branch < 0 ? [] : nameIn(levels.slice(branch + 1));
}

function nameIn(levels: readonly string[]): string[] {
  const name = levels.at(-1) ?? '';
  const isName = name.length <= MAX_NAME && NAME.test(name) && !BRANCH.test(name) && !KIND.test(name);
  return isName ? [name] : [];
}

/** ACDSee keeps the tree as XML in one text: elements `Category` inside of each other. */
function inCategories(text: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const [, end, , label = ''] of text.matchAll(/<(\/?)Category([^<>]*)>([^<]*)/g)) {
    if (end) open.pop();
    else open.push(label.trim());
    const branch = open.findIndex((level) => BRANCH.test(level));
    if (!end && branch >= 0) found.push(...nameIn(open.slice(branch + 1)));
  }
  return found;
}
