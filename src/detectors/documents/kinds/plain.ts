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

/** Lower-case words with single blanks between, numbers of two digits and more apart; nought is o, and one, l and i are all i. */
export function plainOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłıđð]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=\p{L})(?=\d{2})|(?<=\d{2})(?=\p{L})/gu, ' ')
    .replace(/0/g, 'o')
    .replace(/[1l|]/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without blanks: the recogniser runs words together. */
export const compactOf = (plain: string): string => plain.replaceAll(' ', '');
