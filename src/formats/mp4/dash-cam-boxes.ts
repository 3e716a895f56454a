// Where dash cams put their places: a box `gps ` with an index of blocks or a log, blocks between
// the frames, and boxes that are marked as free.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { type Box, boxesIn } from '../isobmff/boxes.js';
import type { ReadBudget } from '../read-budget.js';
import { blockIndex, readGpsLog } from '../telemetry/dash-cam.js';
import { BLOCK_BYTES, FREE_GPS, NAME_AT, readFreeGps } from '../telemetry/free-gps.js';
import { readReceiverLog } from '../telemetry/receiver-log.js';
import type { VideoFindings } from './findings.js';

/** Bytes of a log that are read. A place is in its first lines, once the receiver has a fix. */
const LOG_BYTES = 262_144;

/** Blocks that are tried until one has a place. */
const MAX_BLOCKS = 64;

/** Bytes from the first frame on in which blocks are searched. Known files have one there. */
const SEARCHED = 2 * 1024 * 1024;

/** Bytes of a free box that are read. */
const FREE_BYTES = 65_536;

/** As the report names the blocks. */
const NAME = 'freeGPS';

export function readGpsBox(found: VideoFindings, file: ByteReader, box: Box, budget: ReadBudget): void {
  const content = budget.read(file, { start: box.start, end: Math.min(box.end, box.start + LOG_BYTES) });
  const blocks = blockIndex(content).filter(({ end }) => end <= file.length);
  const isIndex = blocks.some(({ start }) => file.latin1(start + NAME_AT, FREE_GPS.length) === FREE_GPS);
  if (isIndex) readBlocks(found, file, blocks, budget);
  else found.addTelemetry('gps', readGpsLog(content));
}

/** The first of these blocks that has a place. Those that are not understood are unread. */
function readBlocks(found: VideoFindings, file: ByteReader, blocks: readonly ByteRange[], budget: ReadBudget): void {
  let isUnread = false;
  for (const { start, end } of spread(blocks)) {
    budget.countPart(start);
    const reading = readFreeGps(file.bytes(start, Math.min(end, start + BLOCK_BYTES)));
    if (reading.places.length > 0) {
      found.addTelemetry(NAME, reading);
      return;
    }
    isUnread ||= reading.isUnread;
  }
  if (isUnread) found.unreadPlaces.add(NAME);
}

function spread<T>(items: readonly T[]): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / MAX_BLOCKS));
  return items.filter((_, index) => index % step === 0);
}

/** Blocks without an index, in the box of the frames. */
export function readBlocksInFrames(
  found: VideoFindings,
  file: ByteReader,
  frames: ByteRange | null,
  budget: ReadBudget,
): void {
  if (!frames) return;
  const end = Math.min(frames.end, frames.start + SEARCHED);
  const blocks: ByteRange[] = [];
  let at = file.find(FREE_GPS, frames.start, end);
  while (at >= 0 && blocks.length < MAX_BLOCKS) {
    const start = Math.max(0, at - NAME_AT);
    const stated = file.u32(start);
    const length = stated > FREE_GPS.length + NAME_AT ? Math.min(stated, BLOCK_BYTES) : BLOCK_BYTES;
    blocks.push({ start, end: Math.min(frames.end, start + length) });
    at = file.find(FREE_GPS, at + FREE_GPS.length, end);
  }
  readBlocks(found, file, blocks, budget);
}

/** A block whose name begins like that of a free box, or the boxes of a Blackvue. */
export function readFreeBox(found: VideoFindings, file: ByteReader, box: Box, budget: ReadBudget): void {
  if (box.end - box.start < FREE_GPS.length) return;
  const text = file.latin1(box.start, Math.min(FREE_BYTES, box.end - box.start));
  if (text.startsWith('GPS ')) readBlocks(found, file, [{ start: box.at, end: box.end }], budget);
  else if (text.includes('gps ') || /RMC,|GGA,/.test(text)) {
    const inner = boxesInFree(file, box, budget).find(({ type }) => type === 'gps ');
    const log = inner ? null : readReceiverLog(text);
    if (inner) readGpsBox(found, file, inner, budget);
    else if (log) found.addTelemetry('box', log);
  }
}

function boxesInFree(file: ByteReader, box: Box, budget: ReadBudget): Box[] {
  try {
    return [...boxesIn(file, box, { budget })];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [];
  }
}
