// A file for each part of picture files that is searched for places, built with a place in it.
import { deflateSync } from 'node:zlib';
import { takeoutJson } from '../../fixtures/encode/sidecars.js';
import type { PLACE_CARRIERS } from '../../src/metadata/places/sources.js';
import { readMetadata } from '../../src/metadata/read.js';
import { readSidecar } from '../../src/metadata/sidecars/read.js';
import type { Said } from '../../src/types/metadata.js';
import { chunk } from './camera-files.js';
import {
  exifSegment,
  gifWith,
  gifXmp,
  heif,
  iptcSegment,
  jpegWith,
  picture,
  pngWith,
  type Segment,
  tiff,
  xmp,
  xmpSegment,
} from './metadata-files.js';
import { type BuiltField, block, UNDEFINED } from './tiff-blocks.js';

/** What a carrier takes: an EXIF block, an XMP packet, a text, or two values of JSON. */
export interface Payloads {
  readonly exif: Uint8Array;
  readonly xmp: string;
  readonly text: string;
  readonly pair: readonly [latitude: number | string, longitude: number | string];
}

export type Carrier = {
  readonly [Kind in keyof Payloads]: {
    readonly takes: Kind;
    readonly read: (payload: Payloads[Kind]) => Promise<Said>;
  };
}[keyof Payloads];

type Carriers = {
  readonly [Format in keyof typeof PLACE_CARRIERS]: {
    readonly [Part in (typeof PLACE_CARRIERS)[Format][number]]: Carrier;
  };
};

const read = (type: string) => async (bytes: Uint8Array) => readMetadata(bytes, `image/${type}`);
const readJpeg = async (...segments: Segment[]) => read('jpeg')(await jpegWith(...segments));
const readPng = async (type: string, data: Uint8Array) => read('png')(await pngWith([type, data]));
const readGif = async (...extensions: Uint8Array[]) => read('gif')(await gifWith(...extensions));
const readWebp = async (type: string, data: Uint8Array) => {
  const plain = await picture().webp().toBuffer();
  return read('webp')(chunk('RIFF', Buffer.from('WEBP'), plain.subarray(12), chunk(type, data)));
};

const PREFIX = Buffer.from('Exif\0\0', 'latin1');
const prefixed = (exif: Uint8Array) => Buffer.concat([PREFIX, exif]);
const text = (value: string) => Buffer.from(value);
const iptc = (caption: string) => {
  const data = text(caption);
  return Buffer.concat([Buffer.from([0x1c, 2, 120, data.length >> 8, data.length & 255]), data]);
};

/** ImageMagick's raw profile: a name, a length, and hexadecimal digits. */
const rawProfile = (name: string, data: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`Raw profile type ${name}\0\0`, 'latin1'),
    deflateSync(`\n${name}\n${`${data.length}`.padStart(8)}\n${Buffer.from(data).toString('hex')}\n`),
  ]);

/** A packet in one extended segment, and the main packet that announces it. */
const extendedXmp = (packet: string): Segment[] => {
  const data = Buffer.from(packet);
  const head = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}`, 'latin1');
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(data.length, 0);
  return [xmpSegment(xmp('')), [0xe1, Buffer.concat([head, sizes, data])]];
};

/** Sub-blocks of up to 255 bytes. */
const subBlocks = (data: Uint8Array) => {
  const parts: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const part = Buffer.from(data.subarray(at, at + 255));
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([...parts, Buffer.alloc(1)]);
};

/** A TIFF file with one more field; its picture is missing, which no reader of metadata minds. */
const tiffFile = (...fields: BuiltField[]) => block(fields);

const readTakeout = async (content: object) => {
  const { sidecar } = readSidecar(text(JSON.stringify(content)), 'a.json');
  if (sidecar?.kind !== 'takeout') throw new Error('no Takeout');
  return sidecar.said;
};

const TAKEOUT = JSON.parse(Buffer.from(takeoutJson({ title: 'a.jpg' })).toString()) as object;

export const CARRIERS: Carriers = {
  JPEG: {
    'EXIF segments, each': {
      takes: 'exif',
      read: (exif) => readJpeg(exifSegment(tiff([[0x0110, 'ascii', 'Pocket 1']])), exifSegment(exif)),
    },
    XMP: { takes: 'xmp', read: (packet) => readJpeg(xmpSegment(packet)) },
    'extended XMP': { takes: 'xmp', read: (packet) => readJpeg(...extendedXmp(packet)) },
    'IPTC in Photoshop’s segment': { takes: 'text', read: (caption) => readJpeg(iptcSegment([120, text(caption)])) },
    comment: { takes: 'text', read: (comment) => readJpeg([0xfe, comment]) },
    'other text segments': { takes: 'text', read: (words) => readJpeg([0xea, `Notes ${words}`]) },
  },
  PNG: {
    '`eXIf`': { takes: 'exif', read: (exif) => readPng('eXIf', exif) },
    '`eXIf` with JPEG’s prefix': { takes: 'exif', read: (exif) => readPng('eXIf', prefixed(exif)) },
    '`zxIf`': {
      takes: 'exif',
      read: (exif) => readPng('zxIf', Buffer.concat([Buffer.alloc(5), deflateSync(exif)])),
    },
    '`tEXt`': { takes: 'text', read: (words) => readPng('tEXt', text(`Comment\0${words}`)) },
    '`zTXt`': {
      takes: 'text',
      read: (words) => readPng('zTXt', Buffer.concat([text('Comment\0\0'), deflateSync(words)])),
    },
    '`iTXt`': { takes: 'text', read: (words) => readPng('iTXt', text(`Comment\0\0\0\0\0${words}`)) },
    'XMP in `iTXt`': { takes: 'xmp', read: (packet) => readPng('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${packet}`)) },
    'raw profile `exif`': { takes: 'exif', read: (exif) => readPng('zTXt', rawProfile('exif', prefixed(exif))) },
    'raw profile `iptc`': { takes: 'text', read: (caption) => readPng('zTXt', rawProfile('iptc', iptc(caption))) },
    'unknown chunk with EXIF, XMP or text': { takes: 'exif', read: (exif) => readPng('meTa', exif) },
  },
  WebP: {
    '`EXIF`': { takes: 'exif', read: (exif) => readWebp('EXIF', exif) },
    '`EXIF` with JPEG’s prefix': { takes: 'exif', read: (exif) => readWebp('EXIF', prefixed(exif)) },
    '`exif`': { takes: 'exif', read: (exif) => readWebp('exif', exif) },
    '`XMP `': { takes: 'xmp', read: (packet) => readWebp('XMP ', text(packet)) },
    '`XMP` and a NUL': { takes: 'xmp', read: (packet) => readWebp('XMP\0', text(packet)) },
    'unknown chunk with text': { takes: 'text', read: (words) => readWebp('NOTE', text(words)) },
  },
  GIF: {
    comment: { takes: 'text', read: (words) => readGif(Buffer.from('!\xfe', 'latin1'), subBlocks(text(words))) },
    'plain text': {
      takes: 'text',
      read: (words) =>
        readGif(Buffer.concat([Buffer.from('!\x01\x0c', 'latin1'), Buffer.alloc(12), subBlocks(text(words))])),
    },
    XMP: { takes: 'xmp', read: (packet) => readGif(gifXmp(packet)) },
    'ImageMagick’s IPTC': {
      takes: 'text',
      read: (caption) =>
        readGif(Buffer.concat([Buffer.from('!\xff\x0bMGKIPTC0000', 'latin1'), subBlocks(iptc(caption))])),
    },
  },
  TIFF: {
    EXIF: { takes: 'exif', read: (exif) => read('tiff')(exif) },
    'XMP in tag 700': { takes: 'xmp', read: (packet) => read('tiff')(tiffFile([700, UNDEFINED, text(packet)])) },
    'IPTC in tag 33723': {
      takes: 'text',
      read: (caption) => read('tiff')(tiffFile([33723, UNDEFINED, iptc(caption)])),
    },
  },
  'HEIF and AVIF': {
    'EXIF item': { takes: 'exif', read: (exif) => read('heic')(heif(exif, xmp(''))) },
    'XMP item': { takes: 'xmp', read: (packet) => read('heic')(heif(tiff([[0x0110, 'ascii', 'Pocket 1']]), packet)) },
  },
  sidecars: {
    XMP: {
      takes: 'xmp',
      read: async (packet) => {
        const { sidecar } = readSidecar(text(packet), 'a.xmp');
        if (sidecar?.kind !== 'xmp') throw new Error('no XMP');
        return sidecar.said;
      },
    },
    'Takeout’s `geoData` and `geoDataExif`': {
      takes: 'pair',
      read: ([latitude, longitude]) => readTakeout({ ...TAKEOUT, geoDataExif: { latitude, longitude } }),
    },
    'Takeout’s description': { takes: 'text', read: (description) => readTakeout({ ...TAKEOUT, description }) },
  },
};
