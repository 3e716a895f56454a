// Merges the sightings of several passes into one group per face.
import type { Turns } from '../../image/raster.js';
import { containment, intersectionOverUnion, type Upright } from './boxes.js';
import type { Sighting } from './detection-passes.js';
import { logOdds } from './logistic.js';

/**
 * All sightings of one face. The box (in pixels of the raster) and the turns are those of the
 * preferred sighting.
 */
export interface Group extends Upright {
  /** At least one. The preferred one comes first. */
  readonly sightings: readonly Sighting[];
}

/**
 * By how much, in log odds, a rotated sighting must beat an upright one to be preferred. Sideways
 * photos are rare, and an age estimated from a face in the wrong orientation is worthless.
 */
const ROTATED_BEHIND = 2;

/**
 * Overlap from which boxes of different passes show the same face. Passes differ in scale, so it is
 * lower than within one pass.
 */
const SAME_FACE = 0.35;

/** Containment from which a box inside another is a tighter box of the same face. */
const SAME_FACE_WITHIN = 0.75;

/** Whether two boxes of different passes show the same face. */
function isSameFace(a: Upright, b: Upright): boolean {
  return intersectionOverUnion(a.box, b.box) >= SAME_FACE || containment(a.box, b.box) >= SAME_FACE_WITHIN;
}

/** The confidence in a sighting, in log odds, in a photo that is upright after `upright`. */
function preference({ score, turns }: Sighting, upright: Turns): number {
  return logOdds(score) - (turns === upright ? 0 : ROTATED_BEHIND);
}

/**
 * One group per face, the preferred face first. Each sighting joins the first group whose preferred
 * box it overlaps.
 */
export function gather(sightings: readonly Sighting[], upright: Turns = 0): readonly Group[] {
  const groups: { box: Sighting['box']; turns: Sighting['turns']; sightings: Sighting[] }[] = [];
  for (const sighting of sightings.toSorted((a, b) => preference(b, upright) - preference(a, upright))) {
    const home = groups.find((group) => isSameFace(group, sighting));
    if (home) home.sightings.push(sighting);
    else groups.push({ box: sighting.box, turns: sighting.turns, sightings: [sighting] });
  }
  return groups;
}

/** The best score among the sightings of the face that `isCounted` accepts. 0 if there is none. */
export function bestScore(group: Group, isCounted: (sighting: Sighting) => boolean): number {
  return Math.max(0, ...group.sightings.filter(isCounted).map((sighting) => sighting.score));
}
