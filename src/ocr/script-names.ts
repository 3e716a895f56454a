// The scripts that a line of text can be told to be in. Latin letters written by hand are one of
// their own.

/** In the order of the outputs of the model text-script. */
export const SCRIPTS = [
  'latin',
  'han',
  'cyrillic',
  'greek',
  'arabic',
  'hebrew',
  'devanagari',
  'bengali',
  'tamil',
  'thai',
  'georgian',
  'armenian',
  'khmer',
  'burmese',
  'japanese',
  'korean',
  'vertical',
  'handwritten',
] as const;
export type Script = (typeof SCRIPTS)[number];

/** The recogniser knows their characters. */
export const READ_SCRIPTS: readonly Script[] = ['latin', 'han', 'handwritten'];
