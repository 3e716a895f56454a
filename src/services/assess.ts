// What a service would do with one photo. Pure: the day is an argument, and nothing is asked of anybody.
import type { ServiceVerdict, Taken } from '../types/report.js';
import type { ServiceProfile } from './profile.js';

export interface PhotoFacts {
  /** ISO 8601, or null where the file has no date. */
  readonly takenAt: string | null;
  /** Ids of the rules that found something, of all rules and not only of those that are on. */
  readonly rules: ReadonlySet<string>;
}

type Reason = ServiceVerdict['reasons'][number];
type Lesson = ServiceVerdict['learns'][number];

/** Rules whose findings show that there is something to learn. A date needs none: it is read in every run. */
const SIGNS: Readonly<Record<Exclude<Lesson, 'date'>, readonly string[]>> = {
  faces: ['person/face', 'person/child'],
  people: ['person/face', 'person/child'],
  objects: [],
  place: ['metadata/location', 'metadata/place-name'],
};

/** The rule whose findings are a reason of their own. */
const PLACE_SIGN = 'metadata/location';

/** What a run can state of a service: of a lesson or reason that no rule was on for, nothing is known. */
export interface Checked {
  readonly lessons: readonly Lesson[];
  /** Lessons for which there are rules, and none of them is on. */
  readonly notChecked: readonly Lesson[];
  readonly isPlaceChecked: boolean;
}

/** @param rules ids of those that are on */
export function checkedFor(profile: ServiceProfile, rules: ReadonlySet<string>): Checked {
  const signs = (lesson: Lesson) => (lesson === 'date' ? [] : SIGNS[lesson]);
  const isChecked = (lesson: Lesson) => lesson === 'date' || signs(lesson).some((rule) => rules.has(rule));
  return {
    lessons: profile.learns.filter(isChecked),
    notChecked: profile.learns.filter((lesson) => !isChecked(lesson) && signs(lesson).length > 0),
    isPlaceChecked: rules.has(PLACE_SIGN),
  };
}

/**
 * Whether the service would take the photo on the day `asOf` (YYYY-MM-DD), why, and what it would learn if it did.
 * `unknown` without a usable date. A photo dated after that day is `no`: it was not there yet.
 * A place is a reason only beside another one: it makes a photo more likely to be chosen, and alone takes none.
 */
export function assess(facts: PhotoFacts, profile: ServiceProfile, asOf: string): ServiceVerdict {
  const taken = takenOn(facts.takenAt, profile.windowDays, asOf);
  const reasons: Reason[] = taken === 'yes' ? ['recent'] : [];
  if (taken === 'yes' && facts.rules.has(PLACE_SIGN)) reasons.push('place');
  return {
    name: profile.name,
    taken,
    reasons: reasons.filter((reason) => profile.selects.includes(reason)),
    learns: profile.learns.filter((lesson) =>
      lesson === 'date' ? facts.takenAt !== null : SIGNS[lesson].some((rule) => facts.rules.has(rule)),
    ),
  };
}

function takenOn(takenAt: string | null, windowDays: number, asOf: string): Taken {
  const taken = dayNumber(takenAt ?? '');
  const asked = dayNumber(asOf);
  if (taken === null || asked === null) return 'unknown';
  const age = asked - taken;
  return age >= 0 && age <= windowDays ? 'yes' : 'no';
}

const MS_A_DAY = 86_400_000;

/** Days since the epoch of the calendar day that the text begins with, as its own clock had it; null where there is no such day. */
function dayNumber(text: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text)?.[0];
  if (day === undefined) return null;
  const date = new Date(day);
  // JavaScript turns 30 February into 2 March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date.getTime() / MS_A_DAY;
}
