// Writes C2PA manifests: superboxes of JUMBF, assertions, claims, signatures with a certificate,
// and the file of each kind that holds them.
import { generateKeyPairSync } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { encode, registerEncoder } from 'cbor2/encoder';
import { Tag } from 'cbor2/tag';
import { box, uint } from '../../fixtures/encode/boxes.js';
import { avi, chunk } from './camera-files.js';
import { gifWith, heif, jpegWith, picture, pngWith, type Segment, tiff, xmp } from './metadata-files.js';
import { video } from './video-boxes.js';

// Otherwise a Buffer is written as its JSON.
registerEncoder(Buffer, (bytes) => [Number.NaN, new Uint8Array(bytes)]);

const FOUR = (letters: string) => Buffer.concat([Buffer.from(letters), Buffer.from('00110010800000aa00389b71', 'hex')]);

/** A superbox with this label. */
export function superbox(label: string, ...content: readonly Uint8Array[]): Buffer {
  return box('jumb', box('jumd', FOUR('c2as'), Buffer.from(`\x03${label}\0`, 'latin1')), ...content);
}

export const json = (label: string, value: unknown): Buffer =>
  superbox(label, box('json', Buffer.from(JSON.stringify(value))));

export const cbor = (label: string, value: unknown): Buffer => superbox(label, box('cbor', encode(value)));

/** An embedded file. */
export const file = (label: string, mediaType: string, bytes: Uint8Array, name = ''): Buffer =>
  superbox(label, box('bfdb', Buffer.from(`\0${mediaType}\0${name === '' ? '' : `${name}\0`}`)), box('bidb', bytes));

/** What is encrypted: the label is readable, the content is not. */
export const encrypted = (label: string): Buffer =>
  box(
    'jumb',
    box('jumd', Buffer.from('74b11bbff21d4eea98c10bebf23aefd3', 'hex'), Buffer.from(`\x03${label}\0`)),
    box('bidb', Buffer.from('5f'.repeat(20), 'hex')),
  );

export const compressed = (whole: Uint8Array): Buffer =>
  box('brob', Buffer.from(whole.subarray(4, 8)), brotliCompressSync(whole.subarray(8)));

export interface ManifestParts {
  readonly name?: string;
  readonly assertions?: readonly Uint8Array[];
  readonly claim?: Readonly<Record<string, unknown>>;
  /** Of the signer. */
  readonly certificate?: Uint8Array;
}

export function manifest({ name = 'urn:uuid:1', assertions = [], claim = {}, certificate }: ManifestParts): Buffer {
  // A map of one entry: the list of certificates has the number 33.
  const secured = certificate ? Buffer.concat([Buffer.from('a1182181', 'hex'), encode(certificate)]) : encode({});
  const signature = new Tag(18, [secured, { pad: Buffer.alloc(80) }, null, Buffer.alloc(64, 7)]);
  return superbox(
    name,
    superbox('c2pa.assertions', ...assertions),
    cbor('c2pa.claim', { alg: 'sha256', ...claim }),
    ...(certificate ? [cbor('c2pa.signature', signature)] : []),
  );
}

export const store = (...manifests: readonly Uint8Array[]): Buffer => superbox('c2pa', ...manifests);

/** The store of one manifest with these assertions. */
export const storeOf = (...assertions: readonly Uint8Array[]): Buffer => store(manifest({ assertions }));

/** In pieces of at most 100 bytes, each with the header of the box. */
export function app11(whole: Uint8Array): Segment[] {
  const pieces: Segment[] = [];
  for (let at = 8; at < whole.length; at += 100) {
    const header = [Buffer.from('JP\0\x01'), uint(pieces.length + 1, 4), whole.subarray(0, 8)];
    pieces.push([0xeb, Buffer.concat([...header, whole.subarray(at, at + 100)])]);
  }
  return pieces;
}

const uuidBox = (whole: Uint8Array) =>
  box(
    'uuid',
    Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'),
    Buffer.from('\0\0\0\0manifest\0\0\0\0\0\0\0\0\0', 'latin1'),
    whole,
  );

function subBlocks(data: Uint8Array): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = data.subarray(at, at + 255);
    parts.push(uint(part.length, 1), part);
  }
  return Buffer.concat([...parts, uint(0, 1)]);
}

async function webp(whole: Uint8Array): Promise<Buffer> {
  const plain = await picture().webp().toBuffer();
  const out = Buffer.concat([plain, chunk('C2PA', whole)]);
  out.writeUInt32LE(out.length - 8, 4);
  return out;
}

/** A file of each kind that holds the boxes, by media type. */
export const FILES_WITH_C2PA: Readonly<Record<string, (whole: Uint8Array) => Promise<Buffer>>> = {
  'image/jpeg': (whole) => jpegWith(...app11(whole)),
  'image/png': (whole) => pngWith(['caBX', whole]),
  'image/webp': webp,
  'image/gif': (whole) =>
    gifWith(Buffer.concat([Buffer.from('!\xff\x0bC2PA_GIF\x01\0\0', 'latin1'), subBlocks(whole)])),
  'image/tiff': async (whole) => tiff([[0xcd41, 'bytes', whole]]),
  'image/heic': async (whole) => Buffer.concat([heif(tiff([]), xmp('')), uuidBox(whole)]),
  'image/x-canon-cr3': async (whole) =>
    Buffer.concat([
      box('ftyp', Buffer.from('crx ')),
      box('moov', box('uuid', Buffer.alloc(16), box('CMT1', tiff([])))),
      uuidBox(whole),
    ]),
  'image/jxl': async (whole) => Buffer.concat([box('JXL ', Buffer.from('\r\n\x87\n', 'latin1')), whole]),
};

export const VIDEOS_WITH_C2PA: Readonly<Record<string, (whole: Uint8Array) => Buffer>> = {
  'video/mp4': (whole) => Buffer.concat([video(), uuidBox(whole)]),
  'video/x-msvideo': (whole) => avi(chunk('C2PA', whole)),
};

const der = (type: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? uint(body.length, 1) : Buffer.concat([Buffer.from([0x82]), uint(body.length, 2)]);
  return Buffer.concat([uint(type, 1), length, body]);
};
const [SEQUENCE, SET, ID, TEXT, NUMBER, BITS, TIME] = [0x30, 0x31, 0x06, 0x0c, 0x02, 0x03, 0x17];
const NAMES: Readonly<Record<string, readonly number[]>> = {
  CN: [0x55, 4, 3],
  O: [0x55, 4, 10],
  L: [0x55, 4, 7],
  E: [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1],
};

/** A certificate of X.509 with this holder. Its signature is not valid. */
export function certificate(holder: Readonly<Record<string, string>>): Buffer {
  const ed25519 = der(SEQUENCE, der(ID, Buffer.from([0x2b, 0x65, 0x70])));
  const name = der(
    SEQUENCE,
    ...Object.entries(holder).map(([key, value]) =>
      der(SET, der(SEQUENCE, der(ID, Buffer.from(NAMES[key] ?? [])), der(TEXT, Buffer.from(value)))),
    ),
  );
  const time = (text: string) => der(TIME, Buffer.from(text));
  const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
  const content = [
    der(NUMBER, uint(1, 1)),
    ed25519,
    name,
    der(SEQUENCE, time('250101000000Z'), time('350101000000Z')),
    name,
    key,
  ];
  return der(SEQUENCE, der(SEQUENCE, ...content), ed25519, der(BITS, Buffer.alloc(65)));
}
