// Metadata in a part of a container that is misnamed or not known: recognised by its content.
import { namesPlace, plainBlock, wholeText } from './block-by-content.js';
import { readerOf } from './byte-reader.js';
import { c2paBlocks } from './c2pa/c2pa.js';
import { contentDespiteName } from './content-despite-name.js';
import type { Block } from './metadata-block.js';

export { beginsExif, exifWithoutName, namesPlace, wholeText } from './block-by-content.js';

/** Bytes of a part that may be unknown. No coordinates and no name fit into fewer. */
const MAX_HARMLESS = 15;

const JUMBF = /^.{4}jumb/s;

/** Blocks of a known kind; null where the content is none. */
export function knownBlocks(data: Uint8Array): Iterable<Block> | null {
  const plain = plainBlock(data);
  if (plain) return [plain];
  return JUMBF.test(readerOf(data).latin1(0, 8)) ? c2paBlocks(data) : null;
}

/** All that a part of an unknown kind holds. `name` is never a person's own words. */
export function* unknownBlocks(data: Uint8Array, name: string): Generator<Block> {
  const known = knownBlocks(data);
  if (known) return yield* known;
  const text = wholeText(data);
  if (text !== null) return yield { kind: 'text', name, text };
  const content = [...contentDespiteName(data, name)];
  yield* content;
  if (namesPlace(data)) yield { kind: 'unread-place', name };
  else if (content.length === 0 && data.length > MAX_HARMLESS && data.some((byte) => byte !== 0))
    yield { kind: 'unknown' };
}
