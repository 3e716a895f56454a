// The report for programs (docs/cli.md). A change here needs a new `schemaVersion`.
import type { Evidence } from './detection.js';
import type { Finding, Severity } from './finding.js';
import type { Examination, TakenAtSource } from './photo.js';
import type { ScanProblem, TargetKind } from './target.js';

export const SCHEMA_VERSION = 2;

export type Taken = 'yes' | 'no' | 'unknown';

/**
 * The verdict on one photo. The counts of the four add up to `targets`; a target that could not be
 * examined is undecided.
 * `safe` only if every rule that could flag a photo is on, at its default sensitivity or a higher
 * one.
 */
export const VERDICTS = ['flagged', 'accepted', 'safe', 'undecided'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a named service would do with one photo. */
export interface ServiceVerdict {
  /** The name that `--service` accepts. */
  readonly name: string;
  readonly taken: Taken;
  /** `everything`: it takes all that it can reach, whatever the date. */
  readonly reasons: readonly ('recent' | 'everything' | 'theme' | 'place' | 'object' | 'person')[];
  readonly learns: readonly ('faces' | 'people' | 'objects' | 'date' | 'place')[];
}

export interface PhotoReport {
  readonly path: string;
  /** The path on the phone, if a backup records it. */
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
  /** The severity of the worst finding that is not accepted. */
  readonly severity: Severity | null;
  /**
   * Id of the group of similar photos; null if it is in none. Known at the end of a run only: in
   * the order of arrival it is always null, and the groups follow as events of their own.
   */
  readonly group: string | null;
  /** One for each requested service, in the order of the head. */
  readonly services: readonly ServiceVerdict[];
  readonly findings: readonly Finding[];
}

export interface ReportHead {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: { readonly name: 'lenscap'; readonly version: string };
  readonly roots: readonly string[];
  /** Ids of the rules that are on. */
  readonly rules: readonly string[];
  /** True with --fast: the same rules and thresholds, fewer passes over each picture. */
  readonly fast: boolean;
  /** The requested services. */
  readonly services: readonly ServiceHead[];
}

/** A service and the day for which it is assessed. */
export interface ServiceHead {
  readonly name: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD, as precise as known: up to when reports were taken in. */
  readonly profileDate: string;
  /** Whether that is more than 180 days before the day of the run. */
  readonly outdated: boolean;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Country (ISO 3166-1 alpha-2); null if neither --region nor the locale names one. */
  readonly region: string | null;
  readonly regionFrom: '--region' | 'configuration' | 'LC_ALL' | 'LC_MESSAGES' | 'LANG' | null;
  /**
   * Whether it is reported to be offered there on that day; `some`: to some accounts only. It
   * changes nothing else: what a service would take is stated for the case that it is on.
   */
  readonly offered: 'yes' | 'some' | 'no' | 'unknown';
  /**
   * YYYY-MM or YYYY-MM-DD: since when it is reported to be offered there; after `asOf` if `offered`
   * is `no`. Null if unknown.
   */
  readonly since: string | null;
}

export interface Summary {
  /**
   * full + partial + none, and also flagged + accepted + safe + undecided; a `safe` of null counts
   * as 0.
   */
  readonly targets: number;
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  readonly flagged: number;
  readonly accepted: number;
  /**
   * Null if `rulesOff` names a rule. Nothing is called safe then, and otherwise safe photos are
   * undecided.
   */
  readonly safe: number | null;
  readonly undecided: number;
  /** Ids of rules that could flag a photo and were off or narrowed in this run. */
  readonly rulesOff: readonly string[];
  /**
   * Archives and PDF files found during the walk, by kind of content. They may hold photos and are
   * not opened.
   */
  readonly notOpened: Readonly<Record<string, number>>;
  /**
   * Other files found during the walk, by kind: the extension, `sidecar` if the name links it to a
   * photo, or `other`.
   */
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

/** One photo that the text report names as an example of a rule. */
export interface Example {
  readonly path: string;
  /** The path on the phone, if a backup records it: `path` is only a hash then. */
  readonly originalPath: string | null;
  /** What was found, without the title of the rule. */
  readonly message: string;
  readonly proved: boolean;
  readonly score: number;
  /** Masked, unless --show-values was given. */
  readonly evidence: Evidence;
}

/** What many photos of one rule have in common, if that tells more than a list of them. */
export type Spread =
  | {
      readonly kind: 'places';
      /** Cells of a tenth of a degree, each about the size of a town. */
      readonly places: number;
      readonly largestPlace: { readonly latitude: number; readonly longitude: number; readonly photos: number };
    }
  /** The first and the last day, YYYY-MM-DD. */
  | { readonly kind: 'days'; readonly first: string; readonly last: string };

/** One rule at one severity, counted over all photos. */
export interface RuleOverview {
  readonly rule: string;
  /** The title of the rule. */
  readonly title: string;
  /** Photos with at least one finding of this rule at this severity. */
  readonly photos: number;
  /** The first few by proof, then score, then path; empty if `spread` is set. */
  readonly examples: readonly Example[];
  readonly spread: Spread | null;
}

export interface SeverityOverview {
  readonly severity: Severity;
  /** Photos whose worst finding has this severity: over all severities each photo counts once. */
  readonly photos: number;
  /** Most frequent first. */
  readonly rules: readonly RuleOverview[];
}

/** What a service would do with all photos of the run. */
export interface ServiceOverview {
  readonly name: string;
  readonly taken: number;
  readonly unknown: number;
  /**
   * Photos taken now, by reason; a photo may have several. Null if no rule that is on detects it.
   */
  readonly byReason: Readonly<Record<ServiceVerdict['reasons'][number], number | null>>;
  /** Reasons that have rules, none of which is on. */
  readonly reasonsNotChecked: readonly ServiceVerdict['reasons'][number][];
  /** Reasons and lessons for which there is no rule at all. */
  readonly undetectable: {
    readonly reasons: readonly ServiceVerdict['reasons'][number][];
    readonly lessons: readonly ServiceVerdict['learns'][number][];
  };
  /**
   * Photos that are or might be taken now, by rule, for rules of severity critical; most frequent
   * first.
   */
  readonly takenByRule: readonly { readonly rule: string; readonly title: string; readonly photos: number }[];
  /**
   * Photos that are or might be taken now from which the service could learn this. Null if no rule
   * that is on detects it.
   */
  readonly learns: Readonly<Record<ServiceVerdict['learns'][number], number | null>>;
  /** Lessons that have rules, none of which is on. */
  readonly notChecked: readonly ServiceVerdict['learns'][number][];
  /** Cells of a tenth of a degree in which these photos were taken. */
  readonly places: number;
}

/** Files or folders with the same problem. */
export interface ProblemOverview {
  readonly code: string;
  readonly message: string;
  /** Number of files or folders with it. */
  readonly count: number;
  /** The first few paths, sorted. */
  readonly paths: readonly string[];
}

/**
 * What was not examined in full. Every number of unexamined files in a report comes from here, so
 * they always agree. It counts targets examined in part or not at all, and required files that
 * never became targets.
 */
export interface UnexaminedOverview {
  /** inPart + notAtAll. */
  readonly files: number;
  /** Targets of which a part was examined. */
  readonly inPart: number;
  /** Targets of which nothing was examined, plus `strays`. */
  readonly notAtAll: number;
  /**
   * Files that never became a target: named ones that are neither photo nor video, missing files,
   * broken links.
   */
  readonly strays: number;
  readonly folders: number;
  /** Most frequent first. */
  readonly problems: readonly ProblemOverview[];
}

/** A rule with the title that people read. */
export interface RuleName {
  readonly id: string;
  readonly title: string;
}

/** The rules of a run, as far as they decide what can be called safe. */
export interface RulesOverview {
  readonly on: readonly RuleName[];
  /** Rules that could flag a photo and were off. */
  readonly off: readonly RuleName[];
  /**
   * Rules of `on` that could flag a photo and had a higher threshold than their default, or a
   * severity that does not flag.
   */
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
  /** Rules were off or narrowed, so no photo can be called safe. */
  | 'rules-off'
  /** Every target is safe and the run is complete. */
  | 'all-safe'
  /** Every target is safe, but a file that never became a target was not examined. */
  | 'examined-safe'
  | 'mixed';

/** Copies, edits and shots of the same scene. */
export interface PhotoGroup {
  readonly id: string;
  /** At least two, sorted. */
  readonly paths: readonly string[];
}

/** What was decided before this run. */
export interface DecidedOverview {
  readonly accepted: { readonly findings: number; readonly photos: number };
  /** Findings of the baseline that are not accepted. */
  readonly known: { readonly findings: number; readonly photos: number };
}

/** The numbers of a text report; counted by the collector, never by a reporter. */
export interface Overview {
  readonly decided: DecidedOverview;
  /** Groups of similar photos, and the photos in them. */
  readonly similar: { readonly groups: number; readonly photos: number };
  /** Photos, including RAW files. */
  readonly images: number;
  readonly videos: number;
  readonly elapsedMs: number;
  readonly severities: readonly SeverityOverview[];
  readonly services: readonly ServiceOverview[];
  readonly unexamined: UnexaminedOverview;
  readonly rules: RulesOverview;
  /**
   * Examined in full, without findings of severity medium or higher. Same as the safe ones if no
   * rule was off or narrowed.
   */
  readonly clear: number;
  /** Photos that reach --fail-on. */
  readonly reached: number;
  /** Photos examined in full that are flagged and do not reach --fail-on. */
  readonly passed: number;
}

/** The report as a stream: photos and problems, then groups, the gallery and the summary. */
export type ReportEvent =
  | { readonly type: 'photo'; readonly photo: PhotoReport }
  | { readonly type: 'problem'; readonly problem: ScanProblem }
  | { readonly type: 'group'; readonly group: PhotoGroup }
  | { readonly type: 'gallery'; readonly gallery: GalleryReport }
  | {
      readonly type: 'summary';
      readonly summary: Summary;
      readonly overview: Overview;
      readonly exitCode: 0 | 1 | 3;
      readonly closing: Closing;
    };
