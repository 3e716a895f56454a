// Contact cards: vCard (RFC 6350), MeCard and BizCard (NTT DoCoMo).
import type { Evidence } from '../../../types/detection.js';
import { cardFields, type FieldList, first, omitEmpty, personName, semicolonFields } from './fields.js';
import type { Payload } from './payload.js';

export function contactCard(text: string): Payload | null {
  if (/^BEGIN:VCARD/i.test(text)) return fromVcard(text);
  if (/^MECARD:/i.test(text)) return fromList('mecard', semicolonFields(text.slice('MECARD:'.length)));
  if (/^BIZCARD:/i.test(text)) return fromBizcard(semicolonFields(text.slice('BIZCARD:'.length)));
  return null;
}

function fromVcard(text: string): Payload | null {
  const fields = cardFields(text);
  const payload = fromList('vcard', fields, first(fields, 'FN'));
  return payload && { ...payload, isWhole: payload.isWhole && /\nEND:VCARD$/i.test(text) };
}

function fromList(kind: string, fields: FieldList, fullName = ''): Payload | null {
  const name = fullName || personName(first(fields, 'N')) || first(fields, 'ORG');
  const card = omitEmpty({
    name,
    phone: fields.get('TEL'),
    email: fields.get('EMAIL'),
    address: fields.get('ADR')?.map((address) => address.replaceAll(/;+/g, ' ').trim()),
    birthDate: isoDate(first(fields, 'BDAY')),
  });
  return payload(kind, card);
}

function fromBizcard(fields: FieldList): Payload | null {
  const name = `${first(fields, 'N')} ${first(fields, 'X')}`.trim();
  const card = omitEmpty({ name, phone: fields.get('B'), email: fields.get('E'), address: fields.get('A') });
  return payload('bizcard', card);
}

/** Null for an empty card: a prefix followed by ordinary words. */
function payload(kind: string, fields: Evidence): Payload | null {
  if (Object.keys(fields).length === 0) return null;
  return { label: 'contact-card', kind, fields, isWhole: fields.name !== undefined };
}

/** Accepts `19670402` and `1967-04-02`. */
function isoDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
