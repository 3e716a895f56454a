// What a service would do with a folder, in sentences. Nothing is stated of what no rule checked,
// and what only the service knows is stated to be unknown.
import type { ServiceProfile } from '../services/profile.js';
import type { Overview, ServiceHead, ServiceOverview, ServiceVerdict, Summary } from '../types/report.js';
import { count, day, list, month, number, withArticle } from './amounts.js';

type Lesson = ServiceVerdict['learns'][number];

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
  { asOf, profileDate }: ServiceHead,
  service: ServiceOverview,
  { images, unexamined }: Pick<Overview, 'images' | 'unexamined'>,
  { targets, none }: Pick<Summary, 'targets' | 'none'>,
): ServiceWords {
  const span = `the last ${profile.windowDays} days`;
  const noun = images === 0 ? 'video' : 'photo';
  const examined = targets - none;
  const nouns = images === 0 || images === targets ? `${noun}s` : 'photos and videos';
  const all = `${number(examined)} ${none === 0 ? '' : 'examined '}${nouns}`;
  return {
    heading: `If ${profile.title} were enabled on ${day(asOf)}`,
    source: `(according to press reports up to ${month(profileDate)})`,
    sentences: [
      ...(examined === 1 ? [onlyPhoto(service, noun, span)] : severalPhotos(service, { examined, all, nouns, span })),
      ...criticalPhotos(service),
      ...lessons(service, noun),
      ...lessonsNotChecked(service),
      ...notCounted(unexamined.notAtAll),
      `Only ${profile.company} knows ${list(profile.unknowable)}.`,
    ],
  };
}

function onlyPhoto({ taken, unknown, byReason }: ServiceOverview, noun: string, span: string): string {
  if (unknown === 1) return `This ${noun} has no date and might be taken.`;
  if (taken === 0) return `This ${noun} is not from ${span}.`;
  if (byReason.recent === 0) return `It would take this ${noun} for its theme.`;
  return `It would take this ${noun}: it is from ${span}${byReason.place === 1 ? ' and has a location' : ''}.`;
}

interface SeveralPhotos {
  readonly examined: number;
  /** `3,121 photos`. */
  readonly all: string;
  /** `photos`. */
  readonly nouns: string;
  /** `the last 30 days`. */
  readonly span: string;
}

function severalPhotos({ taken, unknown, byReason }: ServiceOverview, of: SeveralPhotos): string[] {
  if (unknown === of.examined) return [`None of the ${of.all} has a date, so all of them might be taken.`];
  const which = taken === of.examined ? `all ${of.all}: they are` : `${number(taken)} of the ${of.all}:`;
  const first = taken === 0 ? noneTaken(unknown, of) : `It would take ${which} ${reasons(taken, byReason, of)}.`;
  const undated = `${number(unknown)} ${unknown === 1 ? 'has' : 'have'} no date and might be taken.`;
  return unknown === 0 ? [first] : [first, undated];
}

/** Nothing is stated of those without a date. */
function noneTaken(unknown: number, { examined, all, nouns, span }: SeveralPhotos): string {
  if (unknown === 0) return `None of the ${all} is from ${span}.`;
  const dated = examined - unknown;
  if (dated === 1) return `The only one with a date is not from ${span}.`;
  return `None of the ${number(dated)} ${nouns} with a date is from ${span}.`;
}

/** `those from the last 30 days, 3 with a location`. */
function reasons(
  taken: number,
  { recent, place }: ServiceOverview['byReason'],
  { examined, span }: { readonly examined: number; readonly span: string },
): string {
  const older = taken - recent;
  const those = taken === examined ? '' : recent === 1 ? 'the one ' : 'those ';
  const which = [
    ...(recent > 0 ? [`${older === 0 ? those : `${number(recent)} `}from ${span}`] : []),
    ...(older > 0 ? [`${number(older)} older for their theme`] : []),
  ].join(' and ');
  if (place === null || place === 0) return which;
  if (taken === 1) return `${which}, with a location`;
  return `${which}, ${place === taken ? 'all' : number(place)} with a location`;
}

/** `Among these: 9 with a child and 1 with an identity card.` */
function criticalPhotos({ taken, takenByRule }: ServiceOverview): string[] {
  if (takenByRule.length === 0) return [];
  if (taken === 1) return [`It shows ${list(takenByRule.map(({ title }) => withArticle(title)))}.`];
  const kinds = takenByRule.map(({ title, photos }) => `${number(photos)} with ${withArticle(title)}`);
  return [`Among these: ${list(kinds)}.`];
}

/** `It could learn about faces from 6 photos, about dates from 44 and about 3 places from 32.` */
function lessons({ taken, learns, places }: ServiceOverview, noun: string): string[] {
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
  if (taken === 1) return [`It could learn about ${list(learned.map(({ what }) => what))}.`];
  const parts = learned.map(({ what, photos }, at) => {
    const from = at === 0 ? count(photos, noun) : number(photos);
    return `about ${what} from ${from}`;
  });
  return [`It could learn ${list(parts)}.`];
}

function lesson(what: string, photos: number | null): { what: string; photos: number }[] {
  return photos === null || photos === 0 ? [] : [{ what, photos }];
}

const LESSON_NAMES: Readonly<Record<Lesson, string>> = {
  faces: 'faces',
  people: 'people',
  objects: 'objects',
  date: 'dates',
  place: 'places',
};

function lessonsNotChecked({ notChecked }: ServiceOverview): string[] {
  if (notChecked.length === 0) return [];
  const names = list(notChecked.map((each) => LESSON_NAMES[each]));
  return [`What it could learn about ${names} is unknown, because the rules for that were off.`];
}

function notCounted(files: number): string[] {
  if (files === 0) return [];
  const were = files === 1 ? 'was not examined at all and is' : 'were not examined at all and are';
  return [`${count(files, 'file')} ${were} not counted here.`];
}
