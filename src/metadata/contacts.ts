// Finds what the names of tags state to be a phone number, an e-mail address or a postal address:
// the creator's contact in IPTC, the licensor's in PLUS, and the like in any namespace of XMP.
import { isUnset, type Tag, type TagIndex, textOf } from '../formats/tag.js';
import type { ContactDetail } from '../types/metadata.js';
import { shownName } from './shown-names.js';

/** The parts of one address, in the order in which it is written. */
const ADDRESSES: readonly Readonly<Record<'street' | 'postcode' | 'town' | 'country', readonly string[]>>[] = [
  {
    street: ['xmp Iptc4xmpCore:CiAdrExtadr'],
    postcode: ['xmp Iptc4xmpCore:CiAdrPcode'],
    town: ['xmp Iptc4xmpCore:CiAdrCity', 'xmp Iptc4xmpCore:CiAdrRegion'],
    country: ['xmp Iptc4xmpCore:CiAdrCtry'],
  },
  {
    street: ['xmp plus:LicensorStreetAddress', 'xmp plus:LicensorExtendedAddress'],
    postcode: ['xmp plus:LicensorPostalCode'],
    town: ['xmp plus:LicensorCity', 'xmp plus:LicensorRegion'],
    country: ['xmp plus:LicensorCountry'],
  },
];

const PHONE = /(?:tel(?:e(?:ph|f)on[eo]?)?|phone|mobile|cell|fax)(?:work|home|private|office|no|number)?\d?$/i;
const EMAIL = /e-?mail(?:work|home|private|address)?\d?$/i;
const ADDRESS =
  /(?:^|:)(?:(?:home|work|contact|creator|owner|postal|street|mailing)[_-]?address|address|anschrift)\d?$/i;

/** What the name of any of them contains. */
const NAMES = /tel|phone|mobile|cell|fax|mail|address|anschrift/i;

/** What a form says in place of an address. */
const PLACEHOLDER = /\b(?:addr|address|licensor|creator|postcode|postal code|zip code)\b/i;

export interface Contacts {
  readonly contacts: readonly ContactDetail[];
  /** Towns of addresses that have nothing finer. */
  readonly places: readonly string[];
}

export function findContacts(index: TagIndex): Contacts {
  const contacts: ContactDetail[] = index.tags.flatMap(statedIn);
  const places: string[] = [];
  for (const { street, postcode, town, country } of ADDRESSES) {
    const fine = index.texts([...street, ...postcode]);
    const isFine = fine.length > 0 && !fine.every((part) => PLACEHOLDER.test(part));
    const value = index.texts([...street, ...postcode, ...town, ...country]).join(', ');
    const [first] = street;
    if (isFine) contacts.push({ kind: 'postal-address', tag: first?.slice('xmp '.length) ?? 'unnamed', value });
    else places.push(...index.texts(town));
  }
  return { contacts, places };
}

function statedIn(tag: Tag): ContactDetail[] {
  if ((tag.block !== 'xmp' && tag.block !== 'file') || typeof tag.value !== 'string') return [];
  if (!NAMES.test(tag.name)) return [];
  const value = textOf(tag);
  const kind = isUnset(value) ? null : kindOf(tag.name, value);
  return kind ? [{ kind, tag: shownName(tag), value }] : [];
}

function kindOf(name: string, value: string): ContactDetail['kind'] | null {
  if (EMAIL.test(name) && /[^\s@,;]@[^\s@,;]+\.\p{L}{2}/u.test(value)) return 'email-address';
  if (PHONE.test(name) && /^[^\p{L}]*(?:\d[^\p{L}\d]{0,3}){5,}/u.test(value)) return 'phone-number';
  // A street or a postcode: the address of a page in the web has neither.
  return ADDRESS.test(name) && /\p{L}/u.test(value) && /(?<![\p{L}\d])\d/u.test(value) && !value.includes('://')
    ? 'postal-address'
    : null;
}
