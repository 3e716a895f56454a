// What every reader of a maker's trailer returns, and the text in it.
import type { Attachment } from '../attachment.js';
import type { ByteRange } from '../byte-reader.js';
import type { Tag } from '../tag.js';

export interface MakerTrailer extends ByteRange {
  /** Blocks that hold media. */
  readonly media: readonly Attachment[];
  /** What it states in words. */
  readonly tags: readonly Tag[];
  /** It holds a place that is not understood. */
  readonly isPlaceUnread?: boolean;
}

/** Longest text that is kept. Samsung's list of edits has some thousand characters. */
const MAX_TEXT = 65_536;

/** The bytes as a tag of the maker, where they are printable text. */
export function textTag(name: string, bytes: Uint8Array): Tag[] {
  const end = bytes.indexOf(0);
  const own = (end < 0 ? bytes : bytes.subarray(0, end)).subarray(0, MAX_TEXT);
  const text = new TextDecoder().decode(own).trim();
  const isText = text !== '' && !/[^\P{Cc}\s]|\ufffd/u.test(text);
  return isText ? [{ block: 'maker', name, within: [], value: text }] : [];
}
