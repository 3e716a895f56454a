// Bytes of a video between its frames that no sample table names: padding, blocks of dash cams, or
// whatever a program put there.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { type Box, boxesIn, boxIn, boxOf } from '../isobmff/boxes.js';

/** Bytes of tables that are read. Hours of video have some ten million. */
const MAX_TABLE_BYTES = 128 * 1024 * 1024;

/** Bytes between samples. Fewer are a counter or an alignment. */
const MIN_GAP = 16;

/** Gaps that are read. Dash cams have one for each second. */
const MAX_GAPS = 20_000;

/** Offset of the handler's type in its box. */
const HANDLER_AT = 8;

/** Bytes of one frame of sound in all channels, where older tables count it as one. */
const MAX_SOUND_FRAME = 64;

/** What the tables of all tracks name. */
export class ListedData {
  readonly #ranges: ByteRange[] = [];
  #tableBytes = 0;
  /** The tables are too large, or contradict themselves, so that nothing is known. */
  isUnknown = false;

  /** @param trak the boxes of a track. Throws MalformedError where its tables break off. */
  addTrack(file: ByteReader, trak: readonly Box[]): void {
    const mdia = boxOf(trak, 'mdia');
    const stbl = boxIn(file, boxIn(file, mdia, 'minf'), 'stbl');
    const tables = stbl ? [...boxesIn(file, stbl)] : [];
    const handler = boxIn(file, mdia, 'hdlr');
    const isSound = handler !== undefined && file.latin1(handler.start + HANDLER_AT, 4) === 'soun';
    const [sizes, long, short, runs] = ['stsz', 'co64', 'stco', 'stsc'].map((type) => boxOf(tables, type));
    const offsets = long ?? short;
    if (!sizes || !offsets || !runs) {
      this.isUnknown ||= boxOf(tables, 'stz2') !== undefined;
      return;
    }
    this.#tableBytes += sizes.end - sizes.start + offsets.end - offsets.start + runs.end - runs.start;
    this.isUnknown ||= this.#tableBytes > MAX_TABLE_BYTES;
    if (this.isUnknown) return;
    const [size, offset, run] = [sizes, offsets, runs].map(({ start, end }) => viewOf(file.bytes(start, end)));
    if (size && offset && run) this.#addChunks(size, offset, run, long ? 8 : 4, isSound);
  }

  #addChunks(sizes: DataView, offsets: DataView, runs: DataView, width: 4 | 8, isSound: boolean): void {
    const [common, samples, chunks, runCount] = [
      sizes.getUint32(4),
      sizes.getUint32(8),
      offsets.getUint32(4),
      runs.getUint32(4),
    ];
    const factor = isSound && common > 0 && common <= MAX_SOUND_FRAME ? MAX_SOUND_FRAME : 1;
    let [sample, run] = [0, 0];
    for (let chunk = 0; chunk < chunks && sample < samples; chunk++) {
      while (run + 1 < runCount && runs.getUint32(8 + 12 * (run + 1)) - 1 <= chunk) run++;
      const count = Math.min(runCount > 0 ? runs.getUint32(12 + 12 * run) : 0, samples - sample);
      let bytes = common * count * factor;
      if (common === 0) for (let n = 0; n < count; n++) bytes += sizes.getUint32(12 + 4 * (sample + n));
      sample += count;
      const at = 8 + width * chunk;
      const start = width === 8 ? Number(offsets.getBigUint64(at)) : offsets.getUint32(at);
      this.#ranges.push({ start, end: start + bytes });
    }
  }

  /** What is in this range and in none of the tables, in file order. */
  *gapsIn({ start, end }: ByteRange): Generator<ByteRange> {
    let [at, count] = [start, 0];
    const ranges = this.#ranges.filter((range) => range.end > start && range.start < end);
    for (const range of [...ranges.sort((a, b) => a.start - b.start), { start: end, end }]) {
      if (range.start - at >= MIN_GAP) {
        yield { start: at, end: range.start };
        if (++count >= MAX_GAPS) return;
      }
      at = Math.max(at, range.end);
    }
  }
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
