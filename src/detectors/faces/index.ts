// The detector of faces, and of children.
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Raster } from '../../types/raster.js';
import type { Detector } from '../detector.js';
import { type EdgeBox, toRegion } from './boxes.js';
import { CALIBRATION } from './calibration.js';
import { ageInterval, faceEvidence, isOwnChild, judgeChildren } from './children.js';
import { FACES, type FaceLabel } from './declaration.js';
import { judgePeople } from './judge-people.js';
import { tellingPersons } from './persons.js';
import { facesOf } from './photo-faces.js';

/**
 * Size in pixels at full resolution below which a face is too small to recognise anyone: half the
 * eye distance that face recognition requires.
 */
const CLEAR_SIDE = 20;

/** Less likely children are dropped: no rule can report them. */
const CHILD_FLOOR = 0.05;

export const faces: Detector = {
  ...FACES,
  async detect(photo, { engine, isFast }) {
    const calibration = isFast ? CALIBRATION.fast : CALIBRATION.full;
    const { raster, faces: found, peopleAt } = await facesOf(photo, engine, isFast);
    // A sideways picture, judged by its best face, is examined upright: the models were trained on
    // upright pictures only.
    const persons = tellingPersons(await peopleAt(found[0]?.turns ?? 0), raster);
    const { candidates, readings, ages } = await judgePeople(raster, found, persons, engine, {
      calibration,
      isFast,
    });
    const seen = found.map(({ box, probability }, index) => {
      const region = atFullSize(raster, box);
      const isClear = Math.max(region.width, region.height) >= CLEAR_SIDE;
      const evidence = { age: ageInterval(ages[index]!.years, calibration) };
      return detection(isClear ? 'face' : 'face-unclear', probability, region, evidence);
    });
    const children = judgeChildren(readings, calibration).flatMap((probability, place) => {
      if (probability < CHILD_FLOOR) return [];
      const { face, person } = candidates[place]!;
      const isByFace =
        face !== null && (person === null || isOwnChild(faceEvidence(ages[face]!), calibration.childByFace));
      if (isByFace) return [detection('child', probability, seen[face]!.region, seen[face]!.evidence)];
      return [detection('child-unseen', probability, atFullSize(raster, persons[person!]!.box), {})];
    });
    return [...seen, ...children];
  },
};

function detection(label: FaceLabel, score: number, region: Region | null, evidence: Evidence): Detection {
  const source = { picture: 'main', atMs: null } as const;
  return { detector: FACES.id, label, score, proved: false, source, region, evidence };
}

/** Maps a box of the raster to pixels of the upright picture at full size, clipped. */
function atFullSize({ width, height, covers }: Raster, box: EdgeBox): Region {
  const across = covers.width / width;
  const down = covers.height / height;
  const scaled = { left: box.left * across, top: box.top * down, right: box.right * across, bottom: box.bottom * down };
  return toRegion(scaled, covers);
}
