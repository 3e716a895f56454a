// The one place that counts. The same photos and problems give the same summary and overview in whatever order they come.

import type { Rule } from '../../rules/rule.js';
import { type Finding, SEVERITIES, type Severity } from '../../types/finding.js';
import type { Overview, PhotoReport, SeverityOverview, Summary } from '../../types/report.js';
import type { ScanProblem, ScanTarget } from '../../types/target.js';
import { type FailRule, reaches } from '../exit-code.js';
import { Tally } from './counter.js';
import { ProblemCount } from './problem-count.js';
import { RuleCount } from './rule-count.js';
import { ServiceCount } from './service-count.js';

export interface CollectorOptions extends FailRule {
  /** Those that are on. */
  readonly rules: readonly Rule[];
}

type Examined = 'full' | 'partial' | 'none';

/** Holds counts and a few examples, never the photos: its size does not grow with the gallery. */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #examined = new Tally<Examined>();
  readonly #kinds = new Tally<'image' | 'video'>();
  readonly #worst = new Tally<Severity>();
  readonly #rules = new Tally();
  readonly #ignored = new Tally();
  readonly #ruleCounts = new Map<string, RuleCount>();
  readonly #service: ServiceCount;
  readonly #problems = new ProblemCount();
  #flagged = 0;
  #safe = 0;
  #reached = 0;
  #unreadable = 0;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#service = new ServiceCount(options.rules);
  }

  /** A target examined in full, or in part with the problems that kept the rest from it. */
  addPhoto(photo: PhotoReport, problems: readonly ScanProblem[]): void {
    this.#addTarget(photo.kind, photo.examination);
    if (photo.examination === 'partial') this.#problems.addFile(problems, true);
    if (photo.flagged) this.#flagged++;
    else if (photo.examination === 'full') this.#safe++;
    if (photo.severity !== null) this.#worst.add(photo.severity);
    if (reaches(photo, this.#options)) this.#reached++;
    for (const rule of new Set(photo.findings.map(({ rule }) => rule))) this.#rules.add(rule);
    this.#addToRules(photo);
    this.#service.add(photo);
  }

  /** A target of which nothing could be examined. */
  addUnexamined(target: ScanTarget, problems: readonly ScanProblem[]): void {
    this.#addTarget(target.kind, 'none');
    this.#problems.addFile(problems, false);
  }

  /** A problem of the walk, outside of any target: a folder or a name that could not be read. */
  addMet(problem: ScanProblem): void {
    this.#unreadable++;
    this.#problems.addMet(problem);
  }

  /** A file that is neither photo nor video. `kind`: its extension, or `other`. */
  addIgnored(kind: string): void {
    this.#ignored.add(kind);
  }

  summary(): Summary {
    const { full, partial, none } = this.#examined.record(['full', 'partial', 'none']);
    const targets = full + partial + none;
    return {
      targets,
      full,
      partial,
      none,
      flagged: this.#flagged,
      safe: this.#safe,
      ignored: Object.fromEntries(this.#ignored.ranked()),
      bySeverity: this.#worst.record(SEVERITIES),
      byRule: this.#rules.record(this.#options.rules.map(({ id }) => id)),
      complete: full === targets && this.#unreadable === 0,
    };
  }

  overview(elapsedMs: number): Overview {
    const { targets, flagged, safe } = this.summary();
    return {
      images: this.#kinds.of('image'),
      videos: this.#kinds.of('video'),
      elapsedMs,
      severities: SEVERITIES.map((severity) => this.#severity(severity, targets)).filter(
        ({ rules }) => rules.length > 0,
      ),
      service: this.#service.overview(),
      unexamined: this.#problems.overview(),
      undecided: targets - flagged - safe,
      reached: this.#reached,
    };
  }

  #addTarget(kind: ScanTarget['kind'], examined: Examined): void {
    this.#examined.add(examined);
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

  /** Where two rules are as frequent, in the order of the rules. */
  #severity(severity: Severity, targets: number): SeverityOverview {
    const rules = this.#options.rules
      .flatMap(({ id }) => this.#ruleCounts.get(ruleKey(severity, id)) ?? [])
      .map((count) => count.overview(targets))
      .sort((a, b) => b.photos - a.photos);
    return { severity, photos: this.#worst.of(severity), rules };
  }
}

function ruleKey(severity: Severity, rule: string): string {
  return `${severity} ${rule}`;
}
