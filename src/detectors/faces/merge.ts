// The sightings of several passes, gathered into one group per face.
import { containment, intersectionOverUnion, type Upright } from './boxes.js';
import type { Sighting } from './detection-passes.js';
import { logOdds } from './logistic.js';

/** Everything that the passes found of one face; box (pixels of the raster) and turns are those of the preferred sighting. */
export interface Group extends Upright {
  /** The preferred first; at least one. */
  readonly sightings: readonly Sighting[];
}

/**
 * How much better, in log odds, a sighting must be to be preferred to an upright one: photos that lie on their side are rare, and an age
 * read from a face in the wrong orientation is worth nothing.
 */
const ROTATED_BEHIND = 2;

/** Boxes of different passes that overlap by this much show the same face: passes differ in scale, so less than within one pass. */
const SAME_FACE = 0.35;

/** A box that lies within another by this much is the same face seen tighter. */
const SAME_FACE_WITHIN = 0.75;

/** Whether two boxes of different passes show the same face. */
function isSameFace(a: Upright, b: Upright): boolean {
  return intersectionOverUnion(a.box, b.box) >= SAME_FACE || containment(a.box, b.box) >= SAME_FACE_WITHIN;
}

/** How much a sighting is to be trusted, in log odds. */
function preference({ score, turns }: Sighting): number {
  return logOdds(score) - (turns === 0 ? 0 : ROTATED_BEHIND);
}

/** One group per face, the preferred face first. Each sighting joins the first group whose preferred box it overlaps. */
export function gather(sightings: readonly Sighting[]): readonly Group[] {
  const groups: { box: Sighting['box']; turns: Sighting['turns']; sightings: Sighting[] }[] = [];
  for (const sighting of sightings.toSorted((a, b) => preference(b) - preference(a))) {
    const home = groups.find((group) => isSameFace(group, sighting));
    if (home) home.sightings.push(sighting);
    else groups.push({ box: sighting.box, turns: sighting.turns, sightings: [sighting] });
  }
  return groups;
}

/** The best score among those sightings of the face that `isCounted` lets pass; 0 where there is none. */
export function bestScore(group: Group, isCounted: (sighting: Sighting) => boolean): number {
  return Math.max(0, ...group.sightings.filter(isCounted).map((sighting) => sighting.score));
}
