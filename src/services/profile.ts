// What is known about a cloud service, as data. Each fact states who reported it and when.
import type { ServiceVerdict } from '../types/report.js';

export interface Report {
  /** Who reported it: a publication, or a text of the service that a publication quotes. */
  readonly by: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as known. */
  readonly on: string;
}

export interface ServiceFact {
  readonly topic: 'offer' | 'selection' | 'use' | 'terms' | 'window' | 'upload' | 'deletion' | 'training' | 'switch';
  /** A full sentence. Words in quotation marks are the service's own, as the press quoted them. */
  readonly text: string;
  readonly reported: readonly Report[];
  /** What other reports state instead. Which is right is unknown. */
  readonly disputed?: { readonly text: string; readonly reported: readonly Report[] };
}

export interface ServiceProfile {
  /** The name that `--service` accepts. */
  readonly name: string;
  /** For the middle of a sentence: `Meta’s camera roll feature`. */
  readonly title: string;
  /** The company that runs it: `Meta`. */
  readonly company: string;
  /** YYYY-MM-DD: the date of the newest report in the profile. */
  readonly profileDate: string;
  /** It takes photos of at most this age in days, on the day in question. */
  readonly windowDays: number;
  /** Criteria by which it chooses photos, among those that lenscap can detect. */
  readonly selects: readonly ServiceVerdict['reasons'][number][];
  /** What it reads from a photo, among the things that lenscap can detect. */
  readonly learns: readonly ServiceVerdict['learns'][number][];
  readonly facts: readonly ServiceFact[];
  /** What is unknown outside of the company; each for the middle of a sentence. */
  readonly unknowable: readonly string[];
  /** How a person turns it off; a full sentence. */
  readonly switchOff: string;
}
