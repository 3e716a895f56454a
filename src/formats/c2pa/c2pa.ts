// C2PA manifests (Content Credentials): boxes of JUMBF (ISO/IEC 19566-5) that tell who made and edited a picture, with what, and from which
// earlier pictures. What they claim is not verified; that they are there and whom they name is what matters here.

import { readBoxes } from '../isobmff/block-boxes.js';
import { asciiAt, type Block, viewOf } from '../metadata-block.js';
import { decodeText, type Tag } from '../tag.js';

/** The id of the box in HEIF, AVIF and videos (C2PA specification 2.1, section A.5). */
export const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

/** Boxes within boxes: a store, manifests, their parts, assertions; more is no manifest. */
const MAX_DEPTH = 6;

/** Labels of parts by what they tell (section 18; a `__1` may follow). */
const PARTS: readonly { readonly label: RegExp; readonly tells: string }[] = [
  { label: /^c2pa\.actions/, tells: 'editing history' },
  { label: /^c2pa\.ingredient/, tells: 'earlier pictures' },
  { label: /^c2pa\.signature/, tells: 'a signature' },
];
const THUMBNAIL = /^c2pa\.thumbnail\./;

interface Told {
  readonly parts: Set<string>;
  /** Of programs and signers. */
  readonly names: Set<string>;
  readonly authors: Set<string>;
}

/** @param bytes boxes one after the other. Damage ends the reading after what stands before it. */
export function* c2paBlocks(bytes: Uint8Array): Generator<Block> {
  const told: Told = { parts: new Set(), names: new Set(), authors: new Set() };
  try {
    yield* superBox(bytes, '', told, MAX_DEPTH);
  } finally {
    yield { kind: 'tags', tags: tagsOf(told) };
  }
}

function tagsOf({ parts, names, authors }: Told): Tag[] {
  const tag = (name: string, value: string): Tag => ({ block: 'file', name, within: [], value });
  return [
    tag('C2PA manifest', ['a manifest', ...parts, ...names].join(', ')),
    ...[...authors].map((author) => tag('Creator', author)),
  ];
}

function* superBox(bytes: Uint8Array, outer: string, told: Told, depth: number): Generator<Block> {
  let label = outer;
  for (const { type, data } of readBoxes(bytes)) {
    // A description: a type of 16 bytes, a byte of switches, then the label.
    if (type === 'jumd') label = asciiAt(data, 17, 100).split('\0')[0] ?? '';
    else if (type === 'jumb' && depth > 0) yield* superBox(data, label, told, depth - 1);
    else if (type === 'bidb' && THUMBNAIL.test(label)) yield { kind: 'picture', what: 'thumbnail', bytes: data };
    else if (type === 'json') for (const author of authorsIn(data)) told.authors.add(author);
    else if (type === 'cbor') for (const name of namesIn(data)) told.names.add(name);
    for (const part of PARTS) if (part.label.test(label)) told.parts.add(part.tells);
  }
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

/** CBOR (RFC 8949) text strings behind these keys, written as they stand in the bytes: major type 3, length, text. */
const KEYS = ['\x6fclaim_generator', '\x64name'];
/** In certificates (RFC 5280): the object identifiers of a common name and of an organisation, and the types of text behind them. */
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

/** JPEG cuts boxes into APP11 segments: `JP`, the number of the box, the number of the piece, then the box's own head in every piece. */
const PIECE_HEAD = 8;

/** The boxes that segments hold together, in one. */
export function joinJumbf(segments: readonly Uint8Array[]): Uint8Array {
  const pieces = segments
    .filter((data) => asciiAt(data, 0, 2) === 'JP' && data.length > PIECE_HEAD + 8)
    .map((data) => ({ box: viewOf(data).getUint16(2), piece: viewOf(data).getUint32(4), data }))
    .sort((a, b) => a.box - b.box || a.piece - b.piece);
  let last = -1;
  return Buffer.concat(
    pieces.map(({ box, data }) => {
      const isFirst = box !== last;
      last = box;
      const boxHead = viewOf(data).getUint32(PIECE_HEAD) === 1 ? 16 : 8;
      return data.subarray(PIECE_HEAD + (isFirst ? 0 : boxHead));
    }),
  );
}
