// X3F, Sigma's RAW format: sections behind each other and a directory at the end; one section lists properties as text, others are pictures
// (layout as ExifTool documents it).

import { jpegBlocks } from '../jpeg/blocks.js';
import { asciiAt, type Block, MalformedError, slice, viewOf } from '../metadata-block.js';
import type { Tag } from '../tag.js';

const MAX_SECTIONS = 200;
const MAX_PROPERTIES = 1000;

/** Before the data of a picture and of the list of properties. */
const PICTURE_HEAD = 28;
const PROPERTIES_HEAD = 24;

const ID_START = 8;
const ID_END = 24;

/** Properties that name a device or a time. */
const NAMES: Readonly<Record<string, string>> = {
  CAMMANUF: 'Make',
  CAMMODEL: 'Model',
  CAMSERIAL: 'SerialNumber',
  TIME: 'DateTimeOriginal',
};

export const isX3f = (bytes: Uint8Array): boolean => asciiAt(bytes, 0, 4) === 'FOVb';

export function* x3fBlocks(bytes: Uint8Array): Generator<Block> {
  const view = viewOf(bytes);
  yield tagBlock('ImageUniqueID', Buffer.from(slice(bytes, ID_START, ID_END)).toString('hex'));
  const directory = view.getUint32(bytes.length - 4, true);
  const count = view.getUint32(directory + 8, true);
  if (asciiAt(bytes, directory, 4) !== 'SECd' || count > MAX_SECTIONS) throw new MalformedError('no directory');
  for (let at = directory + 12, left = count; left > 0; at += 12, left--) {
    const start = view.getUint32(at, true);
    const section = slice(bytes, start, start + view.getUint32(at + 4, true));
    const type = asciiAt(bytes, at + 8, 4);
    if (type === 'PROP') yield* propertyBlocks(section);
    else if (type === 'IMAG' || type === 'IMA2') {
      const picture = section.subarray(PICTURE_HEAD);
      yield { kind: 'picture', what: 'preview', bytes: picture };
      if (asciiAt(picture, 0, 2) === '\xff\xd8') yield* jpegBlocks(picture);
    }
  }
}

/** Pairs of places in characters, of a name and of its value, then the characters, 16 bits each and ended by 0. */
function* propertyBlocks(section: Uint8Array): Generator<Block> {
  const view = viewOf(section);
  const count = Math.min(view.getUint32(8, true), MAX_PROPERTIES);
  const characters = PROPERTIES_HEAD + 8 * count;
  const text = new TextDecoder('utf-16le').decode(slice(section, characters, section.length));
  const textAt = (at: number) => {
    const start = view.getUint32(at, true);
    const end = text.indexOf('\0', start);
    return text.slice(start, end < 0 ? text.length : end);
  };
  for (let at = PROPERTIES_HEAD; at < characters; at += 8) {
    const name = NAMES[textAt(at)];
    const value = textAt(at + 4);
    if (name) yield tagBlock(name, name === 'DateTimeOriginal' ? fromSeconds(value) : value);
  }
}

/** Seconds of the camera's own clock, counted from 1970. */
function fromSeconds(text: string): string {
  const seconds = Number(text);
  return Number.isFinite(seconds) && seconds > 0 && seconds <= 0xffff_ffff
    ? new Date(seconds * 1000).toISOString().slice(0, 19)
    : '';
}

function tagBlock(name: string, value: string): Block {
  const tag: Tag = { block: 'maker', name, within: [], value };
  return { kind: 'tags', tags: [tag] };
}
