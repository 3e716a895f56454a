// The last sentence of a report, to be read aloud. Its three numbers add up to the targets; it calls all safe only where the run is complete.
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
  /** Files and links that never became a target though they had to: named and no photo, missing, broken. */
  readonly strays: number;
  /** Rules that were on. */
  readonly rules: number;
}

export function closing(outcome: Outcome): string {
  return [sentence(outcome), ...leftOut(outcome)].join('; ').concat('.');
}

function sentence({ targets, flagged, safe, undecided, partial, folders, strays, rules }: Outcome): string {
  const unseen = partial > 0 ? 'not examined in full' : 'not examined';
  // Safe is never more than the rules can say.
  const safely = `safe as far as ${count(rules, 'rule')} can see`;
  if (targets === 0) return 'There was no photo or video to examine';
  if (safe === targets && folders + strays > 0) {
    return targets === 1
      ? `The one that was examined is ${safely}`
      : `The ${number(targets)} that were examined are ${safely}`;
  }
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

function leftOut({ targets, folders, strays }: Outcome): string[] {
  const files = count(strays, targets === 0 ? 'file' : 'other file');
  return [
    ...(strays === 0 ? [] : [`${files} ${strays === 1 ? 'was' : 'were'} not examined`]),
    ...(folders === 0 ? [] : [`${count(folders, 'folder')} could not be read`]),
  ];
}
