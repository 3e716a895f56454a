// Picasa's list of a folder (`.picasa.ini`): a section for each photo, and the names of the people
// whose faces it marks.
import { decodeText, type Tag } from '../../formats/tag.js';

/** People in one photo. No photo has more. */
const MAX_PEOPLE = 200;

/** A face: where it is, and the key of a contact. */
const FACE = /rect64\([\da-f]{1,16}\),([\da-f]{1,16})/gi;

/** Where the names of contacts are, in newer and older versions. */
const CONTACTS = ['Contacts2', 'Contacts'];

/**
 * What the list states about a photo, in tags of XMP that mean the same. Null where the bytes are
 * no such list.
 * @param photo the name of its file
 */
export function readPicasa(bytes: Uint8Array, photo: string): readonly Tag[] | null {
  const text = decodeText(bytes).normalize('NFC');
  if (!/^\ufeff?\[[^\]\r\n]+\]/m.test(text)) return null;
  const own = sectionOf(text, photo.normalize('NFC'));
  const folder = sectionOf(text, 'Picasa');
  const contacts = new Map(CONTACTS.flatMap((name) => [...sectionOf(text, name)]));
  const keys = [...(own.get('faces') ?? '').matchAll(FACE)].map(([, key = '']) => key.toLowerCase());
  return [
    ...[...new Set(keys)].slice(0, MAX_PEOPLE).flatMap((key) => contactTags(contacts.get(key))),
    ...tag('dc:description', own.get('caption')),
    ...tag('dc:subject', own.get('keywords')),
    ...tag('geotag', own.get('geotag')),
    // Of all photos in the folder.
    ...tag('dc:description', folder.get('description')),
    ...tag('Iptc4xmpCore:Location', folder.get('location')),
  ];
}

/** Values by key, in lower case; the first of each key. */
function sectionOf(text: string, name: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const header = new RegExp(`^\\ufeff?\\[${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\][^\\S\\n]*$`, 'imu').exec(
    text,
  );
  if (!header) return values;
  const start = header.index + header[0].length;
  const end = text.indexOf('\n[', start);
  for (const line of text.slice(start, end < 0 ? undefined : end).split(/[\r\n]+/)) {
    const at = line.indexOf('=');
    const key = line.slice(0, Math.max(0, at)).trim().toLowerCase();
    if (key !== '' && !values.has(key)) values.set(key, line.slice(at + 1).trim());
  }
  return values;
}

/** `Mira Example;mira@example.org;`: the name, then accounts. */
function contactTags(contact = ''): Tag[] {
  const [name = '', ...accounts] = contact.split(';');
  return [...tag('mwg-rs:Name', name), ...tag('picasa:contact', accounts.join(' ').trim())];
}

function tag(name: string, value = ''): Tag[] {
  return value === '' ? [] : [{ block: 'xmp', name, within: [], value }];
}
