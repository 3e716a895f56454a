// The detector of themes. It shares the search for people and things with the detector of faces, so
// that the network runs once for both.
import type { Detector } from '../detector.js';
import { toFullSize } from '../faces/boxes.js';
import { facesOf } from '../faces/photo-faces.js';
import { OBJECTS } from './declaration.js';
import { themesOf } from './themes.js';

export const objects: Detector = {
  ...OBJECTS,
  async detect(photo, { engine, isFast }) {
    const { raster, orientation, objectsAt } = await facesOf(photo, engine, isFast);
    return themesOf(await objectsAt(orientation.turns), raster).map(({ label, score, box, kinds }) => ({
      detector: OBJECTS.id,
      label,
      score,
      proved: false,
      source: { picture: 'main', atMs: null },
      region: toFullSize(raster, box),
      evidence: { objects: kinds },
    }));
  },
};
