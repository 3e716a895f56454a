// Counts the pictures that a HEIC, HEIF or AVIF holds for viewing: items that belong to no other
// item, and the frames of a sequence.
import { ByteCursor } from '../byte-cursor.js';
import { type ByteReader, readerOf } from '../byte-reader.js';
import { type Box, boxesIn, boxIn, boxOf } from '../isobmff/boxes.js';
import { readHeifItems, topBoxes } from './items.js';

/**
 * Types of items that are a picture, coded or derived from others. `tmap` is not among them: it is
 * a tone-mapped version of the main picture.
 */
const PICTURES = /^(hvc1|hvt1|lhv1|av01|avc1|vvc1|evc1|j2k1|jpeg|unci|grid|iovl|iden)$/;

/** References by which a picture belongs to another one. `base`: derived from that one. */
const PARTS_OF = new Set(['thmb', 'auxl', 'base']);

/** 1 also where the tables are broken: the decoder reports that. */
export function heifPictures(bytes: Uint8Array): number {
  const file = readerOf(bytes);
  try {
    const top = topBoxes(file);
    const { primary, items, references } = readHeifItems(file, top);
    // Only what belongs to the primary picture is compared with it. What belongs to another picture
    // counts as one.
    const parts = new Set(
      references
        .filter(({ type, to }) => PARTS_OF.has(type) && primary !== null && to.includes(primary.id))
        .map(({ from }) => from),
    );
    const madeOf = new Set(references.filter(({ type }) => type === 'dimg').flatMap(({ to }) => to));
    const own = [...items.values()].filter(
      ({ id, type }) => PICTURES.test(type) && (id === primary?.id || (!parts.has(id) && !madeOf.has(id))),
    );
    return Math.max(1, own.length, sequenceFrames(file, top));
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/** Samples of the longest track of pictures (`moov`, handler `pict`); 0 without one. */
function sequenceFrames(file: ByteReader, top: readonly Box[]): number {
  const moov = boxOf(top, 'moov');
  const tracks = moov ? [...boxesIn(file, moov)].filter(({ type }) => type === 'trak') : [];
  return tracks.reduce((most, track) => Math.max(most, framesOf(file, track)), 0);
}

function framesOf(file: ByteReader, track: Box): number {
  const mdia = boxIn(file, track, 'mdia');
  const hdlr = boxIn(file, mdia, 'hdlr');
  const stsz = boxIn(file, boxIn(file, boxIn(file, mdia, 'minf'), 'stbl'), 'stsz');
  if (!hdlr || !stsz || file.latin1(hdlr.start + 8, 4) !== 'pict') return 0;
  return new ByteCursor(file, stsz.start + 8, stsz.end).next(4);
}
