// The metadata of a video: what the reader of its format finds, and how it is interpreted.
import { PhotoError } from '../errors.js';
import type { ByteReader } from '../formats/byte-reader.js';
import { readerFor } from '../formats/registry.js';
import { interpret } from '../metadata/read.js';
import type { Metadata } from '../types/metadata.js';

/**
 * `mediaType` is by its content. A damaged file yields what could be read, with `isComplete` false.
 * @throws PhotoError `metadata-unreadable` where nothing could be read although there is or may be
 *   metadata, and for unsupported types of video
 */
export async function readVideoMetadata(file: ByteReader, mediaType: string): Promise<Metadata> {
  const { describeVideo } = await readerFor(mediaType);
  if (!describeVideo) throw new PhotoError('metadata-unreadable');
  const { tags, isComplete, attachments, unreadPlaces = [], unknownParts = [] } = describeVideo(file);
  const hasNothing = tags.length === 0 && attachments.length === 0 && unreadPlaces.length === 0;
  if (!isComplete && hasNothing) throw new PhotoError('metadata-unreadable');
  return { ...interpret({ tags, isComplete, unreadPlaces, unknownParts }), attachments };
}
