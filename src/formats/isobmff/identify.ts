// Identifies files made of boxes (ISO/IEC 14496-12) by the brands in the first box. `text` is the
// start of a file as characters 0..255.

/** A list of brands is short. A longer one is damage. */
const MAX_BRANDS = 64;

/**
 * The major brand, then the compatible ones. Empty where the file does not begin with a list of
 * brands.
 */
export function brandsOf(text: string): readonly string[] {
  if (firstBox(text) !== 'ftyp') return [];
  const size = Buffer.from(text.slice(0, 4), 'latin1').readUInt32BE();
  const end = Math.min(size, text.length, 16 + 4 * MAX_BRANDS);
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  return brands;
}

/** Type of the first box, if the file is made of boxes. */
export function firstBox(text: string): string {
  return text.slice(4, 8);
}

/** Media type by the first brand that matches one of the patterns; null without one. */
export function typeByBrand(
  brands: readonly string[],
  types: readonly (readonly [pattern: RegExp, type: string])[],
): string | null {
  for (const brand of brands) {
    const type = types.find(([pattern]) => pattern.test(brand))?.[1];
    if (type !== undefined) return type;
  }
  return null;
}
