// Which texts, and which of their lines, are worth the finders: a cheap test, because nearly all of
// them hold settings or prose.

/** Six digits with few signs between them: the shortest number that any finder knows. */
const NUMBER = /\d(?:[^\p{L}\d]{0,3}\d){5}/u;

/**
 * Letters and digits without a space: a key, a number of a person with letters, or an account
 * number. Also digits of other scripts.
 */
const MIXED = /(?=[A-Za-z_-]*\d)[A-Za-z\d_-]{11}|(?!\d)\p{N}/u;

/** Words of streets, in the languages of the finder. A postcode and a house number have digits. */
const STREET =
  /\b(?:street|st|road|rd|ave?|avenue|lane|ln|drive|dr|blvd|boulevard|bd|court|crescent|close|terrace|place|square|highway|hwy|parkway|way|gardens|mews|row|quay|quai|rue|chemin|impasse|all[eé]e|route|cours|calle|avenida|avda|plaza|paseo|carrer|via|viale|piazza|corso|largo|vicolo|strada|rua|travessa|pra[cç]a|alameda|estrada|jalan|jln|lorong|c)\b|stra(?:ss|ß|b)e|str\b|weg\b|gasse|platz|ring\b|damm|ufer|straat|laan|plein|gracht|kade|singel|dreef/iu;

/**
 * Words before a secret or a date of birth, in the languages of the finders, without their endings.
 */
const LABEL =
  /pass|\bp\/?w\b|pwd|\bpsw\b|\bpsk\b|\bww\b|\bllave\b|\bpin\b|\bpin ?code|\bpuk\b|(?:^|[^a-z])key\b|api.?key|(?:network|security|recovery|wireless|access).?key|token|secret|wi-?fi|wpa|wep|kennwort|losungswort|schl[uü]ssel|geheim|mdp\b|contrase|clave|mnemonic|credential|salt\b|l[oö]senord|adgangskode|salasana|has[lł]o|heslo|[sş]ifre|lozinka|jelsz[oó]|nyckel|n[oø]gle|klucz|n[iı]p\b|phrase secr|senha|chia?ve|wachtwoord|sleutel|parola|cl[eé]\b|birth|born|\bdob\b|d\.o\.b|naissance|n[eé]e?(?:\(e\))? le|gebor|geburt|geb\.|nacid|nacimiento|nasc|nat[oa] il/i;

/** The same in other scripts. */
const LABEL_ELSEWHERE = /密[码碼]|口令|密钥|パスワード|비밀번호|пароль|κωδικ/iu;
/** Codes of doors and cards, and codes that replace a second factor, are digits next to this. */
const CODE = /code|c[oóò]d[ií][cg][eio]|kod[eyl]/iu;
const FEW_DIGITS = /\d[^\p{L}\d]{0,1}\d[^\p{L}\d]{0,1}\d/u;

/** Twelve words in a row that a list of recovery phrases may have. */
const PHRASE =
  /(?<!\p{L})(?:\p{L}{3,9}[^\p{L}]{1,4}){11}\p{L}{3,9}(?!\p{L})|(?:\p{Script=Hangul}{2,4}\s{1,3}){11}|(?:\p{Script=Hiragana}{2,9}\s{1,3}){11}|(?:\p{Script=Han}\s?){12}/u;
/** One such word on a line of its own, or numbered. */
const WORD_ALONE = /^[^\p{L}]{0,5}\p{L}{3,8}\W{0,2}$/u;
const MIN_WORDS = 12;

/** Never false where a finder would find something. */
export function mayHoldValue(label: string, value: string): boolean {
  if (LABEL.test(label) || LABEL_ELSEWHERE.test(label)) return true;
  return (CODE.test(label) && FEW_DIGITS.test(value)) || worthwhile(value.split('\n')).includes(true);
}

/** A value may be right below its label. */
const isCode = (lines: readonly string[], at: number): boolean =>
  CODE.test(lines[at] ?? '') && lines.slice(at, at + 3).some((line) => FEW_DIGITS.test(line));

/** For each line whether it, or one beside it, may hold a value. */
export function worthwhile(lines: readonly string[]): boolean[] {
  const areWords = lines.filter((line) => WORD_ALONE.test(line)).length >= MIN_WORDS;
  const own = lines.map((line, at) => {
    if (line.includes('@') || NUMBER.test(line) || MIXED.test(line)) return true;
    if (areWords && WORD_ALONE.test(line)) return true;
    if (LABEL.test(line) || LABEL_ELSEWHERE.test(line) || PHRASE.test(line)) return true;
    return (/\d/.test(line) && STREET.test(line)) || isCode(lines, at);
  });
  // A label may be above its value, and an address begins two lines before its postcode.
  return own.map((_, at) => [-2, -1, 0, 1, 2].some((by) => own[at + by] === true));
}
