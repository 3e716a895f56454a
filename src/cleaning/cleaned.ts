// What became of each file that was to be copied.

/** How many findings there are of each rule. */
export type Counts = Readonly<Record<string, number>>;

/** What became of one file. */
export type CopyOutcome =
  /** Clean, and scanned. `dry-run`: it would have been written. */
  | 'written'
  | 'dry-run'
  /** The same copy is there already. */
  | 'there'
  /** There is another file of that name. */
  | 'conflict'
  /** No clean copy can be made of it. */
  | 'refused'
  /** The copy still has what had to go, or could not be examined. */
  | 'not-clean';

export interface Cleaned {
  readonly path: string;
  readonly outcome: CopyOutcome;
  /** Path of the copy below the output folder; null without one. */
  readonly copy: string | null;
  /** Findings of the original that the copy has no more, and those that it has, by rule. */
  readonly removed: Counts;
  readonly remaining: Counts;
  /**
   * Why there is no copy: a reason of CleanError, the code of a problem or of the system, or a
   * rule.
   */
  readonly reasons: readonly string[];
  /** The picture was encoded anew: its pixels are not those of the original. */
  readonly isEncodedAnew: boolean;
}
