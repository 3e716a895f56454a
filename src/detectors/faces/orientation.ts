// Decides how a photo without an orientation tag lies. The look of the whole photo, its faces and
// its people vote together.
import type { Turns } from '../../image/raster.js';
import type { Sighting } from './detection-passes.js';
import { logOdds } from './logistic.js';
import { highestScore, type Person } from './persons.js';
import type { WholePhoto } from './whole-photo.js';

/** The people in a picture that is upright after this many quarter turns. */
export type PeopleAt = (turns: Turns) => Promise<readonly Person[]>;

/** The look of the whole photo after this many quarter turns; null without the model. */
export type WholeAt = (turns: Turns) => Promise<WholePhoto | null>;

export interface Orientation {
  /** The quarter turns clockwise that most likely make the photo upright. */
  readonly turns: Turns;
  /** The next likely, where the votes leave it open. */
  readonly second: Turns | null;
}

export const UPRIGHT: Orientation = { turns: 0, second: null };

const ALL_TURNS: readonly Turns[] = [0, 1, 2, 3];

/**
 * Weights of the votes, all of them in log odds: the look of the photo is calibrated, a face in one
 * orientation may be an animal or a texture, and most photos are upright.
 */
const FACE_VOTE = 0.7;
const PERSON_VOTE = 0.8;
const UPRIGHT_BEFORE = 1.5;

/** Lead from which the people need not be searched for in another orientation. */
const CLEAR_LEAD = 3;

/** Lead below which both orientations are judged. */
const OPEN_LEAD = 1;

/** Orientations with less of a share are as unlikely as this one. */
const MIN_SHARE = 0.005;

/**
 * The share of each orientation by the look of the photo, 0..1; equal shares if it is not known.
 */
export function sharesOf(whole: WholePhoto | null): (turns: Turns) => number {
  if (whole === null) return () => 1 / ALL_TURNS.length;
  const highest = Math.max(...whole.turned);
  const odds = whole.turned.map((logit) => Math.exp(logit - highest));
  const sum = odds.reduce((total, one) => total + one, 0);
  // A photo that was turned clockwise is upright after the rest of a full turn.
  return (turns) => (odds[(4 - turns) % 4] ?? 0) / sum;
}

/** Votes on the orientation. People are searched for only where the other votes leave a doubt. */
export async function orientationOf(
  sightings: readonly Sighting[],
  wholeAt: WholeAt,
  peopleAt: PeopleAt,
): Promise<Orientation> {
  const shareOf = sharesOf(await wholeAt(0));
  const votes = ALL_TURNS.map((turns) => {
    const own = sightings.filter((sighting) => sighting.turns === turns);
    const face = logOdds(Math.max(0, ...own.map(({ score }) => score)));
    const look = Math.log(Math.max(MIN_SHARE, shareOf(turns)));
    return { turns, vote: look + FACE_VOTE * face + (turns === 0 ? UPRIGHT_BEFORE : 0) };
  });
  const [first, second] = ranked(votes);
  if (first!.vote - second!.vote >= CLEAR_LEAD) return { turns: first!.turns, second: null };
  const asked = [];
  for (const { turns, vote } of [first!, second!]) {
    asked.push({ turns, vote: vote + PERSON_VOTE * logOdds(highestScore(await peopleAt(turns))) });
  }
  const [best, next] = ranked(asked);
  return { turns: best!.turns, second: best!.vote - next!.vote < OPEN_LEAD ? next!.turns : null };
}

function ranked(votes: readonly { readonly turns: Turns; readonly vote: number }[]) {
  return votes.toSorted((a, b) => b.vote - a.vote);
}
