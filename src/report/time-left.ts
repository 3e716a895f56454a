// How long a scan still takes. Learns from the photos so far, each kind for itself; loading the
// models is no part of it.
import type { ScanTarget } from '../types/target.js';

/** What takes about as long as others of its kind. A photo whose result is known takes no time. */
type Kind = ScanTarget['kind'] | 'known';

/** The average follows the last so many photos, so that one that loads another model fades. */
const REMEMBERED = 30;

interface Count {
  found: number;
  done: number;
  averageMs: number;
  timed: number;
}

export class TimeLeft {
  readonly #jobs: number;
  readonly #counts = new Map<Kind, Count>();
  readonly #kinds = new WeakMap<ScanTarget, Kind>();

  /** @param jobs photos that are examined at the same time */
  constructor(jobs: number) {
    this.#jobs = jobs;
  }

  found(target: ScanTarget, isKnown: boolean): void {
    const kind = isKnown ? 'known' : target.kind;
    this.#kinds.set(target, kind);
    this.#of(kind).found++;
  }

  /** A worker took so long, with all of its models loaded. */
  timed({ kind }: ScanTarget, ms: number): void {
    const count = this.#of(kind);
    count.timed++;
    count.averageMs += (ms - count.averageMs) / Math.min(count.timed, REMEMBERED);
  }

  done(target: ScanTarget): void {
    this.#of(this.#kinds.get(target) ?? target.kind).done++;
  }

  /** Milliseconds; null as long as nothing is known about the photos that are left. */
  get leftMs(): number | null {
    const counts = [...this.#counts].filter(([kind]) => kind !== 'known').map(([, count]) => count);
    const timed = counts.filter((count) => count.timed > 0);
    const left = (count: Count) => Math.max(0, count.found - count.done);
    const photos = counts.reduce((sum, count) => sum + left(count), 0);
    if (photos === 0) return 0;
    if (timed.length === 0) return null;
    // A kind that was not met yet is taken for the slowest one.
    const slowest = Math.max(...timed.map(({ averageMs }) => averageMs));
    const work = counts.reduce((sum, count) => sum + left(count) * (count.timed > 0 ? count.averageMs : slowest), 0);
    return work / Math.min(this.#jobs, photos);
  }

  #of(kind: Kind): Count {
    const known = this.#counts.get(kind);
    if (known) return known;
    const fresh = { found: 0, done: 0, averageMs: 0, timed: 0 };
    this.#counts.set(kind, fresh);
    return fresh;
  }
}
