// What a JPEG's own tables say of media behind it: the index of CIPA DC-007 (Multi-Picture Format) and Google's directory in XMP.
import { latin1, viewOf } from './hidden-part.js';
import type { JpegPicture, JpegSegment } from './jpeg-picture.js';

export interface NamedPlace {
  /** Bytes from the start of the file. */
  readonly start: number;
  /** `Primary`, `GainMap`, `MotionPhoto`, `Depth` of Google's directory; `preview` or `picture` of the index. */
  readonly role: string;
}

export interface JpegIndex {
  readonly places: readonly NamedPlace[];
  /** XMP says that a video follows. */
  readonly isMotionPhoto: boolean;
  /** The packet as text; empty without one. */
  readonly xmp: string;
  /** Extended XMP, which holds media as text: its first byte and all its bytes. */
  readonly extended: { readonly offset: number; readonly bytes: number } | null;
}

const APP1 = 0xe1;
const APP2 = 0xe2;
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const MPF = 'MPF\0';
/** CIPA DC-007, table 3: the tag of the entries, 16 bytes each. */
const MPF_ENTRIES = 0xb002;
/** A burst or a panorama has some dozens. */
const MAX_ENTRIES = 256;

export function readIndex(bytes: Uint8Array, { segments }: Pick<JpegPicture, 'segments'>): JpegIndex {
  const named = (marker: number, name: string) =>
    segments.filter(
      (segment) => segment.marker === marker && latin1(bytes, segment.start, segment.start + name.length) === name,
    );
  const xmp = named(APP1, XMP)
    .map(({ start, end }) => latin1(bytes, start + XMP.length, end))
    .join('');
  const extended = named(APP1, EXTENDED_XMP);
  return {
    places: [
      ...named(APP2, MPF).flatMap((segment) => indexedPlaces(bytes, segment)),
      ...directoryPlaces(xmp, bytes.length),
    ],
    isMotionPhoto: /\b(?:MotionPhoto|MicroVideo)(?:="|>)\s*1\b|Semantic(?:="|>)\s*MotionPhoto/.test(xmp),
    xmp,
    extended: extended[0]
      ? { offset: extended[0].start, bytes: extended.reduce((sum, { start, end }) => sum + end - start, 0) }
      : null,
  };
}

/** Entries of the index but the first, which is the picture itself. An index that breaks off names what could be read. */
function indexedPlaces(bytes: Uint8Array, { start, end }: JpegSegment): NamedPlace[] {
  const tiff = start + MPF.length;
  const data = viewOf(bytes.subarray(tiff, end));
  const places: NamedPlace[] = [];
  const fits = (at: number, size: number) => at + size <= data.byteLength;
  if (!fits(0, 8)) return [];
  const isLittle = data.getUint16(0) === 0x4949;
  const directory = data.getUint32(4, isLittle);
  const count = fits(directory, 2) ? data.getUint16(directory, isLittle) : 0;
  for (let at = directory + 2, left = Math.min(count, MAX_ENTRIES); left > 0 && fits(at, 12); left--, at += 12) {
    if (data.getUint16(at, isLittle) !== MPF_ENTRIES) continue;
    const entries = Math.min(Math.floor(data.getUint32(at + 4, isLittle) / 16), MAX_ENTRIES);
    const first = data.getUint32(at + 8, isLittle);
    for (let entry = 0; entry < entries && fits(first + entry * 16, 16); entry++) {
      const kind = data.getUint32(first + entry * 16, isLittle) & 0xffffff;
      const offset = data.getUint32(first + entry * 16 + 8, isLittle);
      // Types 01xxxx are large thumbnails (table 4).
      if (offset > 0) places.push({ start: tiff + offset, role: kind >> 16 === 1 ? 'preview' : 'picture' });
    }
  }
  return places;
}

/** Items lie one after the other up to the end of the file (Motion Photo format 1.0, Ultra HDR 1.1), so lengths give places. */
function directoryPlaces(xmp: string, fileBytes: number): NamedPlace[] {
  const places: NamedPlace[] = [];
  const items = [...xmp.matchAll(/<(?:\w+:)?Item\s[^>]{0,1000}>/g)].slice(0, MAX_ENTRIES).map(([text]) => text);
  let end = fileBytes;
  for (const item of items.reverse()) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(item)?.[1] ?? '';
    const length = Number(attribute('Length'));
    const role = attribute('Semantic');
    if (role === 'Primary' || !(length > 0)) break;
    end -= length + Number(attribute('Padding') || 0);
    if (!(end > 0)) break;
    places.push({ start: end, role });
  }
  const video = Number(/\bMicroVideoOffset(?:="|>)\s*(\d{1,12})/.exec(xmp)?.[1] ?? 0);
  if (video > 0 && video < fileBytes) places.push({ start: fileBytes - video, role: 'MotionPhoto' });
  return places;
}
