// Health certificates: the European Union's (HC1: Base45, zlib, a signed COSE message), SMART
// Health Cards, and New Zealand's pass.
import { inflateSync } from 'node:zlib';
import type { Payload } from './payload.js';

const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** CBOR tag 18 (COSE_Sign1, RFC 9052), or an array of four without the tag. */
const COSE_BEGINS = [0xd2, 0x84];
/**
 * Maximum size of a certificate in bytes, far above any real one. A small code may inflate to
 * gigabytes.
 */
const MAX_BYTES = 65_536;

export function healthCertificate(text: string): Payload | null {
  if (/^(?:HC|LT)\d:[0-9A-Z $%*+./:-]+$/.test(text))
    return payload('eu-health-certificate', isCose(text.slice('HC1:'.length)));
  if (/^shc:\/(?:\d+\/\d+\/)?\d+$/.test(text)) return payload('smart-health-card', isJws(text));
  const pass = /^NZCP:\/\d+\/([A-Z2-7]+)=*$/.exec(text)?.[1];
  if (pass !== undefined) return payload('nz-covid-pass', beginsAsCose(pass));
  return null;
}

function payload(kind: string, isWhole: boolean): Payload {
  return { label: 'health-certificate', kind, fields: {}, isWhole };
}

function isCose(base45: string): boolean {
  const bytes = fromBase45(base45);
  if (bytes === null) return false;
  try {
    const message = inflateSync(bytes, { maxOutputLength: MAX_BYTES });
    return COSE_BEGINS.includes(message[0] ?? 0);
  } catch {
    // Not compressed, truncated or too large. The prefix alone proves nothing.
    return false;
  }
}

/**
 * Whether Base32 text (RFC 4648) has a length that bytes can have, and begins as a COSE message
 * does: `2I` to `2L` is the byte 0xd2, `QQ` to `QT` the byte 0x84.
 */
function beginsAsCose(base32: string): boolean {
  return ![1, 3, 6].includes(base32.length % 8) && /^(?:2[I-L]|Q[Q-T])/.test(base32);
}

/** RFC 9285. Null if the text is not Base45. */
function fromBase45(text: string): Uint8Array | null {
  const values = [...text].map((character) => BASE45.indexOf(character));
  if (values.includes(-1) || values.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < values.length; at += 3) {
    const [a = 0, b = 0, c] = values.slice(at, at + 3);
    const number = a + b * 45 + (c ?? 0) * 2025;
    if (number > (c === undefined ? 0xff : 0xffff)) return null;
    if (c !== undefined) bytes.push(number >> 8);
    bytes.push(number & 0xff);
  }
  return Uint8Array.from(bytes);
}

/**
 * Each pair of digits is a character of a JSON Web Signature minus 45 (SMART Health Cards,
 * "Encoding Chunks as QR Codes"). The signature begins with `eyJ`. If it spans several codes, only
 * the first one has that prefix.
 */
function isJws(text: string): boolean {
  const digits = text.slice(text.lastIndexOf('/') + 1);
  const begin = [0, 2, 4].map((at) => String.fromCharCode(Number(digits.slice(at, at + 2)) + 45)).join('');
  return digits.length % 2 === 0 && begin === 'eyJ';
}
