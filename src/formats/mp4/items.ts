// The list of named values in a `meta` box: QuickTime's with a table of keys, and the one of music shops with four-letter names.

import { readBoxes } from '../isobmff/block-boxes.js';
import { asciiAt, slice, viewOf } from '../metadata-block.js';
import { cleanText } from '../tag.js';
import { decodeMarked, readableText } from './texts.js';

export interface Item {
  readonly name: string;
  readonly text: string;
}

export interface MetaContent {
  readonly items: readonly Item[];
  /** Documents in XML, XMP or a maker's own. */
  readonly documents: readonly Uint8Array[];
}

/** Names of a file's own keys are no longer than this; a longer one is told by its start. */
const MAX_NAME = 200;

/** Well-known types of a value (QuickTime File Format, metadata value atom). */
const UTF_8 = 1;
const UTF_16 = 2;
const RESERVED = 0;

/** Reads the content of `meta`. ISO has a version before the boxes, QuickTime has not. Throws where the structure breaks off. */
export function readMeta(bytes: Uint8Array): MetaContent {
  const isQuickTime = asciiAt(bytes, 4, 4) === 'hdlr';
  const boxes = [...readBoxes(isQuickTime ? bytes : slice(bytes, 4, bytes.length))];
  const keys = boxes.filter(({ type }) => type === 'keys').flatMap(({ data }) => readKeys(data));
  return {
    items: boxes.filter(({ type }) => type === 'ilst').flatMap(({ data }) => readItems(data, keys)),
    documents: boxes.filter(({ type }) => type === 'xml ').map(({ data }) => data.subarray(4)),
  };
}

/** Entries are built like boxes: a length, a namespace, a name. */
function readKeys(bytes: Uint8Array): string[] {
  return [...readBoxes(slice(bytes, 8, bytes.length))].map(({ data }) => decodeMarked(data.subarray(0, MAX_NAME)));
}

function readItems(bytes: Uint8Array, keys: readonly string[]): Item[] {
  return [...readBoxes(bytes)].flatMap(({ type, data }) => {
    const parts = [...readBoxes(data)];
    // A type that is a small number counts the keys from 1.
    const name = keys[viewOf(Buffer.from(type, 'latin1')).getUint32(0) - 1] ?? type;
    return parts
      .filter((part) => part.type === 'data')
      .flatMap((part) => {
        const text = readValue(part.data);
        return text === null ? [] : [{ name, text }];
      });
  });
}

/** A type and a language of four bytes each before the value; null where it is no text: a number, a picture. */
function readValue(bytes: Uint8Array): string | null {
  const kind = viewOf(bytes).getUint32(0);
  const value = slice(bytes, 8, bytes.length);
  switch (kind) {
    case UTF_8:
      return cleanText(decodeMarked(value));
    case UTF_16:
      return cleanText(new TextDecoder('utf-16be').decode(value));
    case RESERVED:
      return readableText(value);
    default:
      return null;
  }
}
