// Messages, calls, map positions and calendar events that a phone would open.

import { cardFields, first, omitEmpty, parseUri, semicolonFields, uriBody } from './fields.js';
import type { Payload } from './payload.js';

/** The part after a scheme. A comma may separate two addresses, so one `@` is enough. */
const ADDRESS = /[^\s@]@[^\s@]/;
/** A number as people write it. Words after `Tel:` do not match. */
const NUMBER = /^\s*[+(*#\d][^\d]*\d.*\d/s;
const EMAIL = /^[^\s@:/?,;]+@[^\s@:/?,;]+\.[a-z]{2,}$/i;

function payload(kind: string, fields: Payload['fields']): Payload {
  return { label: 'code', kind, fields, isWhole: Object.keys(fields).length > 0 };
}

export function message(text: string): Payload | null {
  const scheme = /^([a-z]+):/i.exec(text)?.[1]?.toLowerCase();
  switch (scheme) {
    case 'mailto':
      return ADDRESS.test(uriBody(text)) ? mailto(text) : null;
    case 'matmsg':
      return matmsg(text);
    case 'smtp':
      return payload('email', omitEmpty({ email: text.split(':')[1], title: text.split(':')[2] }));
    case 'sms':
    case 'smsto':
    case 'mms':
    case 'mmsto':
      // SMSTO:number:text; sms:number?body=text
      return toNumber('sms', uriBody(text).split(':')[0] ?? '');
    case 'tel':
    case 'facetime':
    case 'sip':
    case 'sips':
      return toNumber('phone', uriBody(text));
    case 'geo':
      return geo(text);
    case 'begin':
      return event(text);
    default:
      return EMAIL.test(text) ? payload('email', omitEmpty({ email: text })) : null;
  }
}

function mailto(text: string): Payload {
  return payload('email', omitEmpty({ email: uriBody(text), title: parseUri(text)?.searchParams.get('subject') }));
}

function toNumber(kind: string, phone: string): Payload | null {
  return NUMBER.test(phone) || ADDRESS.test(phone) ? payload(kind, omitEmpty({ phone })) : null;
}

function matmsg(text: string): Payload {
  const fields = semicolonFields(text.slice('MATMSG:'.length));
  return payload('email', omitEmpty({ email: first(fields, 'TO'), title: first(fields, 'SUB') }));
}

/** RFC 5870: `geo:latitude,longitude`, signed degrees. */
function geo(text: string): Payload | null {
  const [latitude = Number.NaN, longitude = Number.NaN] = uriBody(text)
    .replace(/;.*$/s, '')
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? payload('geo', { latitude, longitude }) : null;
}

/** An event alone or within a calendar (RFC 5545). */
function event(text: string): Payload | null {
  if (!/^BEGIN:V(?:EVENT|CALENDAR)\b/i.test(text)) return null;
  const fields = cardFields(text);
  return payload('event', omitEmpty({ title: first(fields, 'SUMMARY'), address: first(fields, 'LOCATION') }));
}
