// What the keys of an assertion mean. JSON-LD declares namespaces, mostly those of XMP; other keys
// are plain words.
import { knownPrefix, usualPrefix } from '../xmp/xmp.js';

export interface Term {
  /** With the usual prefix of its namespace; `c2pa:` for a plain word. */
  readonly name: string;
  /** It may be any text. */
  readonly isForeign?: true;
}

/** Names in XMP for plain words, which are compared by their letters. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'dc:creator': 'author authors creator creators artist photographer byline videographer username fullname',
    'dc:contributor': 'contributor contributors editor editors producer director performer',
    'dc:publisher': 'publisher provider',
    'xmpRights:Owner': 'owner ownername cameraowner cameraownername copyrightholder rightsholder',
    'dc:rights': 'copyright copyrightnotice rights',
    'photoshop:Credit': 'credit credittext creditline',
    'dc:title': 'title headline',
    'dc:description': 'description caption',
    'dc:subject': 'keywords',
    'Iptc4xmpExt:PersonInImage': 'personinimage personsinimage peopleinimage',
    'tiff:Make': 'make cameramake devicemake manufacturer',
    'tiff:Model': 'cameramodel devicemodel',
    'exifEX:BodySerialNumber':
      'serialnumber serial bodyserialnumber cameraserialnumber deviceserialnumber deviceserial',
    'exifEX:LensSerialNumber': 'lensserialnumber lensserial',
    'exif:DateTimeOriginal': 'datetimeoriginal datetaken datecaptured capturedate capturetime captureddate capturedat',
    'Iptc4xmpCore:Location': 'sublocation streetaddress',
    'photoshop:City': 'city addresslocality',
    'photoshop:State': 'stateorprovince addressregion',
    'photoshop:Country': 'country addresscountry countryname',
    'stRef:documentID': 'documentid',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** Keys whose object is a person, an account or an organisation: its `name` is theirs. */
const HOLDERS =
  /^(?:person|people|user|users|account|actor|actors|signer|identity|verifiedidentities|credentialsubject)$/;

/** Names in XMP that hold persons, of an object with a name. */
const PERSONS = new Set(['dc:creator', 'dc:contributor', 'dc:publisher', 'xmpRights:Owner']);

/** References that are followed in a context. */
const MAX_STEPS = 4;

/** The namespaces that an object declares with `@context`. */
export class Terms {
  readonly #targets = new Map<string, string>();

  constructor(context: unknown) {
    for (const part of [context].flat()) {
      if (typeof part !== 'object' || part === null) continue;
      for (const [key, value] of Object.entries(part)) {
        const target = typeof value === 'object' && value !== null && '@id' in value ? value['@id'] : value;
        if (typeof target === 'string') this.#targets.set(key, target);
      }
    }
  }

  termOf(key: string): Term {
    const address = this.#expand(key);
    if (address !== null) {
      const end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1;
      const usual = usualPrefix(address.slice(0, end));
      if (usual !== undefined) return { name: `${usual}:${address.slice(end)}` };
      return plainTerm(address.slice(end));
    }
    const colon = key.indexOf(':');
    const prefix = colon > 0 ? knownPrefix(key.slice(0, colon)) : undefined;
    return prefix === undefined ? plainTerm(key) : { name: prefix + key.slice(colon) };
  }

  /** The full address of a term; null where no namespace is declared for it. */
  #expand(key: string): string | null {
    let term = key;
    for (let step = 0; step < MAX_STEPS; step++) {
      if (term.includes('://')) return term;
      const whole = this.#targets.get(term);
      const colon = term.indexOf(':');
      const namespace = colon > 0 ? this.#targets.get(term.slice(0, colon)) : undefined;
      if (whole !== undefined && whole !== term) term = whole;
      else if (namespace !== undefined) term = namespace + term.slice(colon + 1);
      else return null;
    }
    return null;
  }
}

function plainTerm(key: string): Term {
  const local = key.slice(key.lastIndexOf(':') + 1);
  const meaning = MEANINGS.get(lettersOf(local));
  return meaning === undefined ? { name: `c2pa:${local}`, isForeign: true } : { name: meaning };
}

/** The XMP name for the `name` in an object with this key; null where it names no person. */
export function nameInside(key: string, { name }: Term, type: unknown): string | null {
  const isPerson = PERSONS.has(name) || HOLDERS.test(lettersOf(key));
  if (!isPerson) return null;
  if ([type].flat().includes('Organization')) return 'dc:publisher';
  return PERSONS.has(name) ? name : 'dc:creator';
}

/** Whether the key, in an object that names a person, holds the name. */
export function isNameKey(key: string): boolean {
  return /^(?:name|givenname|familyname|alternatename|displayname|username|fullname|firstname|lastname)$/.test(
    lettersOf(key),
  );
}

function lettersOf(key: string): string {
  return key
    .slice(key.lastIndexOf(':') + 1)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
