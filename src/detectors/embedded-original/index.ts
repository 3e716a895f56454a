// Thumbnails and previews inside a file that show more than its picture: they are often older than a crop or a blurred face.
import type { Detection } from '../../types/detection.js';
import { PhotoError } from '../../words/problems.js';
import type { Detector } from '../detector.js';
import { compare, type Difference } from './compare.js';
import { type EmbeddedPicture, findEmbedded } from './pictures.js';
import { type Plane, toPlane } from './plane.js';
import { decode, orientationOf, turn } from './upright.js';

/** Pixels of the long sides at which the two are compared: a thumbnail's usual size, and twice that. */
const EMBEDDED_SIDE = 160;
const MAIN_SIDE = 320;

export const embeddedOriginal: Detector = {
  id: 'embedded-original',
  title: 'embedded originals',
  description: 'Thumbnails and previews that show more than the picture they belong to.',
  needs: ['container', 'pixels'],
  labels: ['embedded-more', 'embedded-clearer', 'embedded-other'],
  models: [],
  async detect(photo) {
    // A RAW file has no picture to compare with but its preview.
    if (photo.target.kind === 'raw') return [];
    const pictures = findEmbedded(photo.bytes, photo.target.mediaType);
    if (pictures.length === 0) return [];
    const main = await toPlane(await photo.pixels(), MAIN_SIDE);
    const orientation = await orientationOf(photo.bytes);
    const detections: Detection[] = [];
    let damaged: PhotoError | null = null;
    for (const picture of pictures) {
      try {
        const difference = compare(await planeOf(picture, orientation), main);
        if (difference) detections.push(toDetection(picture, difference));
      } catch (error) {
        if (!(error instanceof PhotoError)) throw error;
        damaged = error;
      }
    }
    // What another one shows is worth more than the word that this one could not be seen.
    if (damaged && detections.length === 0) throw damaged;
    return detections;
  },
};

async function planeOf({ bytes }: EmbeddedPicture, orientation: number): Promise<Plane> {
  return toPlane(turn(await decode(bytes), orientation), EMBEDDED_SIDE);
}

function toDetection({ what, bytes, offset }: EmbeddedPicture, { label, score }: Difference): Detection {
  const source = { picture: what, atMs: null } as const;
  const evidence = { what, bytes: bytes.length, ...(offset === null ? {} : { offset }) };
  return { detector: 'embedded-original', label, score, proved: false, source, region: null, evidence };
}
