// EXIF and other TIFF blocks as tags, and the blocks of other languages that stand inside them.
import { asciiAt, type Block, MalformedError } from './block.js';
import {
  type Directories,
  pageStarts,
  type Question,
  readDirectories,
  readWholeDirectories,
  toAsk,
  type Value,
  withFirstDirectory,
} from './directories.js';
import { makerTags } from './maker-note.js';
import { cleanText, decodeText, type Tag } from './tag.js';

const EVERYTHING = { ifd0: true, exif: true, gps: true, makerNote: true, userComment: true } as const;
const PAGE = toAsk(EVERYTHING);
/** A photo's second directory is its thumbnail's; in a whole file it is the second page and read as one. */
const PHOTO = toAsk({ ...EVERYTHING, ifd1: true });

/** One damaged entry ends exifr's reading of all that follows; so what matters most is then asked for apart. */
const WHAT_MATTERS = [
  toAsk({ gps: { pick: ['GPSLatitudeRef', 'GPSLatitude', 'GPSLongitudeRef', 'GPSLongitude'] } }),
  toAsk({ exif: { pick: ['DateTimeOriginal', 'OffsetTimeOriginal'] } }),
  toAsk({ exif: { pick: ['CreateDate', 'OffsetTimeDigitized'] } }),
  toAsk({ exif: { pick: ['OwnerName', 'SerialNumber', 'LensSerialNumber', 'ImageUniqueID'] } }),
  toAsk({ ifd0: { pick: ['Make', 'Model', 'CameraSerialNumber'] } }),
  toAsk({ ifd0: { pick: ['Artist', 'ImageDescription', 'Copyright'] } }),
];

/** Tags whose values are whole blocks. exifr leaves them out unless they are picked. */
const NESTED_KINDS: ReadonlyMap<number, 'xmp' | 'iptc' | 'photoshop'> = new Map([
  [0x02bc, 'xmp'],
  [0x83bb, 'iptc'],
  [0x8649, 'photoshop'],
]);
const NESTED = toAsk({ ifd0: { pick: [...NESTED_KINDS.keys()] }, translateKeys: false, sanitize: false });

/** Pages of a TIFF file: more than any phone writes, and a bound for a chain that bites its tail. */
const MAX_PAGES = 32;

/** Longest list of numbers that is kept; positions have three, and nothing else that is looked at has more. */
const MAX_NUMBERS = 4;

export interface TiffReading {
  readonly tags: readonly Tag[];
  /** Blocks of other languages that stand in tags of this one. */
  readonly blocks: readonly Block[];
  /** Every directory was read to its end. */
  readonly isComplete: boolean;
}

/** Reads a block that begins with its byte order mark. Throws where it is none. */
export async function readTiff({ bytes, isWholeFile }: Extract<Block, { kind: 'tiff' }>): Promise<TiffReading> {
  if (!/^(II|MM)/.test(asciiAt(bytes, 0, 2))) throw new MalformedError('no byte order mark');
  if (!isWholeFile) return readPage(bytes, PHOTO);
  const { starts, isWhole } = pageStarts(bytes, MAX_PAGES);
  const readings: TiffReading[] = [];
  for (const start of starts)
    readings.push(await readPage(start === starts[0] ? bytes : withFirstDirectory(bytes, start), PAGE));
  return {
    tags: readings.flatMap(({ tags }) => tags),
    blocks: readings.flatMap(({ blocks }) => blocks),
    isComplete: isWhole && readings.every(({ isComplete }) => isComplete),
  };
}

async function readPage(bytes: Uint8Array, question: Question): Promise<TiffReading> {
  const whole = await readWholeDirectories(bytes, question);
  const found = whole ?? (await readDirectories(bytes, question));
  const tags = tagsOf(found);
  if (!whole) for (const rescue of WHAT_MATTERS) tags.push(...tagsOf(await readDirectories(bytes, rescue)));
  const make = tags.find(({ name }) => name === 'Make')?.value ?? '';
  if (found.makerNote instanceof Uint8Array) tags.push(...(await makerTags(bytes, found.makerNote, `${make}`)));
  const nested = await readDirectories(bytes, NESTED);
  return { tags, blocks: Object.entries(nested.ifd0 ?? {}).flatMap(toBlocks), isComplete: whole !== null };
}

function tagsOf({ ifd0, exif, gps, ifd1, userComment }: Directories): Tag[] {
  const values = [ifd0, exif, gps, ifd1].flatMap((directory) => Object.entries(directory ?? {}));
  return [...values, ['UserComment', userComment] as const].flatMap(([name, value]) => {
    const plain = toPlain(name, value);
    return plain === null ? [] : [{ block: 'exif', name, within: [], value: plain }];
  });
}

function toPlain(name: string, value: Value): Tag['value'] | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return [value];
  if (value instanceof Uint8Array) return textOfBytes(name, value);
  return value && value.length <= MAX_NUMBERS ? Array.from(value) : null;
}

/** Names of tags that Windows writes in 16-bit characters. */
const WIDE_TEXT = /^XP(Title|Comment|Author|Keywords|Subject)$/;

/** Text in a tag made for bytes: with Exif's eight letters for the character set, or plain. Null where it is no text. */
export function textOfBytes(name: string, bytes: Uint8Array): string | null {
  if (WIDE_TEXT.test(name)) return new TextDecoder('utf-16le').decode(bytes);
  const charset = asciiAt(bytes, 0, 8);
  if (charset === 'UNICODE\0') return decodeWide(bytes.subarray(8));
  if (charset === 'JIS\0\0\0\0\0') return new TextDecoder('iso-2022-jp').decode(bytes.subarray(8));
  const rest = /^(ASCII\0\0\0|\0{8})/.test(charset) ? bytes.subarray(8) : bytes;
  const isPrintable = rest.every((byte) => byte >= 0x20 || byte === 0 || (byte >= 0x09 && byte <= 0x0d));
  const text = cleanText(decodeText(rest));
  return isPrintable && text.length > 1 ? text : null;
}

/** Writers disagree on the byte order; in Latin text the zeros tell. */
function decodeWide(bytes: Uint8Array): string {
  const zeros = (parity: number) => bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  return new TextDecoder(zeros(0) > zeros(1) ? 'utf-16be' : 'utf-16le').decode(bytes);
}

function toBlocks([tag, value]: [string, Value]): Block[] {
  const bytes = bytesOf(value);
  const kind = NESTED_KINDS.get(Number(tag));
  return bytes && kind ? [{ kind, bytes }] : [];
}

/** The bytes as they stand in the file. */
function bytesOf(value: Value): Uint8Array | null {
  if (typeof value === 'string') return Buffer.from(value);
  if (!ArrayBuffer.isView(value)) return null;
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  // Some writers declare IPTC, which begins with 0x1c, as 32-bit numbers; exifr has then put them into the order of this machine.
  return value instanceof Uint32Array && bytes[0] !== 0x1c && bytes[3] === 0x1c ? Buffer.from(bytes).swap32() : bytes;
}
