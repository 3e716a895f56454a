// The PDF417 on North American driving licences and identity cards (AAMVA DL/ID Card Design
// Standard, annex D).

import { omitEmpty } from './fields.js';
import type { Payload } from './payload.js';

/**
 * The authority and the number of the issuer. Version and number of subfiles follow, but printers
 * lose the characters before and between them, or leave parts out.
 */
const HEADER = /^[@\s\p{Cc}]*(?:ANSI|AAMVA)\s?\d{6}/u;
/** The subfile of a licence or a card begins with its designator, followed by its first element. */
const SUBFILE = /(?:DL|ID|EN)(?=D[A-Z]{2})/;
const ELEMENT = /^(D[A-Z]{2})(.*)$/u;
/** Elements whose ids are in the standard. */
const KNOWN = /^D(?:A[A-DG-KQ-UWXYZ]|B[A-DG-S]|C[A-DF-MO-U]|D[A-L])$/;
/** Lines of the form of an element that make a licence of a text whose header is another. */
const MIN_ELEMENTS = 6;
/** Where lines lost their ends: an id of an element that every licence has begins the next. */
const LOST_ENDS = /(?=D(?:A[A-DG-KQUY]|BA|BB|BC|BD|C[A-DFGST]|D[EFG]))/;
const MIN_LINES = 3;

export function drivingLicenceCode(text: string): Payload | null {
  const header = HEADER.exec(text);
  const elements = elementsOf(text.slice(header?.[0].length ?? 0));
  const hasNumberAndName = elements.has('DAQ') && ['DCS', 'DAC', 'DAA', 'DCT'].some((id) => elements.has(id));
  if (header === null && !(hasNumberAndName && elements.size >= MIN_ELEMENTS)) return null;
  return { label: 'driving-licence-code', kind: 'driving-licence', ...read(elements) };
}

function elementsOf(text: string): ReadonlyMap<string, string> {
  const begin = SUBFILE.exec(text);
  const body = begin === null ? text : text.slice(begin.index + begin[0].length);
  const lines = body.split(/[\r\n\p{Cc}]+/u);
  const elements = new Map<string, string>();
  for (const line of lines.length < MIN_LINES ? body.split(LOST_ENDS) : lines) {
    const [, id = '', value = ''] = ELEMENT.exec(line.trim()) ?? [];
    if (KNOWN.test(id) && !elements.has(id)) elements.set(id, value.trim());
  }
  return elements;
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
