// Codes that link another device to a messenger account: the first to scan one can read all
// messages.

import { omitEmpty, parseUri } from './fields.js';
import type { Payload } from './payload.js';

/** Base64 of the 32-byte keys in WhatsApp's code. */
const KEY = '[A-Za-z0-9+/]{43}=';
/**
 * WhatsApp: a reference and public keys, separated by commas. They may follow the address of the
 * page about linked devices.
 */
const WHATSAPP = new RegExp(
  `^(?:https?://wa\\.me/settings/linked_devices#)?[0-9]@[A-Za-z0-9+/=_-]{16,}(?:,${KEY}){2,4}(?:,[^,]*)*$`,
);

interface Service {
  readonly name: string;
  readonly begins: RegExp;
  /** All of them must be in the query. */
  readonly parameters: readonly string[];
}

const SERVICES: readonly Service[] = [
  { name: 'signal', begins: /^sgnl:\/\/linkdevice\/?\?/i, parameters: ['uuid', 'pub_key'] },
  { name: 'signal', begins: /^tsdevice:\/{1,2}\?/i, parameters: ['uuid', 'pub_key'] },
  { name: 'telegram', begins: /^tg:\/\/login\/?\?/i, parameters: ['token'] },
  { name: 'discord', begins: /^https:\/\/discord(?:app)?\.com\/ra\/./i, parameters: [] },
  { name: 'wechat', begins: /^https?:\/\/login\.(?:weixin\.qq|wechat)\.com\/l\/./i, parameters: [] },
];

export function accountLink(text: string): Payload | null {
  if (WHATSAPP.test(text)) return payload('whatsapp', true);
  const service = SERVICES.find(({ begins }) => begins.test(text));
  if (service === undefined) return null;
  const query = parseUri(text)?.searchParams;
  return payload(
    service.name,
    service.parameters.every((name) => query?.get(name)),
  );
}

function payload(service: string, isWhole: boolean): Payload {
  return { label: 'account-link', kind: 'account-link', fields: omitEmpty({ service }), isWhole };
}
