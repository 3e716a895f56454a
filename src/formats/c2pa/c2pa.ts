// C2PA manifests (Content Credentials): boxes of JUMBF (ISO/IEC 19566-5) that state who made and
// edited a picture, with what, and from which earlier pictures. What they claim is not verified;
// that they are there and whom they name is what matters here.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import type { Block } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';

/** The id of the box `uuid` in HEIF, AVIF and videos (C2PA specification 2.1, section A.5). */
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

/** Boxes within boxes: a store, manifests, their parts, assertions; more is no manifest. */
const MAX_DEPTH = 6;

/** Bytes; a longer label is cut. */
const MAX_LABEL = 100;

/** Labels of parts by what they hold (section 18; a `__1` may follow). */
const PARTS: readonly { readonly label: RegExp; readonly holds: string }[] = [
  { label: /^c2pa\.actions/, holds: 'editing history' },
  { label: /^c2pa\.ingredient/, holds: 'earlier pictures' },
  { label: /^c2pa\.signature/, holds: 'a signature' },
];
const THUMBNAIL = /^c2pa\.thumbnail\./;

interface Claims {
  readonly parts: Set<string>;
  /** Of programs and signers. */
  readonly names: Set<string>;
  readonly authors: Set<string>;
}

/** @param bytes boxes one after the other. Damage ends the reading after what comes before it. */
export function* c2paBlocks(bytes: Uint8Array): Generator<Block> {
  yield* manifestBlocks(bytes, MAX_DEPTH);
}

/** The same of the content of a box `jumb`. */
export function* jumbfBlocks(content: Uint8Array): Generator<Block> {
  yield* manifestBlocks(content, MAX_DEPTH - 1);
}

/**
 * The boxes of the manifest in a box `uuid`: after its id, version and flags, the purpose as a
 * text, and eight bytes more.
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

/** In a description after a type of 16 bytes and a byte of switches. */
function labelOf(file: ByteReader, { start, end }: Box): string {
  const at = start + 17;
  return file.latin1(at, Math.min(MAX_LABEL, end - at)).split('\0')[0] ?? '';
}

/** Of schema.org's CreativeWork; what is no such object has none. */
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
 * CBOR (RFC 8949) text strings after these keys, written as they are in the bytes: major type 3,
 * length, text.
 */
const KEYS = ['\x6fclaim_generator', '\x64name'];
/**
 * In certificates (RFC 5280): the object identifiers of a common name and of an organisation, and
 * the types of text after them.
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

/** Up to 255 bytes long; null where there is no text. */
function cborText(bytes: Buffer, at: number): string | null {
  const head = bytes[at] ?? 0;
  if (head >= 0x60 && head < 0x78) return bytes.toString('utf8', at + 1, at + 1 + head - 0x60);
  return head === 0x78 ? bytes.toString('utf8', at + 2, at + 2 + (bytes[at + 1] ?? 0)) : null;
}

/**
 * JPEG cuts boxes into APP11 segments: `JP`, the number of the box, the number of the piece, then
 * the box's own header in every piece.
 */
const PIECE_HEADER_BYTES = 8;

/** The boxes that segments hold together, in one. */
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
