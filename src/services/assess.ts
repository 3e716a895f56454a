// What a service would do with one photo. Pure: the day is an argument, and nothing is queried.
import type { ServiceVerdict, Taken } from '../types/report.js';
import { dayNumber } from './dates.js';
import type { Criterion, ServiceProfile } from './profile.js';

export interface PhotoFacts {
  /** ISO 8601; null if the file has no date. */
  readonly takenAt: string | null;
  /** Ids of the rules that found something, among all rules and not only those that are on. */
  readonly rules: ReadonlySet<string>;
}

export type Reason = ServiceVerdict['reasons'][number];
export type Lesson = ServiceVerdict['learns'][number];

const OBJECTS = ['object/*', 'theme/pet', 'theme/vehicle', 'theme/food'];

/**
 * Rules whose findings show what the service could learn, and below, why it would choose a photo:
 * ids, and groups as `person/*`. What names rules that do not exist yet counts once they do. A date
 * needs none: every run reads it.
 */
const LESSON_SIGNS: Readonly<Record<Exclude<Lesson, 'date'>, readonly string[]>> = {
  faces: ['person/face', 'person/child'],
  people: ['person/*'],
  objects: OBJECTS,
  place: ['metadata/location', 'metadata/place-name'],
};
const CRITERION_SIGNS: Readonly<Record<Exclude<Criterion, 'time'>, readonly string[]>> = {
  theme: ['theme/*'],
  place: ['metadata/location'],
  object: OBJECTS,
  person: ['person/*'],
};

function isSign(signs: readonly string[], rule: string): boolean {
  return signs.some((sign) => (sign.endsWith('/*') ? rule.startsWith(sign.slice(0, -1)) : rule === sign));
}

function isAmong(rules: Iterable<string>, signs: readonly string[]): boolean {
  for (const rule of rules) if (isSign(signs, rule)) return true;
  return false;
}

/** What a run can state: with rules that are on, with rules that are off, and without any rule. */
export interface Checks<T> {
  readonly checked: readonly T[];
  /** There are rules for it, none of which is on. */
  readonly notChecked: readonly T[];
  /** There is no rule for it. */
  readonly undetectable: readonly T[];
}

export interface Checked {
  readonly lessons: Checks<Lesson>;
  /** Without `time`, which needs no rule. */
  readonly criteria: Checks<Exclude<Criterion, 'time'>>;
}

/**
 * @param on ids of the rules that are on
 * @param all ids of all rules
 */
export function checkedFor({ selects, learns }: ServiceProfile, on: Iterable<string>, all: Iterable<string>): Checked {
  const rulesOn = [...on];
  const rules = [...all];
  function checks<T>(items: readonly T[], signsOf: (item: T) => readonly string[] | null): Checks<T> {
    const isKnown = (item: T, among: readonly string[]) => {
      const signs = signsOf(item);
      return signs === null || isAmong(among, signs);
    };
    const checked = items.filter((item) => isKnown(item, rulesOn));
    const off = items.filter((item) => !checked.includes(item));
    const notChecked = off.filter((item) => isKnown(item, rules));
    return { checked, notChecked, undetectable: off.filter((item) => !notChecked.includes(item)) };
  }
  const criteria = selects.value.filter((criterion) => criterion !== 'time');
  return {
    lessons: checks(learns.value, (lesson) => (lesson === 'date' ? null : LESSON_SIGNS[lesson])),
    criteria: checks(criteria, (criterion) => CRITERION_SIGNS[criterion]),
  };
}

/**
 * Whether the service would take the photo on the day `asOf` (YYYY-MM-DD), why, and what it would
 * learn from it.
 *
 * `no` for a photo dated after that day: it did not exist yet. `unknown` where the service takes
 * photos of some days only and this one has no usable date, and where no report states which it
 * takes. A theme is enough for an older photo. Places, objects and people are reasons in addition
 * to another one: they make a photo more likely to be chosen, but are not enough by themselves.
 */
export function assess({ takenAt, rules }: PhotoFacts, profile: ServiceProfile, asOf: string): ServiceVerdict {
  const shows = (criterion: Exclude<Criterion, 'time'>) =>
    profile.selects.value.includes(criterion) && isAmong(rules, CRITERION_SIGNS[criterion]);
  const byAge = takenByAge(takenAt, profile.window.value, asOf);
  const isOlder = byAge === 'no' && isBefore(takenAt, asOf);
  const taken = isOlder && shows('theme') ? 'yes' : byAge;
  const first: Reason[] = byAge !== 'yes' ? [] : [profile.window.value === 'everything' ? 'everything' : 'recent'];
  const further = (['theme', 'place', 'object', 'person'] as const).filter(shows);
  return {
    name: profile.name,
    taken,
    reasons: taken === 'yes' ? [...first, ...further] : [],
    learns: profile.learns.value.filter((lesson) =>
      lesson === 'date' ? takenAt !== null : isAmong(rules, LESSON_SIGNS[lesson]),
    ),
  };
}

function takenByAge(takenAt: string | null, window: number | 'everything' | null, asOf: string): Taken {
  const age = ageOn(takenAt, asOf);
  if (age !== null && age < 0) return 'no';
  if (window === 'everything') return 'yes';
  if (window === null || age === null) return 'unknown';
  return age <= window ? 'yes' : 'no';
}

function isBefore(takenAt: string | null, asOf: string): boolean {
  const age = ageOn(takenAt, asOf);
  return age !== null && age >= 0;
}

/** In days; negative for a photo dated after that day; null without a usable date. */
function ageOn(takenAt: string | null, asOf: string): number | null {
  const taken = dayNumber(takenAt ?? '');
  const asked = dayNumber(asOf);
  return taken === null || asked === null ? null : asked - taken;
}
