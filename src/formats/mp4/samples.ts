// Where the samples of a track are, by its tables (ISO/IEC 14496-12, 8.6 to 8.7). The tables of a
// long video have millions of entries; only those of the chosen samples are read.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { type Box, boxOf } from '../isobmff/boxes.js';
import type { ReadBudget } from '../read-budget.js';

/** Samples from the start of the track, one after the other: receivers need a while for a fix. */
const FIRST_SAMPLES = 16;
/** Further samples, evenly spread up to the last one. */
const SPREAD_SAMPLES = 48;

/** Sizes that are added up to find one sample in its chunk. */
const MAX_ADDED = 200_000;

/** Texts of a track. A long video has some two thousand. */
export const MAX_TEXTS = 5000;

/** Positions of the samples that are read, in rising order. */
function chosen(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, n) => n);
  const step = (count - 1 - FIRST_SAMPLES) / (SPREAD_SAMPLES - 1);
  const spread = Array.from({ length: SPREAD_SAMPLES }, (_, n) => Math.round(FIRST_SAMPLES + n * step));
  return [...Array.from({ length: FIRST_SAMPLES }, (_, n) => n), ...spread];
}

/**
 * Samples of a track, from its start and spread over it.
 * @param stbl the boxes of its sample table
 * @param most samples up to which all are read
 * @throws MalformedError where the tables break off or contradict each other
 */
export function* samplesIn(
  file: ByteReader,
  stbl: readonly Box[],
  budget: ReadBudget,
  most = FIRST_SAMPLES + SPREAD_SAMPLES,
): Generator<ByteRange> {
  const [sizes, long, short, runs] = ['stsz', 'co64', 'stco', 'stsc'].map((type) => boxOf(stbl, type));
  const offsets = long ?? short;
  if (!sizes || !offsets || !runs) return;
  const common = file.u32(sizes.start + 4);
  const count = file.u32(sizes.start + 8);
  const sizeOf = (sample: number) => (common > 0 ? common : file.u32(sizes.start + 12 + 4 * sample));
  const chunks = new Chunks(file, runs, file.u32(offsets.start + 4), budget);
  let added = 0;
  for (const sample of chosen(count, most)) {
    const { chunk, first } = chunks.of(sample);
    let start = long ? file.u64(offsets.start + 8 + 8 * chunk) : file.u32(offsets.start + 8 + 4 * chunk);
    if (common > 0) start += common * (sample - first);
    for (let before = first; common === 0 && before < sample; before++) {
      if (++added > MAX_ADDED) throw file.malformed('more samples in a chunk than any camera writes', sizes.at);
      start += sizeOf(before);
    }
    yield { start, end: start + sizeOf(sample) };
  }
}

/** Which chunk a sample is in: runs of chunks that have the same number of samples each. */
class Chunks {
  #run = 0;
  /** Samples before the run. */
  #before = 0;
  readonly #runs: number;

  constructor(
    readonly file: ByteReader,
    readonly table: Box,
    readonly chunks: number,
    readonly budget: ReadBudget,
  ) {
    this.#runs = file.u32(table.start + 4);
  }

  /** @param sample not before the one that was asked for last */
  of(sample: number): { chunk: number; first: number } {
    for (; this.#run < this.#runs; this.#run++) {
      this.budget.countPart(this.table.at);
      const start = this.#firstChunk(this.#run);
      const end = this.#run + 1 < this.#runs ? this.#firstChunk(this.#run + 1) : this.chunks;
      const perChunk = this.file.u32(this.#entry(this.#run) + 4);
      if (end < start || end > this.chunks || perChunk === 0) break;
      const inRun = (end - start) * perChunk;
      if (sample < this.#before + inRun) {
        const at = Math.floor((sample - this.#before) / perChunk);
        return { chunk: start + at, first: this.#before + at * perChunk };
      }
      this.#before += inRun;
    }
    throw this.file.malformed('a sample in no chunk', this.table.at);
  }

  #entry(run: number): number {
    return this.table.start + 8 + 12 * run;
  }

  /** Counted from 0. */
  #firstChunk(run: number): number {
    return this.file.u32(this.#entry(run)) - 1;
  }
}
