// What a service would do with a folder, in sentences. What only the service knows is said to be unknown.
import type { ServiceProfile } from '../services/profile.js';
import type { Overview, ReportHead, ServiceOverview, Summary } from '../types/report.js';
import { count, list, month, number } from './amounts.js';

export interface ServiceWords {
  readonly heading: string;
  readonly sentences: readonly string[];
}

export function sayService(
  profile: ServiceProfile,
  { asOf, profileDate }: ReportHead['service'],
  { service: overview, images }: Overview,
  { targets, none }: Summary,
): ServiceWords {
  return {
    heading: `${profile.title}, were it on as of ${asOf} (as reported up to ${month(profileDate)})`,
    sentences: [
      sayTaken(profile, overview, targets - none, images === 0 ? 'video' : 'photo'),
      ...sayCritical(overview),
      ...sayLessons(overview),
      ...sayUnknown(overview, none),
      `Only ${profile.company} knows ${list(profile.unknowable)}.`,
    ],
  };
}

function sayTaken(
  { windowDays }: ServiceProfile,
  overview: ServiceOverview,
  examined: number,
  what: 'photo' | 'video',
): string {
  const { taken, byReason } = overview;
  const span = `dated within the last ${windowDays} days`;
  if (taken === 0) return `would take none of ${count(examined, what)} now: none is ${span}`;
  const older = taken - byReason.recent;
  const reasons = [
    ...(byReason.recent > 0 ? [`${older === 0 ? '' : `${number(byReason.recent)} `}${span}`] : []),
    ...(older > 0 ? [`${number(older)} older for their theme`] : []),
    ...(byReason.place > 0 ? [`${number(byReason.place)} with ${byReason.place === 1 ? 'its' : 'their'} place`] : []),
  ];
  const which =
    taken === examined && taken > 1 ? `all ${count(taken, what)}` : `${number(taken)} of ${count(examined, what)}`;
  return `would take ${which} now: ${reasons.join(', ')}`;
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
  const people = learns.faces === learns.people ? learned('faces and people', learns.faces) : [];
  const lessons = [
    ...(people.length > 0 ? people : [...learned('faces', learns.faces), ...learned('people', learns.people)]),
    ...learned('objects', learns.objects),
    ...learned(learns.date === 1 ? 'the date' : 'dates', learns.date),
    ...learned(places > 0 ? count(places, 'place') : 'places', learns.place),
  ];
  return lessons.length === 0 ? [] : [`it would learn ${list(lessons)}`];
}

function learned(what: string, photos: number): string[] {
  return photos === 0 ? [] : [`${what} from ${number(photos)}`];
}

function sayUnknown({ unknown }: ServiceOverview, none: number): string[] {
  return [
    ...(unknown === 0
      ? []
      : [`${count(unknown, 'more has', 'more have')} no date: it may take ${unknown === 1 ? 'it' : 'them'} as well`]),
    ...(none === 0 ? [] : [`${count(none, 'file')} not examined ${none === 1 ? 'is' : 'are'} not counted here`]),
  ];
}
