// The trailer of OnePlus, OPPO and realme: values, a list of them in JSON, `jxrs`, and the length
// of the list. No specification is public; the layout is the one that ExifTool documents.
import type { Attachment } from '../attachment.js';
import type { ByteReader } from '../byte-reader.js';
import { type MakerTrailer, textTag } from './trailer.js';

/** `jxrs` and the length of the list, which includes these eight bytes. */
const END_BYTES = 8;
/** Values in one trailer. Five are usual. */
const MAX_ITEMS = 64;

/**
 * Values without a word of a person: the length of the trailer, the settings of a watermark and of
 * the camera.
 */
const KNOWN = new Set(['private.emptyspace', 'watermark.device', 'watermark.master', 'camera.info', 'local.hdr']);

/** Bytes before the name of the device: versions and lengths. */
const DEVICE_HEADER = 5;

interface Item {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Never throws. */
export function jxrsTrailer(file: ByteReader, from: number): MakerTrailer | null {
  const end = file.length;
  if (end - from < END_BYTES || file.latin1(end - END_BYTES, 4) !== 'jxrs') return null;
  const list = end - file.ordered(true).u32(end - 4);
  if (list < from || list > end - END_BYTES) return null;
  const items = itemsOf(file.bytes(list, end - END_BYTES), list, from);
  if (!items) return null;
  const media: Attachment[] = [];
  const tags = items.flatMap(({ name, start, end: itemEnd }) => {
    const shown = KNOWN.has(name) ? `OnePlus ${name}` : 'OnePlus value';
    const bytes = file.bytes(start, itemEnd);
    if (file.latin1(start, 3) === '\xff\xd8\xff') {
      media.push({ what: 'second picture', offset: start, bytes: itemEnd - start, isProved: true, isNamed: true });
      return [];
    }
    return textTag(shown, name === 'watermark.device' ? bytes.subarray(DEVICE_HEADER) : bytes);
  });
  return { start: Math.min(list, ...items.map(({ start }) => start)), end, media, tags };
}

/** Offsets count back from the start of the list. Null where it is no list. */
function itemsOf(bytes: Uint8Array, list: number, from: number): Item[] | null {
  const parsed = parse(new TextDecoder().decode(bytes).replace(/\0+$/, ''));
  if (!Array.isArray(parsed)) return null;
  return parsed.slice(0, MAX_ITEMS).flatMap((item: unknown): Item[] => {
    if (typeof item !== 'object' || item === null) return [];
    const { name, offset, length } = item as Readonly<Record<string, unknown>>;
    if (typeof name !== 'string' || !Number.isInteger(offset) || !Number.isInteger(length)) return [];
    const start = list - Number(offset);
    const end = start + Number(length);
    return Number(offset) > 0 && start >= from && end > start && end <= list ? [{ name, start, end }] : [];
  });
}

/** Undefined where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
