// The only code that counts. The same photos and problems give the same summary and overview,
// whatever their order.

import type { Coverage } from '../../rules/coverage.js';
import type { Rule } from '../../rules/rule.js';
import type { ServiceProfile } from '../../services/profile.js';
import { type Finding, SEVERITIES, type Severity } from '../../types/finding.js';
import {
  type Overview,
  type PhotoGroup,
  type PhotoReport,
  type RuleName,
  type SeverityOverview,
  type Summary,
  VERDICTS,
  type Verdict,
} from '../../types/report.js';
import type { ScanProblem, ScanTarget } from '../../types/target.js';
import { type FailRule, reaches } from '../exit-code.js';
import { Tally } from './counter.js';
import { DecidedCount } from './decided-count.js';
import { ProblemCount } from './problem-count.js';
import { RuleCount } from './rule-count.js';
import { ServiceCount } from './service-count.js';

export interface CollectorOptions extends FailRule {
  /** The rules that are on. */
  readonly rules: readonly Rule[];
  readonly coverage: Coverage;
  /** The requested services. */
  readonly services: readonly ServiceProfile[];
}

/** A folder with files that may hold photos and were not opened, with their number by kind. */
export interface NotOpenedFolder {
  readonly folder: string;
  readonly kinds: Summary['notOpened'];
}

type Examined = 'full' | 'partial' | 'none';

/**
 * Holds counts and a few examples, never the photos. Its size grows with the number of folders that
 * hold archives, not with the number of photos.
 */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #examined = new Tally<Examined>();
  readonly #kinds = new Tally<'image' | 'video'>();
  readonly #worst = new Tally<Severity>();
  readonly #rules = new Tally();
  readonly #ignored = new Tally();
  readonly #notOpened = new Tally();
  readonly #notOpenedIn = new Map<string, Tally>();
  readonly #verdicts = new Tally<Verdict>();
  readonly #ruleCounts = new Map<string, RuleCount>();
  readonly #services: readonly ServiceCount[];
  readonly #problems = new ProblemCount();
  readonly #decided = new DecidedCount();
  #clear = 0;
  #reached = 0;
  #passed = 0;
  #unreadable = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#services = options.services.map((profile) => new ServiceCount(profile, options.rules));
  }

  /** A target examined in full or in part, with the problems that made it partial. */
  addPhoto(photo: PhotoReport, problems: readonly ScanProblem[]): void {
    this.#addTarget(photo.kind, photo.examination, photo.verdict);
    this.#decided.add(photo);
    if (photo.examination === 'partial') this.#problems.addTarget('partial', problems);
    else if (photo.verdict === 'safe' || photo.verdict === 'undecided') this.#clear++;
    if (photo.severity !== null) this.#worst.add(photo.severity);
    if (reaches(photo, this.#options)) this.#reached++;
    else if (photo.verdict === 'flagged' && photo.examination === 'full') this.#passed++;
    const findings = photo.findings.filter(({ accepted }) => accepted === null);
    for (const rule of new Set(findings.map(({ rule }) => rule))) this.#rules.add(rule);
    this.#addToRules({ ...photo, findings });
    for (const service of this.#services) service.add(photo);
  }

  /** A target that could not be examined at all. */
  addUnexamined(target: ScanTarget, problems: readonly ScanProblem[]): void {
    this.#addTarget(target.kind, 'none', 'undecided');
    this.#problems.addTarget('none', problems);
  }

  /** A problem of the walk that concerns no target: a folder or a name that could not be read. */
  addMet(problem: ScanProblem): void {
    this.#unreadable++;
    this.#problems.addMet(problem);
  }

  /** A file that is neither photo nor video. `kind`: its extension, or `other`. */
  addIgnored(kind: string, notOpened?: { readonly kind: string; readonly folder: string }): void {
    this.#ignored.add(kind);
    if (notOpened === undefined) return;
    this.#notOpened.add(notOpened.kind);
    const inFolder = this.#notOpenedIn.get(notOpened.folder) ?? new Tally();
    this.#notOpenedIn.set(notOpened.folder, inFolder);
    inFolder.add(notOpened.kind);
  }

  /** Archives and PDF files by folder, in the order in which the folders were found. */
  notOpened(): readonly NotOpenedFolder[] {
    return [...this.#notOpenedIn].map(([folder, kinds]) => ({ folder, kinds: Object.fromEntries(kinds.ranked()) }));
  }

  summary(): Summary {
    const { full, partial, none } = this.#examined.record(['full', 'partial', 'none']);
    const targets = full + partial + none;
    const { flagged, accepted, safe, undecided } = this.#verdicts.record(VERDICTS);
    const { rulesOff } = this.#options.coverage;
    return {
      targets,
      full,
      partial,
      none,
      flagged,
      accepted,
      safe: rulesOff.length === 0 ? safe : null,
      undecided,
      rulesOff,
      notOpened: Object.fromEntries(this.#notOpened.ranked()),
      ignored: Object.fromEntries(this.#ignored.ranked()),
      bySeverity: this.#worst.record(SEVERITIES),
      byRule: this.#rules.record(this.#options.rules.map(({ id }) => id)),
      complete: full === targets && this.#unreadable === 0,
    };
  }

  /** @param groups of similar photos */
  overview(elapsedMs: number, groups: readonly PhotoGroup[] = []): Overview {
    const { targets } = this.summary();
    const { rules, coverage } = this.#options;
    return {
      images: this.#kinds.of('image'),
      videos: this.#kinds.of('video'),
      elapsedMs,
      severities: SEVERITIES.map((severity) => this.#severity(severity, targets)).filter(
        ({ rules }) => rules.length > 0,
      ),
      services: this.#services.map((service) => service.overview()),
      unexamined: this.#problems.overview(),
      rules: { on: rules.map(nameOf), off: coverage.off.map(nameOf), narrowed: coverage.narrowed.map(nameOf) },
      clear: this.#clear,
      reached: this.#reached,
      passed: this.#passed,
      decided: this.#decided.overview(),
      similar: { groups: groups.length, photos: groups.reduce((sum, { paths }) => sum + paths.length, 0) },
    };
  }

  #addTarget(kind: ScanTarget['kind'], examined: Examined, verdict: Verdict): void {
    this.#examined.add(examined);
    this.#verdicts.add(verdict);
    this.#kinds.add(kind === 'video' ? 'video' : 'image');
  }

  #addToRules(photo: PhotoReport): void {
    const findings = new Map<string, Finding[]>();
    for (const finding of photo.findings) {
      const key = ruleKey(finding.severity, finding.rule);
      findings.set(key, [...(findings.get(key) ?? []), finding]);
    }
    for (const [key, ofRule] of findings) this.#ruleCount(key, ofRule[0] as Finding).add(photo, ofRule);
  }

  #ruleCount(key: string, { rule, severity }: Finding): RuleCount {
    const known = this.#ruleCounts.get(key);
    if (known !== undefined) return known;
    const title = this.#options.rules.find(({ id }) => id === rule)?.title;
    if (title === undefined) throw new Error(`a finding of the rule ${rule}, which is not on`);
    const fresh = new RuleCount(rule, title, severity);
    this.#ruleCounts.set(key, fresh);
    return fresh;
  }

  /** Rules with the same count are in the order of the registry. */
  #severity(severity: Severity, targets: number): SeverityOverview {
    const rules = this.#options.rules
      .flatMap(({ id }) => this.#ruleCounts.get(ruleKey(severity, id)) ?? [])
      .map((count) => count.overview(targets))
      .sort((a, b) => b.photos - a.photos);
    return { severity, photos: this.#worst.of(severity), rules };
  }
}

function nameOf({ id, title }: Rule): RuleName {
  return { id, title };
}

function ruleKey(severity: Severity, rule: string): string {
  return `${severity} ${rule}`;
}
