// Invented values with their labels, to be drawn in any layout. Numbers with check digits are from
// public examples.

/** A value as it is printed. */
export interface Labelled {
  /** kebab-case. */
  readonly id: string;
  readonly label: string;
  /** One text per line of print: an address has several. */
  readonly lines: readonly string[];
  /** Words of a list that are printed with numbers. Then `lines` is the same list in lines. */
  readonly words?: readonly string[];
  /** What is found: the label of the detection, and the value without separators. */
  readonly found: { readonly label: string; readonly value: string };
}

const WORDS = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');

const inLines = (words: readonly string[], count: number): readonly string[] =>
  words.flatMap((_, at) => (at % count === 0 ? [words.slice(at, at + count).join(' ')] : []));

export const LABELLED: readonly Labelled[] = [
  {
    id: 'iban',
    label: 'IBAN',
    lines: ['DE89 3704 0044 0532 0130 00'],
    found: { label: 'iban', value: 'DE89370400440532013000' },
  },
  {
    id: 'national-number',
    label: 'Steuer-IdNr.',
    lines: ['65 179 386 601'],
    found: { label: 'national-id', value: '65179386601' },
  },
  {
    id: 'phone',
    label: 'Telefon',
    lines: ['030 23125 017'],
    found: { label: 'phone-number', value: '03023125017' },
  },
  {
    id: 'address',
    label: 'Address',
    lines: ['221 Baker Street', 'London NW1 6XE'],
    found: { label: 'postal-address', value: '221 Baker Street, London NW1 6XE' },
  },
  {
    id: 'password',
    label: 'Password',
    lines: ['Kx7!rabbit'],
    found: { label: 'secret', value: 'Kx7!rabbit' },
  },
  {
    id: 'recovery-phrase',
    label: 'Recovery phrase',
    lines: inLines(WORDS, 4),
    words: WORDS,
    found: { label: 'secret', value: WORDS.join(' ') },
  },
  {
    id: 'payment-card',
    label: 'Card number',
    lines: ['4539 1488 0343 6467'],
    found: { label: 'payment-card-number', value: '4539148803436467' },
  },
];
