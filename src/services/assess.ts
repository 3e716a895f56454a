// What a service would do with one photo. Pure: the day is an argument, and nothing is queried.
import type { ServiceVerdict, Taken } from '../types/report.js';
import type { ServiceProfile } from './profile.js';

export interface PhotoFacts {
  /** ISO 8601; null if the file has no date. */
  readonly takenAt: string | null;
  /** Ids of the rules that found something, among all rules and not only those that are on. */
  readonly rules: ReadonlySet<string>;
}

type Reason = ServiceVerdict['reasons'][number];
type Lesson = ServiceVerdict['learns'][number];

/**
 * Rules whose findings show what the service could learn. A date needs none: every run reads it.
 */
const SIGNS: Readonly<Record<Exclude<Lesson, 'date'>, readonly string[]>> = {
  faces: ['person/face', 'person/child'],
  people: ['person/face', 'person/child'],
  objects: [],
  place: ['metadata/location', 'metadata/place-name'],
};

/** The rule whose findings are a reason to select a photo. */
const PLACE_SIGN = 'metadata/location';

/**
 * What a run can state about a service. Nothing is known about a lesson or reason if no rule for it
 * is on.
 */
export interface Checked {
  readonly lessons: readonly Lesson[];
  /** Lessons that have rules, none of which is on. */
  readonly notChecked: readonly Lesson[];
  readonly isPlaceChecked: boolean;
}

/** @param rules ids of the rules that are on */
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
 * Whether the service would take the photo on the day `asOf` (YYYY-MM-DD), why, and what it would
 * learn from it.
 * `unknown` without a usable date. `no` for a photo dated after that day: it did not exist yet.
 * A place is only a reason in addition to another one. It makes a photo more likely to be chosen,
 * but is not enough by itself.
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

/**
 * Days since the epoch of the calendar day at the start of the text, in its own time zone; null if
 * that day does not exist.
 */
function dayNumber(text: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text)?.[0];
  if (day === undefined) return null;
  const date = new Date(day);
  // JavaScript parses 30 February as 2 March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date.getTime() / MS_A_DAY;
}
