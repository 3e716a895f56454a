// Secrets of one-time passwords: otpauth:// (Google Authenticator's key URI format) and the export
// of all accounts at once.

import { omitEmpty, parseUri, uriBody } from './fields.js';
import type { Payload } from './payload.js';

const SCHEME = /^(?:apple-)?otpauth:\/\//i;
const EXPORT = /^otpauth-migration:\/\/offline\?/i;
/** RFC 4648, ignoring case. Padding should be omitted but sometimes is not. */
const BASE32 = /^[A-Z2-7]+=*$/i;

export function otp(text: string): Payload | null {
  const uri = SCHEME.test(text) || EXPORT.test(text) ? parseUri(text) : null;
  if (uri === null) return null;
  if (EXPORT.test(text)) {
    const data = uri.searchParams.get('data') ?? '';
    return { label: 'otp-secret', kind: 'otp-export', fields: omitEmpty({ secret: data }), isWhole: data !== '' };
  }
  const secret = uri.searchParams.get('secret')?.replaceAll(/[\s-]/g, '') ?? '';
  // Without a secret it grants no access: an ordinary link.
  if (secret === '') return null;
  const [, account] = /^[^/]*\/(.*)$/s.exec(uriBody(text)) ?? [];
  const fields = omitEmpty({ secret, account, issuer: uri.searchParams.get('issuer') });
  return { label: 'otp-secret', kind: 'otp', fields, isWhole: BASE32.test(secret) };
}
