// XMP: RDF in XML, flattened to one tag for each text in it.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Tag } from '../tag.js';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const WRAPPER = 'adobe:ns:meta/';
const XML = /^http:\/\/www\.w3\.org\/(2000\/xmlns\/|XML\/1998\/namespace)$/;

/** The usual prefixes: files may choose their own. Other namespaces keep the file's. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/xap/1.0/sType/ResourceRef#': 'stRef',
  'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#': 'stEvt',
  'http://ns.adobe.com/tiff/1.0/': 'tiff',
  'http://ns.adobe.com/exif/1.0/': 'exif',
  'http://cipa.jp/exif/1.0/': 'exifEX',
  'http://ns.adobe.com/exif/1.0/aux/': 'aux',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://ns.adobe.com/camera-raw-settings/1.0/': 'crs',
  'http://ns.adobe.com/lightroom/1.0/': 'lr',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
  'http://www.metadataworkinggroup.com/schemas/regions/': 'mwg-rs',
  'http://ns.microsoft.com/photo/1.0/': 'MicrosoftPhoto',
  'http://ns.microsoft.com/photo/1.2/': 'MP',
  'http://ns.microsoft.com/photo/1.2/t/RegionInfo#': 'MPRI',
  'http://ns.microsoft.com/photo/1.2/t/Region#': 'MPReg',
  'http://www.digikam.org/ns/1.0/': 'digiKam',
  'http://www.dji.com/drone-dji/1.0/': 'drone-dji',
  'http://ns.adobe.com/pdf/1.3/': 'pdf',
  'http://ns.adobe.com/xmp/1.0/DynamicMedia/': 'xmpDM',
  'http://ns.acdsee.com/iptc/1.0/': 'acdsee',
};

/** Null for RDF's own elements, which are only scaffolding. */
type Name = { readonly text: string; readonly isForeign: boolean } | null;

interface Frame {
  readonly name: Name;
  text: string;
  hasChildren: boolean;
}

/** Reads a packet into `tags`, so that what was read before an error is kept. Throws where the packet is not well-formed. */
export function readXmp(bytes: Uint8Array, tags: Tag[]): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: Frame[] = [];
  const add = (name: Name, value: string) => {
    const path = [...open.map((frame) => frame.name), name].filter((part) => part !== null);
    const last = path.pop();
    if (!last || !value.trim()) return;
    const tag: Tag = { block: 'xmp', name: last.text, within: path.map(({ text }) => text), value };
    tags.push(last.isForeign ? { ...tag, isForeign: true } : tag);
  };
  const onText = (text: string) => {
    const frame = open.at(-1);
    if (frame) frame.text += text;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('opentag', (element) => {
    const parent = open.at(-1);
    if (parent) parent.hasChildren = true;
    open.push({ name: nameOf(element), text: '', hasChildren: false });
    for (const attribute of Object.values(element.attributes)) {
      const isResource = attribute.uri === RDF && attribute.local === 'resource';
      if (isResource || !isScaffolding(attribute)) add(nameOf(attribute), attribute.value);
    }
  });
  parser.on('closetag', () => {
    const frame = open.at(-1);
    if (frame && !frame.hasChildren) add(null, frame.text);
    open.pop();
  });
  parser.write(decodePacket(bytes)).close();
}

type Named = Pick<SaxesTagNS, 'uri' | 'local' | 'prefix'>;

function isScaffolding({ uri }: Named): boolean {
  return uri === RDF || uri === WRAPPER || XML.test(uri);
}

function nameOf(named: Named): Name {
  if (isScaffolding(named)) return null;
  const usual = PREFIXES[named.uri];
  return { text: `${usual ?? named.prefix}:${named.local}`, isForeign: usual === undefined };
}

/** As text without padding, byte order mark and the controls that XML forbids and programs copy from EXIF. UTF-8, seldom UTF-16. */
function decodePacket(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = first === 0 || second === 0 || first === 0xfe || first === 0xff;
  const isBigEndian = first === 0 || first === 0xfe;
  const text = new TextDecoder(!isWide ? 'utf-8' : isBigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, ' ').trim();
}
