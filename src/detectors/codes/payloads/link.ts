// Links, and whether one carries a token that grants access to anyone who has it.

import { first, parseUri, semicolonFields } from './fields.js';
import type { Payload } from './payload.js';

/** Parameters whose value is meant for one person only. */
const SECRET_NAMES =
  /(?:^|[_.-])(?:access_?token|auth|authkey|credential|csrf|invite|jwt|key|apikey|login|magic|nonce|otp|passcode|passwd|password|pin|pwd|secret|session|sessionid|sid|sig|signature|ticket|tok|token|voucher)$/i;
/** Parameters that record where a visitor came from: long, but not secret. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|igshid|mc_[ce]id|ref|source|campaign)$/i;
/** Minimum length of a secret parameter's value. Excludes `pin=1` and `key=value`. */
const MIN_SECRET = 6;
/**
 * Minimum length of a random value, in characters. 16 characters of a mixed alphabet hold more than
 * 80 bits.
 */
const MIN_RANDOM = 16;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

export function link(text: string): Payload | null {
  const address = addressOf(text);
  if (address === null) return null;
  const uri = parseUri(address);
  if (uri === null || !/^[a-z][a-z0-9.+-]*:$/i.test(uri.protocol)) return null;
  const label = hasToken(uri) ? 'link-with-token' : 'code';
  return { label, kind: 'link', fields: {}, isWhole: true };
}

/**
 * The address in a text that is nothing else: with or without a scheme, or a bookmark
 * (`MEBKM:TITLE:...;URL:...;;`).
 */
function addressOf(text: string): string | null {
  if (/^MEBKM:/i.test(text)) return first(semicolonFields(text.slice('MEBKM:'.length)), 'URL') || null;
  const address = text.replace(/^URL(?:TO)?:/i, '').trim();
  if (/\s/.test(address)) return null;
  if (/^[a-z][a-z0-9.+-]*:\/\/[^/]/i.test(address)) return address;
  return /^www\.[^\s.]+\.\S+$/i.test(address) ? `http://${address}` : null;
}

function hasToken(uri: URL): boolean {
  if (uri.password !== '') return true;
  const fragment = new URLSearchParams(uri.hash.slice(1));
  const parameters = [...uri.searchParams, ...fragment].filter(([name]) => !TRACKING.test(name));
  const isSecret = parameters.some(
    ([name, value]) => (SECRET_NAMES.test(name) && value.length >= MIN_SECRET) || isRandom(value),
  );
  return isSecret || isRandom(uri.hash.slice(1)) || uri.pathname.split('/').some(isRandom);
}

/** A UUID, or one long word in which digits and letters keep alternating. */
function isRandom(value: string): boolean {
  if (UUID.test(value)) return true;
  return value.split(/[^A-Za-z0-9+=]+/).some((word) => word.length >= MIN_RANDOM && changes(word) >= word.length / 4);
}

/**
 * How often the character class (small letter, capital, digit) changes. `iPhone15` has few changes,
 * `x9Kf02Lq` many.
 */
function changes(word: string): number {
  const kinds = [...word].map((character) =>
    /\d/.test(character) ? 'digit' : /[a-z]/.test(character) ? 'small' : 'capital',
  );
  return kinds.slice(1).filter((kind, index) => kind !== kinds[index]).length;
}
