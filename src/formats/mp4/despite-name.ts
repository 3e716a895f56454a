// Boxes that should hold nothing to report, padding, and data that no table names: what they hold
// all the same.
import type { ByteRange, ByteReader } from '../byte-reader.js';
import { contentDespiteName } from '../content-despite-name.js';
import { cleanText } from '../tag.js';
import { placesInTrackText } from '../telemetry/track-text.js';
import { readTiff } from '../tiff/exif.js';
import { readXmp } from '../xmp/xmp.js';
import type { VideoFindings } from './findings.js';

/** Bytes of one range that are read. */
const READ_BYTES = 65_536;

/** Bytes of one file that are read. A fragmented recording of a whole day has some 20 million. */
const MAX_READ = 64 * 1024 * 1024;

/** Fewer bytes hold neither a place nor an address. */
const MIN_BYTES = 8;

/** Tables of numbers without which no sample is found. */
const TABLES: ReadonlySet<string> = new Set(['stts', 'ctts', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sdtp']);

/** Thumbnails of the first frame, as cameras keep them: their names state pictures. */
const THUMBNAILS: ReadonlySet<string> = new Set(['THMB', 'JPEG', 'scrn', 'thmb', 'CTBO', 'vndr', 'CNDB']);

/** One for each file. */
export class HarmlessParts {
  #read = 0;

  constructor(
    readonly file: ByteReader,
    readonly found: VideoFindings,
  ) {}

  box(type: string, range: ByteRange): void {
    if (!TABLES.has(type)) this.range(type, range, THUMBNAILS.has(type));
  }

  range(name: string, { start, end }: ByteRange, mayBePicture = false): void {
    const { file, found } = this;
    const to = Math.min(end, file.length, start + READ_BYTES);
    if (to - start < MIN_BYTES) return;
    this.#read += to - start;
    if (this.#read > MAX_READ) {
      found.unknownParts.add('box');
      return;
    }
    const bytes = file.bytes(start, to);
    if (bytes.every((byte) => byte === 0)) return;
    for (const block of contentDespiteName(bytes, name)) {
      if (block.kind === 'text') {
        found.add({ block: 'video', name, within: [], value: cleanText(block.text) });
        found.addTelemetry('box', placesInTrackText(block.text));
      } else if (block.kind === 'tiff') untilDamage(() => found.add(...readTiff(block).tags));
      else if (block.kind === 'xmp') untilDamage(() => readXmp(block.bytes, found.tags));
      else if (block.kind === 'picture' && !mayBePicture) {
        const at = start + block.bytes.byteOffset - bytes.byteOffset;
        const length = Math.max(block.bytes.length, at + block.bytes.length === to ? end - at : 0);
        found.attachments.push({ what: 'second picture', offset: at, bytes: length, isProved: true, isNamed: false });
      }
    }
  }
}

/** The bytes are no block for certain, so that damage only means that they are none. */
function untilDamage(read: () => void): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
