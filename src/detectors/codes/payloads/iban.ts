// The check digits of an International Bank Account Number (ISO 13616, mod 97).

/** Spaces are allowed. */
export function isIban(text: string): boolean {
  const iban = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  // A letter is two digits: A is 10, Z is 35.
  for (const character of moved) rest = Number(`${rest}${Number.parseInt(character, 36)}`) % 97;
  return rest === 1;
}
