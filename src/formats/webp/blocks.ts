// WebP: chunks of a RIFF file, two of which hold metadata.

import { c2paBlocks } from '../c2pa/c2pa.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';

export function* webpBlocks(bytes: Uint8Array): Generator<Block> {
  if (asciiAt(bytes, 0, 4) !== 'RIFF' || asciiAt(bytes, 8, 4) !== 'WEBP') throw new MalformedError('no WebP signature');
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= end; ) {
    const size = view.getUint32(at + 4, true);
    const data = slice(bytes, at + 8, at + 8 + size);
    const type = asciiAt(bytes, at, 4);
    // Some programs put JPEG's own head before the block.
    if (type === 'EXIF') yield { kind: 'tiff', bytes: data.subarray(asciiAt(data, 0, 5) === 'Exif\0' ? 6 : 0) };
    else if (type === 'C2PA') yield* c2paBlocks(data);
    else if (type === 'XMP ') yield { kind: 'xmp', bytes: data };
    at += 8 + size + (size % 2);
  }
  // Metadata stand after the picture; the byte of padding at the very end is often left out.
  if (bytes.length + 1 < 8 + view.getUint32(4, true)) throw new MalformedError('the file ends before its chunks do');
}
