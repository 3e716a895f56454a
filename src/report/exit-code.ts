// How a run ended: the exit code, and which sentence closes the report (docs/cli.md). 2 is not decided here: what ends a run early is thrown.
import { type FailOn, SEVERITIES } from '../types/finding.js';
import type { Closing, PhotoReport, Summary } from '../types/report.js';

/** What a photo must have to fail a run. */
export interface FailRule {
  readonly failOn: FailOn;
  /** Only photos that a service would take, or might: of one without a date nobody knows. */
  readonly isOnlyTaken: boolean;
}

/** Whether the photo alone is reason for exit code 1. */
export function reaches({ severity, services }: Pick<PhotoReport, 'severity' | 'services'>, rule: FailRule): boolean {
  if (rule.failOn === 'never' || severity === null) return false;
  if (rule.isOnlyTaken && services.every(({ taken }) => taken === 'no')) return false;
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rule.failOn);
}

/** What decides how a run ended. */
export interface EndFacts
  extends Pick<Summary, 'targets' | 'full' | 'flagged' | 'accepted' | 'safe' | 'undecided' | 'complete'> {
  /** Photos that reach --fail-on. */
  readonly reached: number;
}

export interface Ending {
  readonly exitCode: 0 | 1 | 3;
  readonly closing: Closing;
}

/** The code never depends on the verdicts, nor the closing on --fail-on; `all-safe` is never a run that ends with 3. */
export function endingOf(facts: EndFacts): Ending {
  return { exitCode: codeOf(facts), closing: closingOf(facts) };
}

function codeOf({ reached, complete }: EndFacts): Ending['exitCode'] {
  if (reached > 0) return 1;
  return complete ? 0 : 3;
}

function closingOf({ targets, full, flagged, safe, complete }: EndFacts): Closing {
  if (targets === 0) return 'no-target';
  if (flagged === targets) return 'all-flagged';
  if (full === 0 && flagged === 0) return 'none-examined';
  if (safe === null) return 'rules-off';
  if (safe === targets) return complete ? 'all-safe' : 'examined-safe';
  return 'mixed';
}
