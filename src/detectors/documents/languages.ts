// The languages whose words on documents and screens are known, as data. `lenscap doctor` lists
// them.

/**
 * By ISO 639-1 code. Each kind of document and of screen has words in all of them; its test checks
 * that.
 */
export const LANGUAGES = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
} as const;
