// What the service would do with the folder.
import type { Rule } from '../../rules/rule.js';
import type { PhotoReport, ServiceOverview, ServiceVerdict } from '../../types/report.js';
import { Tally } from './counter.js';
import { Places } from './places.js';

const REASONS = ['recent', 'place', 'theme'] as const;
const LESSONS = ['faces', 'people', 'objects', 'date', 'place'] as const;

export class ServiceCount {
  readonly #known: readonly Rule[];
  readonly #verdicts = new Tally<ServiceVerdict['taken']>();
  readonly #reasons = new Tally<(typeof REASONS)[number]>();
  readonly #lessons = new Tally<(typeof LESSONS)[number]>();
  readonly #rules = new Tally();
  readonly #places = new Places();

  constructor(rules: readonly Rule[]) {
    this.#known = rules;
  }

  add(photo: PhotoReport): void {
    const { taken, reasons, learns } = photo.service;
    this.#verdicts.add(taken);
    if (taken !== 'yes') return;
    this.#places.add(photo);
    for (const reason of reasons) this.#reasons.add(reason);
    for (const lesson of learns) this.#lessons.add(lesson);
    const critical = photo.findings.filter(({ severity }) => severity === 'critical');
    for (const rule of new Set(critical.map(({ rule }) => rule))) this.#rules.add(rule);
  }

  overview(): ServiceOverview {
    return {
      taken: this.#verdicts.of('yes'),
      unknown: this.#verdicts.of('unknown'),
      byReason: this.#reasons.record(REASONS),
      takenByRule: this.#byRule(),
      learns: this.#lessons.record(LESSONS),
      places: this.#places.count,
    };
  }

  /** The most frequent first; where two are as frequent, in the order of the rules. */
  #byRule(): ServiceOverview['takenByRule'] {
    return this.#known
      .map(({ id, title }) => ({ rule: id, title, photos: this.#rules.of(id) }))
      .filter(({ photos }) => photos > 0)
      .sort((a, b) => b.photos - a.photos);
  }
}
