// Whether a sheet shows the portrait of its bearer, as papers that prove who somebody is do.
import type { Engine } from '../../inference/engine.js';
import type { Region } from '../../types/detection.js';
import type { Photo } from '../../types/photo.js';
import { boxHeight, boxWidth } from '../faces/boxes.js';
import { facesOf } from '../faces/photo-faces.js';

/** From this probability on a face is one; the rule's minScore of person/face. */
const FACE_FROM = 0.4;
/** A portrait's face takes so much of the sheet's shorter side: less is an emblem or a watermark, more is a person who holds the sheet. */
const MIN_SHARE = 0.1;
const MAX_SHARE = 0.7;

/** @param sheet in pixels of the upright picture at full size. Throws PhotoError, ModelError */
export async function showsPortrait(photo: Photo, sheet: Region, engine: Engine, isFast: boolean): Promise<boolean> {
  const { raster, faces } = await facesOf(photo, engine, isFast);
  const scale = raster.covers.width / raster.width;
  return faces.some(({ box, probability }) => {
    const x = (scale * (box.left + box.right)) / 2 - sheet.left;
    const y = (scale * (box.top + box.bottom)) / 2 - sheet.top;
    const isWithin = x > 0 && x < sheet.width && y > 0 && y < sheet.height;
    const share = (scale * Math.max(boxWidth(box), boxHeight(box))) / Math.min(sheet.width, sheet.height);
    return probability >= FACE_FROM && isWithin && share >= MIN_SHARE && share <= MAX_SHARE;
  });
}
