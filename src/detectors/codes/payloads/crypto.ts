// Addresses of cryptocurrencies, bare or in a payment URI (BIP 21 and similar schemes).
import { createHash } from 'node:crypto';
import { omitEmpty, parseUri, uriBody } from './fields.js';
import type { Payload } from './payload.js';

const SCHEMES =
  /^(?:bitcoin|bitcoincash|litecoin|dogecoin|dash|ethereum|monero|zcash|solana|cardano|web\+cardano|ripple|stellar|web\+stellar|tezos|tron|ton|lightning|nano|bitcoinsv|peercoin|namecoin|decred|polkadot|cosmos):/i;
const ETHEREUM = /^0x[0-9a-f]{40}$/i;
/** Schemes whose addresses are validated here. The others are recognised by their form alone. */
const CHECKED = /^(?:bitcoin|litecoin|dogecoin|dash|ethereum|bitcoinsv|peercoin|namecoin):/i;
/**
 * An address is one word of at least the length of a 20-byte hash in Base58, or an Ethereum name.
 */
const ACCOUNT = /(?:[a-z]+[:_])?\w{25,}|[\w.-]+\.eth\b/;

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
/** BIP 173 and BIP 350. */
const BECH32_GENERATORS = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32_ENDS = [1, 0x2bc830a3];

export function cryptoPayment(text: string): Payload | null {
  if (!SCHEMES.test(text)) return isAddress(text) ? payload(text, true) : null;
  // For example `ethereum:pay-ADDRESS@1/transfer` or `ton://transfer/ADDRESS`.
  const [account = ''] = ACCOUNT.exec(uriBody(text)) ?? [];
  if (account === '') return null;
  return payload(account, !CHECKED.test(text) || isAddress(account), parseUri(text)?.searchParams.get('amount'));
}

function payload(account: string, isWhole: boolean, amount?: string | null): Payload {
  return { label: 'payment-code', kind: 'crypto', fields: omitEmpty({ account, amount }), isWhole };
}

/** An address with a valid checksum, or one in Ethereum's form. */
function isAddress(text: string): boolean {
  return ETHEREUM.test(text) || isBase58Check(text) || isBech32(text);
}

/** Bitcoin and its relatives: a version, 20 bytes, and four bytes of a double SHA-256. */
function isBase58Check(text: string): boolean {
  if (!/^[1-9A-HJ-NP-Za-km-z]{26,35}$/.test(text)) return false;
  let number = 0n;
  for (const character of text) number = number * 58n + BigInt(BASE58.indexOf(character));
  const hex = number.toString(16);
  if (hex.length > 50) return false;
  const bytes = Buffer.from(hex.padStart(50, '0'), 'hex');
  const sha = (data: Uint8Array) => createHash('sha256').update(data).digest();
  return sha(sha(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21));
}

function isBech32(text: string): boolean {
  const [, prefix, data] = /^(bc|tb|ltc|lnbc\w*|addr)1([02-9ac-hj-np-z]{20,})$/.exec(text.toLowerCase()) ?? [];
  if (prefix === undefined || data === undefined) return false;
  const high = [...prefix].map((character) => character.charCodeAt(0) >> 5);
  const low = [...prefix].map((character) => character.charCodeAt(0) & 31);
  let check = 1;
  for (const value of [...high, 0, ...low, ...[...data].map((character) => BECH32.indexOf(character))]) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of BECH32_GENERATORS.entries()) if ((top >> bit) & 1) check ^= generator;
  }
  return BECH32_ENDS.includes(check);
}
