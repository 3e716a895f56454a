// Insta360's trailer after a photo: the records that its videos have, too.
import { type ByteReader, MalformedError } from '../byte-reader.js';
import { beginsPicture } from '../further-pictures.js';
import { ReadBudget } from '../read-budget.js';
import { insta360Records, insta360Start, readInsta360 } from '../telemetry/insta360.js';
import { videoTag } from '../telemetry/reading.js';
import type { MakerTrailer } from './trailer.js';

/** Places of one photo. */
const MAX_PLACES = 8;

/** Never throws. What breaks off may hold a place. */
export function insta360Trailer(file: ByteReader, from: number): MakerTrailer | null {
  const start = insta360Start(file);
  if (start === null || start < from) return null;
  const whole = { start, end: file.length };
  try {
    const { tags, places, isUnread } = readInsta360(file, start, new ReadBudget());
    return {
      ...whole,
      media: picturesIn(file, start),
      tags: [...tags, ...places.slice(0, MAX_PLACES).map((place) => videoTag('trailer', place))],
      isPlaceUnread: isUnread,
    };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return { ...whole, media: [], tags: [], isPlaceUnread: true };
  }
}

/** Records of any number that hold a picture, such as a preview. */
function picturesIn(file: ByteReader, from: number): MakerTrailer['media'] {
  return [...insta360Records(file, from)]
    .filter(({ start, end }) => end > start && beginsPicture(file.bytes(start, end)))
    .map(({ start, end }) => ({ what: 'preview', offset: start, bytes: end - start, isProved: true, isNamed: true }));
}
