// Links, and whether one carries a token: something that opens a thing to whoever has it.

import { first, parseUri, semicolonFields } from './fields.js';
import type { Payload } from './payload.js';

/** Names of parameters whose value is meant for one person only. */
const SECRET_NAMES =
  /(?:^|[_.-])(?:access_?token|auth|authkey|credential|csrf|invite|jwt|key|apikey|login|magic|nonce|otp|passcode|passwd|password|pin|pwd|secret|session|sessionid|sid|sig|signature|ticket|tok|token|voucher)$/i;
/** Where a visitor came from: long but no secret. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid|igshid|mc_[ce]id|ref|source|campaign)$/i;
/** Characters of a secret parameter's value; `pin=1` and `key=value` are none. */
const MIN_SECRET = 6;
/** Characters of what no person would choose: 16 of a mixed alphabet are more than 80 bits. */
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

/** The address in a text that is one, with or without a scheme, or a bookmark (`MEBKM:TITLE:...;URL:...;;`). */
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

/** A UUID, or one long word of digits and letters in which they keep changing. */
function isRandom(value: string): boolean {
  if (UUID.test(value)) return true;
  return value.split(/[^A-Za-z0-9+=]+/).some((word) => word.length >= MIN_RANDOM && changes(word) >= word.length / 4);
}

/** How often a small letter, a capital and a digit follow one another; `iPhone15` has few, `x9Kf02Lq` many. */
function changes(word: string): number {
  const kinds = [...word].map((character) =>
    /\d/.test(character) ? 'digit' : /[a-z]/.test(character) ? 'small' : 'capital',
  );
  return kinds.slice(1).filter((kind, index) => kind !== kinds[index]).length;
}
