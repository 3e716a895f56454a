// The closing line of a report. What it counts adds up to the targets, and the number of files
// that were not examined is that of the report's own section.
import type { Closing, Overview, RuleName, RulesOverview, Summary, UnexaminedOverview } from '../types/report.js';
import { count, list, number } from './amounts.js';

export interface Outcome
  extends Pick<Summary, 'targets' | 'flagged' | 'accepted' | 'safe' | 'undecided'>,
    Pick<Overview, 'images' | 'clear' | 'rules'> {
  readonly unexamined: Pick<UnexaminedOverview, 'files' | 'inPart' | 'strays' | 'folders'>;
}

/** More rules than this are counted, not named. */
const NAMED_RULES = 4;

/** One or more full sentences. */
export function closingLine(closing: Closing, outcome: Outcome): string {
  const sentences = [
    ...verdictSentences(closing, outcome),
    ...unread(closing, outcome),
    ...whyNoneSafe(closing, outcome),
  ];
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}

function verdictSentences(closing: Closing, outcome: Outcome): string[] {
  const { targets, rules } = outcome;
  const isOne = targets === 1;
  // Safe is never more than the rules can see.
  const safely = `safe as far as ${count(rules.on.length, 'rule')} can see`;
  switch (closing) {
    case 'no-target':
      return ['There was no photo or video to examine'];
    case 'all-flagged':
      return [
        isOne
          ? `${capitalised(theOne(outcome))} would give something away`
          : `All ${number(targets)} would give something away`,
      ];
    case 'none-examined': {
      const how = examined(outcome);
      return isOne
        ? [`${capitalised(theOne(outcome))} was not ${how}, so it is not counted as safe`]
        : [`None of the ${number(targets)} was ${how}, so none is counted as safe`];
    }
    case 'all-safe':
      return [isOne ? `${capitalised(theOne(outcome))} is ${safely}` : `All ${number(targets)} are ${safely}`];
    case 'examined-safe':
      return isOne
        ? [`The one that was examined is ${safely}`]
        : [`The ${number(targets)} that were examined are ${safely}`];
    case 'rules-off':
      return foundUnderRules(outcome);
    case 'mixed':
      return [list(verdicts(outcome))];
    default:
      return closing satisfies never;
  }
}

/** The name of a single target. */
function theOne({ images }: Outcome): string {
  return images === 1 ? 'the one photo' : 'the one video';
}

/** The verdicts, adding up to the targets. */
function verdicts(outcome: Outcome): string[] {
  const { targets, flagged, accepted, safe, undecided } = outcome;
  const were = isUndecidedForExamination(outcome)
    ? `${wasWere(undecided)} ${notExamined(outcome)}`
    : `${isAre(undecided)} undecided`;
  return [
    `${flagged === 0 ? 'none' : number(flagged)} of ${number(targets)} would give something away`,
    ...(accepted === 0 ? [] : [`${number(accepted)} ${isAre(accepted)} accepted`]),
    `${safe === 0 || safe === null ? 'none' : number(safe)} ${(safe ?? 0) <= 1 ? 'is' : 'are'} safe`,
    ...(undecided === 0 ? [] : [`${number(undecided)} ${were}`]),
  ].map((part, at) => (at === 0 ? capitalised(part) : part));
}

/** `8 of 276 would give something away`, `In 264, the rules that were on (...) found nothing`. */
function foundUnderRules(outcome: Outcome): string[] {
  const { targets, flagged, accepted, clear, rules } = outcome;
  const some = flagged > 0 ? count(clear, 'other') : `${number(clear)} of ${number(targets)}`;
  const others = clear < targets ? some : targets === 1 ? theOne(outcome) : `all ${number(targets)}`;
  return [
    ...(flagged === 0 ? [] : [`${number(flagged)} of ${number(targets)} would give something away`]),
    ...(accepted === 0 ? [] : [`${number(accepted)} ${isAre(accepted)} accepted`]),
    ...(clear === 0 ? [] : [`In ${others}, ${rulesOn(rules)} found nothing of medium severity or above`]),
  ];
}

function rulesOn({ on }: RulesOverview): string {
  const [first] = on;
  if (on.length === 1 && first !== undefined) return `the only rule that was on (${first.title})`;
  return on.length <= NAMED_RULES
    ? `the rules that were on (${titles(on)})`
    : `the ${number(on.length)} rules that were on`;
}

/** Files and folders that were not examined, except the targets that the verdicts name as such. */
function unread(closing: Closing, outcome: Outcome): string[] {
  const { files, strays, folders } = outcome.unexamined;
  const isCounted = (closing === 'mixed' || closing === 'none-examined') && isUndecidedForExamination(outcome);
  const isOnlyStrays = isCounted || files === strays;
  const unnamed = isOnlyStrays ? strays : files;
  const noun = isOnlyStrays && outcome.targets > 0 ? 'other file' : 'file';
  const how = isOnlyStrays ? 'not examined' : notExamined(outcome);
  const which = closing === 'mixed' && !isOnlyStrays ? ` (${list(whichUnread(outcome))})` : '';
  return [
    ...(unnamed === 0 ? [] : [`${count(unnamed, noun)}${which} ${wasWere(unnamed)} ${how}`]),
    ...(folders === 0 ? [] : [`${count(folders, 'folder')} could not be read`]),
  ];
}

/** Among which of the numbers before the files are: `those 4`, `4 of the 20`, `1 other`. */
function whichUnread({ flagged, undecided, unexamined: { files, strays } }: Outcome): string[] {
  return [
    ...(undecided === 0 ? [] : [undecided === 1 ? 'that 1' : `those ${number(undecided)}`]),
    `${number(files - strays - undecided)} of the ${number(flagged)}`,
    ...(strays === 0 ? [] : [`${number(strays)} other`]),
  ];
}

function whyNoneSafe(closing: Closing, { rules: { off, narrowed } }: Outcome): string[] {
  if (closing !== 'rules-off') return [];
  const reasons = [
    ...(off.length === 0 ? [] : [`${rulesText(off)} ${wasWere(off.length)} off`]),
    ...(narrowed.length === 0 ? [] : [`${rulesText(narrowed)} ${wasWere(narrowed.length)} set to report less`]),
  ];
  return [`None is called safe, because ${list(reasons)}`];
}

function rulesText(rules: readonly RuleName[]): string {
  return rules.length <= NAMED_RULES ? titles(rules) : `${number(rules.length)} rules`;
}

function titles(rules: readonly RuleName[]): string {
  return list(rules.map(({ title }) => title));
}

/** Whether the undecided are all of the targets that were not examined in full, and no others. */
function isUndecidedForExamination({ undecided, unexamined: { files, strays } }: Outcome): boolean {
  return undecided === files - strays;
}

function notExamined(outcome: Outcome): string {
  return `not ${examined(outcome)}`;
}

function examined({ unexamined: { inPart } }: Outcome): string {
  return inPart > 0 ? 'examined in full' : 'examined';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function isAre(amount: number): string {
  return amount === 1 ? 'is' : 'are';
}

function wasWere(amount: number): string {
  return amount === 1 ? 'was' : 'were';
}
