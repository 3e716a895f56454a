// The chunks of a track: which bytes of the file hold its samples (ISO/IEC 14496-12, 8.7).
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { CleanError } from '../clean-copy.js';
import { type Box, boxOf } from '../isobmff/boxes.js';

export type Chunk = ByteRange;

/** A day of video has some ten million samples. */
const MAX_SAMPLES = 20_000_000;
const MAX_CHUNKS = 5_000_000;

/**
 * All chunks, in the order of the table.
 * @param stbl the boxes of its sample table
 * @throws CleanError where a table is missing or the tables contradict each other
 */
export function trackChunks(file: ByteReader, stbl: readonly Box[]): Chunk[] {
  const sizes = sampleSizes(file, stbl);
  const starts = chunkStarts(file, stbl);
  const runs = samplesInChunks(file, stbl);
  const chunks: Chunk[] = [];
  let [sample, run] = [0, 0];
  starts.forEach((start, index) => {
    while (run + 1 < runs.length && (runs[run + 1]?.first ?? 0) <= index) run++;
    let end = start;
    for (let left = runs[run]?.samples ?? 0; left > 0 && sample < sizes.count; left--) end += sizes.of(sample++);
    chunks.push({ start, end });
  });
  if (sample < sizes.count) throw new CleanError('damaged');
  return chunks;
}

interface Sizes {
  readonly count: number;
  of(sample: number): number;
}

function sampleSizes(file: ByteReader, stbl: readonly Box[]): Sizes {
  const [wide, compact] = [boxOf(stbl, 'stsz'), boxOf(stbl, 'stz2')];
  const box = wide ?? compact;
  if (!box) throw new CleanError('damaged');
  const [second, count] = [file.u32(box.start + 4), file.u32(box.start + 8)];
  if (count > MAX_SAMPLES) throw new CleanError('too-large');
  const entries = box.start + 12;
  if (wide && second > 0) return { count, of: () => second };
  const bits = wide ? 32 : second & 0xff;
  if (![4, 8, 16, 32].includes(bits)) throw new CleanError('damaged');
  const table = Buffer.from(file.bytes(entries, entries + Math.ceil((count * bits) / 8)));
  if (bits === 4) {
    const of = (sample: number) => (table.readUInt8(sample >> 1) >> (sample % 2 === 0 ? 4 : 0)) & 15;
    return { count, of };
  }
  return { count, of: (sample) => table.readUIntBE((sample * bits) / 8, bits / 8) };
}

function chunkStarts(file: ByteReader, stbl: readonly Box[]): number[] {
  const [short, long] = [boxOf(stbl, 'stco'), boxOf(stbl, 'co64')];
  const box = short ?? long;
  if (!box) throw new CleanError('damaged');
  const count = file.u32(box.start + 4);
  if (count > MAX_CHUNKS) throw new CleanError('too-large');
  const size = short ? 4 : 8;
  const table = Buffer.from(file.bytes(box.start + 8, box.start + 8 + count * size));
  return Array.from({ length: count }, (_, index) =>
    short ? table.readUInt32BE(4 * index) : Number(table.readBigUInt64BE(8 * index)),
  );
}

/** Runs of chunks with the same number of samples; `first` counts from 0. */
function samplesInChunks(file: ByteReader, stbl: readonly Box[]): { first: number; samples: number }[] {
  const box = boxOf(stbl, 'stsc');
  if (!box) throw new CleanError('damaged');
  const count = file.u32(box.start + 4);
  if (count > MAX_CHUNKS) throw new CleanError('too-large');
  const table = Buffer.from(file.bytes(box.start + 8, box.start + 8 + count * 12));
  return Array.from({ length: count }, (_, index) => ({
    first: table.readUInt32BE(12 * index) - 1,
    samples: table.readUInt32BE(12 * index + 4),
  }));
}
