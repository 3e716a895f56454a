// C2PA manifests (Content Credentials): boxes of JUMBF (ISO/IEC 19566-5). They state who made and
// edited a picture, with what, and from which earlier pictures. Their claims are not verified: what
// matters here is that they exist and whom they name.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import type { Block } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';

/** The id of the box `uuid` in HEIF, AVIF and videos (C2PA specification 2.1, section A.5). */
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

/**
 * Nesting of boxes: a store, manifests, their parts, assertions. Anything deeper is no manifest.
 */
const MAX_DEPTH = 6;

/** Bytes; a longer label is cut. */
const MAX_LABEL = 100;

/** What a part holds, by its label (section 18; `__1` may follow the label). */
const PARTS: readonly { readonly label: RegExp; readonly holds: string }[] = [
  { label: /^c2pa\.actions/, holds: 'editing history' },
  { label: /^c2pa\.ingredient/, holds: 'earlier pictures' },
  { label: /^c2pa\.signature/, holds: 'a signature' },
];
const THUMBNAIL = /^c2pa\.thumbnail\./;

interface Claims {
  readonly parts: Set<string>;
  /** Names of programs and signers. */
  readonly names: Set<string>;
  readonly authors: Set<string>;
}

/** @param bytes boxes one after the other; damage ends the reading, after everything before it */
export function* c2paBlocks(bytes: Uint8Array): Generator<Block> {
  yield* manifestBlocks(bytes, MAX_DEPTH);
}

/** The same for the content of one box `jumb`. */
export function* jumbfBlocks(content: Uint8Array): Generator<Block> {
  yield* manifestBlocks(content, MAX_DEPTH - 1);
}

/**
 * The boxes of the manifest in a box `uuid`. Before them are the id, version and flags, the purpose
 * as a text, and eight more bytes.
 */
export function manifestIn(uuid: Uint8Array): Uint8Array | null {
  if (Buffer.from(uuid.subarray(0, 16)).toString('hex') !== C2PA_UUID) return null;
  const purposeEnd = uuid.indexOf(0, 20);
  return readerOf(uuid).latin1(20, 8) === 'manifest' && purposeEnd > 0 ? uuid.subarray(purposeEnd + 9) : null;
}

function* manifestBlocks(bytes: Uint8Array, depth: number): Generator<Block> {
  const claims: Claims = { parts: new Set(), names: new Set(), authors: new Set() };
  try {
    yield* superBox(bytes, '', claims, depth);
  } finally {
    yield { kind: 'tags', tags: tagsOf(claims) };
  }
}

function tagsOf({ parts, names, authors }: Claims): Tag[] {
  const tag = (name: string, value: string): Tag => ({ block: 'file', name, within: [], value });
  return [
    tag('C2PA manifest', ['a manifest', ...parts, ...names].join(', ')),
    ...[...authors].map((author) => tag('Creator', author)),
  ];
}

function* superBox(bytes: Uint8Array, outer: string, claims: Claims, depth: number): Generator<Block> {
  const file = readerOf(bytes);
  let label = outer;
  for (const box of boxesIn(file)) {
    const { type } = box;
    const data = file.bytes(box.start, box.end);
    if (type === 'jumd') label = labelOf(file, box);
    else if (type === 'jumb' && depth > 0) yield* superBox(data, label, claims, depth - 1);
    else if (type === 'bidb' && THUMBNAIL.test(label)) yield { kind: 'picture', what: 'thumbnail', bytes: data };
    else if (type === 'json') for (const author of authorsIn(data)) claims.authors.add(author);
    else if (type === 'cbor') for (const name of namesIn(data)) claims.names.add(name);
    for (const part of PARTS) if (part.label.test(label)) claims.parts.add(part.holds);
  }
}

/** The label in a description, after a type of 16 bytes and a byte of flags. */
function labelOf(file: ByteReader, { start, end }: Box): string {
  const at = start + 17;
  return file.latin1(at, Math.min(MAX_LABEL, end - at)).split('\0')[0] ?? '';
}

/** Authors of a CreativeWork (schema.org); none in any other object. */
function authorsIn(data: Uint8Array): string[] {
  let work: unknown;
  try {
    work = JSON.parse(decodeText(data));
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const author = typeof work === 'object' && work !== null && 'author' in work ? [work.author].flat() : [];
  return author.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' ? [one.name] : [],
  );
}

/**
 * CBOR (RFC 8949) text strings for these keys, written as their bytes: major type 3 with the
 * length, then the text.
 */
const KEYS = ['\x6fclaim_generator', '\x64name'];
/**
 * In certificates (RFC 5280): the object identifiers of a common name and of an organisation. The
 * type of the text follows.
 */
const CERTIFICATE_NAMES = ['\x06\x03\x55\x04\x03', '\x06\x03\x55\x04\x0a'];
const DER_TEXTS = new Set([0x0c, 0x13, 0x16]);
const MAX_NAMES = 20;

function namesIn(data: Uint8Array): string[] {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const found: string[] = [];
  const each = (key: string, read: (at: number) => string | null) => {
    for (let at = text.indexOf(key, 0, 'latin1'); at >= 0; at = text.indexOf(key, at + 1, 'latin1')) {
      const name = read(at + key.length);
      if (name && found.length < MAX_NAMES) found.push(name);
    }
  };
  for (const key of KEYS) each(key, (at) => cborText(text, at));
  for (const key of CERTIFICATE_NAMES)
    each(key, (at) =>
      DER_TEXTS.has(text[at] ?? 0) ? text.toString('utf8', at + 2, at + 2 + (text[at + 1] ?? 0)) : null,
    );
  return found;
}

/** A text of up to 255 bytes; null where there is none. */
function cborText(bytes: Buffer, at: number): string | null {
  const head = bytes[at] ?? 0;
  if (head >= 0x60 && head < 0x78) return bytes.toString('utf8', at + 1, at + 1 + head - 0x60);
  return head === 0x78 ? bytes.toString('utf8', at + 2, at + 2 + (bytes[at + 1] ?? 0)) : null;
}

/**
 * JPEG cuts boxes into APP11 segments: `JP`, the number of the box, the number of the piece, then
 * the header of the box, repeated in every piece.
 */
const PIECE_HEADER_BYTES = 8;

/** Joins the boxes that the segments hold together. */
export function joinJumbf(segments: readonly Uint8Array[]): Uint8Array {
  const pieces = segments
    .map((data) => ({ data, file: readerOf(data) }))
    .filter(({ file }) => file.latin1(0, 2) === 'JP' && file.length > PIECE_HEADER_BYTES + 8)
    .map(({ data, file }) => ({
      data,
      box: file.u16(2),
      piece: file.u32(4),
      header: file.u32(PIECE_HEADER_BYTES) === 1 ? 16 : 8,
    }))
    .sort((a, b) => a.box - b.box || a.piece - b.piece);
  let last = -1;
  return Buffer.concat(
    pieces.map(({ data, box, header }) => {
      const isFirst = box !== last;
      last = box;
      return data.subarray(PIECE_HEADER_BYTES + (isFirst ? 0 : header));
    }),
  );
}
