// What the page holds of the photos until the counts are known, with which it begins.
import type { PhotoReport, ReportEvent, SeverityOverview } from '../../types/report.js';
import type { ScanProblem } from '../../types/target.js';
import type { Card } from './card.js';

/** A browser is slow with more, and no person reads so many. */
const MAX_PHOTOS = 20_000;
const MAX_PROBLEMS = 5000;

/** Cards under the finding that is the worst of their photos. */
export interface FlaggedKind {
  readonly rule: string;
  readonly title: string;
  readonly severity: SeverityOverview['severity'];
  readonly cards: readonly Card[];
}

export class Gathered {
  readonly accepted: PhotoReport[] = [];
  readonly problems: ScanProblem[] = [];
  /** Photos and problems that the page does not show. */
  photosLeftOut = 0;
  problemsLeftOut = 0;
  readonly #cards = new Map<string, Card[]>();
  readonly #byGroup = new Map<string, Card>();
  #photos = 0;

  /** Photos come the worst first. */
  add(event: ReportEvent): void {
    if (event.type === 'problem') this.#addProblem(event.problem);
    else if (event.type === 'photo') this.#addPhoto(event.photo);
  }

  /** The worst first, in the order of the text report. */
  kinds(severities: readonly SeverityOverview[]): FlaggedKind[] {
    return severities.flatMap(({ severity, rules }) =>
      rules.flatMap(({ rule, title }) => {
        const cards = this.#cards.get(keyOf(severity, rule));
        return cards === undefined ? [] : [{ rule, title, severity, cards }];
      }),
    );
  }

  /** Every photo that has a card. */
  get photos(): readonly PhotoReport[] {
    return [...this.#cards.values()].flat().flatMap(({ lead, others }) => [lead, ...others]);
  }

  #addProblem(problem: ScanProblem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
    else this.problemsLeftOut++;
  }

  #addPhoto(photo: PhotoReport): void {
    const { verdict } = photo;
    if (verdict !== 'flagged' && verdict !== 'accepted') return;
    if (this.#photos >= MAX_PHOTOS) {
      this.photosLeftOut++;
      return;
    }
    this.#photos++;
    if (verdict === 'flagged') this.#addCard(photo);
    else this.accepted.push(photo);
  }

  #addCard(photo: PhotoReport): void {
    const { group, severity, findings } = photo;
    const same = group === null ? undefined : this.#byGroup.get(group);
    if (same !== undefined) {
      same.others.push(photo);
      return;
    }
    const worst = findings.find((finding) => finding.accepted === null && finding.severity === severity);
    if (worst === undefined) throw new Error('a flagged photo has no finding');
    const card: Card = { lead: photo, others: [] };
    const key = keyOf(worst.severity, worst.rule);
    const cards = this.#cards.get(key);
    if (cards === undefined) this.#cards.set(key, [card]);
    else cards.push(card);
    if (group !== null) this.#byGroup.set(group, card);
  }
}

function keyOf(severity: string, rule: string): string {
  return `${severity} ${rule}`;
}
