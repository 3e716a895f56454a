// Whether a document shows a portrait of its holder, as identity documents do.
import type { Engine } from '../../inference/engine.js';
import type { Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import { boxHeight, boxWidth } from '../faces/boxes.js';
import { facesOf } from '../faces/photo-faces.js';

/** Minimum probability of a face. Equals the minScore of the rule person/face. */
const FACE_FROM = 0.4;
/**
 * Face size as a share of the document's shorter side. A smaller face is an emblem or a watermark;
 * a larger one belongs to a person holding the document.
 */
const MIN_SHARE = 0.1;
const MAX_SHARE = 0.7;

/** @param document in pixels of the upright picture at full size. Throws PhotoError, ModelError. */
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
