// Reads the value of an assertion, from JSON or CBOR, into tags and blocks. Every text, number and
// byte string is read, whatever its key: unknown means sensitive.
import { isUtf8 } from 'node:buffer';
import { plainBlock, wholeText } from '../block-by-content.js';
import type { Block } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';
import { decodeCbor, MAX_VALUE_DEPTH, signatureIn, untagged } from './cbor.js';
import { certificateNames } from './certificates.js';
import { isSettled } from './harmless.js';
import { isPicture, pictureInText } from './pictures.js';
import { isNameKey, nameInside, type Term, Terms } from './terms.js';

/** Values of one manifest store. No program writes a tenth of it. */
const MAX_VALUES = 20_000;

/** Bytes of a hash or a random number; no coordinates that are not text fit in. */
const MAX_HASH = 64;

/** A key is a word. Anything else may be a text of its own. */
const WORD = /^[@$]?[\w:./#-]{1,60}$/;

/** A list of a few numbers may be a place; longer ones are measurements. */
const MAX_NUMBERS = 4;

/** Keys that hold the name and version of a program. */
const PROGRAMS = new Set(['claim_generator', 'claim_generator_info', 'softwareAgent', 'softwareAgents']);
/** The name of a term for all texts in them. */
const SOFTWARE = 'c2pa:software';

/** Keys of a text in several languages. */
const LANGUAGE = /^(?:x-default|[a-z]{2}(?:-[A-Za-z]{2,8})?)$/;

/** Keys and assertions of time stamps and of answers about a certificate. */
const PROOFS = /^(?:sigTst2?|ocspVals|rVals|val|c2pa:c2pa\.(?:time-stamp|certificate-status))$/;

/** Where a value is. */
interface Spot {
  readonly key: string;
  readonly term: Term;
  readonly within: readonly string[];
  readonly terms: Terms;
  readonly depth: number;
  /** The XMP name for the `name` in this object; null where it names no person. */
  readonly person: string | null;
}

/** What is found in the values of a store. */
export class ValueReader {
  readonly tags: Tag[] = [];
  readonly blocks: Block[] = [];
  /** Names of the programs, and of those who signed. */
  readonly named = new Set<string>();
  #left = MAX_VALUES;
  #parts = 0;

  /** @param label of the assertion; tags of other assertions are not combined with its own */
  read(value: unknown, label: string): void {
    const term: Term = { name: `c2pa:${label}`, isForeign: true };
    const within = [`c2pa:${this.#parts++}`];
    this.#value(value, { key: label, term, within, terms: new Terms(null), depth: 0, person: null });
  }

  /** Adds what could not be read. `name` is from the code, never from the file. */
  unknown(name: string): void {
    this.blocks.push({ kind: 'unknown', name });
  }

  /** Bytes in a value or a box of their own. Fewer than `most` that are no text are harmless. */
  bytes(bytes: Uint8Array, name: string, { mediaType = '', most = MAX_HASH } = {}): void {
    const block = plainBlock(bytes);
    // In an old code page, one hash in a hundred is a text.
    const text = block || !isUtf8(bytes) ? null : wholeText(bytes);
    if (isPicture(bytes, mediaType)) this.blocks.push({ kind: 'picture', what: 'thumbnail', bytes });
    else if (block) this.blocks.push(block);
    else if (text !== null) this.#text(text, { name: `c2pa:${name}`, isForeign: true }, []);
    else if (bytes.length > most && bytes.some((byte) => byte !== 0)) this.unknown(name);
  }

  #value(value: unknown, spot: Spot): void {
    if (this.#left-- <= 0 || spot.depth > MAX_VALUE_DEPTH) {
      // Once: a reader that has given up reads nothing more.
      if (this.#left >= -1) this.unknown('C2PA values');
      this.#left = Math.min(this.#left, -1);
      return;
    }
    const text = textOf(value);
    if (text !== null) this.#string(text, spot);
    else if (value instanceof Uint8Array) this.#byteString(value, spot);
    else if (Array.isArray(value)) this.#list(value, spot);
    else if (typeof value === 'object' && value !== null) this.#structure(value, spot);
  }

  #structure(value: object, spot: Spot): void {
    const plain = untagged(value);
    if (plain) this.#tagged(value, plain, spot);
    else this.#object(value instanceof Map ? [...value] : Object.entries(value), spot);
  }

  #tagged(value: unknown, plain: { readonly value: unknown; readonly isPlace: boolean }, spot: Spot): void {
    const signature = signatureIn(value);
    const place: Term = { name: 'c2pa:coordinates', isForeign: true };
    if (signature) this.signature(signature, spot.key);
    else this.#value(plain.value, { ...spot, depth: spot.depth + 1, ...(plain.isPlace && { term: place }) });
  }

  #list(values: readonly unknown[], spot: Spot): void {
    const isNumbers =
      values.length > 1 && values.length <= MAX_NUMBERS && values.every((one) => typeof one === 'number');
    if (isNumbers) this.tags.push({ ...tagOf(spot.term, spot.within), value: values });
    else for (const one of values) this.#value(one, { ...spot, depth: spot.depth + 1 });
  }

  #object(entries: readonly (readonly [unknown, unknown])[], spot: Spot): void {
    const fields = entries.map(([key, value]) => [`${String(key)}`, value] as const);
    const context = fields.find(([key]) => key === '@context')?.[1];
    const type = fields.find(([key]) => key === '@type' || key === 'type')?.[1];
    const terms = context === undefined ? spot.terms : new Terms(context);
    const person = nameInside(spot.key, spot.term, type);
    const within = [...spot.within, spot.term.name];
    for (const [key, value] of fields) {
      if (key === '@context' || (key === 'type' && typeof value === 'string' && /^\w{1,30}$/.test(value))) continue;
      if (!WORD.test(key)) this.#text(key, { name: 'c2pa:key', isForeign: true }, within);
      this.#value(orderedPoint(key, value, type), this.#inside(spot, key, { terms, person, within }));
    }
  }

  #inside(spot: Spot, key: string, { terms, person, within }: Pick<Spot, 'terms' | 'person' | 'within'>): Spot {
    const depth = spot.depth + 1;
    // JSON-LD wraps values, and names of languages hold alternatives.
    const isWrapper = /^@(?:value|list|set|graph)$/.test(key) || (!spot.term.isForeign && LANGUAGE.test(key));
    if (isWrapper || spot.term.name === SOFTWARE) return { ...spot, key, terms, depth };
    if (PROGRAMS.has(key)) return { key, term: { name: SOFTWARE }, within, terms, depth, person: null };
    const name = person !== null && isNameKey(key) ? person : null;
    return { key, term: name === null ? terms.termOf(key) : { name }, within, terms, depth, person };
  }

  #string(text: string, { key, term, within }: Spot): void {
    const picture = pictureInText(text);
    if (picture) this.blocks.push({ kind: 'picture', what: 'thumbnail', bytes: picture });
    else if (!isSettled(key, text) && !this.#document(text, key)) this.#text(text, term, within);
  }

  /** Reads a text that is JSON or XMP. */
  #document(text: string, label: string): boolean {
    if (!/^\s*[{<]/.test(text)) return false;
    const block = plainBlock(Buffer.from(text));
    if (block) this.blocks.push(block);
    return block !== null || this.#parsed(text, label);
  }

  #parsed(text: string, label: string): boolean {
    try {
      this.read(JSON.parse(text), label);
      return true;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return false;
    }
  }

  #text(value: string, term: Term, within: readonly string[]): void {
    if (term.name === SOFTWARE) this.named.add(value);
    else if (value.trim() !== '') this.tags.push({ ...tagOf(term, within), value });
  }

  #byteString(bytes: Uint8Array, { key, within }: Spot): void {
    const isDer = bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80;
    // Time stamps and answers about a certificate (RFC 3161, RFC 6960): no person is named.
    if (isDer && (PROOFS.test(key) || within.some((part) => PROOFS.test(part)))) return;
    const nested = bytes.length > MAX_HASH ? decodeCbor(bytes) : 'damaged';
    const signature = nested === 'damaged' ? null : signatureIn(nested.value);
    if (signature) this.signature(signature, key);
    else if (bytes[0] === 0x7b) this.json(bytes, key);
    else this.bytes(bytes, 'C2PA byte string');
  }

  /** The content of a box `json`, or a part of another value in the same form. */
  json(bytes: Uint8Array, label: string): void {
    if (!this.#parsed(decodeText(bytes), label)) this.bytes(bytes, 'C2PA JSON');
  }

  /** Headers, payload and signature (RFC 9052). The first certificate is that of the signer. */
  signature([secured, open, payload]: readonly unknown[], label: string): void {
    const decoded = secured instanceof Uint8Array && secured.length > 0 ? decodeCbor(secured) : { value: null };
    if (decoded === 'damaged') this.unknown('C2PA signature');
    for (const header of [decoded === 'damaged' ? null : decoded.value, open]) this.#header(header, label);
    if (payload instanceof Uint8Array && payload.length > 0) this.#nestedPayload(payload, label);
  }

  #nestedPayload(payload: Uint8Array, label: string): void {
    const decoded = decodeCbor(payload);
    if (payload[0] === 0x7b) this.json(payload, label);
    else if (decoded === 'damaged') this.bytes(payload, 'C2PA signature');
    else this.read(decoded.value, label);
  }

  #header(header: unknown, label: string): void {
    if (typeof header !== 'object' || header === null) return;
    const entries: readonly (readonly [unknown, unknown])[] =
      header instanceof Map ? [...header] : Object.entries(header);
    for (const [key, value] of entries) {
      if (`${String(key)}` === '33' || key === 'x5chain') this.#certificates(value);
      else this.read({ [`${String(key)}`]: value }, label);
    }
  }

  #certificates(chain: unknown): void {
    const [first] = Array.isArray(chain) ? chain : [chain];
    const holder = first instanceof Uint8Array ? certificateNames(first) : null;
    if (!holder) this.unknown('C2PA certificate');
    for (const name of holder?.names ?? []) this.named.add(name);
    this.tags.push(...(holder?.tags ?? []));
  }
}

function tagOf({ name, isForeign }: Term, within: readonly string[]): Omit<Tag, 'value'> {
  return isForeign ? { block: 'xmp', name, within, isForeign } : { block: 'xmp', name, within };
}

/** The text of a value that is one, or a number; null for every other value. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? `${value}` : null;
}

/** GeoJSON writes the longitude first. */
function orderedPoint(key: string, value: unknown, type: unknown): unknown {
  const isPoint = key === 'coordinates' && type === 'Point' && Array.isArray(value) && value.length >= 2;
  return isPoint ? [value[1], value[0]] : value;
}
