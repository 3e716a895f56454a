// Finds faces by the agreement of several passes, not by a low threshold on one pass.

import type { Pixels, Turns } from '../../image/raster.js';
import type { Model } from '../../inference/engine.js';
import { boxHeight, boxWidth, FILLING, intersectionOverUnion, type Upright } from './boxes.js';
import { CALIBRATION, type Calibration } from './calibration.js';
import { againPass, quickPass, rotatedPass, runPass, type Sighting, SUSPECTS, wholePass } from './detection-passes.js';
import type { FirstEvidence } from './evidence.js';
import { logOdds, probability, sigmoid } from './logistic.js';
import { bestScore, type Group, gather } from './merge.js';
import { type Orientation, orientationOf, type PeopleAt, sharesOf, UPRIGHT, type WholeAt } from './orientation.js';
import { highestScore, type Person } from './persons.js';

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
 * If the best face scores at least this and is not upright, a pass at more than a quarter of the
 * size is worth it.
 */
const SIDEWAYS_FROM = 0.6;

/**
 * Log odds of a real person, by the look of the whole photo, below which faces are doubted, and how
 * much. Of the training photos of children fewer than one in a hundred is below, of drawings,
 * statues and animals three in four (docs/accuracy.md).
 */
const SURELY_NONE = -1.5;
const AS_NONE = 2;

/** Share of an upright photo, by its look, below which it is not settled that it is upright. */
const MAY_BE_UPRIGHT = 0.2;

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

/** What the photo is searched with. */
export interface Search {
  readonly detector: Model;
  readonly peopleAt: PeopleAt;
  readonly wholeAt: WholeAt;
  /** One canvas for all sizes, and fewer second passes. */
  readonly isFast: boolean;
}

export interface SeenSuspects {
  readonly suspects: readonly Suspect[];
  readonly orientation: Orientation;
}

/**
 * Runs the first passes, then shows the suspects selected by `isDoubtful`, at most MAX_DOUBTFUL,
 * once more, each on its own.
 */
export async function runPasses(
  raster: Pixels,
  search: Search,
  isDoubtful: (suspect: Suspect) => boolean,
): Promise<SeenSuspects> {
  const { detector, peopleAt } = search;
  const { sightings, orientation } = await firstPasses(raster, search);
  const [upright, rotated] = [await peopleAt(0), await peopleAt(orientation.turns)];
  const suspects = gather(sightings, orientation.turns).map((group) => {
    const people = peopleEvidence(group, group.turns === orientation.turns ? rotated : upright, raster);
    return { ...group, evidence: { ...firstEvidence(group, people, orientation), again: null } };
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
  const shownAgain = suspects.map((suspect) => ({
    ...suspect,
    evidence: { ...suspect.evidence, again: again.get(suspect) ?? null },
  }));
  return { suspects: shownAgain, orientation };
}

interface FirstSeen {
  readonly sightings: readonly Sighting[];
  readonly orientation: Orientation;
}

async function firstPasses(raster: Pixels, { detector, peopleAt, wholeAt, isFast }: Search): Promise<FirstSeen> {
  if (isFast) {
    const sightings = await runPass(quickPass(raster), raster, detector);
    return { sightings, orientation: await orientationOf(sightings, wholeAt, peopleAt) };
  }
  const whole = await runPass(wholePass(raster), raster, detector);
  const people = await peopleAt(0);
  if (isSettled(whole, people, raster) && sharesOf(await wholeAt(0))(0) >= MAY_BE_UPRIGHT)
    return { sightings: whole, orientation: UPRIGHT };
  const sightings = [...whole, ...(await runPass(rotatedPass(raster), raster, detector))];
  const orientation = await orientationOf(sightings, wholeAt, peopleAt);
  // A head may be tilted in a photo that is upright: its way is worth a pass, too.
  const turns = orientation.turns === 0 ? turnsOfBest(sightings) : orientation.turns;
  if (turns === 0) return { sightings, orientation };
  const rotated = await runPass(wholePass(raster, turns), raster, detector);
  return { sightings: [...sightings, ...rotated], orientation };
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

/** The quarter turns that make the best face upright. */
function turnsOfBest(sightings: readonly Sighting[]): Turns {
  const [best] = sightings.toSorted((a, b) => b.score - a.score);
  return best === undefined || best.score < SIDEWAYS_FROM ? 0 : best.turns;
}

export interface FoundFaces {
  /** The best first, with boxes in pixels of the raster. */
  readonly faces: readonly FoundFace[];
  readonly orientation: Orientation;
  /** Log odds of a real person, by the look of the whole photo. Null if it is not known. */
  readonly real: number | null;
}

/** The faces of a picture, and how it lies. */
export async function findFaces(raster: Pixels, search: Search): Promise<FoundFaces> {
  const speed = search.isFast ? 'fast' : 'full';
  const calibration = CALIBRATION[speed];
  const isDoubtful = (suspect: Suspect): boolean => {
    const first = faceProbability(suspect, calibration);
    return first >= DOUBT[speed].from && first <= DOUBT[speed].until;
  };
  const { suspects, orientation } = await runPasses(raster, search, isDoubtful);
  const found = suspects
    .map((suspect) => ({ box: suspect.box, turns: suspect.turns, probability: faceProbability(suspect, calibration) }))
    .filter((face) => face.probability >= FACE_FLOOR);
  const looks = found.length === 0 ? [] : [await search.wholeAt(0), await search.wholeAt(orientation.turns)];
  // How the photo lies may be wrong: it is in doubt only if neither way shows a real person.
  const reals = looks.flatMap((whole) => whole?.real ?? []);
  const real = reals.length === 0 ? null : Math.max(...reals);
  const faces = found
    .map((face) => ({ ...face, probability: ofRealPerson(face.probability, real ?? SURELY_NONE) }))
    .filter((face) => face.probability >= FACE_FLOOR);
  return { faces, orientation, real };
}

/**
 * Statues, drawings and animals have faces, too: the look of the whole picture tells them apart.
 */
function ofRealPerson(probability: number, real: number): number {
  if (real >= SURELY_NONE) return probability;
  return sigmoid(Math.log(probability / (1 - probability)) + AS_NONE * (real - SURELY_NONE));
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

/** In a photo that lies on its side, a face that does so too is nothing unusual. */
function firstEvidence(group: Group, people: number, { turns }: Orientation): Record<FirstEvidence, number> {
  const isOwn = (sighting: Sighting): boolean => sighting.turns === group.turns;
  return {
    best: logOdds(bestScore(group, isOwn)),
    other: logOdds(bestScore(group, (sighting) => !isOwn(sighting))),
    people,
    isTurned: group.turns === turns ? 0 : 1,
  };
}
