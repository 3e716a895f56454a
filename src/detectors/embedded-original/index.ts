// Thumbnails and previews inside a file that show more than its picture. They often predate a crop
// or a blurred face.

import { sourceOf } from '../../embedded/compare-all.js';
import type { Detection } from '../../types/detection.js';
import type { Difference } from '../../types/embedded.js';
import type { ComparedPicture } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { EMBEDDED_ORIGINAL } from './declaration.js';

export const embeddedOriginal: Detector = {
  ...EMBEDDED_ORIGINAL,
  async detect(photo) {
    const { pictures } = await photo.embeddedPictures();
    return pictures.flatMap((picture) => (picture.difference ? [toDetection(picture, picture.difference)] : []));
  },
};

function toDetection({ what, bytes, offset, isProved }: ComparedPicture, { label, score }: Difference): Detection {
  const source = { picture: sourceOf(what), atMs: null };
  const evidence = { what, bytes, ...(offset === null ? {} : { offset }) };
  return { detector: EMBEDDED_ORIGINAL.id, label, score, proved: isProved, source, region: null, evidence };
}
