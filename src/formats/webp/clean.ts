// A WebP without metadata. The coded picture and its animation are copied as they are.
import { type ByteReader, readerOf } from '../byte-reader.js';
import { CleanError, type Kept } from '../clean-copy.js';
import { cleanProfile } from '../icc/clean.js';
import { isRiffCut, type RiffChunk, riffBody, riffChunks } from '../riff/chunks.js';
import { WEBP_FORM } from './attachments.js';

/** Chunks of a picture, in a file and in a frame of an animation. */
const PICTURE: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH']);

/** Bits of VP8X that state EXIF and XMP (WebP container specification). */
const [PROFILE_BIT, EXIF_BIT, XMP_BIT] = [0x20, 0x08, 0x04];
const HEADER_BYTES = 10;
const ANIMATION_BYTES = 6;

/** The place, the size and the time of a frame, before its chunks. */
const FRAME_BYTES = 16;

/** @throws CleanError where the picture is damaged */
export function cleanWebp(bytes: Uint8Array, { exif }: Kept): Uint8Array {
  const file = readerOf(bytes);
  const body = riffBody(file, WEBP_FORM);
  if (!body || isRiffCut(file)) throw new CleanError('damaged');
  const chunks = [...riffChunks(file, body)];
  if (chunks.some(({ isBroken }) => isBroken)) throw new CleanError('damaged');
  const found = chunks.find(({ type }) => type === 'ICCP');
  const profile = found ? cleanProfile(file.bytes(found.start, found.end)) : null;
  const parts: Uint8Array[] = [];
  let isExtended = false;
  for (const chunk of chunks) {
    const content = file.bytes(chunk.start, chunk.end);
    if (chunk.type === 'VP8X' && content.length >= HEADER_BYTES) {
      isExtended = true;
      parts.push(chunkOf('VP8X', headerOf(content, profile !== null, exif !== null)));
      if (profile) parts.push(chunkOf('ICCP', profile));
    } else if (chunk.type === 'ANIM') parts.push(chunkOf('ANIM', content.subarray(0, ANIMATION_BYTES)));
    else if (chunk.type === 'ANMF') parts.push(chunkOf('ANMF', frameOf(file, chunk)));
    else if (PICTURE.has(chunk.type)) parts.push(chunkOf(chunk.type, content));
  }
  if (exif && isExtended) parts.push(chunkOf('EXIF', exif));
  const all = Buffer.concat(parts);
  const header = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  header.writeUInt32LE(all.length + 4, 4);
  return Buffer.concat([header, all]);
}

function headerOf(content: Uint8Array, hasProfile: boolean, hasExif: boolean): Uint8Array {
  const header = Buffer.from(content.subarray(0, HEADER_BYTES));
  const flags = header.readUInt8(0) & ~(PROFILE_BIT | EXIF_BIT | XMP_BIT);
  header.writeUInt8(flags | (hasProfile ? PROFILE_BIT : 0) | (hasExif ? EXIF_BIT : 0), 0);
  return header;
}

function frameOf(file: ByteReader, { start, end }: RiffChunk): Uint8Array {
  const inside = [...riffChunks(file, { start: Math.min(end, start + FRAME_BYTES), end })];
  const pictures = inside.filter(({ type }) => PICTURE.has(type));
  if (pictures.length === 0 || pictures.some(({ isBroken }) => isBroken)) throw new CleanError('damaged');
  const parts = pictures.map((chunk) => chunkOf(chunk.type, file.bytes(chunk.start, chunk.end)));
  return Buffer.concat([file.bytes(start, start + FRAME_BYTES), ...parts]);
}

/** Padded to an even length. */
function chunkOf(type: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(8 + content.length + (content.length % 2));
  chunk.write(type, 0, 'latin1');
  chunk.writeUInt32LE(content.length, 4);
  chunk.set(content, 8);
  return chunk;
}
