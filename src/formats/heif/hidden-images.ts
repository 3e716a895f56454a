// Pictures that a HEIC, HEIF or AVIF stores but does not show, or shows only in part: thumbnails,
// and what a crop, a canvas or an overlay hides.
import { ByteCursor } from '../byte-cursor.js';
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { auxiliaryItems, isTransparency } from './auxiliary.js';
import { cropOf, type Framed, oriented, type Rectangle, type Size, uprightSize } from './geometry.js';
import { type HeifItem, type HeifItems, propertyOf, rangesOf, readHeifItems, storedSize, topBoxes } from './items.js';

export interface StoredPicture {
  readonly what: 'thumbnail' | 'stored picture';
  readonly item: number;
  readonly type: string;
  /** Offset in the file of the picture's first byte, and the length of all its parts. */
  readonly offset: number;
  readonly bytes: number;
  /**
   * The file, changed so that it shows this picture, whole. Where the item is a JPEG, its own
   * bytes.
   */
  readonly shown: () => Uint8Array;
  /**
   * For a stored picture: the parts that the file's main picture does not show, as shares of its
   * upright sides.
   */
  readonly hidden: Hidden | null;
  /** For a thumbnail: it has no rotation or mirroring of its own although the main picture has. */
  readonly isRotationMissing: boolean;
  /** It shows the main picture in another way: as a gain map, by depth, or as a mask. */
  readonly isAuxiliary?: true;
}

/** In the whole picture, upright: what is outside of the window is hidden. */
export interface Hidden extends Framed {
  /** What is inside of these is hidden by other pictures. */
  readonly covers: readonly Rectangle[];
}

/** Pictures that one canvas is made of, at most. */
const MAX_LAYERS = 64;

/**
 * Pixels at one side that encoders add to fill the last block or tile: 64 where 4032 pixels are
 * made of tiles of 512.
 */
const PADDING = 64;

/** References by which a picture belongs to another one. */
const BELONGS: ReadonlySet<string> = new Set(['thmb', 'auxl', 'base']);

/** Throws MalformedError where the boxes break off or contradict themselves. */
export function storedPictures(bytes: Uint8Array): StoredPicture[] {
  const file = readerOf(bytes);
  const table = readHeifItems(file, topBoxes(file));
  const primary = table.primary && table.items.get(table.primary.id);
  if (!primary) return [];
  return [
    ...thumbnails(file, table, primary),
    ...otherForms(file, table, primary),
    ...hiddenPictures(file, table, primary),
  ];
}

function thumbnails(file: ByteReader, table: HeifItems, primary: HeifItem): StoredPicture[] {
  const items = table.references
    .filter(({ type, to }) => type === 'thmb' && to.includes(primary.id))
    .flatMap(({ from }) => table.items.get(from) ?? []);
  return items.map((item) => ({
    ...describe(item, table),
    what: 'thumbnail' as const,
    shown: () => (item.type === 'jpeg' ? dataOf(file, item) : asPrimary(file, table, item, [])),
    hidden: null,
    isRotationMissing: isRotated(primary) && !isRotated(item),
  }));
}

/**
 * Pictures that show the main one in another way (gain map, depth map, mask), and those that it was
 * made from. Transparency is not among them: it is a part of the main picture.
 */
function otherForms(file: ByteReader, table: HeifItems, primary: HeifItem): StoredPicture[] {
  const auxiliary = new Set(auxiliaryItems(file, table).keys());
  const ids = new Set([...auxiliary, ...namedFrom(table, 'base', primary), ...namedFrom(table, 'auxl', primary)]);
  return [...ids].flatMap((id): StoredPicture[] => {
    const item = table.items.get(id);
    if (!item || id === primary.id || isTransparency(file, item)) return [];
    return [
      {
        ...describe(item, table),
        what: 'stored picture',
        shown: () => (item.type === 'jpeg' ? dataOf(file, item) : asPrimary(file, table, item, [])),
        hidden: null,
        isRotationMissing: isRotated(primary) && !isRotated(item),
        ...(auxiliary.has(id) && { isAuxiliary: true }),
      },
    ];
  });
}

/** The items that name `to` by a reference of this type. */
function namedFrom({ references }: HeifItems, wanted: string, to: HeifItem): number[] {
  return references.flatMap((one) => (one.type === wanted && one.to.includes(to.id) ? [one.from] : []));
}

function isRotated(item: HeifItem): boolean {
  return item.properties.some(({ type }) => type === 'irot' || type === 'imir');
}

function hiddenPictures(file: ByteReader, table: HeifItems, primary: HeifItem): StoredPicture[] {
  if (primary.type === 'iovl') return overlaid(file, table, primary);
  const whole = wholeOf(file, table, primary);
  return whole ? [whole] : [];
}

/** The picture without its crop and with all of its tiles; null where that shows nothing more. */
function wholeOf(file: ByteReader, table: HeifItems, item: HeifItem): StoredPicture | null {
  const size = storedSize(file, item);
  if (!size) return null;
  const grid = item.type === 'grid' ? wholeGrid(file, table, item) : null;
  const { frame, edits } = unframed(file, item, size, grid?.size ?? size);
  if (!hidesMore(frame)) return null;
  return {
    ...describe(item, table),
    what: 'stored picture',
    shown: () => asPrimary(file, table, item, [...(grid?.edits ?? []), ...edits]),
    hidden: { ...frame, covers: [] },
    isRotationMissing: false,
  };
}

/**
 * The file without the crop of its picture, and the part that the crop leaves; null where nothing
 * is cropped. The crop is applied after decoding, because libheif refuses to decode a picture of
 * which the crop removes much (limits of 1.23).
 */
export function uncropped(bytes: Uint8Array): { file: Uint8Array; window: Rectangle } | null {
  try {
    const file = readerOf(bytes);
    const table = readHeifItems(file, topBoxes(file));
    const item = table.primary && table.items.get(table.primary.id);
    const size = item && propertyOf(item, 'clap') && storedSize(file, item);
    if (!size) return null;
    const { frame, edits } = unframed(file, item, size, size);
    return { file: editCopy(file, edits), window: frame.window };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The position of the shown part in the whole upright picture, and the edits that make the file
 * show all of it.
 * @param size the size to which the crop applies
 * @param stored the whole size: the same or larger, with the same corner at the top left
 */
function unframed(file: ByteReader, item: HeifItem, size: Size, stored: Size): { frame: Framed; edits: Edit[] } {
  let frame: Framed = { ...stored, window: { left: 0, top: 0, ...size } };
  const edits: Edit[] = [];
  for (const property of item.properties) {
    if (property.type === 'clap') {
      frame = { ...frame, window: cropOf(file, property, size) ?? frame.window };
      edits.push({ at: property.start, bytes: wholeCrop(stored) });
    }
    frame = oriented(file, frame, property);
  }
  return { frame, edits };
}

function hidesMore({ width, height, window }: Framed): boolean {
  const sides = [window.left, window.top, width - window.left - window.width, height - window.top - window.height];
  return sides.some((side) => side > PADDING);
}

function wholeCrop({ width, height }: Size): Uint8Array {
  return numbers([width, 1, height, 1, 0, 1, 0, 1], 4);
}

/**
 * The full size of a grid's tiles, and the edits that make the file show all of it. Null where the
 * size is not stored in the known form.
 */
function wholeGrid(file: ByteReader, table: HeifItems, grid: HeifItem): { size: Size; edits: Edit[] } | null {
  const [place, ...others] = rangesOf(grid);
  const tile = table.references.find(({ type, from }) => type === 'dimg' && from === grid.id)?.to[0];
  const tileSize = tile === undefined ? null : sizeOf(file, table.items.get(tile));
  const ispe = propertyOf(grid, 'ispe');
  if (!place || !tileSize || !ispe || others.length > 0) return null;
  const fields = fieldsOf(file, place);
  const wide = numberSize(fields);
  const [rows, columns] = [fields.next(1) + 1, fields.next(1) + 1];
  const size = { width: columns * tileSize.width, height: rows * tileSize.height };
  if (wide === 2 && Math.max(size.width, size.height) > 0xffff) return null;
  const sizeAt = fields.at;
  // Skips the stored size, which the edits replace.
  fields.next(wide);
  fields.next(wide);
  return {
    size,
    edits: [
      { at: sizeAt, bytes: numbers([size.width, size.height], wide) },
      { at: ispe.start + 4, bytes: numbers([size.width, size.height], 4) },
    ],
  };
}

/** The item's own data. It ends with the file where the file ends early. */
function fieldsOf(file: ByteReader, { start, end }: ByteRange): ByteCursor {
  return new ByteCursor(file, start, Math.min(end, file.length));
}

/** A version, then flags. The lowest flag states how many bytes the numbers after it have. */
function numberSize(fields: ByteCursor): 2 | 4 {
  fields.next(1);
  return fields.next(1) & 1 ? 4 : 2;
}

function sizeOf(file: ByteReader, item: HeifItem | undefined): Size | null {
  return item ? storedSize(file, item) : null;
}

/**
 * Pictures that are laid over each other on a canvas: the parts of each that are outside of the
 * canvas or under a later picture.
 */
function overlaid(file: ByteReader, table: HeifItems, canvas: HeifItem): StoredPicture[] {
  const [place] = rangesOf(canvas);
  if (!place) return [];
  const inputs = table.references.find(({ type, from }) => type === 'dimg' && from === canvas.id)?.to ?? [];
  const fields = fieldsOf(file, place);
  const wide = numberSize(fields);
  fields.next(8); // the background colour
  const size = { width: fields.next(wide), height: fields.next(wide) };
  const layers = inputs.slice(0, MAX_LAYERS).map((id) => {
    const [left, top] = [signed(fields.next(wide), wide), signed(fields.next(wide), wide)];
    const item = table.items.get(id);
    if (!item) throw file.malformed('an overlay of a picture that is not there', place.start);
    return { item, left, top, ...uprightSize(file, item) };
  });
  return layers.flatMap((layer, index): StoredPicture[] => {
    const within = (rectangle: Rectangle) => ({
      ...rectangle,
      left: rectangle.left - layer.left,
      top: rectangle.top - layer.top,
    });
    const { width, height, item } = layer;
    const window = within({ left: 0, top: 0, ...size });
    const covers = layers
      .slice(index + 1)
      .filter((later) => !mayBeTransparent(table, later.item))
      .map(within);
    if (covers.length === 0 && !hidesMore({ width, height, window })) return [];
    return [
      {
        ...describe(item, table),
        what: 'stored picture',
        shown: () => asPrimary(file, table, item, []),
        hidden: { width, height, window, covers },
        isRotationMissing: false,
      },
    ];
  });
}

/** Whether it has an auxiliary picture, which may be its transparency. */
function mayBeTransparent({ references }: HeifItems, item: HeifItem): boolean {
  return references.some(({ type, to }) => type === 'auxl' && to.includes(item.id));
}

function signed(value: number, wide: 2 | 4): number {
  return wide === 2 ? (value << 16) >> 16 : value | 0;
}

function describe(item: HeifItem, table: HeifItems): Pick<StoredPicture, 'item' | 'type' | 'offset' | 'bytes'> {
  const tiles = table.references.find(({ type, from }) => type === 'dimg' && from === item.id)?.to ?? [];
  const parts = tiles.length > 0 ? tiles.flatMap((tile) => rangesOf(table.items.get(tile))) : rangesOf(item);
  return {
    item: item.id,
    type: item.type,
    offset: parts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    bytes: parts.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** A copy of the item's first part, up to the end of the file. */
function dataOf(file: ByteReader, item: HeifItem): Uint8Array {
  const [first = { start: 0, end: 0 }] = rangesOf(item);
  return Uint8Array.from(file.bytes(0).subarray(first.start, first.end));
}

/**
 * The file with another picture as the primary one, so that any decoder of the format shows it. The
 * picture takes the number of the primary one, is no longer flagged as hidden, and no longer
 * belongs to another.
 */
function asPrimary(file: ByteReader, table: HeifItems, item: HeifItem, edits: readonly Edit[]): Uint8Array {
  const { primary, references } = table;
  if (!primary) return file.bytes(0);
  const unhidden = { at: item.flagAt, bytes: Uint8Array.of(file.u8(item.flagAt) & 0xfe) };
  const unnamed = references
    .filter(({ type, from }) => BELONGS.has(type) && from === item.id)
    .map(({ typeAt }) => ({ at: typeAt, bytes: Buffer.from('free') }));
  const named = { at: primary.start, bytes: numbers([item.id], primary.end - primary.start) };
  return editCopy(file, [unhidden, named, ...unnamed, ...edits]);
}

interface Edit {
  /** Bytes from the start of the file. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

function editCopy(file: ByteReader, edits: readonly Edit[]): Uint8Array {
  const copy = Uint8Array.from(file.bytes(0));
  for (const edit of edits) copy.set(edit.bytes, edit.at);
  return copy;
}

function numbers(values: readonly number[], size: number): Uint8Array {
  const data = Buffer.alloc(values.length * size);
  values.forEach((value, index) => {
    data.writeUIntBE(value, index * size, size);
  });
  return data;
}
