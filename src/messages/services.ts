// What a service would do with a folder, in sentences. Nothing is stated of what no rule checked,
// and what only the service knows is stated to be unknown.
import type { Criterion, ServiceProfile } from '../services/profile.js';
import type { Overview, ServiceHead, ServiceOverview, ServiceVerdict, Summary } from '../types/report.js';
import { count, day, list, number, withArticle } from './amounts.js';
import { offerSentences, regionSentences, reportedUntil } from './service-offer.js';

type Lesson = ServiceVerdict['learns'][number];
type Reason = ServiceVerdict['reasons'][number];

export interface ServiceWords {
  readonly heading: string;
  /** What the sentences rest on, in brackets after the heading. */
  readonly source: string;
  /** Full sentences. */
  readonly sentences: readonly string[];
}

/** @param service what was counted for this profile */
export function serviceWords(
  profile: ServiceProfile,
  head: ServiceHead,
  service: ServiceOverview,
  { images, unexamined }: Pick<Overview, 'images' | 'unexamined'>,
  { targets, none }: Pick<Summary, 'targets' | 'none'>,
): ServiceWords {
  const noun = images === 0 ? 'video' : 'photo';
  const examined = targets - none;
  const nouns = images === 0 || images === targets ? `${noun}s` : 'photos and videos';
  const all = `${number(examined)} ${none === 0 ? '' : 'examined '}${nouns}`;
  const of = { examined, all, nouns, span: spanOf(profile), window: profile.window.value };
  return {
    heading: `If ${profile.title} were enabled on ${day(head.asOf)}`,
    source: `(${reportedUntil(head)})`,
    sentences: [
      ...offerSentences(profile, head),
      ...regionSentences(head),
      ...habits(profile),
      ...(examined === 1 ? [onlyPhoto(service, noun, of)] : severalPhotos(service, of)),
      ...criticalPhotos(service),
      ...lessons(service, noun),
      ...notChecked(service),
      ...undetectable(service),
      ...onlySome(service),
      ...notCounted(unexamined.notAtAll),
      `Only ${profile.company} knows ${list(profile.unknowable)}.`,
    ],
  };
}

interface Photos {
  readonly examined: number;
  /** `3,121 photos`. */
  readonly all: string;
  /** `photos`. */
  readonly nouns: string;
  /** `the last 30 days`; empty if it takes everything, or if that is not reported. */
  readonly span: string;
  readonly window: number | 'everything' | null;
}

function spanOf({ window: { value } }: ServiceProfile): string {
  return typeof value === 'number' ? `the last ${value} days` : '';
}

const CRITERION_NAMES: Readonly<Record<Criterion, string>> = {
  time: 'date',
  place: 'place',
  theme: 'theme',
  object: 'objects',
  person: 'people',
};

const LESSON_NAMES: Readonly<Record<Lesson, string>> = {
  faces: 'faces',
  people: 'people',
  objects: 'objects',
  date: 'dates',
  place: 'places',
};

/** What it is reported to do with any gallery. */
function habits(profile: ServiceProfile): string[] {
  const { selects, learns, window } = profile;
  const span = typeof window.value === 'number' ? ` (${spanOf(profile)})` : '';
  const by = selects.value.map((each) => (each === 'time' ? `date${span}` : CRITERION_NAMES[each]));
  const does = [
    ...(window.value === 'everything' ? ['go through every photo that it can reach'] : []),
    ...(by.length === 0 ? [] : [`${window.value === 'everything' ? 'group' : 'choose'} photos by ${list(by)}`]),
    ...(learns.value.length === 0 ? [] : [`learn about ${list(learns.value.map((each) => LESSON_NAMES[each]))}`]),
  ];
  const nothing = learns.value.length === 0 ? ' It is not reported to learn anything that lenscap detects.' : '';
  return [`It is reported to ${does.join(', and to ')}.${nothing}`];
}

function onlyPhoto({ taken, unknown, byReason }: ServiceOverview, noun: string, { span, window }: Photos): string {
  if (unknown === 1)
    return window === null ? `It might take this ${noun}.` : `This ${noun} has no date and might be taken.`;
  if (taken === 0) return span === '' ? `This ${noun} is of a later day.` : `This ${noun} is not from ${span}.`;
  const isOlder = byReason.recent === 0 && byReason.everything === 0;
  const why = [
    ...(byReason.recent === 1 ? [`is from ${span}`] : []),
    ...(isOlder ? ['shows a theme'] : []),
    ...(byReason.place === 1 ? ['has a location'] : []),
    ...(byReason.object === 1 ? ['shows objects'] : []),
    ...(byReason.person === 1 ? ['shows people'] : []),
  ];
  return `It would take this ${noun}${why.length === 0 ? '' : `: it ${list(why)}`}.`;
}

function severalPhotos({ taken, unknown, byReason }: ServiceOverview, of: Photos): string[] {
  if (of.window === null) return [mightTake(unknown, of)];
  if (unknown === of.examined) return [`None of the ${of.all} has a date, so all of them might be taken.`];
  const undated = `${number(unknown)} ${unknown === 1 ? 'has' : 'have'} no date and might be taken.`;
  return [datedPhotos(taken, unknown, byReason, of), ...(unknown === 0 ? [] : [undated])];
}

/** Where no report states of which days. */
function mightTake(unknown: number, { examined, all }: Photos): string {
  if (unknown === 0) return `All of the ${all} are of a later day.`;
  const which = unknown === examined ? `any of the ${all}` : `any of ${number(unknown)} of the ${all}`;
  return `It might take ${which}: of which days is not reported.`;
}

function datedPhotos(taken: number, unknown: number, byReason: ServiceOverview['byReason'], of: Photos): string {
  if (taken === 0) return noneTaken(unknown, of);
  const why = reasons(taken, byReason, of);
  if (of.window === 'everything') {
    const which = taken === of.examined ? `all ${of.all}` : `${number(taken)} of the ${of.all}`;
    return `It would take ${which}${why === '' ? '' : `: ${why}`}.`;
  }
  const which = taken === of.examined ? `all ${of.all}: they are` : `${number(taken)} of the ${of.all}:`;
  return `It would take ${which} ${why}.`;
}

/** Nothing is stated of those without a date. */
function noneTaken(unknown: number, { examined, all, nouns, span }: Photos): string {
  if (span === '') return `All of the ${all} are of a later day.`;
  if (unknown === 0) return `None of the ${all} is from ${span}.`;
  const dated = examined - unknown;
  if (dated === 1) return `The only one with a date is not from ${span}.`;
  return `None of the ${number(dated)} ${nouns} with a date is from ${span}.`;
}

/** `those from the last 30 days, 3 with a location and 2 with people`. */
function reasons(taken: number, byReason: ServiceOverview['byReason'], { examined, span }: Photos): string {
  const recent = byReason.recent ?? 0;
  const older = taken - recent - (byReason.everything ?? 0);
  const those = taken === examined ? '' : recent === 1 ? 'the one ' : 'those ';
  const which = [
    ...(recent > 0 ? [`${older === 0 ? those : `${number(recent)} `}from ${span}`] : []),
    ...(older > 0 ? [`${number(older)} older for their theme`] : []),
  ].join(' and ');
  const also = (
    [
      ['place', 'with a location'],
      ['object', 'with objects'],
      ['person', 'with people'],
    ] as const
  ).flatMap(([reason, words]) => alsoFor(byReason[reason], words, taken));
  return [...(which === '' ? [] : [which]), ...(also.length === 0 ? [] : [list(also)])].join(', ');
}

function alsoFor(photos: number | null, words: string, taken: number): string[] {
  if (photos === null || photos === 0) return [];
  return [taken === 1 ? words : `${photos === taken ? 'all' : number(photos)} ${words}`];
}

/** `Among these: 9 with a child and 1 with an identity card.` */
function criticalPhotos({ taken, unknown, takenByRule }: ServiceOverview): string[] {
  if (takenByRule.length === 0) return [];
  if (taken + unknown === 1) return [`It shows ${list(takenByRule.map(({ title }) => withArticle(title)))}.`];
  const kinds = takenByRule.map(({ title, photos }) => `${number(photos)} with ${withArticle(title)}`);
  return [`Among these: ${list(kinds)}.`];
}

/** `It could learn about faces from 6 photos, about dates from 44 and about 3 places from 32.` */
function lessons({ taken, unknown, learns, places }: ServiceOverview, noun: string): string[] {
  const { faces, people, objects, date, place } = learns;
  const learned = [
    ...lesson('faces', faces),
    // Where both come from the same photos, faces are enough.
    ...(people === faces ? [] : lesson('people', people)),
    ...lesson('objects', objects),
    ...lesson(date === 1 ? 'the date' : 'dates', date),
    ...lesson(places > 0 ? count(places, 'place') : 'places', place),
  ];
  if (learned.length === 0) return [];
  if (taken + unknown === 1) return [`It could learn about ${list(learned.map(({ what }) => what))}.`];
  const parts = learned.map(({ what, photos }, at) => {
    const from = at === 0 ? count(photos, noun) : number(photos);
    return `about ${what} from ${from}`;
  });
  return [`It could learn ${list(parts)}.`];
}

function lesson(what: string, photos: number | null): { what: string; photos: number }[] {
  return photos === null || photos === 0 ? [] : [{ what, photos }];
}

function notChecked({ notChecked: unchecked, reasonsNotChecked }: ServiceOverview): string[] {
  const names = list(unchecked.map((each) => LESSON_NAMES[each]));
  return [
    ...(unchecked.length === 0
      ? []
      : [`What it could learn about ${names} is unknown, because the rules for that were off.`]),
    ...(reasonsNotChecked.includes('theme')
      ? ['What it would take for a theme is unknown, because the rules for that were off.']
      : []),
  ];
}

/** For the criteria and lessons for which there are no rules. */
const UNDETECTABLE: readonly (readonly [Reason | Lesson, string])[] = [
  ['theme', 'themes'],
  ['object', 'objects'],
  ['objects', 'objects'],
];

function undetectable({ undetectable: { reasons: criteria, lessons: learned } }: ServiceOverview): string[] {
  const missing: readonly string[] = [...criteria, ...learned];
  const names = new Set(UNDETECTABLE.flatMap(([id, name]) => (missing.includes(id) ? [name] : [])));
  if (names.size === 0) return [];
  return [
    `This version detects no ${list([...names]).replace(' and ', ' or ')}: what it would take or learn for them is not counted.`,
  ];
}

/** There are rules for a few themes and objects only; weddings and meals have none. */
function onlySome({ byReason, learns }: ServiceOverview): string[] {
  const names = [
    ...(byReason.theme === null ? [] : ['themes']),
    ...(byReason.object === null && learns.objects === null ? [] : ['objects']),
  ];
  if (names.length === 0) return [];
  return [`Of ${list(names)}, this version detects only pets and vehicles: others are not counted.`];
}

function notCounted(files: number): string[] {
  if (files === 0) return [];
  const were = files === 1 ? 'was not examined at all and is' : 'were not examined at all and are';
  return [`${count(files, 'file')} ${were} not counted here.`];
}
