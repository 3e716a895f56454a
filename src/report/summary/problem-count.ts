// Counts what was not examined in full, by the problem that prevented it.
import type { ProblemOverview, UnexaminedOverview } from '../../types/report.js';
import type { ScanProblem } from '../../types/target.js';
import { compareText, FirstFew } from './top-n.js';

const PATHS = 2;

interface Group {
  readonly code: string;
  readonly message: string;
  readonly paths: FirstFew<string>;
  count: number;
}

export class ProblemCount {
  /** By code and message. Both come from a fixed list, so there are only a few. */
  readonly #groups = new Map<string, Group>();
  #inPart = 0;
  #targetsUnread = 0;
  #strays = 0;
  #folders = 0;

  /** A target with all problems that kept it from a full examination. */
  addTarget(examination: 'partial' | 'none', problems: readonly ScanProblem[]): void {
    if (examination === 'partial') this.#inPart++;
    else this.#targetsUnread++;
    for (const problem of new Map(problems.map((each) => [keyOf(each), each])).values()) this.#add(problem);
  }

  /** A problem of the walk: a folder, or a file that never became a target. */
  addMet(problem: ScanProblem): void {
    if (problem.concerns === 'folder') this.#folders++;
    else if (problem.concerns === 'file') this.#strays++;
    this.#add(problem);
  }

  overview(): UnexaminedOverview {
    const notAtAll = this.#targetsUnread + this.#strays;
    return {
      files: this.#inPart + notAtAll,
      inPart: this.#inPart,
      notAtAll,
      strays: this.#strays,
      folders: this.#folders,
      problems: this.#ranked(),
    };
  }

  #add(problem: ScanProblem): void {
    const { code, message, path } = problem;
    const group = this.#groups.get(keyOf(problem)) ?? {
      code,
      message,
      paths: new FirstFew(PATHS, compareText),
      count: 0,
    };
    this.#groups.set(keyOf(problem), group);
    group.count++;
    group.paths.add(path);
  }

  #ranked(): ProblemOverview[] {
    return [...this.#groups.values()]
      .sort((a, b) => b.count - a.count || compareText(keyOf(a), keyOf(b)))
      .map(({ code, message, count, paths }) => ({ code, message, count, paths: paths.take(PATHS) }));
  }
}

function keyOf({ code, message }: Pick<ScanProblem, 'code' | 'message'>): string {
  return `${code} ${message}`;
}
