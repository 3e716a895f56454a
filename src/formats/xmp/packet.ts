// The only reader of XMP packets, which are RDF in XML. Returns one text for each attribute, and
// for each element that contains no elements.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { MalformedError } from '../byte-reader.js';
import { isTelling } from '../readable-text.js';

/** An element or attribute. Names that differ only in their prefix are the same. */
export interface XmpName {
  readonly uri: string;
  /** As in the file. */
  readonly prefix: string;
  readonly local: string;
}

export interface XmpText {
  /**
   * Outermost first, without the structural elements of RDF; the last is the property. Texts in one
   * element share its object.
   */
  readonly path: readonly XmpName[];
  /** May be blank. */
  readonly value: string;
  /**
   * Equal for the texts of one structure of RDF, such as an item of a list; null outside of any.
   */
  readonly structure: object | null;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const WRAPPER = 'adobe:ns:meta/';
const XML = /^http:\/\/www\.w3\.org\/(2000\/xmlns\/|XML\/1998\/namespace)$/;

/** What is beside the properties: comments, instructions, and addresses of names. */
const ASIDE: XmpName = { uri: '', prefix: 'x', local: 'aside' };
/** A mail address, or digits as in a place or a number: nearly all addresses have none. */
const SAYS = /[\w.-]@[\w-]+\.|\d\.\d{4}|geo:-?\d|\+\d[\d ()/-]{7}/i;

function saysSomething(text: string): boolean {
  return SAYS.test(text) && isTelling(text);
}

/** Nesting of elements. Lists of structures of lists take some ten. */
const MAX_DEPTH = 100;

/** Faults in a damaged packet, after which nothing more is read. */
const MAX_FAULTS = 32;

interface OpenElement {
  /** Null for structural elements of RDF. */
  readonly name: XmpName | null;
  text: string;
  hasChildren: boolean;
}

/**
 * An ampersand that begins no reference. The parser would take everything up to the next semicolon
 * for its name.
 */
const STRAY_AMPERSAND = /&(?!#?\w{1,32};)/g;

/** Passes on each text in file order. Throws at the first place that is not well-formed. */
export function readPacket(bytes: Uint8Array, onText: (text: XmpText) => void): void {
  parse(new SaxesParser({ xmlns: true }), decodePacket(bytes), onText);
}

/** All texts of a packet that may be damaged. What is not well-formed is skipped. */
export function salvagePacket(bytes: Uint8Array): XmpText[] {
  const texts: XmpText[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let faults = 0;
  parser.on('error', () => {
    if (++faults > MAX_FAULTS) throw new MalformedError('the packet is no XML');
  });
  try {
    parse(parser, decodePacket(bytes).replace(STRAY_AMPERSAND, '&amp;'), (text) => texts.push(text));
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
  }
  return texts;
}

function parse(parser: SaxesParser<{ xmlns: true }>, packet: string, onText: (text: XmpText) => void): void {
  const open: OpenElement[] = [];
  const give = (name: XmpName | null, value: string) => {
    const path = [...open.map((element) => element.name), name].filter((part) => part !== null);
    const structure = open.findLast((element) => element.name === null) ?? null;
    if (path.length > 0) onText({ path, value, structure });
  };
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (element) => {
    if (open.length >= MAX_DEPTH) throw new MalformedError('elements are nested too deep');
    const parent = open.at(-1);
    if (parent) parent.hasChildren = true;
    open.push({ name: nameOf(element), text: '', hasChildren: false });
    for (const attribute of Object.values(element.attributes)) {
      if (isScaffolding(attribute) && saysSomething(attribute.value)) give(ASIDE, attribute.value);
      const isResource = attribute.uri === RDF && attribute.local === 'resource';
      if (isResource || !isScaffolding(attribute)) give(nameOf(attribute), attribute.value);
    }
  });
  parser.on('closetag', () => {
    const element = open.at(-1);
    if (element && !element.hasChildren) give(null, element.text);
    else if (element && /[^\s]/.test(element.text)) give(open.some(({ name }) => name) ? null : ASIDE, element.text);
    open.pop();
  });
  const aside = (text: string) => {
    if (saysSomething(text)) give(ASIDE, text);
  };
  parser.on('comment', aside);
  parser.on('processinginstruction', ({ target, body }) => aside(`${target} ${body}`));
  parser.write(packet).close();
}

type Named = Pick<SaxesTagNS, 'uri' | 'local' | 'prefix'>;

function isScaffolding({ uri }: Named): boolean {
  return uri === RDF || uri === WRAPPER || XML.test(uri);
}

function nameOf(named: Named): XmpName | null {
  const { uri, local, prefix } = named;
  return isScaffolding(named) ? null : { uri, local, prefix };
}

/**
 * The packet as text, from UTF-8 or, seldom, UTF-16. Drops padding, byte order mark, and the
 * control characters that programs copy from EXIF although XML forbids them.
 */
function decodePacket(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = first === 0 || second === 0 || first === 0xfe || first === 0xff;
  const isBigEndian = first === 0 || first === 0xfe;
  const text = new TextDecoder(!isWide ? 'utf-8' : isBigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, ' ').trim();
}
