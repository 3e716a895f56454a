// Text as the kinds' words are compared with it: without accents, case, punctuation and the letters that the recogniser confuses.

const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
};

/** Lower-case words of letters and digits with single blanks between; nought is o, and one, l and i are all i. */
export function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłıđð]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/0/g, 'o')
    .replace(/[1l|]/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without blanks: the recogniser runs words together. */
export const compactOf = (plain: string): string => plain.replaceAll(' ', '');
