// The only reader of JUMBF (ISO/IEC 19566-5): superboxes with a label and boxes of content.
import { brotliDecompressSync } from 'node:zlib';
import { type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';

/**
 * Nesting of superboxes: a store, manifests, their parts, assertions, files in them. What is deeper
 * is returned unopened.
 */
export const MAX_DEPTH = 8;

/** Bytes; a longer label is cut. */
const MAX_LABEL = 100;

/** Bytes that compressed boxes of a file may hold together. */
const MAX_INFLATED = 32 * 1024 * 1024;

/** The type of a superbox that holds encrypted content (ISO/IEC 19566-4). */
const PROTECTED = '74b11bbff21d4eea98c10bebf23aefd3';

/** What the box `bfdb` states about the file in the next box. */
export interface FileDescription {
  readonly mediaType: string;
  readonly name: string;
}

/** A box of content. */
export interface JumbfContent {
  /** The label of its superbox; empty where it has none. */
  readonly label: string;
  readonly type: string;
  readonly data: Uint8Array;
  /** Of a box `bidb` only. */
  readonly file: FileDescription | null;
  /** The superbox states that its content is encrypted. */
  readonly isProtected: boolean;
}

/** Throws MalformedError where the boxes break off, after everything before that. */
export function jumbfContents(bytes: Uint8Array, depth = MAX_DEPTH): Generator<JumbfContent> {
  return superbox(bytes, '', { depth, budget: { left: MAX_INFLATED } });
}

interface Nesting {
  readonly depth: number;
  readonly budget: { left: number };
}

function* superbox(bytes: Uint8Array, outer: string, nesting: Nesting): Generator<JumbfContent> {
  const file = readerOf(bytes);
  let description: Description = { label: outer, isProtected: false };
  let next: FileDescription | null = null;
  for (const box of boxesIn(file, undefined, { givesCut: true })) {
    const data = file.bytes(box.start, box.end);
    const opened = box.type === 'brob' ? decompressed(data, nesting.budget) : { type: box.type, data };
    if (opened.type === 'jumd') {
      description = describe(file, box);
      yield* ownField(description, data);
    } else if (opened.type === 'bfdb') next = fileDescription(data);
    else if (opened.type === 'jumb' && nesting.depth > 0)
      yield* superbox(opened.data, description.label, { ...nesting, depth: nesting.depth - 1 });
    else {
      yield { ...description, ...opened, file: opened.type === 'bidb' ? next : null };
      next = null;
    }
  }
}

interface Description {
  readonly label: string;
  readonly isProtected: boolean;
  /** Offset of what follows the label, an ID and a checksum. */
  readonly rest?: number;
}

const TYPE_BYTES = 16;
const [HAS_LABEL, HAS_ID, HAS_CHECKSUM] = [0x02, 0x04, 0x08];

/** A type of 16 bytes, a byte of flags, and what the flags state. */
function describe(file: ByteReader, { start, end }: Box): Description {
  const type = Buffer.from(file.bytes(start, start + TYPE_BYTES)).toString('hex');
  const flags = file.u8(start + TYPE_BYTES);
  const at = start + TYPE_BYTES + 1;
  const hasLabel = (flags & HAS_LABEL) !== 0;
  const text = file.latin1(at, hasLabel ? end - at : 0);
  const labelBytes = hasLabel ? (text.includes('\0') ? text.indexOf('\0') + 1 : text.length) : 0;
  const rest = at - start + labelBytes + (flags & HAS_ID ? 4 : 0) + (flags & HAS_CHECKSUM ? 32 : 0);
  return { label: (text.split('\0')[0] ?? '').slice(0, MAX_LABEL), isProtected: type === PROTECTED, rest };
}

/** A description may end with a box of a program's own; C2PA keeps a random number there. */
function* ownField({ label, isProtected, rest = 0 }: Description, data: Uint8Array): Generator<JumbfContent> {
  const own = readerOf(data.subarray(Math.min(rest, data.length)));
  for (const { type, start, end } of boxesIn(own))
    yield { label, isProtected, type, data: own.bytes(start, end), file: null };
}

/** Flags, the media type, and perhaps the name of the file. */
function fileDescription(data: Uint8Array): FileDescription {
  const [mediaType = '', name = ''] = Buffer.from(data.subarray(1)).toString('utf8').split('\0');
  return { mediaType: mediaType.toLowerCase(), name };
}

/**
 * The box that was compressed: its type, then its content in Brotli. Unchanged where it is damaged.
 */
function decompressed(data: Uint8Array, budget: Nesting['budget']): Pick<JumbfContent, 'type' | 'data'> {
  const type = readerOf(data).latin1(0, 4);
  // The standard forbids nesting, and it would go on for as long as there are bytes.
  if (type === 'brob' || budget.left <= 0) return { type: 'brob', data };
  try {
    const inflated = brotliDecompressSync(data.subarray(4), { maxOutputLength: budget.left });
    budget.left -= inflated.length;
    return { type, data: inflated };
  } catch {
    budget.left = 0;
    return { type: 'brob', data };
  }
}
