// XMP as tags: one for each text of a packet.
import type { Tag } from '../tag.js';
import { readPacket, type XmpName } from './packet.js';
import { Regions } from './regions.js';

/**
 * The usual prefixes, because files may choose their own. Other namespaces keep the prefix of the
 * file.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
    'http://ns.acdsee.com/regions/': 'acdsee-rs',
    'http://ns.iview-multimedia.com/mediapro/1.0/': 'mediapro',
    'http://ns.microsoft.com/expressionmedia/1.0/': 'expressionmedia',
  }),
);

/**
 * Reads a packet into `tags`, so that what was read before an error is kept. Throws where the
 * packet is not well-formed.
 */
export function readXmp(bytes: Uint8Array, tags: Tag[]): void {
  const regions = new Regions();
  try {
    readPacket(bytes, ({ path, value, structure }) => {
      const property = path.at(-1);
      if (!property || !value.trim()) return;
      const tag: Tag = { block: 'xmp', name: usualName(property), within: path.slice(0, -1).map(usualName), value };
      regions.add(tag, structure, tags.length);
      tags.push(PREFIXES.has(property.uri) ? tag : { ...tag, isForeign: true });
    });
  } finally {
    for (const at of regions.namesOfThings()) {
      const name = tags[at];
      if (name) tags[at] = { ...name, isOfThing: true };
    }
  }
}

function usualName({ uri, prefix, local }: XmpName): string {
  return `${PREFIXES.get(uri) ?? prefix}:${local}`;
}

const lower = (entries: Iterable<readonly [string, string]>) =>
  new Map([...entries].map(([key, value]) => [key.toLowerCase(), value]));
const BY_NAMESPACE = lower(PREFIXES);
const BY_PREFIX = lower([...PREFIXES.values()].map((prefix) => [prefix, prefix]));

/** The version of EXIF is a part of this name. */
const EXIF_EX = /^http:\/\/cipa\.jp\/exif\/[\d.]+\/$/i;

/**
 * The usual prefix of a namespace, also of its other versions and in other cases; undefined where
 * it is not known.
 */
export function usualPrefix(uri: string): string | undefined {
  return BY_NAMESPACE.get(uri.toLowerCase()) ?? (EXIF_EX.test(uri) ? 'exifEX' : undefined);
}

/** A prefix as it is usually written; undefined where it is none of the known ones. */
export function knownPrefix(prefix: string): string | undefined {
  return BY_PREFIX.get(prefix.toLowerCase());
}
