// The plain form of text in which the words of the kinds are compared: without accents, case,
// punctuation and the letters that the recogniser confuses.

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

/**
 * Lower-case words separated by single spaces, with numbers of two or more digits kept apart. Zero
 * becomes o; one, l and i become i.
 */
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

/** Without spaces, because the recogniser joins words. */
export const compactOf = (plain: string): string => plain.replaceAll(' ', '');
