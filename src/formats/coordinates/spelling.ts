// The characters and words that people and programs use in coordinates, in one spelling.

/** Signs, degree signs, primes and spaces in their plain forms; what is read has only those. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/&deg;|&#176;|[º˚\uFFFD]/g, '°'],
  // UTF-8 that was read as a Western code page.
  [/Â(?=°)/g, ''],
  // The signs of a page, also where they were written twice.
  [/&(?:amp;)?(?:#0?39|apos|prime|#8242);/g, "'"],
  [/&(?:amp;)?(?:quot|#0?34|Prime|#8243);/g, '"'],
  [/&(?:amp;)?lt;/g, '<'],
  [/&(?:amp;)?gt;/g, '>'],
  [/&(?:amp;)(?:deg|#176);/g, '°'],
  [/[−–‒﹣－]/g, '-'],
  // Sides before the numbers, in one character and one for the axis.
  [/北[纬緯] ?(?=\d)/g, 'N '],
  [/南[纬緯] ?(?=\d)/g, 'S '],
  [/ ?[东東][经經経] ?(?=\d)/g, ' E '],
  [/ ?西[经經経] ?(?=\d)/g, ' W '],
  [/＋/g, '+'],
  [/''|′′|[″“”ʺ]/g, '"'],
  [/[′’‘ʹ´]/g, "'"],
  // Primes that the code page of the text does not have.
  [/(° ?\d{1,2}(?:[.,]\d{1,9})? ?)\?/g, "$1'"],
  [/(' ?\d{1,2}(?:[.,]\d{1,9})? ?)\?/g, '$1"'],
  [/[\u00A0\u2000-\u200B\u202F\u3000\t\r\n]/g, ' '],
];

/** Digits, points, commas and signs of full width. */
const FULL_WIDTH = /[\uff0c\uff0e\uff10-\uff1a\uff1d]/g;

/** What any of them replaces. */
const UNUSUAL = /[^ -~]|&[a-z#]|''|\?/i;

export function plainSpelling(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const narrow = text.replace(FULL_WIDTH, (sign) => sign.normalize('NFKC'));
  return SPELLINGS.reduce((plain, [pattern, replacement]) => plain.replace(pattern, replacement), narrow);
}

/** The words for each side. `O` is missing: it is east in German and west in French. */
export const SIDES: readonly {
  readonly axis: 'latitude' | 'longitude';
  readonly sign: 1 | -1;
  readonly words: string;
}[] = [
  { axis: 'latitude', sign: 1, words: 'n|north|nord|norte|noord|с|с\\.ш|сш|北纬|北緯|北' },
  { axis: 'latitude', sign: -1, words: 's|south|sud|süd|sur|zuid|ю|ю\\.ш|юш|南纬|南緯|南' },
  { axis: 'longitude', sign: 1, words: 'e|east|est|ost|este|oost|leste|в|в\\.д|вд|东经|東経|東經|东|東' },
  { axis: 'longitude', sign: -1, words: 'w|west|ouest|oeste|ovest|з|з\\.д|зд|西经|西経|西經|西' },
];

const WHOLE_SIDES = SIDES.map(({ axis, sign, words }) => ({
  axis,
  sign,
  pattern: new RegExp(`^(?:${words})\\.?$`, 'iu'),
}));

/** The side that a word names; null for any other word. */
export function sideOf(word: string): Pick<(typeof SIDES)[number], 'axis' | 'sign'> | null {
  return WHOLE_SIDES.find(({ pattern }) => pattern.test(word)) ?? null;
}
