// What a value looks like after each kind of label, and what only looks like one: words of forms,
// masked values, ranges, placeholders.
import { plain } from '../../../ocr/layout/labels.js';
import { FORM_WORDS } from './vocabulary.js';

/** How a value stands to its label. */
export type Tie =
  /** A colon or an equals sign is between them. */
  | 'sign'
  /** `is`, `ist`, `est`, or nothing, in the same row. */
  | 'row'
  /** In a cell of its own, right of the label or below it. */
  | 'cell';

export interface SecretValue {
  readonly text: string;
  /** Offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** 0..1 */
  readonly score: number;
}

const SURE = 0.8;
const LIKELY = 0.7;
const POSSIBLE = 0.6;

/** Kinds of characters in a value: small letters, capitals, digits, signs. */
function kindsIn(value: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(value)).length;
}

const MASKED = /^[*•·.xX●○◦_\-–—…#?]+$|([*•●·])\1{2}|^x{3,}|…|\.{3}/u;
const ADDRESS = /^https?:|^www\.|^\S+\.(?:com|org|net|de|fr|html?|php)(?:\/|$)|^[\w.+-]+@[\w-]+\.\w/iu;
/** `<password>`, `${NAME}`, `{{ secret }}`, a reference to the environment, `your_key_here`. */
const PATH = /^(?:~|\.{0,2})\/[\w.-]+/u;
const PLACEHOLDER =
  /^[<[({$%]|\$\{|process\.env|os\.environ|getenv|import\.meta|secrets\.|^(?:your|my|enter|insert|change|replace|example|sample|test|dummy|foo|bar)[-_. ]?|changeme|placeholder|redacted|_here$|^(?:true|false|null|nil|none|undefined|string|str|optional)\b/iu;
const RANGE = /^\d{1,3}\s?[-–+/]\s?\d{0,3}$|^\d+-?(?:digit|character|stellig|zeichen|chiffres|caract|cifre|tekens)/iu;
const DATE_OR_TIME = /^\d{1,4}([./:-])\d{1,2}\1\d{1,4}$|^\d{1,2}[:.]\d{2}$/u;
const MEASURE = /^\d{1,4}(?:[.,]\d+)?(?:[a-zA-Zµ°%€$]{1,3}|Mbps)$/u;

const FORM = new Set(FORM_WORDS.map(plain));

/** Whether the text only takes the place of a value. */
export function isNoValue(text: string): boolean {
  const words = plain(text).replace(/[^\p{L}]+$/u, '');
  return (
    /^[\w.]+\([^()]*\)?;?$/u.test(text) ||
    [MASKED, ADDRESS, PATH, PLACEHOLDER, RANGE, DATE_OR_TIME, MEASURE].some((pattern) => pattern.test(text)) ||
    FORM.has(words) ||
    /[:=(]$/u.test(text)
  );
}

/** A word, with punctuation after it or a hyphen inside: `required`, `Case-sensitive`. */
const isWord = (text: string): boolean =>
  /^\p{Lu}?\p{Ll}+(?:[-'’/]\p{Ll}+)?[.,;:!?)]*$|^\p{Lu}+[.,;:!?)]*$/u.test(text);

/** At least two kinds of characters, and no word. */
export const looksChosen = (text: string): boolean => kindsIn(text) >= 2 && !isWord(text) && !isNoValue(text);

/** Letters and digits, or three kinds of characters. */
export const looksRandom = (text: string): boolean =>
  looksChosen(text) && ((/\p{L}/u.test(text) && /\p{N}/u.test(text)) || kindsIn(text) >= 3);

/** A product number has capitals and digits. */
export const looksStrong = (text: string): boolean =>
  looksRandom(text) && /\p{Ll}/u.test(text) && (kindsIn(text) >= 3 || (/\p{N}/u.test(text) && text.length >= 7));

const TOKEN = /\S+/u;

/** The first word of a text, without quotes around it and a full stop after it. */
function firstWord(text: string): (SecretValue & { readonly isAlone: boolean }) | null {
  const match = TOKEN.exec(text);
  if (match === null) return null;
  const word = match[0];
  const start = match.index + (/^["'“”„«`]/u.test(word) && word.length > 2 ? 1 : 0);
  const closed = /["'“”»`][.,;)]?$|[,;]$/u.exec(word)?.[0].length ?? 0;
  const end = match.index + word.length - (word.length > closed + 2 ? closed : 0);
  const isAlone = /^[\s.,;)\]}|"']*$/u.test(text.slice(match.index + word.length));
  return { text: text.slice(start, end), start, end, score: 0, isAlone };
}

const asValue = (word: SecretValue, score: number): SecretValue => ({
  text: word.text,
  start: word.start,
  end: word.end,
  score,
});

/**
 * A password. `hasAccess`: the picture names a network or a user, so a word alone is one too.
 */
export function passwordIn(text: string, tie: Tie, hasAccess: boolean): SecretValue | null {
  const word = firstWord(text);
  if (word === null || isNoValue(word.text) || word.text.length > 64) return null;
  const { length } = word.text;
  if (/^\d+$/u.test(word.text)) {
    return length >= (tie === 'sign' ? 4 : 6) && tie !== 'row' && word.isAlone ? asValue(word, LIKELY) : null;
  }
  if (tie === 'sign' && length >= (word.isAlone ? 5 : 6) && looksChosen(word.text)) return asValue(word, SURE);
  if (tie === 'cell' && word.isAlone && length >= 6 && looksRandom(word.text)) return asValue(word, LIKELY);
  if (tie === 'row' && word.isAlone && length >= 6 && looksStrong(word.text)) return asValue(word, LIKELY);
  const isPlain = hasAccess && tie !== 'row' && word.isAlone && length >= 6 && /^[\p{L}-]+$/u.test(word.text);
  return isPlain ? asValue(word, POSSIBLE) : passPhraseIn(text, tie, hasAccess);
}

/** Four words or more of small letters: `correct horse battery staple`. */
function passPhraseIn(text: string, tie: Tie, hasAccess: boolean): SecretValue | null {
  const match = /^\s*(\p{Ll}{3,10}(?:[ -]\p{Ll}{3,10}){3,7})\s*$/u.exec(text);
  if (match?.[1] === undefined || tie !== 'sign' || !hasAccess) return null;
  const start = match[0].indexOf(match[1]);
  return { text: match[1], start, end: start + match[1].length, score: POSSIBLE };
}

/** Digits in groups, at least eight, and nothing else. */
const GROUPED_DIGITS = /^\s*((?:\d[ -]?){7,62}\d)(?![\p{L}\p{N}.])/u;
/** Letters and digits in groups of the same length. */
const GROUPS = /^\s*([\p{L}\p{N}]{4,5}(?:[ -][\p{L}\p{N}]{4,5}){1,12})\s*$/u;

/** A key of a wireless network: 8 to 63 characters. */
export function networkKeyIn(text: string, tie: Tie): SecretValue | null {
  const digits = GROUPED_DIGITS.exec(text);
  if (digits?.[1] !== undefined && !DATE_OR_TIME.test(digits[1])) {
    const isAlone = digits[0].length >= text.trimEnd().length;
    if (tie !== 'row' || isAlone) return rangeOf(digits, tie === 'sign' ? SURE : LIKELY);
  }
  const word = firstWord(text);
  if (word === null || isNoValue(word.text)) return null;
  const { length } = word.text;
  if (length >= 8 && length <= 64) {
    if (tie === 'sign' && looksChosen(word.text)) return asValue(word, SURE);
    if (word.isAlone && looksRandom(word.text) && (tie === 'cell' || looksStrong(word.text) || length >= 10)) {
      return asValue(word, LIKELY);
    }
    // Many makers print keys of capitals or small letters alone.
    if (tie === 'sign' && word.isAlone && /^[A-Z]{8,}$|^[a-z]{8,}$/u.test(word.text)) return asValue(word, POSSIBLE);
  }
  const groups = GROUPS.exec(text);
  const isRandom = groups?.[1] !== undefined && /\p{N}/u.test(groups[1]) && groups[1].length >= 9;
  return groups !== null && isRandom && tie !== 'row' ? rangeOf(groups, LIKELY) : null;
}

function rangeOf(match: RegExpExecArray, score: number): SecretValue {
  const text = (match[1] ?? '').trimEnd();
  const start = match.index + match[0].indexOf(text);
  return { text, start, end: start + text.length, score };
}

/** Four, five or eight digits: six are a postcode in India, which is called PIN there. */
const PIN = /^\s*(?:n[°o.]{0,2}\s?)?(\d{8}|\d{4,5}|\d(?:[ -]\d){3})(?![\p{L}\p{N}]|[.,:/-]\d)/u;

export function pinIn(text: string, tie: Tie): SecretValue | null {
  const match = PIN.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length);
  const isAlone = /^[\s.,;!)\]#*]*(?:\(.{0,30}\))?$/u.test(rest);
  return tie === 'sign' || isAlone ? rangeOf(match, LIKELY) : null;
}

/** Three to ten digits, with one letter or a hash at most: the code of a door, a card, a phone. */
const ENTRY =
  /^\s*((?:[#*]?\d{3,10}[#*]?|[A-Z]\d{3,9}|\d{2,9}[A-Z]\d{0,8}|\d(?: \d){3,7})[#*]?)(?![\p{L}\p{N}]|[.,:/-]\d)/u;

export function entryCodeIn(text: string, tie: Tie): SecretValue | null {
  const match = ENTRY.exec(text);
  if (match?.[1] === undefined || match[1].replace(/\D/gu, '').length < 3) return null;
  const isAlone = /^[\s.,;!)\]]*(?:\(.{0,30}\))?$/u.test(text.slice(match[0].length));
  return tie === 'sign' || isAlone ? rangeOf(match, LIKELY) : null;
}

/** A token: 8 characters or more, letters and digits, or a long one of one kind. */
export function tokenIn(text: string, tie: Tie): SecretValue | null {
  const word = firstWord(text);
  if (word === null || isNoValue(word.text) || tie === 'row') return appPasswordIn(text, tie);
  const isRandom = word.text.length >= 8 && looksRandom(word.text) && /\p{N}/u.test(word.text);
  return isRandom && (tie === 'sign' || word.isAlone) ? asValue(word, SURE) : appPasswordIn(text, tie);
}

/** `abcd efgh ijkl mnop`, as Google prints a password for one app; Apple has hyphens. */
function appPasswordIn(text: string, tie: Tie): SecretValue | null {
  const match = /^\s*([a-z]{4}(?:[ -][a-z]{4}){3})\s*$/u.exec(text);
  return match === null || tie === 'row' ? null : rangeOf(match, LIKELY);
}

/** Letters and the digits 2 to 7, in groups or in one: 16 characters or more. */
const BASE32 = /^[\s"']*((?:[A-Za-z2-7]{4}[ -]?){3,15}[A-Za-z2-7]{2,8})["']?(?![\p{L}\p{N}])/u;

export function setupKeyIn(text: string, tie: Tie): SecretValue | null {
  const match = BASE32.exec(text);
  if (match?.[1] === undefined) return null;
  const key = match[1].replace(/[ -]/gu, '');
  const isOneCase = key === key.toUpperCase() || key === key.toLowerCase();
  // Sixteen letters without a digit are words more often than chance.
  const isRandom = (key.match(/[2-7]/gu)?.length ?? 0) >= (key.length > 24 ? 2 : 1);
  return key.length >= 16 && isOneCase && isRandom ? rangeOf(match, tie === 'row' ? LIKELY : SURE) : null;
}

/** Groups of letters and digits, 12 characters or more. */
const RECOVERY = /^[\s"']*([A-Za-z0-9]{4,8}(?:\s?[-–]\s?[A-Za-z0-9]{4,8}|\s[A-Z0-9]{4,8}){1,15})["'.]?\s*$/u;

export function recoveryKeyIn(text: string, tie: Tie): SecretValue | null {
  const groups = RECOVERY.exec(text);
  const isRandom =
    groups?.[1] !== undefined && /\d/u.test(groups[1]) && groups[1].replace(/[^A-Za-z0-9]/gu, '').length >= 8;
  if (groups !== null && isRandom && !DATE_OR_TIME.test(groups[1] ?? '')) return rangeOf(groups, LIKELY);
  const word = firstWord(text);
  if (word === null || tie === 'row' || !word.isAlone) return null;
  const isKey =
    word.text.length >= (tie === 'sign' ? 6 : 8) && /\d/u.test(word.text) && /^[A-Za-z0-9+/=_-]+$/u.test(word.text);
  return isKey && (looksRandom(word.text) || word.text.length >= 10) && !isNoValue(word.text)
    ? asValue(word, LIKELY)
    : null;
}
