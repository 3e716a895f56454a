// What a person reads who stops a scan: how far it came, what it found, and how it goes on.
import { SEVERITIES } from '../types/finding.js';
import type { Summary } from '../types/report.js';
import { count, list, number } from './amounts.js';

export interface StoppedScan {
  readonly examined: number;
  readonly found: number;
  /** All folders were listed. */
  readonly isWalked: boolean;
  readonly bySeverity: Summary['bySeverity'];
  /** The results are kept, so that the next scan goes on. */
  readonly isKept: boolean;
  /** What shows the results, as it is typed; null where nothing can. */
  readonly report: string | null;
}

export function stoppedLines({ examined, found, isWalked, bySeverity, isKept, report }: StoppedScan): string[] {
  const total = `${number(found)}${isWalked ? '' : ' or more'}`;
  const severities = SEVERITIES.filter((severity) => bySeverity[severity] > 0);
  const seen = severities.map((severity) => `${number(bySeverity[severity])} ${severity}`);
  const what = seen.length === 0 ? 'nothing was found in them' : `photos with findings: ${list(seen)}`;
  const how = isKept
    ? 'their results are kept; to go on, run the same command again'
    : 'their results are not kept; the next scan begins anew';
  return [
    `stopped after ${number(examined)} of ${total} ${found === 1 ? 'photo' : 'photos'}; ${what}`,
    ...(examined === 0 ? [] : [how]),
    ...(examined === 0 || report === null ? [] : [`to see what was found in ${count(examined, 'photo')}: ${report}`]),
  ];
}
