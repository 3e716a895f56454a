// The PDF417 on North American driving licences and identity cards (AAMVA DL/ID Card Design
// Standard, annex D).

import { omitEmpty } from './fields.js';
import type { Payload } from './payload.js';

/**
 * Issuer, version and number of subfiles. Some printers lose the control characters between them.
 */
const HEADER = /^@[\s\p{Cc}]*(?:ANSI |AAMVA)\d{6}\d{2}(?:\d{2})?\d{2}/u;
/** The subfile of a licence or a card begins with its designator, followed by its first element. */
const SUBFILE = /(?:DL|ID)(?=D[A-Z]{2})/;
const ELEMENT = /^(D[A-Z]{2})(.*)$/;

export function drivingLicenceCode(text: string): Payload | null {
  const header = HEADER.exec(text);
  if (header === null) return null;
  const begin = SUBFILE.exec(text.slice(header[0].length));
  const body = begin === null ? '' : text.slice(header[0].length + begin.index + begin[0].length);
  const elements = new Map<string, string>();
  for (const line of body.split(/[\r\n]+/)) {
    const [, id, value = ''] = ELEMENT.exec(line) ?? [];
    if (id !== undefined && !elements.has(id)) elements.set(id, value.trim());
  }
  return { label: 'driving-licence-code', kind: 'driving-licence', ...read(elements) };
}

function read(elements: ReadonlyMap<string, string>): Pick<Payload, 'fields' | 'isWhole'> {
  const get = (id: string): string => elements.get(id) ?? '';
  const join = (...ids: string[]): string =>
    ids
      .map(get)
      .filter((value) => value !== '')
      .join(' ');
  const documentNumber = get('DAQ');
  // In the first versions of the standard, DCT held the given names and DAA held all names.
  const name = join('DAC', 'DCT', 'DAD', 'DCS') || get('DAA');
  const fields = omitEmpty({
    documentNumber,
    name,
    birthDate: isoDate(get('DBB')),
    expiryDate: isoDate(get('DBA')),
    address: join('DAG', 'DAH', 'DAI', 'DAJ', 'DAK'),
    country: /^(?:USA|CAN)$/.test(get('DCG')) ? get('DCG') : null,
  });
  return { fields, isWhole: documentNumber !== '' && name !== '' };
}

/**
 * The United States use MMDDCCYY; Canada and the first version use CCYYMMDD. Month and day together
 * are always smaller than a year.
 */
function isoDate(digits: string): string | null {
  if (!/^\d{8}$/.test(digits)) return null;
  const isYearFirst = Number(digits.slice(0, 4)) > 1231;
  const [year, month, day] = isYearFirst
    ? [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)]
    : [digits.slice(4), digits.slice(0, 2), digits.slice(2, 4)];
  return `${year}-${month}-${day}`;
}
