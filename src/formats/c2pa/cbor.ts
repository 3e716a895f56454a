// Decodes CBOR (RFC 8949) of a manifest, bounded in size and depth.
// The whole package would also turn tagged values into dates, addresses and regular expressions.
import { decode } from 'cbor2/decoder';
import { Tag } from 'cbor2/tag';

/** Nesting of arrays and maps. Manifests have about ten. */
export const MAX_VALUE_DEPTH = 40;

/** Bytes of one value. A manifest holds pictures outside of it. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The value, or `damaged`. The error is dropped: messages of parsers quote the file. */
export function decodeCbor(bytes: Uint8Array): { readonly value: unknown } | 'damaged' {
  if (bytes.length > MAX_BYTES) return 'damaged';
  try {
    return { value: decode(bytes, { maxDepth: MAX_VALUE_DEPTH }) };
  } catch {
    return 'damaged';
  }
}

const COSE_SIGN1 = 18;
/** Seconds since 1970; a value that is encoded in bytes. */
const [EPOCH, ENCODED] = [1, 24];
/** Numbers as fractions: of ten, of two, and of two integers (IANA's registry of CBOR tags). */
const [DECIMAL, BINARY, RATIONAL] = [4, 5, 30];
/** Latitude, longitude, and perhaps more. */
const COORDINATES = 103;

/** The parts of a signature (RFC 9052, section 4.2); null where the value is none. */
export function signatureIn(value: unknown): readonly unknown[] | null {
  return value instanceof Tag && Number(value.tag) === COSE_SIGN1 && Array.isArray(value.contents)
    ? value.contents
    : null;
}

export interface PlainTag {
  readonly value: unknown;
  readonly isPlace: boolean;
}

/** The content of a tagged value; fractions as numbers, times as texts. Null without a tag. */
export function untagged(value: unknown): PlainTag | null {
  if (!(value instanceof Tag)) return null;
  const tag = Number(value.tag);
  const { contents } = value;
  return {
    value: fractionOf(tag, contents) ?? timeOf(tag, contents) ?? nestedIn(tag, contents) ?? contents,
    isPlace: tag === COORDINATES,
  };
}

function fractionOf(tag: number, contents: unknown): number | null {
  const [first, second] = Array.isArray(contents) ? contents.map(Number) : [];
  if (first === undefined || second === undefined) return null;
  if (tag === DECIMAL) return second * 10 ** first;
  if (tag === BINARY) return second * 2 ** first;
  return tag === RATIONAL ? first / second : null;
}

function timeOf(tag: number, contents: unknown): string | null {
  const time = new Date(tag === EPOCH ? Number(contents) * 1000 : Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace('.000Z', 'Z');
}

function nestedIn(tag: number, contents: unknown): unknown {
  const decoded = tag === ENCODED && contents instanceof Uint8Array ? decodeCbor(contents) : 'damaged';
  return decoded === 'damaged' ? null : decoded.value;
}
