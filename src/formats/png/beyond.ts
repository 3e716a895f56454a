// Pixels in the data of a PNG that its header does not count: further rows, or a second stream.
// Decoders stop at the last row.
import { once } from 'node:events';
import { createInflate } from 'node:zlib';
import { readerOf } from '../byte-reader.js';
import { chunksOf } from './chunks.js';

/** Bytes after the stream that are padding. */
const MAX_PADDING = 16;

/** Samples of a pixel by the type of colour. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The seven passes of an interlaced picture: where each begins, and its steps. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Damaged data is reported where the picture is decoded. */
export async function hasDataBeyond(bytes: Uint8Array): Promise<boolean> {
  const file = readerOf(bytes);
  const chunks = [...chunksOf(file)];
  const header = chunks.find(({ type, start, end }) => type === 'IHDR' && end - start >= 13);
  const data = chunks.filter(({ type }) => type === 'IDAT');
  if (!header || data.length === 0) return false;
  const rows = bytesOfRows(bytes.subarray(header.start, header.end));
  const inflated = await inflatedBytes(
    data.map(({ start, end }) => file.bytes(start, end)),
    rows,
  );
  if (inflated === null) return false;
  const total = data.reduce((sum, { start, end }) => sum + end - start, 0);
  return inflated.out > rows || total - inflated.read > MAX_PADDING;
}

function bytesOfRows(header: Uint8Array): number {
  const file = readerOf(header);
  const [width, height] = [file.u32(0), file.u32(4)];
  const bits = file.u8(8) * (CHANNELS[file.u8(9)] ?? 4);
  const size = (columns: number, rows: number) => (columns > 0 ? rows * (1 + Math.ceil((columns * bits) / 8)) : 0);
  if (file.u8(12) === 0) return size(width, height);
  return PASSES.reduce(
    (sum, [x, y, across, down]) =>
      sum + size(Math.ceil((width - x) / across), Math.max(0, Math.ceil((height - y) / down))),
    0,
  );
}

/** Counts, and keeps nothing: the pixels of a large picture take hundreds of megabytes. */
async function inflatedBytes(
  parts: readonly Uint8Array[],
  limit: number,
): Promise<{ readonly out: number; readonly read: number } | null> {
  const inflate = createInflate({ chunkSize: 262_144 });
  let [out, hasFailed] = [0, false];
  inflate.on('error', () => {
    hasFailed = true;
  });
  inflate.on('data', (chunk: Uint8Array) => {
    out += chunk.length;
    if (out > limit) inflate.destroy();
  });
  const closed = once(inflate, 'close').catch(() => undefined);
  inflate.end(Buffer.concat(parts));
  await closed;
  return hasFailed && out <= limit ? null : { out, read: inflate.bytesWritten };
}
