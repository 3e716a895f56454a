// Counts one rule at one severity over all photos, with a few examples.

import { count } from '../../messages/amounts.js';
import type { Finding, Severity } from '../../types/finding.js';
import type { Example, PhotoReport, RuleOverview, Spread } from '../../types/report.js';
import { Days } from './days.js';
import { Places } from './places.js';
import { compareText, FirstFew } from './top-n.js';

const EXAMPLES = 3;

/**
 * A rule is common from this number of photos and this share of the targets. What the photos have
 * in common then tells more than three examples.
 */
const COMMON_PHOTOS = 20;
const COMMON_PART = 0.05;

interface Candidate {
  /**
   * Whether the worst finding of the photo is of this rule: a photo of a child is no example of
   * `face`.
   */
  readonly isWorst: boolean;
  readonly example: Example;
}

export class RuleCount {
  readonly #rule: string;
  readonly #title: string;
  readonly #severity: Severity;
  readonly #examples = new FirstFew<Candidate>(EXAMPLES, compareCandidates);
  readonly #shared: Places | Days | null;
  #photos = 0;

  constructor(rule: string, title: string, severity: Severity) {
    this.#rule = rule;
    this.#title = title;
    this.#severity = severity;
    this.#shared = rule === 'metadata/location' ? new Places() : rule === 'metadata/capture-time' ? new Days() : null;
  }

  /**
   * @param findings those of this rule and severity in the photo: at least one, highest confidence
   * first
   */
  add(photo: PhotoReport, findings: readonly Finding[]): void {
    this.#photos++;
    this.#shared?.add(photo);
    const [best] = findings;
    if (best === undefined) return;
    const more = findings.length === 1 ? '' : `; ${count(findings.length - 1, 'more finding')}`;
    const { subject, detail, proved, score, evidence } = best;
    const { path, originalPath } = photo;
    const example = { path, originalPath, message: (detail || subject) + more, proved, score, evidence };
    this.#examples.add({ isWorst: photo.findings[0]?.rule === this.#rule, example });
  }

  overview(targets: number): RuleOverview {
    const spread = this.#isCommon(targets) ? this.#spread() : null;
    return {
      rule: this.#rule,
      title: this.#title,
      photos: this.#photos,
      examples: spread === null ? this.#examples.take(this.#exampleCount(targets)).map(({ example }) => example) : [],
      spread,
    };
  }

  #spread(): Spread | null {
    return this.#shared?.spread() ?? null;
  }

  #isCommon(targets: number): boolean {
    return this.#photos > COMMON_PHOTOS && this.#photos >= targets * COMMON_PART;
  }

  #exampleCount(targets: number): number {
    if (this.#severity === 'critical') return EXAMPLES;
    return this.#isCommon(targets) || this.#severity === 'low' ? 1 : EXAMPLES - 1;
  }
}

function compareCandidates(one: Candidate, other: Candidate): number {
  const [a, b] = [one.example, other.example];
  return (
    Number(other.isWorst) - Number(one.isWorst) ||
    Number(b.proved) - Number(a.proved) ||
    b.score - a.score ||
    compareText(a.path, b.path) ||
    compareText(a.message, b.message)
  );
}
