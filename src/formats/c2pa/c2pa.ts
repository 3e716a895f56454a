// C2PA manifests (Content Credentials): boxes of JUMBF. They state who made and edited a picture,
// where, with what, and from which earlier pictures. Their claims are not verified: what matters
// here is what they state.
import { readerOf } from '../byte-reader.js';
import type { Block } from '../metadata-block.js';
import { decodeCbor, signatureIn } from './cbor.js';
import { createdAt } from './created-at.js';
import { type JumbfContent, jumbfContents, MAX_DEPTH } from './jumbf.js';
import { ValueReader } from './values.js';

/** The id of the box `uuid` in HEIF, AVIF and videos (C2PA specification 2.1, section A.5). */
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

/** What a part holds, by its label (section 18; `__1` may follow the label). */
const PARTS: readonly { readonly label: RegExp; readonly holds: string }[] = [
  { label: /^c2pa\.actions/, holds: 'editing history' },
  { label: /^c2pa\.ingredient/, holds: 'earlier pictures' },
  { label: /^c2pa\.signature/, holds: 'a signature' },
];
const THUMBNAIL = /^c2pa\.thumbnail\./;
const SIGNATURE = /^c2pa\.signature/;

/** Boxes that could not be opened, by their type. */
const UNREAD: ReadonlyMap<string, string> = new Map([
  ['brob', 'C2PA compressed box'],
  ['jumb', 'C2PA box, nested too deep'],
]);

/** Bytes of a box of an unknown type that hold no coordinates and no name. */
const MAX_HARMLESS = 16;

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
  const parts = new Set<string>();
  const values = new ValueReader();
  try {
    for (const content of jumbfContents(bytes, depth)) {
      for (const { label, holds } of PARTS) if (label.test(content.label)) parts.add(holds);
      readContent(values, content);
      yield* values.blocks.splice(0);
    }
  } finally {
    const value = ['a manifest', ...parts, ...values.named].join(', ');
    yield { kind: 'tags', tags: [{ block: 'file', name: 'C2PA manifest', within: [], value }, ...values.tags] };
  }
}

function readContent(values: ValueReader, content: JumbfContent): void {
  const { type, label, data, isProtected } = content;
  const unread = isProtected ? 'C2PA encrypted content' : UNREAD.get(type);
  if (unread !== undefined) values.unknown(unread);
  else if (type === 'json') values.json(data, label);
  else if (type === 'cbor') readCbor(values, label, data);
  else if (type === 'bidb' || type === 'jp2c') readFile(values, content);
  // An id of 16 bytes comes first.
  else if (type === 'uuid') values.bytes(data.subarray(16), 'C2PA uuid box', { most: MAX_HARMLESS });
  // A random number, so that equal assertions have other hashes.
  else if (type === 'c2sh') values.bytes(data, 'C2PA random number');
  else values.bytes(data, 'C2PA box', { most: MAX_HARMLESS });
}

function readCbor(values: ValueReader, label: string, data: Uint8Array): void {
  const decoded = decodeCbor(data);
  const value = decoded === 'damaged' ? null : decoded.value;
  // Some programs leave out the tag of a signature.
  const signature = signatureIn(value) ?? (SIGNATURE.test(label) && Array.isArray(value) ? value : null);
  if (decoded === 'damaged') values.bytes(data, 'C2PA CBOR', { most: 0 });
  else if (signature) values.signature(signature, label);
  else {
    values.read(value, label);
    values.tags.push(...createdAt(label, value));
  }
}

function readFile(values: ValueReader, { label, data, file }: JumbfContent): void {
  const mediaType = file?.mediaType || (THUMBNAIL.test(label) ? 'image/*' : '');
  if (file?.name) values.read({ fileName: file.name }, label);
  if (/\bjson$/.test(mediaType)) values.json(data, label);
  else values.bytes(data, 'C2PA embedded file', { mediaType, most: MAX_HARMLESS });
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
