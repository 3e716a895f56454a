// What a JPEG's own tables say of media behind it: the index of CIPA DC-007 (Multi-Picture Format) and Google's directory in XMP.
import { latin1 } from '../attachment.js';
import { indexedPictures, MULTI_PICTURE } from './mpf.js';
import { APP1, APP2, type JpegPicture } from './segments.js';

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

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXTENDED_XMP = 'http://ns.adobe.com/xmp/extension/\0';
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
      ...named(APP2, MULTI_PICTURE)
        .flatMap((segment) => indexedPictures(bytes, segment))
        .map(({ start, isSmallerCopy }) => ({ start, role: isSmallerCopy ? 'preview' : 'picture' })),
      ...directoryPlaces(xmp, bytes.length),
    ],
    isMotionPhoto: /\b(?:MotionPhoto|MicroVideo)(?:="|>)\s*1\b|Semantic(?:="|>)\s*MotionPhoto/.test(xmp),
    xmp,
    extended: extended[0]
      ? { offset: extended[0].start, bytes: extended.reduce((sum, { start, end }) => sum + end - start, 0) }
      : null,
  };
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
