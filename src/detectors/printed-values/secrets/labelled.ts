// Secrets that their label announces: passwords, keys of networks, PINs, tokens, set-up keys.
import { offsetOf } from '../../../ocr/layout/direction.js';
import { continuations, rangesInRows } from '../../../ocr/layout/joined.js';
import { captionsOf, type NearValue, valuesNear } from '../../../ocr/layout/near.js';
import { boxOfRange, type Row, type TextRange } from '../../../ocr/layout/rows.js';
import type { Finder, Found } from '../found.js';
import { type Context, contextOf, type Label, labelsOf } from './find-labels.js';
import { announcesOneTimeCode } from './one-time-code.js';
import {
  entryCodeIn,
  looksStrong,
  networkKeyIn,
  passwordIn,
  pinIn,
  recoveryKeyIn,
  type SecretValue,
  setupKeyIn,
  type Tie,
  tokenIn,
} from './values.js';
import type { LabelKind } from './vocabulary.js';

interface Form {
  /** Shown as evidence `kind`. */
  readonly kind: string;
  readonly valueIn: (text: string, tie: Tie, context: Context) => SecretValue | null;
}

type ContextAt = ReturnType<typeof contextOf>;

/** Lists are found elsewhere: recovery-codes.ts, recovery-phrase.ts. */
type SingleKind = Exclude<LabelKind, 'recovery-codes' | 'recovery-phrase'>;

const FORMS: Readonly<Record<SingleKind, Form>> = {
  'network-key': { kind: 'password', valueIn: networkKeyIn },
  'local-key': {
    kind: 'password',
    valueIn: (text, tie, context) => (tie !== 'row' && context.hasNetwork ? networkKeyIn(text, tie) : null),
  },
  'setup-key': { kind: 'otp-secret', valueIn: setupKeyIn },
  'recovery-key': { kind: 'recovery-key', valueIn: recoveryKeyIn },
  token: { kind: 'token', valueIn: tokenIn },
  password: { kind: 'password', valueIn: (text, tie, context) => passwordIn(text, tie, context.hasAccess) },
  'short-password': {
    kind: 'password',
    valueIn: (text, tie, context) => {
      const value = passwordIn(text, tie, context.hasAccess);
      return value !== null && (context.hasAccess || (tie !== 'cell' && looksStrong(value.text))) ? value : null;
    },
  },
  'access-word': {
    kind: 'password',
    valueIn: (text, tie, context) => (context.hasAccess && tie !== 'row' ? passwordIn(text, tie, true) : null),
  },
  pin: { kind: 'pin', valueIn: pinIn },
  'entry-code': { kind: 'pin', valueIn: entryCodeIn },
};
const ORDER = Object.keys(FORMS) as readonly SingleKind[];

/** What may be between a label and its sign: `(WPA2)`, `2.4 GHz`, `2`, `*`. */
const QUALIFIER = /^(?:\s?\([^)]{0,24}\)|\s?[\d.,]{1,3}\s?G(?:Hz)?\b|\s?\d(?=\s?[:=：])|\s?\*)+/u;
/** Words between a label and its sign: `password for guests:`. */
const OF_WHAT = /^(?:\s(?!(?:must|should|muss|doit|debe|deve|moet)\b)\p{L}{2,14}){1,3}(?=\s?[:=：])/u;
/** A verb between a label and its value. */
const VERB = /^\s{0,2}(?:is|ist|lautet|est|es|è|é|are|now|:?\s?is now)(?:\s+|(?=\d))/iu;
const SIGN = /^\s{0,30}["']?\s?[:=：>→]/u;

/** Letters from which a label is no chance, whatever is next to it. */
const LONG = 9;
/** Characters before a label in its row, beyond which the row is a sentence. */
const MAX_BEFORE = 40;
/** Characters after a label up to which the label may still be a caption of what is below. */
const MAX_AFTER = 3;

interface Place extends NearValue {
  readonly tie: Tie;
  readonly context: Context;
}

/** Where the value of a label may be, and how it is tied to it. */
function placesOf(
  label: Label,
  rows: readonly Row[],
  labels: readonly Label[],
  contextAt: ContextAt,
): readonly Place[] {
  const { row } = label;
  const after = row.text.slice(label.end);
  const end = label.end + ((QUALIFIER.exec(after) ?? OF_WHAT.exec(after))?.[0].length ?? 0);
  const rest = row.text.slice(end);
  const isApart =
    end > label.end || label.end - label.start >= LONG || /^[\s\d:=：>→"']|^(?:is|ist|est|es)\s/u.test(rest);
  const isCaption = rest.replace(/[^\p{L}\p{N}]/gu, '').length <= MAX_AFTER && label.start <= MAX_BEFORE;
  const candidates = valuesNear({ row, start: label.start, end }, rows).filter(
    // Most labels are above their value. One below it is nearer to it than to any other row.
    ({ side, row: other }) => side !== 'above' || captionsOf(other, rows).at(-1) === row,
  );
  return candidates.flatMap((candidate): readonly Place[] => {
    if (candidate.side !== 'same')
      return isCaption ? [{ ...underLabel(label, candidate), tie: 'cell', context: contextAt(row) }] : [];
    const verb = VERB.exec(rest)?.[0].length;
    const start = verb === undefined ? candidate.start : end + verb;
    const stop = labels.find((other) => other.start > start)?.start ?? row.text.length;
    const tie = SIGN.test(rest) ? 'sign' : 'row';
    if (tie === 'row' && !isApart) return [];
    return [{ ...candidate, start, end: stop, text: row.text.slice(start, stop), tie, context: contextAt(null) }];
  });
}

/** Of a row below several labels, the word below this one. */
function underLabel(label: Label, candidate: NearValue): NearValue {
  if (candidate.side !== 'below' || label.start <= MAX_AFTER) return candidate;
  const own = boxOfRange(label);
  const words = [...candidate.text.matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    const range = { row: candidate.row, start: candidate.start + index, end: candidate.start + index + text.length };
    return { ...candidate, ...range, text, overlap: offsetOf(own, boxOfRange(range)).overlap };
  });
  const [nearest] = words.sort((a, b) => b.overlap - a.overlap);
  return words.length > 1 && nearest !== undefined && nearest.overlap > 0.3 ? nearest : candidate;
}

/** Long values in groups, which a narrow screen breaks between two groups. */
const BROKEN: readonly SingleKind[] = ['setup-key', 'recovery-key', 'network-key'];

/** The value in its place, or from there into the rows that continue it. */
function valueAt(place: Place, kind: SingleKind, rows: readonly Row[]): Found | null {
  const { valueIn } = FORMS[kind];
  const { row, start, tie, context } = place;
  const own = valueIn(place.text, tie, context);
  const found = own && foundOf(kind, own, [{ row, start: start + own.start, end: start + own.end }]);
  // Digits below a key of a network are another number.
  if (!BROKEN.includes(kind) || (own !== null && kind === 'network-key')) return found;
  if (place.end < row.text.length || !/[\p{L}\p{N}]{4}/u.test(place.text)) return found;
  for (const joined of continuations(row, rows)) {
    const value = valueIn(joined.text.slice(start), tie, context);
    if (value !== null && start + value.end > row.text.length) {
      return foundOf(kind, value, rangesInRows(joined, start + value.start, start + value.end));
    }
  }
  return found;
}

function foundOf(kind: SingleKind, { text, score }: SecretValue, places: readonly TextRange[]): Found {
  return { label: 'secret', value: text, places, score, proved: false, more: { kind: FORMS[kind].kind } };
}

/** How far below its label such a value may be, in letter heights: a screen has one of them. */
const FAR = 15;
const MIN_DISTINCTIVE = 16;
const DISTINCTIVE: readonly SingleKind[] = ['setup-key', 'recovery-key'];

/** A key of distinctive form anywhere below a label that is more than a short word. */
function farBelow(label: Label, rows: readonly Row[], context: Context): Found | null {
  const kinds = DISTINCTIVE.filter((kind) => label.kinds.includes(kind));
  if (kinds.length === 0 || label.end - label.start < LONG) return null;
  for (const row of rows) {
    const { drop } = offsetOf(label.row.box, row.box);
    if (drop <= 0.5 || drop > FAR || /[\p{L}\p{N}]{4}.*[\p{L}\p{N}]{4}/u.exec(row.text) === null) continue;
    if (labelsOf(row).length > 0) continue;
    const place: Place = { row, start: 0, end: row.text.length, text: row.text, side: 'below', tie: 'cell', context };
    const found = kinds.map((kind) => valueAt(place, kind, rows)).find((one) => one !== null);
    if (found !== undefined && found.value.replace(/[\s-]/gu, '').length >= MIN_DISTINCTIVE) return found;
  }
  return null;
}

function secretOf(label: Label, rows: readonly Row[], labels: readonly Label[], contextAt: ContextAt): Found | null {
  for (const place of placesOf(label, rows, labels, contextAt)) {
    if (place.tie === 'cell' && labelsOf(place.row).length > 0) continue;
    for (const kind of ORDER.filter((one) => label.kinds.includes(one))) {
      const found = valueAt(place, kind, rows);
      if (found !== null) return found;
    }
  }
  return farBelow(label, rows, contextAt(label.row));
}

/** What a code for one sign-in is called, too. */
const FOR_ONE_SIGN_IN: readonly LabelKind[] = [
  'pin',
  'entry-code',
  'password',
  'short-password',
  'access-word',
  'local-key',
];

export const labelledSecrets: Finder = (rows) => {
  const contextAt = contextOf(rows);
  return rows.flatMap((row) => {
    const isMessage = announcesOneTimeCode(row);
    const labels = labelsOf(row).filter(
      ({ kinds }) => !isMessage || !kinds.some((kind) => FOR_ONE_SIGN_IN.includes(kind)),
    );
    return labels.flatMap((label) => {
      const found = secretOf(label, rows, labels, contextAt);
      return found === null ? [] : [found];
    });
  });
};
