// The trailer of vivo and iQOO: pictures between `streamdata` and `streaminfo`, then `vivo` with
// JSON, then a fixed signature. The layout is the one that ExifTool documents.
import type { ByteReader } from '../byte-reader.js';
import { type MakerTrailer, textTag } from './trailer.js';

const SIGNATURE = '\x1b*9HWfu\x84\x93\xa2\xb1';
const START = 'vivo{"';
/** The JSON and its padding. It has some hundred bytes. */
const MAX_BYTES = 65_536;

/**
 * From the JSON to the end. Pictures before it are found like any other picture after the end of
 * the main one. Never throws.
 */
export function vivoTrailer(file: ByteReader, from: number): MakerTrailer | null {
  const end = file.length;
  if (end - from < SIGNATURE.length || file.latin1(end - SIGNATURE.length, SIGNATURE.length) !== SIGNATURE) return null;
  const start = file.find(START, Math.max(from, end - MAX_BYTES));
  if (start < 0) return null;
  return { start, end, media: [], tags: textTag('vivo settings', file.bytes(start + 'vivo'.length, end)) };
}
