// Whole pictures inside the file of another picture, by their content.
import type { Attachment, AttachmentKind } from './attachment.js';
import { readerOf } from './byte-reader.js';
import { beginsWith } from './format.js';
import type { Block } from './metadata-block.js';

/** The first bytes of the formats in which a picture can be stored inside another file. */
const BEGINNINGS = [
  ...['\xff\xd8', '\x89PNG\r\n\x1a\n', 'GIF87a', 'GIF89a', 'RIFF????WEBP', 'II*\0', 'MM\0*'],
  ...['hei', 'hev', 'mif', 'msf', 'avif', 'avis'].map((brand) => `????ftyp${brand}`),
  ...['\xff\n', '\0\0\0\x0cJXL '],
];
const BEGINNING = 16;

/** Attachments that show the main picture in another way. */
const AUXILIARY: ReadonlySet<AttachmentKind> = new Set(['gain map', 'depth map', 'matte']);

/** Whether the bytes begin like a picture that can be opened as a file of its own. */
export function beginsPicture(bytes: Uint8Array): boolean {
  const text = readerOf(bytes).latin1(0, BEGINNING);
  return BEGINNINGS.some((beginning) => beginsWith(text, beginning));
}

/** The whole pictures among the attachments of a file. */
export function* picturesAmong(bytes: Uint8Array, attachments: readonly Attachment[]): Generator<Block> {
  for (const { what, offset, bytes: length } of attachments) {
    const picture = bytes.subarray(offset, offset + length);
    if (!beginsPicture(picture)) continue;
    yield { kind: 'picture', what: 'preview', bytes: picture, ...(AUXILIARY.has(what) && { isAuxiliary: true }) };
  }
}
