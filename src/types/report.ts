// The report as programs see it (docs/cli.md). Changes here go with `schemaVersion`.
import type { Finding, Severity } from './finding.js';
import type { Examination, TakenAtSource } from './photo.js';
import type { ScanProblem, TargetKind } from './target.js';

export const SCHEMA_VERSION = 1;

export type Taken = 'yes' | 'no' | 'unknown';

/** What a named service would do with one photo. */
export interface ServiceVerdict {
  readonly taken: Taken;
  readonly reasons: readonly ('recent' | 'place' | 'theme')[];
  readonly learns: readonly ('faces' | 'people' | 'objects' | 'date' | 'place')[];
}

export interface PhotoReport {
  readonly path: string;
  /** The phone's own path where a backup knows it. */
  readonly originalPath: string | null;
  readonly kind: TargetKind;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: string | null;
  readonly takenAtSource: TakenAtSource;
  readonly examination: Exclude<Examination, 'none'>;
  /** The worst finding's. */
  readonly severity: Severity | null;
  readonly flagged: boolean;
  readonly service: ServiceVerdict;
  readonly findings: readonly Finding[];
}

export interface ReportHead {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: 'lenscap'; readonly version: string };
  readonly roots: readonly string[];
  /** Ids of the rules that are on. */
  readonly rules: readonly string[];
  readonly service: { readonly name: string; readonly profileDate: string; readonly asOf: string };
}

export interface Summary {
  readonly targets: number;
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  readonly flagged: number;
  readonly safe: number;
  /** Other files met while walking, by kind (extension, `sidecar` where the name ties it to a photo, or `other`). */
  readonly ignored: Readonly<Record<string, number>>;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Photos with at least one finding of the rule. */
  readonly byRule: Readonly<Record<string, number>>;
  /** full == targets, and no folder, link or named file was left unread. */
  readonly complete: boolean;
}

export interface GalleryReport {
  readonly findings: readonly Finding[];
}

/** One photo as the text report names it: as an example of a rule. */
export interface Example {
  readonly path: string;
  /** The phone's own, where a backup knows it: the path alone is only a number then. */
  readonly originalPath: string | null;
  /** What was seen, without the rule's title. */
  readonly message: string;
  readonly proved: boolean;
  readonly score: number;
}

/** What many photos of one rule have in common, where a list of them would say less. */
export type Spread =
  | {
      readonly kind: 'places';
      /** Squares of a tenth of a degree, about a town each. */
      readonly places: number;
      readonly most: { readonly latitude: number; readonly longitude: number; readonly photos: number };
    }
  /** Days, YYYY-MM-DD. */
  | { readonly kind: 'days'; readonly first: string; readonly last: string };

/** One rule within one severity, counted over the folder. */
export interface RuleOverview {
  readonly rule: string;
  /** The rule's. */
  readonly title: string;
  /** Photos with at least one finding of this rule at this severity. */
  readonly photos: number;
  /** The first few, by proof, then score, then path; none where `spread` says more. */
  readonly examples: readonly Example[];
  readonly spread: Spread | null;
}

export interface SeverityOverview {
  readonly severity: Severity;
  /** Photos whose worst finding this is: over all severities each photo counts once. */
  readonly photos: number;
  /** The most frequent first. */
  readonly rules: readonly RuleOverview[];
}

/** What the service would do with the folder. */
export interface ServiceOverview {
  readonly taken: number;
  readonly unknown: number;
  /** Photos taken now, by reason; a photo may have several. */
  readonly byReason: Readonly<Record<ServiceVerdict['reasons'][number], number>>;
  /** Photos taken now, by rule, for rules of severity critical, the most frequent first. */
  readonly takenByRule: readonly { readonly rule: string; readonly title: string; readonly photos: number }[];
  /** Photos taken now from which the service would learn this. */
  readonly learns: Readonly<Record<ServiceVerdict['learns'][number], number>>;
  /** Squares of a tenth of a degree in which the photos taken now were taken. */
  readonly places: number;
}

/** Files or folders that one and the same problem kept from a full examination. */
export interface ProblemOverview {
  readonly code: string;
  readonly message: string;
  /** Files or folders with it. */
  readonly count: number;
  /** The first few, by path. */
  readonly paths: readonly string[];
}

/** What was not examined in full. */
export interface UnexaminedOverview {
  /** Files not examined or examined in part, those that never became a target included. */
  readonly files: number;
  /** Of these, files of which at least a part was examined. */
  readonly inPart: number;
  readonly folders: number;
  /** Of `files`, those that never became a target: named and no photo or video, missing, a broken link. */
  readonly strays: number;
  /** The most frequent first. */
  readonly problems: readonly ProblemOverview[];
}

/** What a person reads; counted by the collector, never by a reporter. */
export interface Overview {
  /** Photos, RAW ones included. */
  readonly images: number;
  readonly videos: number;
  readonly elapsedMs: number;
  readonly severities: readonly SeverityOverview[];
  readonly service: ServiceOverview;
  readonly unexamined: UnexaminedOverview;
  /** Targets neither flagged nor safe: nothing was found, and not everything was seen. */
  readonly undecided: number;
  /** Photos that reach --fail-on. */
  readonly reached: number;
}

/** The report as a stream: photos first, then problems, the gallery, and the summary last. */
export type ReportEvent =
  | { readonly type: 'photo'; readonly photo: PhotoReport }
  | { readonly type: 'problem'; readonly problem: ScanProblem }
  | { readonly type: 'gallery'; readonly gallery: GalleryReport }
  | {
      readonly type: 'summary';
      readonly summary: Summary;
      readonly overview: Overview;
      readonly exitCode: 0 | 1 | 3;
    };
