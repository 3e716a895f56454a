// Countries by their codes (ISO 3166-1 alpha-2), and which of them are members of the European
// Union.

/** Every code that is officially assigned. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

export const COUNTRIES: ReadonlySet<string> = new Set(CODES.split(' '));

/** The 27 members since 2020. */
export const EUROPEAN_UNION: readonly string[] =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Codes that people write for another one. */
const ALIASES: Readonly<Record<string, string>> = { UK: 'GB' };

/** `FR` for `fr`, `GB` for `UK`; null for what is no country. */
export function countryCode(text: string): string | null {
  const code = text.toUpperCase();
  const known = ALIASES[code] ?? code;
  return COUNTRIES.has(known) ? known : null;
}

const BY_NAME = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** Where a country was taken from. */
export type RegionSource = '--region' | 'configuration' | (typeof BY_NAME)[number];

export interface LocaleRegion {
  readonly region: string;
  readonly from: RegionSource;
}

/**
 * The country of the locale, such as FR of `fr_FR.UTF-8`. As in POSIX, the first variable that is
 * set decides; null where it names no country, such as `C` or `es_419`.
 */
export function regionOfLocale(env: Readonly<Record<string, string | undefined>>): LocaleRegion | null {
  const from = BY_NAME.find((name) => (env[name] ?? '') !== '');
  if (from === undefined) return null;
  // Language, script, country: zh_Hans_CN.UTF-8@modifier.
  const [, country = ''] = /^[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?[_-]([A-Z]{2})(?=[.@]|$)/i.exec(env[from] ?? '') ?? [];
  const region = countryCode(country);
  return region === null ? null : { region, from };
}
