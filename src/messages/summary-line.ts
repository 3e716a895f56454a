// The last sentence of a report, to be read aloud. What it counts adds up to the targets, and what was not examined is
// the number that the report's own section has.
import type { Closing, Overview, RuleName, RulesOverview, Summary, UnexaminedOverview } from '../types/report.js';
import { count, list, number } from './amounts.js';

export interface Outcome
  extends Pick<Summary, 'targets' | 'flagged' | 'accepted' | 'safe' | 'undecided'>,
    Pick<Overview, 'clear' | 'rules'> {
  readonly unexamined: Pick<UnexaminedOverview, 'files' | 'inPart' | 'strays' | 'folders'>;
}

/** More rules than this are counted, not named. */
const NAMED_RULES = 4;

export function closingLine(closing: Closing, outcome: Outcome): string {
  return `${[sentence(closing, outcome), ...unread(closing, outcome), ...whyNoneSafe(closing, outcome)].join('; ')}.`;
}

function sentence(closing: Closing, outcome: Outcome): string {
  const { targets, rules } = outcome;
  const isOne = targets === 1;
  // Safe is never more than the rules can say.
  const safely = `safe as far as ${count(rules.on.length, 'rule')} can see`;
  switch (closing) {
    case 'no-target':
      return 'There was no photo or video to examine';
    case 'all-flagged':
      return isOne ? 'This one would give something away' : `All ${number(targets)} would give something away`;
    case 'none-examined': {
      const how = notExamined(outcome);
      return isOne
        ? `This one was ${how}, so it is not counted as safe`
        : `All ${number(targets)} were ${how}, so none is counted as safe`;
    }
    case 'all-safe':
      return isOne ? `This one is ${safely}` : `All ${number(targets)} are ${safely}`;
    case 'examined-safe':
      return isOne
        ? `The one that was examined is ${safely}`
        : `The ${number(targets)} that were examined are ${safely}`;
    case 'rules-off':
      return foundUnderRules(outcome);
    case 'mixed':
      return list(verdicts(outcome));
    default:
      return closing satisfies never;
  }
}

/** The verdicts, adding up to the targets. */
function verdicts(outcome: Outcome): string[] {
  const { targets, flagged, accepted, safe, undecided } = outcome;
  const were = isUndecidedForExamination(outcome)
    ? `${wasWere(undecided)} ${notExamined(outcome)}`
    : `${isAre(undecided)} undecided`;
  return [
    `${number(flagged)} of ${number(targets)} would give something away`,
    ...(accepted === 0 ? [] : [`${number(accepted)} ${isAre(accepted)} accepted`]),
    `${safe === 0 || safe === null ? 'none' : number(safe)} ${(safe ?? 0) <= 1 ? 'is' : 'are'} safe`,
    ...(undecided === 0 ? [] : [`${number(undecided)} ${were}`]),
  ];
}

/** `8 of 276 would give something away; nothing of medium severity or above was found in 264 under ...`. */
function foundUnderRules(outcome: Outcome): string {
  const { targets, flagged, accepted, clear, rules } = outcome;
  const others = clear < targets ? number(clear) : targets === 1 ? 'this one' : `any of ${number(targets)}`;
  const nothing = `nothing of medium severity or above was found in ${others} under ${rulesOn(rules)}`;
  const parts = [
    ...(flagged === 0 ? [] : [`${number(flagged)} of ${number(targets)} would give something away`]),
    ...(accepted === 0 ? [] : [`${number(accepted)} ${isAre(accepted)} accepted`]),
    ...(clear === 0 ? [] : [nothing]),
  ].join('; ');
  return parts.charAt(0).toUpperCase() + parts.slice(1);
}

function rulesOn({ on }: RulesOverview): string {
  const [first] = on;
  if (on.length === 1 && first !== undefined) return `the only rule that was on, ${first.title}`;
  return on.length <= NAMED_RULES
    ? `the rules that were on (${titles(on)})`
    : `the ${number(on.length)} rules that were on`;
}

/** Files and folders that were not examined, but for the targets that the sentence has counted already. */
function unread(closing: Closing, outcome: Outcome): string[] {
  const { files, strays, folders } = outcome.unexamined;
  const isCounted = (closing === 'mixed' || closing === 'none-examined') && isUndecidedForExamination(outcome);
  const isOnlyStrays = isCounted || files === strays;
  const unnamed = isOnlyStrays ? strays : files;
  const noun = isOnlyStrays && outcome.targets > 0 ? 'other file' : 'file';
  const how = isOnlyStrays ? 'not examined' : notExamined(outcome);
  return [
    ...(unnamed === 0 ? [] : [`${count(unnamed, noun)} ${wasWere(unnamed)} ${how}`]),
    ...(folders === 0 ? [] : [`${count(folders, 'folder')} could not be read`]),
  ];
}

function whyNoneSafe(closing: Closing, { rules: { off, narrowed } }: Outcome): string[] {
  if (closing !== 'rules-off') return [];
  const reasons = [
    ...(off.length === 0 ? [] : [`${sayRules(off)} ${wasWere(off.length)} off`]),
    ...(narrowed.length === 0 ? [] : [`${sayRules(narrowed)} ${wasWere(narrowed.length)} set to report less`]),
  ];
  return [`${list(reasons)}, so none is called safe`];
}

function sayRules(rules: readonly RuleName[]): string {
  return rules.length <= NAMED_RULES ? titles(rules) : `${number(rules.length)} rules`;
}

function titles(rules: readonly RuleName[]): string {
  return list(rules.map(({ title }) => title));
}

/** The undecided are then the targets that were not examined in full, all of them and no others. */
function isUndecidedForExamination({ undecided, unexamined: { files, strays } }: Outcome): boolean {
  return undecided === files - strays;
}

function notExamined({ unexamined: { inPart } }: Outcome): string {
  return inPart > 0 ? 'not examined in full' : 'not examined';
}

function isAre(amount: number): string {
  return amount === 1 ? 'is' : 'are';
}

function wasWere(amount: number): string {
  return amount === 1 ? 'was' : 'were';
}
