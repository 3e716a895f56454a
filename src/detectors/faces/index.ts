// The detector of faces, and of children by their faces.
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Raster } from '../../types/photo.js';
import type { Detector } from '../detector.js';
import { cutsFor, estimateAges } from './ages.js';
import { type Box, toRegion } from './boxes.js';
import { CALIBRATION } from './calibration.js';
import { ageInterval, faceEvidence, findChildren, sceneEvidence } from './children.js';
import { findFaces } from './find.js';
import { childScene, largestFace } from './scene.js';

/** Pixels at full size below which nobody is recognised by the face: half the eye distance that recognition wants. */
const CLEAR_SIDE = 20;

/** Children less likely than this are not handed on: no rule can want them. */
const CHILD_FLOOR = 0.05;

export const faces: Detector = {
  id: 'faces',
  title: 'faces and children',
  description:
    'Faces, upright or lying on their side, how old they look, and whether a child younger than 13 is shown.',
  needs: ['pixels'],
  labels: ['face', 'face-unclear', 'child', 'child-unseen'],
  models: ['face-ssd', 'face-age-gender', 'face-ages'],
  optionalModels: ['child-scene'],
  async detect(photo, { engine, isFast }) {
    const raster = await photo.pixels();
    const calibration = isFast ? CALIBRATION.fast : CALIBRATION.full;
    const found = await findFaces(raster, await engine.model('face-ssd'), isFast);
    const ages = await estimateAges(raster, found, cutsFor(isFast), engine);
    const seenScene = await childScene(raster, found, engine);
    const scene = seenScene === null ? null : sceneEvidence(seenScene, largestFace(raster, found));
    const seen = found.map(({ box, probability }, index) => {
      const region = atFullSize(raster, box);
      const isClear = Math.max(region.width, region.height) >= CLEAR_SIDE;
      const evidence = { age: ageInterval(ages[index]!.years, calibration) };
      return detection(isClear ? 'face' : 'face-unclear', probability, region, evidence);
    });
    const children = findChildren(ages.map(faceEvidence), scene, calibration)
      .filter(({ probability }) => probability >= CHILD_FLOOR)
      .map(({ face, probability }) => {
        const at = face === null ? undefined : seen[face];
        return at === undefined
          ? detection('child-unseen', probability, null, {})
          : detection('child', probability, at.region, at.evidence);
      });
    return [...seen, ...children];
  },
};

function detection(label: string, score: number, region: Region | null, evidence: Evidence): Detection {
  const source = { picture: 'main', atMs: null } as const;
  return { detector: 'faces', label, score, proved: false, source, region, evidence };
}

/** A box of the raster in pixels of the upright picture at full size, clipped. */
function atFullSize({ width, height, covers }: Raster, box: Box): Region {
  const across = covers.width / width;
  const down = covers.height / height;
  const scaled = { left: box.left * across, top: box.top * down, right: box.right * across, bottom: box.bottom * down };
  return toRegion(scaled, covers);
}
