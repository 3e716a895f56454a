// Forms of vehicle registration plates, by country.

export interface PlateShape {
  /** ISO 3166-1 alpha-2. Null for a form that several countries share. */
  readonly country: string | null;
  /** Matches the whole line, in capitals. */
  readonly pattern: RegExp;
  /** 0..1: how rarely other print looks like this. */
  readonly weight: number;
}

const GAP = '[\\s.\\-·:•]{0,2}';
const MARK = '[\\s.\\-·:•]{1,2}';
/** `_` is a separator between two groups, `~` one that the recogniser may have lost. */
const shape = (source: string): RegExp =>
  new RegExp(`^(?:${source.replace(/[_~]/g, (sign) => (sign === '_' ? MARK : GAP))})$`, 'u');

/**
 * Two letters, digits and letters at fixed positions are rare elsewhere. A few letters and a few
 * digits occur anywhere.
 */
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
