// Small hand-made videos: boxes as phones and cameras write them, and a reader over bytes in
// memory.
import { box, fullBox, uint } from '../../fixtures/encode/boxes.js';
import { readerOf } from '../../src/formats/byte-reader.js';
import type { Metadata } from '../../src/types/metadata.js';
import { readVideoMetadata } from '../../src/video/metadata.js';

export const utf8 = (words: string) => Buffer.from(words);
const type = box('ftyp', utf8('mp42'), uint(0, 4), utf8('isom'));

/** A video header with a time in seconds since 1904; version 1 stores it in 64 bits. */
export function header(seconds: number, version = 0): Buffer {
  const time = version === 1 ? Buffer.concat([uint(0, 4), uint(seconds, 4)]) : uint(seconds, 4);
  return fullBox('mvhd', version, 0, time, time, Buffer.alloc(84));
}

/** A video without frames whose `moov` holds these boxes. */
export function video(...description: readonly Buffer[]): Buffer {
  return Buffer.concat([type, box('mdat', Buffer.alloc(40)), box('moov', header(0), ...description)]);
}

export function around(...boxes: readonly Buffer[]): Buffer {
  return Buffer.concat([type, ...boxes]);
}

/** A QuickTime text with its length and language. */
export function spoken(name: string, words: string): Buffer {
  return box(name, uint(utf8(words).length, 2), uint(0x15c7, 2), utf8(words));
}

/** QuickTime's `meta` box with a table of keys; the ISO variant has a version before its boxes. */
export function keyed(values: Readonly<Record<string, string>>, isIso = false): Buffer {
  const names = Object.keys(values).map((name) => box('mdta', utf8(name)));
  const items = Object.values(values).map((words, index) =>
    box(uint(index + 1, 4).toString('latin1'), box('data', uint(1, 4), uint(0, 4), utf8(words))),
  );
  const boxes = [
    fullBox('hdlr', 0, 0, uint(0, 4), utf8('mdta'), Buffer.alloc(13)),
    fullBox('keys', 0, 0, uint(names.length, 4), ...names),
    box('ilst', ...items),
  ];
  return isIso ? fullBox('meta', 0, 0, ...boxes) : box('meta', ...boxes);
}

/** An iTunes metadata list with four-letter names. */
export function listed(values: Readonly<Record<string, string>>): Buffer {
  const items = Object.entries(values).map(([name, words]) =>
    box(name, box('data', uint(1, 4), uint(0, 4), utf8(words))),
  );
  return fullBox(
    'meta',
    0,
    0,
    fullBox('hdlr', 0, 0, uint(0, 4), utf8('mdir'), Buffer.alloc(13)),
    box('ilst', ...items),
  );
}

/** A 3GPP text: version, flags, language, words, NUL. */
export function gpp(name: string, words: string | Buffer): Buffer {
  return fullBox(name, 0, 0, uint(0x15c7, 2), Buffer.from(words as string), Buffer.alloc(1));
}

const fixed = (degrees: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(degrees * 0x10000));
  return bytes;
};

/** A 3GPP location. */
export function loci(name: string, latitude: number, longitude: number, notes = ''): Buffer {
  const rest = Buffer.concat([utf8('earth\0'), utf8(`${notes}\0`)]);
  return fullBox(
    'loci',
    0,
    0,
    uint(0x15c7, 2),
    utf8(`${name}\0`),
    uint(0, 1),
    fixed(longitude),
    fixed(latitude),
    fixed(35),
    rest,
  );
}

export function readVideo(bytes: Uint8Array, mediaType = 'video/mp4'): Promise<Metadata> {
  return readVideoMetadata(readerOf(bytes), mediaType);
}
