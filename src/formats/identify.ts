// What a file is, by its first bytes: image, RAW photo, video, or none of these. The name decides
// only where the bytes do not.
import type { TargetKind } from '../types/target.js';
import { readerOf } from './byte-reader.js';
import { type FileHead, SOUND_ONLY } from './format.js';
import { type FormatRegistry, REGISTERED_FORMATS, UNKNOWN_TYPE } from './registry.js';
import { directoryOutside, isTiff } from './tiff/identify.js';

export interface Identity {
  readonly kind: TargetKind;
  /** By content; `application/octet-stream` where only the extension says that it is a target. */
  readonly mediaType: string;
}

/**
 * Bytes from the start of a file that identify() wants: enough for a TIFF directory that follows
 * its header, as cameras write it.
 */
export const HEAD_BYTES = 4096;

/**
 * A sidecar that macOS writes on a card or a share under the picture's name, as `._IMG_0001.JPG`.
 */
const APPLE_DOUBLE = '\0\x05\x16\x07';

/**
 * Never throws, whatever the bytes.
 *
 * @param head the first HEAD_BYTES of the file, or all of a shorter one
 * @param name the file's name; its extension chooses among kinds with the same magic bytes (a NEF
 *   is a TIFF, an M4A is an MP4) and makes a target of a file whose content is unknown
 * @param directory HEAD_BYTES from tiffDirectoryAt(head), where that is not null
 * @returns null where the file is no target
 */
export function identify(
  head: Uint8Array,
  name: string,
  directory?: Uint8Array,
  registry: FormatRegistry = REGISTERED_FORMATS,
): Identity | null {
  const text = readerOf(head).latin1(0, head.length);
  if (text.startsWith(APPLE_DOUBLE)) return null;
  const extension = extensionOf(name);
  const mediaType = typeOf({ bytes: head, text, extension, ...(directory && { directory }) }, registry);
  if (mediaType === SOUND_ONLY) return null;
  const kind =
    mediaType === null ? registry.kindByExtension(extension) : (registry.mediaTypeOf(mediaType)?.kind ?? null);
  return kind && { kind, mediaType: mediaType ?? UNKNOWN_TYPE };
}

function typeOf(head: FileHead, { formats }: FormatRegistry): string | null {
  for (const format of formats) {
    const type = format.identify(head);
    if (type !== null) return type;
  }
  return null;
}

/** In lower case and without its dot; empty where the name has none. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What to count a file as that is no target: its extension where that is short and plain, `other`
 * elsewhere.
 */
export function ignoredKind(name: string): string {
  if (name.startsWith('._')) return 'other';
  const extension = extensionOf(name);
  return /^(?=.*[a-z])[a-z0-9]{1,8}$/.test(extension) ? extension : 'other';
}

/**
 * Where in the file the first directory of a TIFF is, in bytes, if it is not whole in `head`; null
 * for all other files.
 */
export function tiffDirectoryAt(head: Uint8Array): number | null {
  return isTiff(readerOf(head).latin1(0, 8)) ? directoryOutside(head) : null;
}
