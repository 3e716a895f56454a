// Codes that let another device into a messenger account: whoever scans one in time reads along.

import { omitEmpty, parseUri } from './fields.js';
import type { Payload } from './payload.js';

/** Of Base64, as the keys in WhatsApp's code are: 32 bytes. */
const KEY = '[A-Za-z0-9+/]{43}=';
/** WhatsApp: a reference and public keys, parted by commas, alone or behind the address of the page on linked devices. */
const WHATSAPP = new RegExp(
  `^(?:https?://wa\\.me/settings/linked_devices#)?[0-9]@[A-Za-z0-9+/=_-]{16,}(?:,${KEY}){2,4}(?:,[^,]*)*$`,
);

interface Service {
  readonly name: string;
  readonly begins: RegExp;
  /** Each must be in the query. */
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
