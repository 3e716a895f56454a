// The languages whose words on paper and on screens are known, as data; `lenscap doctor` lists them.

/** By ISO 639-1 code. Each kind of paper and of screen has words in all of them (its test says so). */
export const LANGUAGES = {
  en: 'English',
  fr: 'French',
  de: 'German',
  es: 'Spanish',
  it: 'Italian',
  pt: 'Portuguese',
  nl: 'Dutch',
} as const;
