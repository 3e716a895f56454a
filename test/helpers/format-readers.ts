// The readers of all formats, loaded, so that a test can select them by media type.
import {
  type EmbeddedPicture,
  findNamedPictures,
  findPictures,
  type NamedEmbedded,
} from '../../src/embedded/find-pictures.js';
import type { Attachment } from '../../src/formats/attachment.js';
import type { FormatReader } from '../../src/formats/format.js';
import { readAttachments } from '../../src/formats/read-attachments.js';
import { FORMATS, readerFor } from '../../src/formats/registry.js';

const TYPES = FORMATS.flatMap(({ mediaTypes }) => mediaTypes.map(({ type }) => type));
const READERS = new Map(await Promise.all(TYPES.map(async (type) => [type, await readerFor(type)] as const)));

export function loadedReader(mediaType: string): FormatReader {
  return READERS.get(mediaType) ?? {};
}

export function attachmentsOf(bytes: Uint8Array, mediaType: string): readonly Attachment[] {
  return readAttachments(loadedReader(mediaType), bytes);
}

export function endsEarly(bytes: Uint8Array, mediaType: string): boolean {
  return loadedReader(mediaType).endsEarly?.(bytes) ?? false;
}

export function embeddedIn(bytes: Uint8Array, mediaType: string): readonly EmbeddedPicture[] {
  return findPictures(bytes, mediaType, loadedReader(mediaType)).pictures;
}

export function namedIn(bytes: Uint8Array, mediaType: string): readonly NamedEmbedded[] {
  return findNamedPictures(bytes, loadedReader(mediaType));
}
