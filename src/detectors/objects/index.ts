// The detector of themes. It shares the search for people and things with the detector of faces, so
// that the network runs once for both. Only in doubt it runs once more, on a smaller picture.
import type { Detector } from '../detector.js';
import { toFullSize } from '../faces/boxes.js';
import { findObjects } from '../faces/objects.js';
import { facesOf } from '../faces/photo-faces.js';
import { OBJECTS } from './declaration.js';
import { isDoubted, themesOf, withSecondPass } from './themes.js';

export const objects: Detector = {
  ...OBJECTS,
  async detect(photo, { engine, isFast }) {
    const { raster, orientation, objectsAt } = await facesOf(photo, engine, isFast);
    const first = themesOf(await objectsAt(orientation.turns), raster);
    const isOpen = !isFast && first.some(isDoubted);
    const again = isOpen ? themesOf(await findObjects(raster, orientation.turns, engine, true), raster) : null;
    const all = again ? first.map((seen) => withSecondPass(seen, again)) : first;
    // One quick pass is not precise enough for the others (docs/accuracy.md).
    const seen = isFast ? all.filter(({ label }) => label === 'pet') : all;
    return seen.map(({ label, score, box, kinds }) => ({
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
