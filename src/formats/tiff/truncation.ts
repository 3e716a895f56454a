// Whether the strips or tiles of a TIFF break off. A file whose directories are at its beginning
// decodes without an error where an interrupted copy has left zeros.
import type { ByteRange } from '../byte-reader.js';
import { arePixelsCut, isPartCut } from '../truncation.js';
import { openTiff, walkDirectories } from './directories.js';
import type { TiffField } from './field.js';

const COMPRESSION = 0x0103;
const UNCOMPRESSED = 1;
/** Offsets and lengths in bytes of strips, and of tiles. */
const PARTS = [
  [0x0111, 0x0117],
  [0x0144, 0x0145],
] as const;

/** Strips of one row in the largest picture that is decoded. */
const MAX_PARTS = 100_000;

/** Never throws. */
export function isTiffCut(bytes: Uint8Array): boolean {
  const block = openTiff(bytes);
  for (const { kind, fields } of block ? walkDirectories(block) : []) {
    if (kind !== 'main') continue;
    const compression = fieldOf(fields, COMPRESSION)?.number ?? UNCOMPRESSED;
    for (const [starts, lengths] of PARTS) {
      const parts = partsOf(fieldOf(fields, starts), fieldOf(fields, lengths));
      // A strip of a black picture is all zeros; only what all of them are is a sign.
      const isCut = compression === UNCOMPRESSED ? arePixelsCut : isPartCut;
      const ranges = compression === UNCOMPRESSED ? joined(parts) : parts;
      if (ranges.some(({ start, end }) => isCut(bytes, start, end))) return true;
    }
  }
  return false;
}

function fieldOf(fields: readonly TiffField[], wanted: number): TiffField | undefined {
  return fields.find(({ tag }) => tag === wanted);
}

function partsOf(starts: TiffField | undefined, lengths: TiffField | undefined): ByteRange[] {
  const sizes = lengths?.numbers(MAX_PARTS) ?? [];
  const parts = (starts?.numbers(MAX_PARTS) ?? []).map((start, index) => ({ start, end: start + (sizes[index] ?? 0) }));
  // A sparse file has no bytes for a part that is empty.
  return parts.filter(({ start, end }) => start > 0 && end > start);
}

/** Parts that follow each other as one. */
function joined(parts: readonly ByteRange[]): ByteRange[] {
  const found: ByteRange[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && part.start <= last.end + 1)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, part.end) };
    else found.push(part);
  }
  return found;
}
