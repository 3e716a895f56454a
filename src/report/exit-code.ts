// What the exit code says (docs/cli.md). 2 is not decided here: whatever ends a run early is thrown.
import { type FailOn, SEVERITIES } from '../types/finding.js';
import type { PhotoReport } from '../types/report.js';

/** What a photo must have to fail a run. */
export interface FailRule {
  readonly failOn: FailOn;
  /** Only photos that the service would take, or might: of one without a date nobody knows. */
  readonly isOnlyTaken: boolean;
}

/** Whether the photo alone is reason for exit code 1. */
export function reaches({ severity, service }: Pick<PhotoReport, 'severity' | 'service'>, rule: FailRule): boolean {
  if (rule.failOn === 'never' || severity === null) return false;
  if (rule.isOnlyTaken && service.taken === 'no') return false;
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(rule.failOn);
}

/** `reached`: photos that reach --fail-on; `isComplete`: every target was examined in full, and no folder, link or named file was left unread. */
export function exitCode(reached: number, isComplete: boolean): 0 | 1 | 3 {
  if (reached > 0) return 1;
  return isComplete ? 0 : 3;
}
