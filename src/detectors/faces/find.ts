// Finds faces by the agreement of several passes, instead of a low threshold on one.

import type { Pixels, Turns } from '../../image/raster.js';
import type { Model } from '../../inference/engine.js';
import { boxHeight, boxWidth, FILLING, intersectionOverUnion, type Upright } from './boxes.js';
import { CALIBRATION, type Calibration } from './calibration.js';
import { againPass, quickPass, rotatedPass, runPass, type Sighting, SUSPECTS, wholePass } from './detection-passes.js';
import type { FirstEvidence } from './evidence.js';
import { logOdds, probability } from './logistic.js';
import { bestScore, type Group, gather } from './merge.js';
import { highestScore, type Person } from './persons.js';

/** The people of a picture that is upright after so many quarter turns. */
export type PeopleAt = (turns: Turns) => Promise<readonly Person[]>;

/** A suspect with what speaks for it; `again` is null where it was not shown again. */
export interface Suspect extends Group {
  readonly evidence: Readonly<Record<FirstEvidence, number>> & { readonly again: number | null };
}

/** A face with the probability, 0..1, that it is one. */
export interface FoundFace extends Upright {
  readonly probability: number;
}

/** First probabilities between these are doubtful: there the second pass changes what is reported. Fast: about the least probability that rules want. */
const DOUBT = { full: { from: 0.15, until: 0.85 }, fast: { from: 0.4, until: 0.5 } } as const;

/** Less likely faces are not handed on: no rule wants them, each costs several runs of the age models, and what is no face tells nothing of age. */
export const FACE_FLOOR = 0.3;

/** From these scores of the best face and of the surest person on, in the picture as it is, a photo stands upright and shows people, not animals. */
const SETTLED_FACE = 0.7;
const SETTLED_PERSON = 0.5;

/** From this score of a person on it stands upright without a face too. */
const SURE_PERSON = 0.7;

/** Someone whose box is as wide as this share of the picture's shorter side is near. */
const NEAR = 0.5;

/** A photo whose best face scores at least this, and is not upright, lies on its side: it is worth a pass that is not at a quarter of the size. */
const SIDEWAYS_FROM = 0.6;

/** A photo whose most probable face is this probable, and is not upright, is taken to lie as that face does. */
const SURELY_SIDEWAYS = 0.8;

/** A sighting confirms a suspect whose box it overlaps by this much; one that merely holds it may be the face beside. */
const CONFIRMS = 0.3;

/** Suspects shown again in one photo: more than two canvases full are a crowd or a texture. */
const MAX_DOUBTFUL = 32;

/** Runs the first passes, then shows the suspects that `isDoubtful` names, at most MAX_DOUBTFUL, once more and each alone. */
export async function runPasses(
  raster: Pixels,
  detector: Model,
  peopleAt: PeopleAt,
  isFast: boolean,
  isDoubtful: (suspect: Suspect) => boolean,
): Promise<readonly Suspect[]> {
  const sightings = await firstPasses(raster, detector, peopleAt, isFast);
  const rotation = turnsOfBest(sightings);
  const [upright, rotated] = [await peopleAt(0), await peopleAt(rotation)];
  const suspects = gather(sightings).map((group) => {
    const people = peopleEvidence(group, group.turns === rotation ? rotated : upright, raster);
    return { ...group, evidence: { ...firstEvidence(group, people), again: null } };
  });
  const doubtful = suspects.filter(isDoubtful).slice(0, MAX_DOUBTFUL);
  const again = new Map<Suspect, number>();
  for (let start = 0; start < doubtful.length; start += SUSPECTS) {
    const shown = doubtful.slice(start, start + SUSPECTS);
    const seen = await runPass(againPass(shown), raster, detector);
    for (const [cell, suspect] of shown.entries()) {
      const confirming = seen.find(
        (sighting) => sighting.cell === cell && intersectionOverUnion(sighting.box, suspect.box) >= CONFIRMS,
      );
      again.set(suspect, logOdds(confirming?.score ?? 0));
    }
  }
  return suspects.map((suspect) => ({
    ...suspect,
    evidence: { ...suspect.evidence, again: again.get(suspect) ?? null },
  }));
}

async function firstPasses(
  raster: Pixels,
  detector: Model,
  peopleAt: PeopleAt,
  isFast: boolean,
): Promise<readonly Sighting[]> {
  if (isFast) return await runPass(quickPass(raster), raster, detector);
  const whole = await runPass(wholePass(raster), raster, detector);
  if (isSettled(whole, await peopleAt(0), raster)) return whole;
  const sightings = [...whole, ...(await runPass(rotatedPass(raster), raster, detector))];
  const rotation = turnsOfBest(sightings);
  return rotation === 0 ? sightings : [...sightings, ...(await runPass(wholePass(raster, rotation), raster, detector))];
}

/**
 * Whether a photo surely stands upright, and its faces were seen where they are: then turning it shows nothing new. Only someone near the camera
 * has a face too large for the pass over the whole picture.
 */
function isSettled(whole: readonly Sighting[], persons: readonly Person[], { width, height }: Pixels): boolean {
  const face = Math.max(0, ...whole.map(({ score }) => score));
  const person = highestScore(persons);
  if (face >= SETTLED_FACE) return person >= SETTLED_PERSON;
  const isNear = persons.some(({ box }) => boxWidth(box) >= NEAR * Math.min(width, height));
  return person >= SURE_PERSON && !isNear;
}

/** How the photo lies, by its best face. */
function turnsOfBest(sightings: readonly Sighting[]): Turns {
  const [best] = sightings.toSorted((a, b) => b.score - a.score);
  return best === undefined || best.score < SIDEWAYS_FROM ? 0 : best.turns;
}

/** The faces of a picture, the best seen first, boxes in pixels of the raster. Fast: one canvas for all sizes, and fewer second passes. */
export async function findFaces(
  raster: Pixels,
  detector: Model,
  peopleAt: PeopleAt,
  isFast: boolean,
): Promise<readonly FoundFace[]> {
  const speed = isFast ? 'fast' : 'full';
  const calibration = CALIBRATION[speed];
  const isDoubtful = (suspect: Suspect): boolean => {
    const first = faceProbability(suspect, calibration);
    return first >= DOUBT[speed].from && first <= DOUBT[speed].until;
  };
  const suspects = await runPasses(raster, detector, peopleAt, isFast, isDoubtful);
  const found = suspects.map((suspect) => ({ suspect, probability: faceProbability(suspect, calibration) }));
  const [best] = found.toSorted((a, b) => b.probability - a.probability);
  const rotation = best && best.probability >= SURELY_SIDEWAYS ? best.suspect.turns : 0;
  return found
    .map(({ suspect, probability }) => {
      const { box, turns } = suspect;
      const isExpected = rotation !== 0 && turns === rotation && suspect !== best?.suspect;
      return { box, turns, probability: isExpected ? faceProbability(asUpright(suspect), calibration) : probability };
    })
    .filter((face) => face.probability >= FACE_FLOOR);
}

/** Where the photo itself lies on its side, a face that does so too is nothing unusual. */
function asUpright(suspect: Suspect): Suspect {
  return { ...suspect, evidence: { ...suspect.evidence, isTurned: 0 } };
}

function faceProbability({ evidence }: Suspect, { first, again }: Calibration): number {
  return evidence.again === null
    ? probability(first, evidence)
    : probability(again, { ...evidence, again: evidence.again });
}

/**
 * People anywhere, not around the suspect: in a crowd most have no box of their own. A face that fills the picture leaves nothing of a person
 * to be seen, which then speaks neither for nor against it.
 */
function peopleEvidence({ box }: Upright, persons: readonly Person[], { width, height }: Pixels): number {
  const share = Math.max(boxWidth(box), boxHeight(box)) / Math.min(width, height);
  const evidence = logOdds(highestScore(persons));
  return share >= FILLING ? Math.max(0, evidence) : evidence;
}

function firstEvidence(group: Group, people: number): Record<FirstEvidence, number> {
  const isOwn = (sighting: Sighting): boolean => sighting.turns === group.turns;
  return {
    best: logOdds(bestScore(group, isOwn)),
    other: logOdds(bestScore(group, (sighting) => !isOwn(sighting))),
    people,
    isTurned: group.turns === 0 ? 0 : 1,
  };
}
