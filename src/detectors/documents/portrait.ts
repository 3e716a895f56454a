// Whether a document shows the portrait of its bearer, as identity documents do.
import type { Engine } from '../../inference/engine.js';
import type { Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import { boxHeight, boxWidth } from '../faces/boxes.js';
import { facesOf } from '../faces/photo-faces.js';

/** From this probability on a face is one; the rule's minScore of person/face. */
const FACE_FROM = 0.4;
/** A portrait's face takes so much of the document's shorter side: less is an emblem or a watermark, more is a person who holds the document. */
const MIN_SHARE = 0.1;
const MAX_SHARE = 0.7;

/** @param document in pixels of the upright picture at full size. Throws PhotoError, ModelError */
export async function showsPortrait(photo: Photo, document: Region, engine: Engine, isFast: boolean): Promise<boolean> {
  const { raster, faces } = await facesOf(photo, engine, isFast);
  const scale = raster.covers.width / raster.width;
  return faces.some(({ box, probability }) => {
    const x = (scale * (box.left + box.right)) / 2 - document.left;
    const y = (scale * (box.top + box.bottom)) / 2 - document.top;
    const isWithin = x > 0 && x < document.width && y > 0 && y < document.height;
    const share = (scale * Math.max(boxWidth(box), boxHeight(box))) / Math.min(document.width, document.height);
    return probability >= FACE_FROM && isWithin && share >= MIN_SHARE && share <= MAX_SHARE;
  });
}
