// A box `uuid`: its type is an id. XMP, a C2PA manifest, Canon's directories, or one of a program's
// own.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { manifestIn } from '../c2pa/c2pa.js';
import { readManifestInto } from '../c2pa/collected.js';
import type { Degrees } from '../coordinates/degrees.js';
import { boxesIn } from '../isobmff/boxes.js';
import { ReadBudget } from '../read-budget.js';
import { placesOf } from '../telemetry/reading.js';
import { readXmp } from '../xmp/xmp.js';
import type { VideoFindings } from './findings.js';
import { isHarmlessBox } from './known-boxes.js';
import { readExif, readUnknownBox } from './unknown-box.js';

const ID_BYTES = 16;

/** XMP specification, part 3. */
const XMP_ID = 'be7acfcb97a942e89c71999491e3afac';
/** Sensors of a 360Fly: records of 32 bytes. */
const FLY_ID = 'efe1589abb7749ef809527759eb1dc6f';

/** Profiles of Sony's players; fragments and encryption of Smooth Streaming. */
const HARMLESS_IDS: ReadonlySet<string> = new Set([
  '50524f4621d24fcebb88695cfac9c740',
  'a2394f525a9b4f14a2446c427c648df4',
  '6d1d9b0542d544e680e2141daff757b2',
  'd4807ef2ca3946958e5426cb9e46a79f',
]);

/** @param at offset of the box's content in the file */
export function readUuidBox(found: VideoFindings, bytes: Uint8Array, at: number): void {
  const file = readerOf(bytes);
  const manifest = manifestIn(bytes);
  const id = Buffer.from(bytes.subarray(0, ID_BYTES)).toString('hex');
  const content = { start: Math.min(ID_BYTES, bytes.length), end: bytes.length };
  if (manifest) readManifestInto(found, manifest, at + bytes.length - manifest.length);
  else if (id === XMP_ID) readXmp(bytes.subarray(ID_BYTES), found.tags);
  else if (id === FLY_ID) found.addTelemetry('uuid', placesOf(flyPlaces(file)));
  else if (!HARMLESS_IDS.has(id)) readContent(found, file, content);
}

/** Boxes, where the content is a chain of them. */
function readContent(found: VideoFindings, file: ByteReader, content: { start: number; end: number }): void {
  const budget = new ReadBudget();
  const boxes = chainIn(file, content);
  if (!boxes) readUnknownBox(found, 'uuid', file, content, budget);
  for (const box of boxes ?? []) {
    const isDirectory = /^CMT\d$/.test(box.type);
    if (isDirectory && readExif(found, file.bytes(box.start, box.end))) continue;
    if (!isHarmlessBox(box.type)) readUnknownBox(found, box.type, file, box, budget);
  }
}

function chainIn(file: ByteReader, content: { start: number; end: number }) {
  try {
    const boxes = [...boxesIn(file, content)];
    return boxes.length > 0 && boxes.every(({ type }) => /^[\x20-\x7e\xa9]{4}$/.test(type)) ? boxes : null;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

const FLY_RECORD_BYTES = 32;
const FLY_GPS = 5;

function flyPlaces(file: ByteReader): Degrees[] {
  const places: Degrees[] = [];
  for (let at = ID_BYTES; file.has(at, FLY_RECORD_BYTES); at += FLY_RECORD_BYTES)
    if (file.u8(at) === FLY_GPS) places.push([file.f32(at + 10), file.f32(at + 14)]);
  return places;
}
