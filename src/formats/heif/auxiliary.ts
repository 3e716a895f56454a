// The items of a HEIC, HEIF or AVIF that show the main picture in another way: gain maps, depth
// maps and masks.
import { type AttachmentKind, auxiliaryKind } from '../attachment.js';
import type { ByteReader } from '../byte-reader.js';
import type { Box } from '../isobmff/boxes.js';
import { type HeifItem, type HeifItems, propertyOf } from './items.js';

/** Their kinds by the number of the item, as their names (URN) state them. */
export function auxiliaryItems(file: ByteReader, table: HeifItems): ReadonlyMap<number, AttachmentKind> {
  const kinds = new Map<number, AttachmentKind>();
  for (const [id, item] of table.items) {
    const auxiliary = propertyOf(item, 'auxC');
    const kind = auxiliary && auxiliaryKind(nameIn(file, auxiliary));
    if (kind) kinds.set(id, kind);
  }
  // ISO 21496-1: a picture (`tmap`) made of the main one and its gain map. The gain map is its
  // second reference.
  for (const [id, { type }] of table.items) {
    const map = type === 'tmap' ? madeOf(table, id)[1] : undefined;
    if (map !== undefined && !kinds.has(map)) kinds.set(map, 'gain map');
  }
  return kinds;
}

/** The items that an item is made of. */
export function madeOf({ references }: HeifItems, id: number): readonly number[] {
  return references.filter(({ type, from }) => type === 'dimg' && from === id).at(-1)?.to ?? [];
}

/** Whether the item is the transparency of another, by the names of MPEG. */
export function isTransparency(file: ByteReader, item: HeifItem): boolean {
  const auxiliary = propertyOf(item, 'auxC');
  return auxiliary !== undefined && /auxiliary:alpha|hevc:2015:auxid:1$/.test(nameIn(file, auxiliary));
}

/** The name in a box `auxC`, up to its NUL. */
function nameIn(file: ByteReader, { start, end }: Box): string {
  return file.latin1(start + 4, Math.min(end, start + 260) - start - 4).split('\0')[0] ?? '';
}
