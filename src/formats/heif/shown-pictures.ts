// How many pictures a HEIC, HEIF or AVIF holds to be shown: items that belong to no other one, and the frames of a sequence.
import { boxOf, NumberReader, type PlacedBox, placedBoxes } from '../isobmff/boxes.js';
import { readHeifItems } from './items.js';

/** Items that are a picture, coded or made of others. `tmap` is the main one in another light. */
const PICTURES = /^(hvc1|hvt1|lhv1|av01|avc1|vvc1|evc1|j2k1|jpeg|unci|grid|iovl|iden)$/;

/** References by which a picture belongs to another one. `base`: it was made of that one. */
const PARTS_OF = new Set(['thmb', 'auxl', 'base']);

/** 1 also where the tables are broken: whoever decodes the picture says so. */
export function heifPictures(bytes: Uint8Array): number {
  try {
    const top = placedBoxes(bytes, { start: 0, end: bytes.length });
    const { primary, items, references } = readHeifItems(bytes, top);
    const parts = new Set(references.filter(({ type }) => PARTS_OF.has(type)).map(({ from }) => from));
    const madeOf = new Set(references.filter(({ type }) => type === 'dimg').flatMap(({ to }) => to));
    const own = [...items.values()].filter(
      ({ id, type }) => PICTURES.test(type) && (id === primary?.id || (!parts.has(id) && !madeOf.has(id))),
    );
    return Math.max(1, own.length, sequenceFrames(bytes, top));
  } catch (error) {
    if (error instanceof RangeError) return 1;
    throw error;
  }
}

/** Samples of the longest track of pictures (`moov`, handler `pict`); 0 without one. */
function sequenceFrames(bytes: Uint8Array, top: readonly PlacedBox[]): number {
  const moov = boxOf(top, 'moov');
  const tracks = moov ? placedBoxes(bytes, moov).filter(({ type }) => type === 'trak') : [];
  return tracks.reduce((most, track) => Math.max(most, framesOf(bytes, track)), 0);
}

function framesOf(bytes: Uint8Array, track: PlacedBox): number {
  const mdia = boxOf(placedBoxes(bytes, track), 'mdia');
  const media = mdia ? placedBoxes(bytes, mdia) : [];
  const [hdlr, minf] = [boxOf(media, 'hdlr'), boxOf(media, 'minf')];
  const stbl = minf && boxOf(placedBoxes(bytes, minf), 'stbl');
  const stsz = stbl && boxOf(placedBoxes(bytes, stbl), 'stsz');
  if (!hdlr || !stsz) return 0;
  const isPictures = String.fromCharCode(...bytes.subarray(hdlr.start + 8, hdlr.start + 12)) === 'pict';
  return isPictures ? new NumberReader(bytes, stsz.start + 8, stsz.end).next(4) : 0;
}
