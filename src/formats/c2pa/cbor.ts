// Decodes CBOR (RFC 8949) of a manifest, bounded in size and depth.
import { decode, Tag } from 'cbor2';

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

/** The content of a tagged value; fractions as numbers. Null where the value has no tag. */
export function untagged(value: unknown): PlainTag | null {
  if (!(value instanceof Tag)) return null;
  const tag = Number(value.tag);
  const [first, second] = Array.isArray(value.contents) ? value.contents.map(Number) : [];
  const content: unknown = value.contents;
  if (first === undefined || second === undefined) return { value: content, isPlace: false };
  if (tag === DECIMAL) return { value: second * 10 ** first, isPlace: false };
  if (tag === BINARY) return { value: second * 2 ** first, isPlace: false };
  if (tag === RATIONAL) return { value: first / second, isPlace: false };
  return { value: content, isPlace: tag === COORDINATES };
}
