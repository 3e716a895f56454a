// How a run ended: the exit code, and which sentence closes the report (docs/cli.md). Exit code 2
// is not decided here: errors that end a run early are thrown.
import { type FailOn, type Finding, SEVERITIES } from '../types/finding.js';
import type { Closing, PhotoReport, Summary } from '../types/report.js';

/** The condition under which a photo fails a run. */
export interface FailRule {
  readonly failOn: FailOn;
  /** Only photos that a service would take, or might: without a date that is unknown. */
  readonly isOnlyTaken: boolean;
}

/** Whether this photo alone leads to exit code 1. */
export function reaches(
  { findings, services }: { readonly findings: readonly Counted[] } & Pick<PhotoReport, 'services'>,
  rule: FailRule,
): boolean {
  const { failOn } = rule;
  if (failOn === 'never') return false;
  if (rule.isOnlyTaken && services.every(({ taken }) => taken === 'no')) return false;
  return findings.some(
    (finding) => isCounted(finding) && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn),
  );
}

type Counted = Pick<Finding, 'severity' | 'accepted' | 'known'>;

/** Whether the exit code depends on it: neither accepted nor in the baseline. */
export function isCounted({ accepted, known }: Omit<Counted, 'severity'>): boolean {
  return accepted === null && known !== true;
}

/** The facts that decide how a run ended. */
export interface EndFacts
  extends Pick<Summary, 'targets' | 'full' | 'flagged' | 'accepted' | 'safe' | 'undecided' | 'complete'> {
  /** Photos that reach --fail-on. */
  readonly reached: number;
}

export interface Ending {
  readonly exitCode: 0 | 1 | 3;
  readonly closing: Closing;
}

/**
 * The exit code never depends on the verdicts, and the closing sentence never on --fail-on. A run
 * with the closing `all-safe` never has exit code 3.
 */
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
