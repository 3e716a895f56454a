// The detector of faces, and of children.
import type { Turns } from '../../image/raster.js';
import type { Engine } from '../../inference/engine.js';
import type { Detection, Evidence, Region } from '../../types/detection.js';
import type { Raster } from '../../types/raster.js';
import type { Detector } from '../detector.js';
import { toFullSize } from './boxes.js';
import { CALIBRATION } from './calibration.js';
import { NO_ONE_FOUND, TEENAGER } from './child-calibration.js';
import { ageInterval, isOwnChild, judgeByLook, teenager } from './children.js';
import { FACES, type FaceLabel } from './declaration.js';
import { type JudgedPeople, judgePeople } from './judge-people.js';
import { type Person, personsToExamine, whole } from './persons.js';
import { facesOf, type SeenFaces } from './photo-faces.js';
import { type RealFaces, realFaces } from './real-faces.js';
import { closerLook, type WholePhoto } from './whole-photo.js';

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
    const { raster, faces: suspects, real, ...lies } = await facesOf(photo, engine, isFast);
    const found = await realFaces(raster, { faces: suspects, real }, engine);
    const { persons, judged, byLook } = await judgeAsItLies(raster, found, lies, engine, isFast);
    const { candidates, readings, ages } = judged;
    const seen = found.faces.map(({ box, probability }, index) => {
      const region = toFullSize(raster, box);
      const isClear = Math.max(region.width, region.height) >= CLEAR_SIDE;
      const evidence = { age: ageInterval(ages[index]!.years, calibration) };
      return detection(isClear ? 'face' : 'face-unclear', probability, region, evidence);
    });
    const children = judged.children.flatMap((probability, place) => {
      if (probability < CHILD_FLOOR) return [];
      const { face, person } = candidates[place]!;
      const reading = readings[place]!.face;
      const isByFace = reading !== null && (person === null || isOwnChild(reading, judged.calibration));
      if (!isByFace) return [detection('child-unseen', probability, toFullSize(raster, persons[person!]!.box), {})];
      const isTeenager = teenager(ages[face!]!, reading.features, TEENAGER) > probability;
      const { region, evidence } = seen[face!]!;
      return [detection(isTeenager ? 'teenager' : 'child', probability, region, evidence)];
    });
    if (byLook < CHILD_FLOOR) return [...seen, ...children];
    return [detection('child-unseen', byLook, toFullSize(raster, whole(raster)), {})];
  },
};

interface JudgedPhoto {
  readonly persons: readonly Person[];
  readonly judged: JudgedPeople;
  /** Probability of a child by the look of the whole photo. 0 unless no one was found. */
  readonly byLook: number;
}

/**
 * Judges the people in a picture that is made upright: the models were trained on upright pictures
 * only. Where it is open how it lies, both ways are judged, and the more telling one counts.
 */
async function judgeAsItLies(
  raster: Raster,
  found: RealFaces,
  { orientation, peopleAt, wholeAt }: Pick<SeenFaces, 'orientation' | 'peopleAt' | 'wholeAt'>,
  engine: Engine,
  isFast: boolean,
): Promise<JudgedPhoto> {
  const judgeAfter = async (turns: Turns): Promise<JudgedPhoto> => {
    const persons = personsToExamine(await peopleAt(turns), raster);
    const seen = await wholeAt(turns);
    const closer = seen && (() => closerLook(raster, turns, seen, engine));
    const scene = seen && closer && { first: seen.child, closer };
    const judged = await judgePeople(raster, found, persons, engine, { scene, isFast });
    const isNoOne = found.faces.length === 0 && persons.length === 0;
    const byLook = isNoOne && seen ? await childByLook(seen, isFast ? null : closer) : 0;
    return { persons, judged, byLook };
  };
  const first = await judgeAfter(orientation.turns);
  if (orientation.second === null) return first;
  const second = await judgeAfter(orientation.second);
  const likelihood = ({ judged, byLook }: JudgedPhoto): number => Math.max(byLook, ...judged.children);
  return likelihood(second) > likelihood(first) ? second : first;
}

async function childByLook(seen: WholePhoto, closer: (() => Promise<number>) | null): Promise<number> {
  const first = judgeByLook(seen.child, seen.real, NO_ONE_FOUND);
  return closer && first > CHILD_FLOOR ? judgeByLook(await closer(), seen.real, NO_ONE_FOUND) : first;
}

function detection(label: FaceLabel, score: number, region: Region | null, evidence: Evidence): Detection {
  const source = { picture: 'main', atMs: null } as const;
  return { detector: FACES.id, label, score, proved: false, source, region, evidence };
}
