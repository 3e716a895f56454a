// The last sentence of a report, to be read aloud. Its three numbers add up to the targets.
import { count, list, number } from './amounts.js';

export interface Outcome {
  readonly targets: number;
  readonly flagged: number;
  readonly safe: number;
  /** Neither flagged nor safe: `targets` less the other two. */
  readonly undecided: number;
  /** Of all targets, those of which a part was examined. */
  readonly partial: number;
  /** Folders that could not be read. */
  readonly folders: number;
  /** Rules that were on. */
  readonly rules: number;
}

export function closing(outcome: Outcome): string {
  return `${sentence(outcome)}${folders(outcome.folders)}.`;
}

function sentence({ targets, flagged, safe, undecided, partial, rules }: Outcome): string {
  const unseen = partial > 0 ? 'not examined in full' : 'not examined';
  // Safe is never more than the rules can say.
  const safely = `safe as far as ${count(rules, 'rule')} can see`;
  if (targets === 0) return 'There was no photo or video to examine';
  if (targets === 1) {
    if (flagged === 1) return 'This one would give something away';
    return safe === 1 ? `This one is ${safely}` : `This one was ${unseen}, so it is not counted as safe`;
  }
  if (safe === targets) return `All ${number(targets)} are ${safely}`;
  if (flagged === targets) return `All ${number(targets)} would give something away`;
  if (undecided === targets) return `All ${number(targets)} were ${unseen}, so none is counted as safe`;
  return list([
    `${number(flagged)} of ${number(targets)} would give something away`,
    `${safe === 0 ? 'none' : number(safe)} ${safe <= 1 ? 'is' : 'are'} safe`,
    ...(undecided === 0 ? [] : [`${number(undecided)} ${undecided === 1 ? 'was' : 'were'} ${unseen}`]),
  ]);
}

function folders(unread: number): string {
  return unread === 0 ? '' : `; ${count(unread, 'folder')} could not be read`;
}
