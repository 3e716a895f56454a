// What stands on the registration plates of vehicles, by country.

export interface PlateShape {
  /** ISO 3166-1 alpha-2; several countries share some shapes. */
  readonly country: string | null;
  /** Of the whole line, in capitals. */
  readonly pattern: RegExp;
  /** 0..1: how seldom other print looks like this. */
  readonly weight: number;
}

const GAP = '[\\s.\\-·:•]{0,2}';
const MARK = '[\\s.\\-·:•]{1,2}';
/** `_` is a mark between two groups, `~` one that the reader may have lost. */
const shape = (source: string): RegExp =>
  new RegExp(`^(?:${source.replace(/[_~]/g, (sign) => (sign === '_' ? MARK : GAP))})$`, 'u');

/** Two letters, digits and letters in fixed places are rare elsewhere; a few letters and a few digits are anywhere. */
export const PLATE_SHAPES: readonly PlateShape[] = [
  { country: 'GB', pattern: shape('[A-HJ-PR-Y][A-HJ-PR-Y]\\d{2}~[A-HJ-PR-Z]{3}'), weight: 0.8 },
  { country: null, pattern: shape('[A-HJ-NP-TV-Z]{2}~\\d{3}~[A-HJ-NP-TV-Z]{2}'), weight: 0.75 },
  { country: 'ES', pattern: shape('\\d{4}~[BCDFGHJKLMNPRSTVWXYZ]{3}'), weight: 0.65 },
  { country: 'BE', pattern: shape('[12]_[A-Z]{3}_\\d{3}'), weight: 0.75 },
  {
    country: 'NL',
    pattern: shape('[A-Z]{2}_\\d{3}_[A-Z]|[A-Z]_\\d{3}_[A-Z]{2}|\\d_[A-Z]{3}_\\d{2}|\\d{2}_[A-Z]{3}_\\d'),
    weight: 0.7,
  },
  { country: 'PT', pattern: shape('[A-Z]{2}_\\d{2}_[A-Z]{2}|\\d{2}_[A-Z]{2}_\\d{2}'), weight: 0.65 },
  { country: 'DE', pattern: shape('[A-ZÄÖÜ]{1,3}_[A-Z]{1,2}~[1-9]\\d{1,3}[EH]?'), weight: 0.55 },
  { country: 'US', pattern: shape('[1-9][A-Z]{3}\\d{3}|[A-Z]{3}_\\d{4}'), weight: 0.6 },
  { country: 'PL', pattern: shape('(?=.*\\d)[A-Z]{2,3}\\s[0-9A-Z]{4,5}'), weight: 0.35 },
  { country: null, pattern: shape('[A-Z]{3}_\\d{3}|[A-Z]{2}_\\d{4,5}'), weight: 0.4 },
];
