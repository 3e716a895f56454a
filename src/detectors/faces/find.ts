// Finds faces by the agreement of several passes, not by a low threshold on one pass.

import type { Pixels, Turns } from '../../image/raster.js';
import type { Model } from '../../inference/engine.js';
import { boxHeight, boxWidth, FILLING, intersectionOverUnion, type Upright } from './boxes.js';
import { CALIBRATION, type Calibration } from './calibration.js';
import { againPass, quickPass, rotatedPass, runPass, type Sighting, SUSPECTS, wholePass } from './detection-passes.js';
import type { FirstEvidence } from './evidence.js';
import { logOdds, probability } from './logistic.js';
import { bestScore, type Group, gather } from './merge.js';
import { highestScore, type Person } from './persons.js';

/** The people in a picture that is upright after this many quarter turns. */
export type PeopleAt = (turns: Turns) => Promise<readonly Person[]>;

/** A suspect and its evidence. `again` is null if it was not shown again. */
export interface Suspect extends Group {
  readonly evidence: Readonly<Record<FirstEvidence, number>> & { readonly again: number | null };
}

/** A face, and the probability that it is one, 0..1. */
export interface FoundFace extends Upright {
  readonly probability: number;
}

/**
 * First probabilities in this range are doubtful: the second pass may change what is reported. The
 * fast range is around the lowest minScore of the rules.
 */
const DOUBT = { full: { from: 0.15, until: 0.85 }, fast: { from: 0.4, until: 0.5 } } as const;

/**
 * Less likely faces are dropped. No rule reports them, each costs several runs of the age models,
 * and the age of something that is no face means nothing.
 */
export const FACE_FLOOR = 0.3;

/**
 * Scores of the best face and of the most confident person in the unrotated picture. From these on,
 * the photo is upright and shows people, not animals.
 */
const SETTLED_FACE = 0.7;
const SETTLED_PERSON = 0.5;

/** From this score of a person, the photo is upright even without a face. */
const SURE_PERSON = 0.7;

/**
 * Width of a box, as a share of the picture's shorter side, from which a person is near the camera.
 */
const NEAR = 0.5;

/**
 * If the best face scores at least this and is not upright, the photo is sideways. It is worth a
 * pass at more than a quarter of the size.
 */
const SIDEWAYS_FROM = 0.6;

/**
 * If the most probable face is at least this probable and is not upright, the photo has the
 * orientation of that face.
 */
const SURELY_SIDEWAYS = 0.8;

/**
 * Minimum overlap of a sighting that confirms a suspect. A sighting that merely contains the
 * suspect may be the face next to it.
 */
const CONFIRMS = 0.3;

/**
 * Suspects per photo that are shown again. More than two canvases of suspects are a crowd or a
 * texture.
 */
const MAX_DOUBTFUL = 32;

/**
 * Runs the first passes, then shows the suspects selected by `isDoubtful`, at most MAX_DOUBTFUL,
 * once more, each on its own.
 */
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
 * Whether a photo is surely upright and its faces were found, so that rotating it shows nothing
 * new. Only a person near the camera has a face too large for the pass over the whole picture.
 */
function isSettled(whole: readonly Sighting[], persons: readonly Person[], { width, height }: Pixels): boolean {
  const face = Math.max(0, ...whole.map(({ score }) => score));
  const person = highestScore(persons);
  if (face >= SETTLED_FACE) return person >= SETTLED_PERSON;
  const isNear = persons.some(({ box }) => boxWidth(box) >= NEAR * Math.min(width, height));
  return person >= SURE_PERSON && !isNear;
}

/** The orientation of the photo, by its best face. */
function turnsOfBest(sightings: readonly Sighting[]): Turns {
  const [best] = sightings.toSorted((a, b) => b.score - a.score);
  return best === undefined || best.score < SIDEWAYS_FROM ? 0 : best.turns;
}

/**
 * The faces of a picture, the best first, with boxes in pixels of the raster. Fast: one canvas for
 * all sizes, and fewer second passes.
 */
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

/** In a sideways photo, a sideways face is nothing unusual. */
function asUpright(suspect: Suspect): Suspect {
  return { ...suspect, evidence: { ...suspect.evidence, isTurned: 0 } };
}

function faceProbability({ evidence }: Suspect, { first, again }: Calibration): number {
  return evidence.again === null
    ? probability(first, evidence)
    : probability(again, { ...evidence, again: evidence.again });
}

/**
 * Uses people anywhere in the picture, not only around the suspect: in a crowd most have no box of
 * their own. If the face fills the picture, no person can be detected, so a missing person does not
 * count against the face.
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
