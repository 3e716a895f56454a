// What the tables of a JPEG state about media after its picture: the index of CIPA DC-007
// (Multi-Picture Format) and Google's directory in XMP.
import type { ByteReader } from '../byte-reader.js';
import { salvagePacket, type XmpName, type XmpText } from '../xmp/packet.js';
import { indexedPictures, MULTI_PICTURE } from './mpf.js';
import { APP2, isNamed, type JpegPicture } from './segments.js';
import { isExtendedXmp, packetIn } from './xmp-segments.js';

export interface NamedMedia {
  /** Bytes from the start of the file. */
  readonly start: number;
  /**
   * From Google's directory: `Primary`, `GainMap`, `MotionPhoto`, `Depth`. From the index:
   * `preview` or `picture`.
   */
  readonly role: string;
}

export interface MediaIndex {
  readonly media: readonly NamedMedia[];
  /** XMP states that a video follows. */
  readonly isMotionPhoto: boolean;
  readonly xmp: readonly XmpText[];
  /**
   * Extended XMP, which holds media as text: the offset of its first byte, and the number of its
   * bytes.
   */
  readonly extended: { readonly offset: number; readonly bytes: number } | null;
}

/** A burst or a panorama has some dozens. */
const MAX_ENTRIES = 256;

/** The usual prefixes of namespaces whose properties describe media. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://ns.google.com/photos/1.0/depthmap/', 'GDepth'],
  ['http://ns.google.com/photos/1.0/image/', 'GImage'],
  ['http://ns.google.com/photos/1.0/audio/', 'GAudio'],
  ['http://ns.adobe.com/hdr-gain-map/1.0/', 'hdrgm'],
]);

export function readMediaIndex(file: ByteReader, { segments }: Pick<JpegPicture, 'segments'>): MediaIndex {
  const xmp = segments.flatMap((segment) => {
    const packet = packetIn(file, segment);
    return packet ? salvagePacket(file.bytes(packet.start, packet.end)) : [];
  });
  const extended = segments.filter((segment) => isExtendedXmp(file, segment));
  return {
    media: [...indexed(file, segments), ...inDirectory(xmp, file.length)],
    isMotionPhoto: xmp.some(isMotionPhotoSign),
    xmp,
    extended: extended[0]
      ? { offset: extended[0].start, bytes: extended.reduce((sum, { start, end }) => sum + end - start, 0) }
      : null,
  };
}

/**
 * Whether a property of the packet, or a structure around one, has a name that matches. The name is
 * written with the usual prefix: `hdrgm:Gamma`.
 */
export function hasProperty(xmp: readonly XmpText[], name: RegExp): boolean {
  return xmp.some(({ path }) => path.some((part) => name.test(usualName(part))));
}

function usualName({ uri, prefix, local }: XmpName): string {
  return `${PREFIXES.get(uri) ?? prefix}:${local}`;
}

function indexed(file: ByteReader, segments: JpegPicture['segments']): NamedMedia[] {
  return segments
    .filter((segment) => isNamed(file, segment, APP2, MULTI_PICTURE))
    .flatMap((segment) => indexedPictures(file.bytes(0), segment))
    .map(({ start, isSmallerCopy }) => ({ start, role: isSmallerCopy ? 'preview' : 'picture' }));
}

/** A property of the Motion Photo format 1.0, or of its predecessor MicroVideo. */
function isMotionPhotoSign({ path, value }: XmpText): boolean {
  const local = path.at(-1)?.local;
  if (local === 'Semantic') return /^\s*MotionPhoto/.test(value);
  return (local === 'MotionPhoto' || local === 'MicroVideo') && /^\s*1\b/.test(value);
}

/**
 * The items fill the end of the file one after the other (Motion Photo format 1.0, Ultra HDR 1.1).
 * Their offsets follow from their lengths.
 */
function inDirectory(xmp: readonly XmpText[], fileBytes: number): NamedMedia[] {
  const media: NamedMedia[] = [];
  let end = fileBytes;
  for (const item of itemsOf(xmp).reverse()) {
    const length = Number(item.get('Length'));
    const role = item.get('Semantic') ?? '';
    if (role === 'Primary' || !(length > 0)) break;
    end -= length + Number(item.get('Padding') || 0);
    if (!(end > 0)) break;
    media.push({ start: end, role });
  }
  const video = Number(microVideoOffset(xmp));
  if (video > 0 && video < fileBytes) media.push({ start: fileBytes - video, role: 'MotionPhoto' });
  return media;
}

/** The items of the directory in file order, each with its properties by name. */
function itemsOf(xmp: readonly XmpText[]): ReadonlyMap<string, string>[] {
  const items = new Map<XmpName, Map<string, string>>();
  for (const { path, value } of xmp) {
    const property = path.at(-1);
    const parent = path.at(-2);
    // An item can be plain text without properties. It has no length, so the offsets of the items
    // before it are unknown.
    const item = parent?.local === 'Item' ? parent : property?.local === 'Item' && !value.trim() ? property : null;
    if (!item || !property) continue;
    const properties = items.get(item) ?? new Map<string, string>();
    items.set(item, properties);
    if (!properties.has(property.local)) properties.set(property.local, value);
  }
  return [...items.values()].slice(0, MAX_ENTRIES);
}

function microVideoOffset(xmp: readonly XmpText[]): string {
  const [found] = xmp.flatMap(({ path, value }) =>
    path.at(-1)?.local === 'MicroVideoOffset' ? (/^\s*(\d{1,12})/.exec(value)?.[1] ?? []) : [],
  );
  return found ?? '0';
}
