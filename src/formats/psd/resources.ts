// Photoshop's image resources, which carry IPTC in JPEG, TIFF and PSD files.
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import { decodeText } from '../tag.js';

/** Numbers from Adobe's "Photoshop File Formats Specification", image resource ids. */
const IPTC = 0x0404;
const CAPTION = 0x03f0;
const URL = 0x040b;
/** A JPEG behind a head of 28 bytes. */
const THUMBNAIL = 0x040c;
const THUMBNAIL_HEAD = 28;
const EXIF = 0x0422;
const EXIF_3 = 0x0423;
const XMP = 0x0424;

/** Signatures in use beside Adobe's own `8BIM`. */
const SIGNATURES = new Set(['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa']);

export function* photoshopBlocks(bytes: Uint8Array): Generator<Block> {
  const view = viewOf(bytes);
  for (let at = 0; at + 12 <= bytes.length; ) {
    if (!SIGNATURES.has(asciiAt(bytes, at, 4))) {
      if (bytes.subarray(at).every((byte) => byte === 0)) return;
      throw new MalformedError('an image resource has no signature');
    }
    const id = view.getUint16(at + 4);
    // The name is padded, with its length byte, to an even number; so is the data.
    const nameSize = (view.getUint8(at + 6) + 2) & ~1;
    const start = at + 6 + nameSize + 4;
    const size = view.getUint32(start - 4);
    const data = slice(bytes, start, start + size);
    if (size > 0) yield* blockOf(id, data);
    at = start + size + (size % 2);
  }
}

function* blockOf(id: number, data: Uint8Array): Generator<Block> {
  if (id === IPTC) yield { kind: 'iptc', bytes: data };
  else if (id === EXIF || id === EXIF_3) yield { kind: 'tiff', bytes: data };
  else if (id === XMP) yield { kind: 'xmp', bytes: data };
  else if (id === THUMBNAIL) yield { kind: 'picture', what: 'thumbnail', bytes: data.subarray(THUMBNAIL_HEAD) };
  else if (id === URL) yield { kind: 'text', name: 'URL', text: decodeText(data) };
  else if (id === CAPTION) yield { kind: 'text', name: 'Caption', text: decodeText(data.subarray(1)) };
}

/** A PSD file: 26 bytes of head, a colour table, then the resources. */
export function* psdBlocks(bytes: Uint8Array): Generator<Block> {
  const view = viewOf(bytes);
  const resources = 30 + view.getUint32(26);
  yield { kind: 'photoshop', bytes: slice(bytes, resources + 4, resources + 4 + view.getUint32(resources)) };
}
