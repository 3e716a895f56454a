// What the numbers and severities of a rule mean, for `lenscap rules` and docs/rules.md.
import type { Rule } from './rule.js';

const SCORE_MEANING: Readonly<Record<Rule['scoreKind'], string>> = {
  probability: 'A probability: of findings with 0.9, nine in ten are right. Measured on labelled photos.',
  ordinal: 'The higher the score, the more likely the finding, but 0.9 does not mean nine in ten.',
  proof:
    '1 when proved. Otherwise, the higher the score, the more likely the finding, but 0.9 does not mean nine in ten.',
};

/** What a score means, and from which score a finding is reported. Full sentences. */
export function scoreText({ scoreKind, minScore, isSometimesProved }: Rule): string {
  const meaning = SCORE_MEANING[scoreKind];
  if (minScore === 0) return meaning;
  const isProvable = scoreKind === 'proof' || isSometimesProved === true;
  return `${meaning} Reported from a score of ${minScore}${isProvable ? ', or when proved' : ''}.`;
}

/** `medium; low if the face is too small or blurred to recognise the person`. */
export function severityText({ severity, severityByLabel = {}, labelConditions = {}, doubt }: Rule): string {
  const seconds = Object.entries(severityByLabel).map(
    ([label, second]) => `${second} if ${labelConditions[label] ?? `its label is ${label}`}`,
  );
  if (doubt !== undefined) seconds.push(`${doubt.severity} if its score is below ${doubt.below}`);
  return [severity, ...seconds].join('; ');
}
