// A video's metadata: what its format's reader finds in the file, and what that means.
import { PhotoError } from '../errors.js';
import type { ByteReader } from '../formats/byte-reader.js';
import { readerFor } from '../formats/registry.js';
import { interpret } from '../metadata/read.js';
import type { Metadata } from '../types/metadata.js';

/**
 * What the video states about itself; `mediaType` is by its content. A damaged file gives what
 * could be read, with `isComplete` false. Throws PhotoError `metadata-unreadable` where nothing
 * could be read although there is something or may be, and for other kinds of video.
 */
export async function readVideoMetadata(file: ByteReader, mediaType: string): Promise<Metadata> {
  const { describeVideo } = await readerFor(mediaType);
  if (!describeVideo) throw new PhotoError('metadata-unreadable');
  const { tags, isComplete, attachments, movingTrack } = describeVideo(file);
  if (!isComplete && tags.length === 0 && attachments.length === 0) throw new PhotoError('metadata-unreadable');
  return { ...interpret({ tags, isComplete }), movingTrack, attachments };
}
