// Which texts, and which of their lines, are worth the finders: a cheap test, because nearly all of
// them hold settings or prose.

/** Digits of a line and of its neighbours: a date or a postcode has no fewer. */
const MIN_DIGITS = 5;

/**
 * Words before a secret or a date of birth, in the languages of the finders, without their endings.
 */
const LABEL =
  /pass|pwd|pin\b|puk\b|key|token|secret|code|kennwort|schl[uü]ssel|geheim|mdp\b|contrase|clave|senha|chia?ve|wachtwoord|sleutel|parola|cl[eé]\b|netzwerk|birth|born|\bdob\b|d\.o\.b|naissance|n[eé]e? le|gebor|geburt|geb\.|nacid|nacimiento|nasc|nat[oa] il/i;

/** Twelve words in a row that a list of recovery phrases may have: of three to eight letters. */
const PHRASE = /(?<!\p{L})(?:\p{L}{3,8}[^\p{L}]{1,4}){11}\p{L}{3,8}(?!\p{L})/u;
/** One such word on a line of its own, or numbered. */
const WORD_ALONE = /^[^\p{L}]{0,5}\p{L}{3,8}\W{0,2}$/u;
const MIN_WORDS = 12;

/** Digits of other scripts, and a key without any word. */
const OTHER = /(?![0-9])\p{N}|\S{20,}/u;

/** Never false where a finder would find something. */
export function mayHoldValue(label: string, value: string): boolean {
  return LABEL.test(label) || worthwhile(value.split('\n')).includes(true);
}

/** For each line whether it, or one beside it, may hold a value. */
export function worthwhile(lines: readonly string[]): boolean[] {
  const areWords = lines.filter((line) => WORD_ALONE.test(line)).length >= MIN_WORDS;
  const digits = lines.map(digitsIn);
  const own = lines.map((line, at) => {
    const near = (digits[at - 1] ?? 0) + (digits[at] ?? 0) + (digits[at + 1] ?? 0);
    if (near >= MIN_DIGITS || (areWords && WORD_ALONE.test(line))) return true;
    return line.includes('@') || LABEL.test(line) || OTHER.test(line) || PHRASE.test(line);
  });
  // A label may be above its value, and an address begins two lines before its postcode.
  return own.map((_, at) => [-2, -1, 0, 1, 2].some((by) => own[at + by] === true));
}

function digitsIn(line: string): number {
  let digits = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) digits++;
  }
  return digits;
}
