// EMVCo merchant codes (QRCPS, merchant-presented mode), including PIX: fields of tag, length and
// value, with a checksum at the end.

import { omitEmpty } from './fields.js';
import type { Payload } from './payload.js';

const PIX = 'br.gov.bcb.pix';
/** Payload format indicator, always first. */
const BEGIN = '000201';
const CHECKSUM = '63';
/** Tags of account information. Each contains fields of its own. */
const isAccount = (tag: string): boolean => tag >= '02' && tag <= '51';

export function emvPayment(text: string): Payload | null {
  if (!text.startsWith(BEGIN)) return null;
  const fields = emvFields(text);
  if (fields === null) return null;
  const accounts = [...fields].filter(([tag]) => isAccount(tag)).map(([, value]) => value);
  const parts = accounts.flatMap((value) => emvFields(value) ?? []);
  const isPix = parts.some((part) => part.get('00')?.toLowerCase() === PIX);
  return {
    label: 'payment-code',
    kind: isPix ? 'pix' : 'emv',
    fields: omitEmpty({
      account: parts.flatMap((part) => part.get('01') ?? []),
      recipient: fields.get('59'),
      amount: fields.get('54'),
    }),
    isWhole: fields.get(CHECKSUM)?.toUpperCase() === checksum(text.slice(0, -4)),
  };
}

/** Tag -> value. Null if the lengths do not add up. Lengths count characters. */
function emvFields(text: string): ReadonlyMap<string, string> | null {
  const fields = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const [, tag, length] = /^(\d{2})(\d{2})/.exec(text.slice(at, at + 4)) ?? [];
    if (tag === undefined) return null;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length < Number(length)) return null;
    fields.set(tag, value);
    at += 4 + Number(length);
  }
  return fields;
}

/**
 * CRC-16 with polynomial 0x1021 and initial value 0xFFFF over the UTF-8 bytes, as four hexadecimal
 * digits (EMVCo QRCPS 4.7.3).
 */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
