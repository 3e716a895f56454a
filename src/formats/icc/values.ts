// Values of a colour profile without a byte that no decoder reads (ICC.1:2022, section 10).
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';

/** Bytes of a parametric curve, by its function. */
const PARAMETRIC = [16, 24, 28, 32, 40] as const;

/** Null where the value breaks off, or is of a type that is no curve, table or matrix. */
export function exactValue(bytes: Uint8Array): Uint8Array | null {
  try {
    const file = readerOf(bytes);
    const ranges = rangesOf(file);
    if (!ranges) return null;
    const exact = Buffer.alloc(Math.max(...ranges.map(([start, length]) => start + length)));
    for (const [start, length] of ranges) exact.set(file.bytes(start, start + length), start);
    // Four bytes after the type are reserved.
    return exact.fill(0, 4, 8);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

type Range = readonly [start: number, length: number];

function rangesOf(file: ByteReader): Range[] | null {
  switch (file.latin1(0, 4)) {
    case 'XYZ ':
      return [[0, 20]];
    case 'sf32':
      return [[0, 44]];
    case 'cicp':
      return [[0, 12]];
    case 'curv':
    case 'para':
      return [[0, curveLength(file, 0)]];
    case 'mft1':
      return [[0, tableLength(file, 48, 1, 256, 256)]];
    case 'mft2':
      return [[0, tableLength(file, 52, 2, file.u16(48), file.u16(50))]];
    case 'mAB ':
      return partsOf(file, { b: file.u8(9), m: file.u8(9), a: file.u8(8) });
    case 'mBA ':
      return partsOf(file, { b: file.u8(8), m: file.u8(8), a: file.u8(9) });
    default:
      return null;
  }
}

function curveLength(file: ByteReader, at: number): number {
  const type = file.latin1(at, 4);
  if (type === 'curv') return 12 + 2 * file.u32(at + 8);
  const length = type === 'para' ? PARAMETRIC[file.u16(at + 8)] : undefined;
  if (length === undefined) throw file.malformed('no curve', at);
  return length;
}

/** Curves before a grid of colours, the grid, and curves after it. */
function tableLength(file: ByteReader, head: number, size: number, before: number, after: number): number {
  const [inputs, outputs, grid] = [file.u8(8), file.u8(9), file.u8(10)];
  return head + size * (inputs * before + outputs * (after + grid ** inputs));
}

/** Parts that follow each other in any order; an offset of 0 means that there is none. */
function partsOf(file: ByteReader, counts: { readonly b: number; readonly m: number; readonly a: number }): Range[] {
  const [b, matrix, m, grid, a] = [12, 16, 20, 24, 28].map((at) => file.u32(at)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    [0, 32],
    ...curvesAt(file, b, counts.b),
    ...(matrix > 0 ? [[matrix, 48] as const] : []),
    ...curvesAt(file, m, counts.m),
    ...(grid > 0 ? gridAt(file, grid) : []),
    ...curvesAt(file, a, counts.a),
  ];
}

function curvesAt(file: ByteReader, from: number, count: number): Range[] {
  const ranges: Range[] = [];
  for (let at = from; from > 0 && ranges.length < count; ) {
    const length = curveLength(file, at);
    ranges.push([at, length]);
    at += length + (-length & 3);
  }
  return ranges;
}

/** Points of each input, bytes of a number, and the colours. */
function gridAt(file: ByteReader, at: number): Range[] {
  const [inputs, outputs] = [file.u8(8), file.u8(9)];
  const points = Array.from({ length: Math.min(inputs, 16) }, (_, index) => file.u8(at + index));
  const colours = points.reduce((product, amount) => product * amount, outputs);
  return [
    [at, inputs],
    [at + 16, 1],
    [at + 20, colours * file.u8(at + 16)],
  ];
}
