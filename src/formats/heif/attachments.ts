// What a HEIC, HEIF or AVIF carries beside its picture: a video in a box of its own, and auxiliary pictures among the items.

import { type Attachment, type AttachmentKind, auxiliaryKind, latin1 } from '../attachment.js';
import { type PlacedBox, placedBoxes } from '../isobmff/boxes.js';
import { samsungTrailer } from '../trailers/samsung.js';
import { type HeifItems, propertyOf, readHeifItems } from './items.js';

/** @throws BrokenBoxes where the boxes break off or contradict themselves */
export function heifParts(bytes: Uint8Array): Attachment[] {
  const top = placedBoxes(bytes, { start: 0, end: bytes.length });
  return [
    ...top.filter(({ type }) => type === 'mpvd').map(({ start, end }) => video(bytes, start, end)),
    ...auxiliaries(bytes, readHeifItems(bytes, top)),
    ...(samsungTrailer(bytes, 8)?.media ?? []).filter(({ what }) => what !== 'motion video' || !hasVideo(top)),
  ];
}

/** Samsung names the video of the box `mpvd` a second time in its trailer. */
function hasVideo(top: readonly PlacedBox[]): boolean {
  return top.some(({ type }) => type === 'mpvd');
}

function video(bytes: Uint8Array, start: number, end: number): Attachment {
  const isProved = latin1(bytes, start + 4, start + 8) === 'ftyp';
  return { what: 'motion video', offset: start, bytes: end - start, isProved, isNamed: true };
}

function auxiliaries(bytes: Uint8Array, { items, references }: HeifItems): Attachment[] {
  const tilesOf = new Map(references.filter(({ type }) => type === 'dimg').map(({ from, to }) => [from, to]));
  const kinds = new Map<number, AttachmentKind>();
  for (const [id, item] of items) {
    const auxiliary = propertyOf(item, 'auxC');
    const kind = auxiliary && auxiliaryKind(nameIn(bytes, auxiliary));
    if (kind) kinds.set(id, kind);
  }
  // ISO 21496-1: a picture made of the main one and its gain map, which is the second that it refers to.
  for (const [id, { type }] of items) {
    const map = type === 'tmap' ? tilesOf.get(id)?.[1] : undefined;
    if (map !== undefined && !kinds.has(map)) kinds.set(map, 'gain map');
  }
  return [...kinds].flatMap(([id, what]) => {
    const parts = [id, ...(tilesOf.get(id) ?? [])].flatMap((part) => items.get(part)?.places ?? []);
    if (parts.length === 0) return [];
    const offset = parts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    return [{ what, offset, bytes: length, isProved: true, isNamed: true }];
  });
}

/** The name in an `auxC`, up to its NUL. */
function nameIn(bytes: Uint8Array, { start, end }: PlacedBox): string {
  return latin1(bytes, start + 4, Math.min(end, start + 260)).split('\0')[0] ?? '';
}
