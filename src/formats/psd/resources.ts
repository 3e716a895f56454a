// Photoshop's image resources, which hold IPTC in JPEG, TIFF and PSD files.
import { readerOf } from '../byte-reader.js';
import { contentDespiteName } from '../content-despite-name.js';
import type { Block } from '../metadata-block.js';
import { decodeText } from '../tag.js';

/** Numbers from Adobe's "Photoshop File Formats Specification", image resource IDs. */
const IPTC = 0x0404;
const CAPTION = 0x03f0;
const URL = 0x040b;
/** A JPEG after a header of 28 bytes. */
const THUMBNAIL = 0x040c;
const THUMBNAIL_HEADER = 28;
const EXIF = 0x0422;
const EXIF_3 = 0x0423;
const XMP = 0x0424;

/** Adobe's own signature, and those of other programs. */
const SIGNATURES = new Set(['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa']);

/** Bytes of a PSD file before the length of its colour table. */
export const PSD_HEADER = 26;

/** The shortest resource: signature, number, an empty name and a length. */
const MIN_BYTES = 12;

/** Throws MalformedError where a resource breaks off. */
export function* photoshopBlocks(bytes: Uint8Array): Generator<Block> {
  const resources = readerOf(bytes);
  for (let at = 0; at + MIN_BYTES <= resources.length; ) {
    if (!SIGNATURES.has(resources.latin1(at, 4))) {
      if (resources.bytes(at).every((byte) => byte === 0)) return;
      throw resources.malformed('an image resource has no signature', at);
    }
    const id = resources.u16(at + 4);
    // The name and its length byte are padded to an even length; so is the data.
    const nameSize = (resources.u8(at + 6) + 2) & ~1;
    const start = at + 6 + nameSize + 4;
    const size = resources.u32(start - 4);
    const data = resources.bytes(start, start + size);
    if (size > 0) yield* blockOf(id, data);
    at = start + size + (size % 2);
  }
}

function* blockOf(id: number, data: Uint8Array): Generator<Block> {
  if (id === IPTC) yield { kind: 'iptc', bytes: data };
  else if (id === EXIF || id === EXIF_3) yield { kind: 'tiff', bytes: data };
  else if (id === XMP) yield { kind: 'xmp', bytes: data };
  else if (id === THUMBNAIL) yield { kind: 'picture', what: 'thumbnail', bytes: data.subarray(THUMBNAIL_HEADER) };
  else if (id === URL) yield { kind: 'text', name: 'URL', text: decodeText(data) };
  else if (id === CAPTION) yield { kind: 'text', name: 'Caption', text: decodeText(data.subarray(1)) };
  else yield* contentDespiteName(data, 'Photoshop');
}

/**
 * A PSD file: a header, a colour table, then the resources. The last two begin with their length.
 */
export function* psdBlocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  const resources = PSD_HEADER + 4 + file.u32(PSD_HEADER);
  const start = resources + 4;
  yield { kind: 'photoshop', bytes: file.bytes(start, start + file.u32(resources)) };
}
