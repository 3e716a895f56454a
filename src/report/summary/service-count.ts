// What a service would do with all photos, as far as the rules that are on can detect.
import { RULES } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { type Checked, checkedFor } from '../../services/assess.js';
import type { ServiceProfile } from '../../services/profile.js';
import type { PhotoReport, ServiceOverview, ServiceVerdict } from '../../types/report.js';
import { Tally } from './counter.js';
import { Places } from './places.js';

const REASONS = ['recent', 'everything', 'theme', 'place', 'object', 'person'] as const;
type Reason = (typeof REASONS)[number];
const LESSONS = ['faces', 'people', 'objects', 'date', 'place'] as const;

export class ServiceCount {
  readonly #name: string;
  readonly #rulesOn: readonly Rule[];
  readonly #checked: Checked;
  readonly #verdicts = new Tally<ServiceVerdict['taken']>();
  readonly #reasons = new Tally<(typeof REASONS)[number]>();
  readonly #lessons = new Tally<(typeof LESSONS)[number]>();
  readonly #rules = new Tally();
  readonly #places = new Places();

  constructor(profile: ServiceProfile, rulesOn: readonly Rule[]) {
    this.#name = profile.name;
    this.#rulesOn = rulesOn;
    this.#checked = checkedFor(profile, rulesOn.map(idOf), RULES.map(idOf));
  }

  /** Photos that were judged only for other services are skipped. */
  add(photo: PhotoReport): void {
    const verdict = photo.services.find(({ name }) => name === this.#name);
    if (verdict === undefined) return;
    const { taken, reasons, learns } = verdict;
    this.#verdicts.add(taken);
    if (taken === 'no') return;
    this.#places.add(photo);
    for (const reason of reasons) this.#reasons.add(reason);
    for (const lesson of learns) this.#lessons.add(lesson);
    const critical = photo.findings.filter(({ severity }) => severity === 'critical');
    for (const rule of new Set(critical.map(({ rule }) => rule))) this.#rules.add(rule);
  }

  overview(): ServiceOverview {
    const { lessons, criteria } = this.#checked;
    const isCounted = (reason: Reason) => isOfAge(reason) || criteria.checked.some((each) => each === reason);
    const reasons = REASONS.map((reason) => [reason, isCounted(reason) ? this.#reasons.of(reason) : null]);
    const learned = LESSONS.map((lesson) => [
      lesson,
      lessons.checked.includes(lesson) ? this.#lessons.of(lesson) : null,
    ]);
    return {
      name: this.#name,
      taken: this.#verdicts.of('yes'),
      unknown: this.#verdicts.of('unknown'),
      byReason: Object.fromEntries(reasons) as ServiceOverview['byReason'],
      reasonsNotChecked: criteria.notChecked,
      undetectable: { reasons: criteria.undetectable, lessons: lessons.undetectable },
      takenByRule: this.#byRule(),
      learns: Object.fromEntries(learned) as ServiceOverview['learns'],
      notChecked: lessons.notChecked,
      places: this.#places.count,
    };
  }

  /** Most frequent first; rules with the same count are in the order of the registry. */
  #byRule(): ServiceOverview['takenByRule'] {
    return this.#rulesOn
      .map(({ id, title }) => ({ rule: id, title, photos: this.#rules.of(id) }))
      .filter(({ photos }) => photos > 0)
      .sort((a, b) => b.photos - a.photos);
  }
}

/** Reasons that need no rule. */
function isOfAge(reason: Reason): boolean {
  return reason === 'recent' || reason === 'everything';
}

function idOf({ id }: Rule): string {
  return id;
}
