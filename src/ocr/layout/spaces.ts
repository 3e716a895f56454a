// Spaces that the recogniser put in or dropped.

/** A text with other spaces, and for each of its characters the index in the text as read. */
export interface Respaced {
  readonly text: string;
  readonly at: readonly number[];
}

/** Without any. The recogniser adds spaces between letters that are far apart, as in a form. */
export function withoutSpaces(text: string): Respaced {
  const at: number[] = [];
  let squeezed = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (/\s/u.test(character)) continue;
    squeezed += character;
    at.push(index);
  }
  return { text: squeezed, at };
}

/**
 * Where a space was dropped: after a comma, before a capital after small letters or a digit
 * (`221BakerStreet`), before digits after a word (`LondonNW1`, `Street12`). Not in `StraBe`, which
 * is a misread ß.
 */
const DROPPED =
  /(?<=\p{L}[,;])(?=[\p{L}\d])|(?<=\p{Ll})(?<!stra)(?=\p{Lu})|(?<=\d)(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{3})(?=\d)/gu;

/** With a space at each place where one was dropped. An index at such a space is that after it. */
export function withSpaces(text: string): Respaced {
  const places = new Set([...text.matchAll(DROPPED)].map(({ index }) => index));
  const at: number[] = [];
  let spaced = '';
  for (let index = 0; index < text.length; index += 1) {
    if (places.has(index)) {
      spaced += ' ';
      at.push(index);
    }
    spaced += text[index] ?? '';
    at.push(index);
  }
  return { text: spaced, at };
}
