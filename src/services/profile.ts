// What is known about a cloud service, as data. Each claim states who reported it, when, and what
// speaks against it. The values are what a program needs of the claims next to them.
import type { ServiceVerdict } from '../types/report.js';

export interface ClaimSource {
  /** Who reported it: a publication, or a text of the service that a publication quotes. */
  readonly by: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as known; null where it has no date. */
  readonly on: string | null;
  /** It is a page of the service itself. */
  readonly ownPage?: true;
}

/** A full sentence. Words in quotation marks are the service's own, as they were quoted. */
export interface Statement {
  readonly text: string;
  readonly reported: readonly ClaimSource[];
}

export interface Claim extends Statement {
  /** What other reports state instead. Which is right is unknown. */
  readonly against?: readonly Statement[];
}

export interface Topic<T> {
  readonly value: T;
  /** Empty where nothing was found reported. */
  readonly claims: readonly Claim[];
}

/** Where and since when it is offered. */
export interface Offer extends Claim {
  /** ISO 3166-1 alpha-2; null where the reports do not name countries. */
  readonly countries: readonly string[] | null;
  /** YYYY-MM or YYYY-MM-DD. */
  readonly since: string;
  /** Where it is offered to some accounts only: `as a test`, `to those who pay`. */
  readonly limit?: string;
  /** What is offered, where it is only a part of the service. For the middle of a sentence. */
  readonly part?: string;
}

/** Where it is reported not to be offered. */
export interface Exclusion extends Claim {
  readonly countries: readonly string[];
  /** Parts of the country, by name; empty for all of it. */
  readonly states: readonly string[];
  readonly part?: string;
}

/** Whether it is on unless a person changes it; `asked`: off until a person agrees. */
export type Default = 'on' | 'off' | 'asked';

/** What of a photo reaches the service. `embeddings`: numbers computed from it. */
export type Access = 'metadata' | 'thumbnails' | 'copies' | 'embeddings';

export type Criterion = 'time' | 'place' | 'theme' | 'object' | 'person';

/** `partly`: under a condition that the claims state. Null: not reported. */
export type Answer = 'yes' | 'no' | 'partly' | null;

export interface ServiceProfile {
  /** The name that `--service` accepts. */
  readonly name: string;
  /** For the middle of a sentence: `Meta’s camera roll feature`. */
  readonly title: string;
  /** The company that runs it: `Meta`. */
  readonly company: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD: up to when reports were taken in. */
  readonly profileDate: string;
  readonly regions: { readonly offers: readonly Offer[]; readonly exclusions: readonly Exclusion[] };
  readonly default: Topic<Default | null>;
  readonly access: Topic<readonly Access[]>;
  /** Age in days of the photos that it takes; everything; or null where that is not reported. */
  readonly window: Topic<number | 'everything' | null>;
  /** Criteria by which it chooses photos. */
  readonly selects: Topic<readonly Criterion[]>;
  /** What it reads from a photo, among the things that lenscap can detect. */
  readonly learns: Topic<readonly ServiceVerdict['learns'][number][]>;
  readonly forAds: Topic<Answer>;
  readonly trains: Topic<Answer>;
  /** Days for which it keeps what it took, after it was switched off; null where unknown. */
  readonly keeps: Topic<number | null>;
  readonly switchOff: { readonly claims: readonly Claim[] };
  /** Ids of the ways to share (recipients.ts) that belong to it. */
  readonly recipient: readonly string[];
  /** What is unknown outside of the company; each for the middle of a sentence. */
  readonly unknowable: readonly string[];
}
