// Identifies a file by its first bytes: image, RAW photo, video, or none of these. The name decides
// only where the bytes do not.
import type { TargetKind } from '../types/target.js';
import { readerOf } from './byte-reader.js';
import { type FileHead, SOUND_ONLY } from './format.js';
import { type FormatRegistry, REGISTERED_FORMATS, UNKNOWN_TYPE } from './registry.js';
import { type StandIn, standInOf } from './stand-ins.js';
import { directoryOutside, isTiff } from './tiff/identify.js';

export interface Identity {
  readonly kind: TargetKind;
  /** By content. `application/octet-stream` where only the extension makes the file a target. */
  readonly mediaType: string;
}

/**
 * Bytes from the start of a file that identify() wants: enough for a TIFF directory that follows
 * the header, as cameras write it.
 */
export const HEAD_BYTES = 4096;

/**
 * Magic number of the sidecar that macOS writes to a card or a share, named like the picture:
 * `._IMG_0001.JPG`.
 */
const APPLE_DOUBLE = '\0\x05\x16\x07';

/**
 * Never throws, whatever the bytes.
 * @param head the first HEAD_BYTES of the file, or all of a shorter file
 * @param name the file's name. Its extension decides between formats with the same magic bytes (a
 *   NEF is a TIFF, an M4A is an MP4). It also makes a target of a file whose content is unknown.
 * @param directory HEAD_BYTES from the offset tiffDirectoryAt(head), where that is not null
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
  const standIn = standInOf(name);
  const extension = extensionOf(standIn?.name ?? name);
  const mediaType = typeOf({ bytes: head, text, extension, ...(directory && { directory }) }, registry);
  if (mediaType === SOUND_ONLY) return null;
  const kind =
    mediaType === null
      ? (registry.kindByExtension(extension) ?? unnamedKind(standIn))
      : (registry.mediaTypeOf(mediaType)?.kind ?? null);
  return kind && { kind, mediaType: mediaType ?? UNKNOWN_TYPE };
}

/** A download whose name is not known yet may become a photo. */
function unnamedKind(standIn: StandIn | null): TargetKind | null {
  return standIn?.name === '' ? 'image' : null;
}

function typeOf(head: FileHead, { formats }: FormatRegistry): string | null {
  for (const format of formats) {
    const type = format.identify(head);
    if (type !== null) return type;
  }
  return null;
}

/** Lower case, without dot; empty where the name has no extension. */
export function extensionOf(name: string): string {
  return /\.([^.]*)$/s.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * The kind under which a file that is no target is counted: its extension where that is short and
 * plain, else `other`.
 */
export function ignoredKind(name: string): string {
  if (name.startsWith('._')) return 'other';
  const extension = extensionOf(name);
  return /^(?=.*[a-z])[a-z0-9]{1,8}$/.test(extension) ? extension : 'other';
}

/**
 * Offset in bytes of the first directory of a TIFF, if it is not whole in `head`. Null for all
 * other files.
 */
export function tiffDirectoryAt(head: Uint8Array): number | null {
  return isTiff(readerOf(head).latin1(0, 8)) ? directoryOutside(head) : null;
}
