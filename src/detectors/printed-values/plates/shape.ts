// The form of a registration plate: groups of letters and digits, with a weight that says how
// rarely other print has this form.

export interface PlateShape {
  /** ISO 3166-1 alpha-2. Null for a form that several countries share. */
  readonly country: string | null;
  /** Matches a whole number in capitals, with `-` for whatever separates its groups. */
  readonly pattern: RegExp;
  /** 0..1. From 0.5 on, the form alone is enough. */
  readonly weight: number;
  /** Numbers that have this form, and print that resembles it. For the tests. */
  readonly isTrue: readonly string[];
  readonly isFalse: readonly string[];
}

/** Letters that look the same in Cyrillic and Latin, which Russia and Bulgaria use. */
const BOTH_SCRIPTS = '[ABEKMHOPCTYX]';

/**
 * `A` is a letter, `B` one of both scripts, `9` a digit, `1` a digit but zero. `_` is a gap that
 * the reader may have lost, `=` one that it may not. The rest is a regular expression.
 */
export function form(source: string): RegExp {
  const classes: Record<string, string> = { A: '[A-Z]', B: BOTH_SCRIPTS, 9: '\\d', 1: '[1-9]', _: '-?', '=': '-' };
  // What is in brackets or braces, or escaped, is left as it is.
  const parts = source.match(/\[[^\]]*\]|\{[^}]*\}|\\p\{[^}]*\}|\(\?[:=!]|"[^"]*"|./gu) ?? [];
  const made = parts.map((part) => (part.startsWith('"') ? part.slice(1, -1) : (classes[part] ?? part)));
  return new RegExp(`^(?:${made.join('')})$`, 'u');
}

/** Capitals, and one `-` for each gap or mark between groups. */
export function plateText(text: string): string {
  return text.trim().replace(/[\s.\-–—·:•*'|,]+/gu, '-');
}
