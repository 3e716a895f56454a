// The detector of faces, and of children by their faces.
import type { Pixels } from '../../image/raster.js';
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Raster } from '../../types/photo.js';
import type { DetectContext, Detector } from '../detector.js';
import { type Cut, estimateAges } from './ages.js';
import { type Box, toRegion, type Upright } from './boxes.js';
import { CALIBRATION, type Calibration } from './calibration.js';
import { type AgeReading, ageInterval, childProbability } from './children.js';
import { type FoundFace, findFaces } from './find.js';

/** Crops of each face whose age is estimated: wider ones made children look older, a single one missed more of them. */
const CUTS: readonly Cut[] = [0.8, 0.9, 1].flatMap((reach) => [
  { reach, isMirrored: false },
  { reach, isMirrored: true },
]);

const FAST_CUTS = CUTS.slice(2, 4);

export function cutsFor(isFast: boolean): readonly Cut[] {
  return isFast ? FAST_CUTS : CUTS;
}

/** Pixels at full size below which nobody is recognised by the face: half the eye distance that recognition wants. */
const CLEAR_SIDE = 20;

/** Children less likely than this are not handed on: no rule can want them. */
const CHILD_FLOOR = 0.05;

export const faces: Detector = {
  id: 'faces',
  title: 'faces and children',
  description: 'Faces, upright or lying on their side, how old they look, and whether that is younger than 13.',
  needs: ['pixels'],
  labels: ['face', 'face-unclear', 'child'],
  models: ['face-ssd', 'face-age-gender'],
  async detect(photo, context) {
    const raster = await photo.pixels();
    const found = await findFaces(raster, await context.engine.model('face-ssd'), context.isFast);
    if (found.length === 0) return [];
    const calibration = context.isFast ? CALIBRATION.fast : CALIBRATION.full;
    const ages = await readAges(raster, found, context);
    return found.flatMap((face, index) => describe(raster, face, ages[index]!, calibration));
  },
};

async function readAges(
  raster: Pixels,
  found: readonly Upright[],
  context: DetectContext,
): Promise<readonly AgeReading[]> {
  const model = await context.engine.model('face-age-gender');
  return estimateAges(raster, found, cutsFor(context.isFast), model);
}

/** One detection for the face, and one more where it may be a child's. */
function describe(raster: Raster, face: FoundFace, ages: AgeReading, calibration: Calibration): Detection[] {
  const region = atFullSize(raster, face.box);
  const isClear = Math.max(region.width, region.height) >= CLEAR_SIDE;
  const child = childProbability(ages, calibration);
  const evidence = { age: ageInterval(ages, calibration) };
  const seen = [detection(isClear ? 'face' : 'face-unclear', face.probability, region, evidence)];
  return child < CHILD_FLOOR ? seen : [...seen, detection('child', child, region, evidence)];
}

function detection(label: string, score: number, region: Region, evidence: Evidence): Detection {
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
