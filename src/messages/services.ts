// What a service would do with a folder, in sentences. Nothing is stated of what no rule checked, and what only the
// service knows is stated to be unknown.
import type { ServiceProfile } from '../services/profile.js';
import type { Overview, ServiceHead, ServiceOverview, ServiceVerdict, Summary } from '../types/report.js';
import { count, list, month, number } from './amounts.js';

type Lesson = ServiceVerdict['learns'][number];

export interface ServiceWords {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** @param service what was counted for this profile */
export function sayService(
  profile: ServiceProfile,
  { asOf, profileDate }: ServiceHead,
  service: ServiceOverview,
  { images, unexamined }: Pick<Overview, 'images' | 'unexamined'>,
  { targets, none }: Pick<Summary, 'targets' | 'none'>,
): ServiceWords {
  const examined = count(targets - none, images === 0 ? 'video' : 'photo');
  return {
    heading: `If ${profile.title} were enabled on ${asOf} (press reports up to ${month(profileDate)})`,
    sentences: [
      sayTaken(profile, service, targets - none, examined),
      ...sayCritical(service),
      ...sayLessons(service),
      ...sayNotChecked(service),
      ...sayUnexamined(unexamined.notAtAll),
      `Only ${profile.company} knows ${list(profile.unknowable)}.`,
    ],
  };
}

function sayTaken({ windowDays }: ServiceProfile, service: ServiceOverview, examined: number, all: string): string {
  const { taken, unknown } = service;
  const span = `from the last ${windowDays} days`;
  const which = taken === examined && taken > 1 ? `all ${all}` : `${number(taken)} of ${all}`;
  const sentence =
    taken === 0 ? `none of ${all} is ${span}` : `it would take ${which} now: ${sayReasons(service, span)}`;
  return unknown === 0 ? sentence : `${sentence}; ${sayUndated(unknown)}`;
}

function sayReasons({ taken, byReason: { recent, place } }: ServiceOverview, span: string): string {
  const older = taken - recent;
  return [
    ...(recent > 0 ? [`${older === 0 ? '' : `${number(recent)} `}${span}`] : []),
    ...(older > 0 ? [`${number(older)} older for their theme`] : []),
    ...(place === null || place === 0 ? [] : [`${number(place)} with ${place === 1 ? 'its' : 'their'} place`]),
  ].join(', ');
}

function sayUndated(unknown: number): string {
  return `${number(unknown)} ${unknown === 1 ? 'has' : 'have'} no date and might be taken`;
}

/** `among them 9 with a child and 1 with a passport`. */
function sayCritical({ takenByRule }: ServiceOverview): string[] {
  if (takenByRule.length === 0) return [];
  return [
    `among them ${list(takenByRule.map(({ title, photos }) => `${number(photos)} with ${article(title)} ${title}`))}`,
  ];
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

function sayLessons({ learns, places }: ServiceOverview): string[] {
  const { faces, people, objects, date, place } = learns;
  const lessons = [
    ...learned('faces', faces),
    // Where both come from the same photos, faces say it all.
    ...(people === faces ? [] : learned('people', people)),
    ...learned('objects', objects),
    ...learned(date === 1 ? 'the date' : 'dates', date),
    ...learned(places > 0 ? count(places, 'place') : 'places', place),
  ];
  if (lessons.length === 0) return [];
  const [first = '', ...rest] = lessons.map(({ what, photos }) => `${what} from ${number(photos)}`);
  const noun = lessons[0]?.photos === 1 ? 'photo' : 'photos';
  return [`it could learn about ${list([`${first} ${noun}`, ...rest])}`];
}

function learned(what: string, photos: number | null): { what: string; photos: number }[] {
  return photos === null || photos === 0 ? [] : [{ what, photos }];
}

const LESSON_NAMES: Readonly<Record<Lesson, string>> = {
  faces: 'faces',
  people: 'people',
  objects: 'objects',
  date: 'dates',
  place: 'places',
};

function sayNotChecked({ notChecked }: ServiceOverview): string[] {
  if (notChecked.length === 0) return [];
  return [
    `what it could learn about ${list(notChecked.map((lesson) => LESSON_NAMES[lesson]))} is unknown: their rules were off`,
  ];
}

function sayUnexamined(files: number): string[] {
  if (files === 0) return [];
  return [`${count(files, 'file')} not examined at all ${files === 1 ? 'is' : 'are'} not counted here`];
}
