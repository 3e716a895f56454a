// What a HEIC, HEIF or AVIF carries besides its picture: a video in a box, and auxiliary pictures
// among the items.
import { PhotoError } from '../../errors.js';
import type { Attachment } from '../attachment.js';
import { type ByteReader, MalformedError, readerOf } from '../byte-reader.js';
import type { Box } from '../isobmff/boxes.js';
import { samsungTrailer } from '../trailers/samsung.js';
import { auxiliaryItems, madeOf } from './auxiliary.js';
import { type HeifItems, rangesOf, readHeifItems, topBoxes } from './items.js';

/**
 * @throws PhotoError `structure-broken` with the offset at which the boxes break off or contradict
 *   themselves
 */
export function heifAttachments(bytes: Uint8Array): Attachment[] {
  const file = readerOf(bytes);
  try {
    const top = topBoxes(file);
    const videos = top.filter(({ type }) => type === 'mpvd').map((box) => motionVideo(file, box));
    // Samsung lists the video of the box `mpvd` again in its trailer.
    const inTrailer = (samsungTrailer(file, 8)?.media ?? []).filter(
      ({ what }) => what !== 'motion video' || videos.length === 0,
    );
    return [...videos, ...auxiliaries(file, readHeifItems(file, top)), ...inTrailer];
  } catch (error) {
    if (error instanceof MalformedError) throw new PhotoError('structure-broken', `${error.offset ?? ''}`);
    throw error;
  }
}

function motionVideo(file: ByteReader, { start, end }: Box): Attachment {
  const isProved = file.latin1(start + 4, 4) === 'ftyp';
  return { what: 'motion video', offset: start, bytes: end - start, isProved, isNamed: true };
}

function auxiliaries(file: ByteReader, table: HeifItems): Attachment[] {
  const { items } = table;
  return [...auxiliaryItems(file, table)].flatMap(([id, what]) => {
    const parts = [id, ...madeOf(table, id)].flatMap((part) => rangesOf(items.get(part)));
    if (parts.length === 0) return [];
    const offset = parts.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const length = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    return [{ what, offset, bytes: length, isProved: true, isNamed: true }];
  });
}
