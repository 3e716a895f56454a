// The serial number of Sony's cameras, in a value that is enciphered byte by byte (as ExifTool
// documents it).
import type { TiffField } from './field.js';

/**
 * A byte was replaced by its third power modulo 249. Bytes from 249 on stay. Where several have the
 * same power, the last is used.
 */
const DECIPHERED = Uint8Array.from({ length: 256 }, (_, byte) => byte);
for (let plain = 0; plain < 249; plain++) DECIPHERED[plain ** 3 % 249] = plain;
// 0 and 1 are their own third powers.
DECIPHERED[0] = 0;
DECIPHERED[1] = 1;

/**
 * Position of the number by model. The first match counts. Other models have it elsewhere or not at
 * all.
 */
const RANGES: readonly { readonly models: RegExp; readonly start: number; readonly bytes: number }[] = [
  { models: /^ILCE-1\b/, start: 0x8a, bytes: 6 },
  {
    models: /^(ILCE-(6[1345]00|6600|7C|7M[34]|7RM(2|3A?|4A?|5)|7SM[23]|9|9M2)|ILCA-99M2|ILME-FX3|ZV-E10)\b/,
    ...{ start: 0x88, bytes: 6 },
  },
  { models: /^(SLT-|ILCA-)/, start: 0xf0, bytes: 5 },
  { models: /^(ILCE-|NEX-(?!5N|7|VG20E))/, start: 0x7c, bytes: 4 },
];

/** The digits of the number. None where the model has no number or it was never filled in. */
export function sonySerial({ bytes }: TiffField, model: string): string[] {
  const range = RANGES.find(({ models }) => models.test(model));
  if (!range) return [];
  const number = bytes.subarray(range.start, range.start + range.bytes).map((byte) => DECIPHERED[byte] ?? 0);
  const isFilledIn = number.length === range.bytes && number.some((byte) => byte !== 0);
  return isFilledIn ? [Buffer.from(number).toString('hex')] : [];
}
