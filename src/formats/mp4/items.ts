// The list of named values in a `meta` box. QuickTime names them in a table of keys; music shops
// use four-letter names.
import { type ByteRange, type ByteReader, readerOf } from '../byte-reader.js';
import { boxesIn } from '../isobmff/boxes.js';
import { cleanText } from '../tag.js';
import { decodeMarked, readableText } from './texts.js';

export interface MetaItem {
  readonly name: string;
  /** Null where the value is bytes of an unknown kind. */
  readonly text: string | null;
}

export interface MetaContent {
  readonly items: readonly MetaItem[];
  /** Documents in XML: XMP or a maker's own format. */
  readonly documents: readonly Uint8Array[];
}

/** Bytes. No key of the file itself has a longer name; a longer one is cut. */
const MAX_NAME = 200;

/** Well-known types of a value (QuickTime File Format, metadata value atom). */
const UTF_8 = 1;
const UTF_16 = 2;
const [FLOAT, DOUBLE] = [23, 24];

/**
 * The range of the boxes in a `meta`. In ISO files a version precedes them, in QuickTime files none
 * does. Throws MalformedError.
 * @param file its content
 */
export function metaRange(file: ByteReader): ByteRange {
  const start = file.latin1(4, 4) === 'hdlr' ? 0 : 4;
  if (start > file.length) throw file.malformed('a box meta breaks off', 0);
  return { start, end: file.length };
}

/** Reads the content of `meta`. Throws where the structure breaks off. */
export function readMeta(bytes: Uint8Array): MetaContent {
  const file = readerOf(bytes);
  const boxes = [...boxesIn(file, metaRange(file))];
  const keys = boxes.filter(({ type }) => type === 'keys').flatMap((box) => readKeys(file, box));
  return {
    items: boxes.filter(({ type }) => type === 'ilst').flatMap((box) => readItems(file, box, keys)),
    documents: boxes
      .filter(({ type }) => type === 'xml ' || type === 'bxml')
      .map(({ start, end }) => bytes.subarray(start + 4, end)),
  };
}

/**
 * Version, flags and a count. Then entries that are built like boxes: a length, a namespace, a
 * name.
 */
function readKeys(file: ByteReader, { start, end }: ByteRange): string[] {
  if (end - start < 8) throw file.malformed('a table of keys breaks off', start);
  return [...boxesIn(file, { start: start + 8, end })].map((key) =>
    decodeMarked(file.bytes(key.start, Math.min(key.end, key.start + MAX_NAME))),
  );
}

function readItems(file: ByteReader, list: ByteRange, keys: readonly string[]): MetaItem[] {
  return [...boxesIn(file, list)].flatMap((item) => {
    // A type that is a small number is the position of a key, counted from 1.
    const name = keys[file.u32(item.at + 4) - 1] ?? item.type;
    return [...boxesIn(file, item)]
      .filter(({ type }) => type === 'data')
      .flatMap(({ start, end }) => {
        const text = readValue(name, file.bytes(start, end));
        return text === undefined ? [] : [{ name, text }];
      });
  });
}

/** Items of four letters that are numbers and switches without a type of their own. */
const NUMBERS = new Set(['trkn', 'disk', 'gnre', 'cpil', 'pgap', 'tmpo', 'stik', 'hdvd', 'rtng', 'akID', 'covr']);

/** JPEG and PNG. */
const PICTURES: ReadonlySet<number> = new Set([13, 14]);

/** Pictures, and numbers of all sizes. */
const isOtherKind = (kind: number): boolean => [12, 13, 14, 21, 22, 27].includes(kind) || (kind >= 65 && kind <= 80);

/** Bytes without zeros. Fewer are a switch or a counter. */
const MIN_BYTES = 8;

/**
 * The text of a value, after a type and a language of four bytes each. Undefined where it is a
 * number or a picture; null where it is something unknown.
 */
function readValue(name: string, bytes: Uint8Array): string | null | undefined {
  const file = readerOf(bytes);
  const kind = file.u32(0);
  const value = file.bytes(8);
  switch (kind) {
    case UTF_8:
      return cleanText(decodeMarked(value));
    case UTF_16:
      return cleanText(new TextDecoder('utf-16be').decode(value));
    case FLOAT:
      return value.length === 4 ? `${file.f32(8)}` : undefined;
    case DOUBLE:
      return value.length === 8 ? `${file.f64(8)}` : value.length > 8 ? null : undefined;
    default:
      // A picture under any other name than that of covers.
      if (PICTURES.has(kind) && name !== 'covr' && value.length >= MIN_BYTES) return null;
      if (isOtherKind(kind) || NUMBERS.has(name)) return undefined;
      return readableText(value) ?? (value.filter((byte) => byte !== 0).length < MIN_BYTES ? undefined : null);
  }
}
