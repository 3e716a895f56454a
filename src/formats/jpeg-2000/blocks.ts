// The metadata of JPEG 2000 (ISO/IEC 15444-1, annex I).
import { MalformedError, readerOf } from '../byte-reader.js';
import { metadataBoxes } from '../isobmff/metadata-boxes.js';
import type { Block } from '../metadata-block.js';

export function* jp2Blocks(bytes: Uint8Array): Generator<Block> {
  const file = readerOf(bytes);
  if (file.latin1(4, 2) !== 'jP') throw new MalformedError('no JPEG 2000 signature', 0);
  yield* metadataBoxes(file);
}
