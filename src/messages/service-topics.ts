// What is reported of a service, by topic: titles, the claims of each, and its value in a few
// words.
import type { Answer, Claim, ClaimSource, ServiceProfile } from '../services/profile.js';
import { dateText, list } from './amounts.js';

export interface TopicWords {
  readonly title: string;
  readonly claims: (profile: ServiceProfile) => readonly Claim[];
  /** Empty where there is no value. */
  readonly inShort: (profile: ServiceProfile) => string;
}

export const TOPICS: readonly TopicWords[] = [
  {
    title: 'Where and since when',
    claims: ({ regions: { offers, exclusions } }) => [...offers.map(withDate), ...exclusions],
    inShort: () => '',
  },
  { title: 'By default', claims: (profile) => profile.default.claims, inShort: byDefault },
  {
    title: 'What of a photo reaches it',
    claims: ({ access }) => access.claims,
    inShort: ({ access }) => list(access.value),
  },
  { title: 'Which days', claims: ({ window }) => window.claims, inShort: days },
  {
    title: 'How it chooses',
    claims: ({ selects }) => selects.claims,
    inShort: ({ selects }) => list(selects.value),
  },
  {
    title: 'What it learns',
    claims: ({ learns }) => learns.claims,
    inShort: ({ learns }) => list(learns.value),
  },
  { title: 'For ads', claims: ({ forAds }) => forAds.claims, inShort: ({ forAds }) => answer(forAds.value) },
  { title: 'Trains models', claims: ({ trains }) => trains.claims, inShort: ({ trains }) => answer(trains.value) },
  { title: 'What it keeps', claims: ({ keeps }) => keeps.claims, inShort: kept },
  { title: 'To switch it off', claims: ({ switchOff }) => switchOff.claims, inShort: () => '' },
];

/** The day is in the claim only where its text does not name it. */
function withDate(offer: ServiceProfile['regions']['offers'][number]): Claim {
  return { ...offer, text: `Since ${dateText(offer.since)}: ${offer.text}` };
}

function byDefault({ default: { value } }: ServiceProfile): string {
  return value === null ? '' : { on: 'on', off: 'off', asked: 'off until a person agrees' }[value];
}

function days({ window: { value } }: ServiceProfile): string {
  if (value === null) return '';
  return value === 'everything' ? 'all' : `the last ${value}`;
}

function kept({ keeps: { value } }: ServiceProfile): string {
  return value === null ? '' : `up to ${value} days after it is switched off`;
}

function answer(value: Answer): string {
  return value ?? '';
}

/** `TechCrunch, 27 June 2025; its own page …, undated`. */
export function sourcesText(sources: readonly ClaimSource[]): string {
  if (sources.length === 0) return 'source not noted';
  return sources
    .map(({ by, on, ownPage }) => `${by}${ownPage ? ', its own page' : ''}, ${on === null ? 'undated' : dateText(on)}`)
    .join('; ');
}
