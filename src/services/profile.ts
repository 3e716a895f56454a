// What is known of a cloud service, as data: every fact says who reported it and when.
import type { ServiceVerdict } from '../types/report.js';

export interface Report {
  /** Who reported it: a publication, or the service's own text as quoted by one. */
  readonly by: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as exactly as is known. */
  readonly on: string;
}

export interface ServiceFact {
  readonly topic: 'offer' | 'selection' | 'use' | 'terms' | 'window' | 'upload' | 'deletion' | 'training' | 'switch';
  /** A full sentence. Words in quotation marks are the service's own, as the press quoted them. */
  readonly says: string;
  readonly reported: readonly Report[];
  /** What others report instead. Which is right is not known. */
  readonly disputed?: { readonly says: string; readonly reported: readonly Report[] };
}

export interface ServiceProfile {
  /** As `--service` takes it. */
  readonly name: string;
  /** For the middle of a sentence: `Meta’s camera roll feature`. */
  readonly title: string;
  /** Whose it is: `Meta`. */
  readonly company: string;
  /** YYYY-MM-DD: the day of the newest report in it. */
  readonly profileDate: string;
  /** It takes photos that are at most this many days old on the day asked about. */
  readonly windowDays: number;
  /** By which of the signs that lenscap can see it chooses. */
  readonly selects: readonly ServiceVerdict['reasons'][number][];
  /** What it reads out of a photo, of what lenscap can see. */
  readonly learns: readonly ServiceVerdict['learns'][number][];
  readonly facts: readonly ServiceFact[];
  /** What nobody outside can know, each for the middle of a sentence. */
  readonly unknowable: readonly string[];
  /** Where a person turns it off, a full sentence. */
  readonly switchOff: string;
}
