// Wi-Fi: `WIFI:T:WPA;S:name;P:password;;` (Wi-Fi Alliance, WPA3 specification, section 7).

import { first, omitEmpty, semicolonFields } from './fields.js';
import type { Payload } from './payload.js';

/** An open network has no password. */
export function wifi(text: string): Payload | null {
  if (!/^WIFI:/i.test(text)) return null;
  const fields = semicolonFields(text.slice('WIFI:'.length));
  const network = first(fields, 'S');
  const password = first(fields, 'P');
  return {
    label: password === '' ? 'code' : 'wifi-password',
    kind: 'wifi',
    fields: omitEmpty({ network, password }),
    isWhole: network !== '',
  };
}
