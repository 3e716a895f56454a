// The report as programs see it (docs/cli.md). Changes here go with `schemaVersion`.
import type { Finding, Severity } from './finding.js';
import type { Examination, TakenAtSource } from './photo.js';
import type { ScanProblem, TargetKind } from './target.js';

export const SCHEMA_VERSION = 2;

export type Taken = 'yes' | 'no' | 'unknown';

/**
 * What is made of one photo; the four add up to `targets`, and a target that could not be examined is undecided.
 * `safe` only where every rule that could flag a photo was on and as sensitive as it is by itself.
 */
export const VERDICTS = ['flagged', 'accepted', 'safe', 'undecided'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a named service would do with one photo. */
export interface ServiceVerdict {
  /** As `--service` takes it. */
  readonly name: string;
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
  readonly verdict: Verdict;
  /** The worst finding's. */
  readonly severity: Severity | null;
  /** Id of the group of like photos that it belongs to; null until groups are built. */
  readonly group: string | null;
  /** One for each service asked about, in the order of the head. */
  readonly services: readonly ServiceVerdict[];
  readonly findings: readonly Finding[];
}

export interface ReportHead {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: 'lenscap'; readonly version: string };
  readonly roots: readonly string[];
  /** Ids of the rules that are on. */
  readonly rules: readonly string[];
  /** With --fast: the same rules and thresholds, with fewer passes over each picture. */
  readonly fast: boolean;
  /** Those asked about. */
  readonly services: readonly ServiceHead[];
}

/** A service and the day on which it is asked about. */
export interface ServiceHead {
  readonly name: string;
  /** YYYY-MM-DD: the newest report in its profile. */
  readonly profileDate: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Country code; null until services differ by region. */
  readonly region: string | null;
}

export interface Summary {
  /** full + partial + none, and also flagged + accepted + safe + undecided, a `safe` of null counting nothing. */
  readonly targets: number;
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  readonly flagged: number;
  readonly accepted: number;
  /** Null where `rulesOff` names a rule: then nothing is called safe, and what would have been is undecided. */
  readonly safe: number | null;
  readonly undecided: number;
  /** Ids of rules that could flag a photo, and were off or narrowed in this run. */
  readonly rulesOff: readonly string[];
  /** Archives and PDF files met while walking, by kind of content; they may hold photos and are not opened. */
  readonly notOpened: Readonly<Record<string, number>>;
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

/** What a service would do with the folder. */
export interface ServiceOverview {
  readonly name: string;
  readonly taken: number;
  readonly unknown: number;
  /** Photos taken now, by reason; a photo may have several. `place` is null where no rule that is on could see one. */
  readonly byReason: { readonly recent: number; readonly place: number | null; readonly theme: number };
  /** Photos taken now, by rule, for rules of severity critical, the most frequent first. */
  readonly takenByRule: readonly { readonly rule: string; readonly title: string; readonly photos: number }[];
  /** Photos taken now from which the service could learn this. Null where no rule that is on could see it. */
  readonly learns: Readonly<Record<ServiceVerdict['learns'][number], number | null>>;
  /** What it could learn that rules of lenscap would see, had they been on. */
  readonly notChecked: readonly ServiceVerdict['learns'][number][];
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

/**
 * What was not examined in full. Everything that a report states about files not examined comes from here, so that it
 * states one number: targets examined in part or not at all, and what never became a target though it had to.
 */
export interface UnexaminedOverview {
  /** inPart + notAtAll. */
  readonly files: number;
  /** Targets of which at least a part was examined. */
  readonly inPart: number;
  /** Targets of which nothing was examined, and `strays`. */
  readonly notAtAll: number;
  /** Files that never became a target: named and no photo or video, missing, a broken link. */
  readonly strays: number;
  readonly folders: number;
  /** The most frequent first. */
  readonly problems: readonly ProblemOverview[];
}

/** A rule as a person reads of it. */
export interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** The rules of a run, as far as they decide what may be called safe. */
export interface RulesOverview {
  readonly on: readonly RuleName[];
  /** Could flag a photo, and were off. */
  readonly off: readonly RuleName[];
  /** Of `on`: could flag a photo, and were set to a higher threshold than their own or to a severity that flags nothing. */
  readonly narrowed: readonly RuleName[];
}

/** Which sentence closes the report. */
export type Closing =
  /** There was no target. */
  | 'no-target'
  /** Every target is flagged. */
  | 'all-flagged'
  /** No target was examined in full, and none is flagged. */
  | 'none-examined'
  /** Rules were off or narrowed, so nothing may be called safe. */
  | 'rules-off'
  /** Every target is safe, and the run is complete. */
  | 'all-safe'
  /** Every target is safe, and something that never became a target was not examined. */
  | 'examined-safe'
  | 'mixed';

/** What a person reads; counted by the collector, never by a reporter. */
export interface Overview {
  /** Photos, RAW ones included. */
  readonly images: number;
  readonly videos: number;
  readonly elapsedMs: number;
  readonly severities: readonly SeverityOverview[];
  readonly services: readonly ServiceOverview[];
  readonly unexamined: UnexaminedOverview;
  readonly rules: RulesOverview;
  /** Examined in full, with nothing of medium or above found: the safe ones, where no rule was off or narrowed. */
  readonly clear: number;
  /** Photos that reach --fail-on. */
  readonly reached: number;
}

/** The report as a stream: photos and problems, then the gallery, and the summary last. */
export type ReportEvent =
  | { readonly type: 'photo'; readonly photo: PhotoReport }
  | { readonly type: 'problem'; readonly problem: ScanProblem }
  | { readonly type: 'gallery'; readonly gallery: GalleryReport }
  | {
      readonly type: 'summary';
      readonly summary: Summary;
      readonly overview: Overview;
      readonly exitCode: 0 | 1 | 3;
      readonly closing: Closing;
    };
