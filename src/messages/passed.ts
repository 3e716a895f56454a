// What `check` lets pass although something in it is flagged.
import type { FailOn } from '../types/finding.js';
import { count } from './amounts.js';

/** `2 files passed although they are flagged: what was found is below --fail-on high`. */
export function passedText(passed: number, failOn: FailOn, isOnlyTaken: boolean, isOutdated = false): string {
  const age = isOutdated ? '; what is known of it is more than 180 days old' : '';
  const why = [
    ...(failOn === 'never' ? ['--fail-on is never'] : [`what was found is below --fail-on ${failOn}`]),
    ...(isOnlyTaken && failOn !== 'never' ? [`the service would not take it (--only-taken${age})`] : []),
  ];
  return `${count(passed, 'file')} passed although flagged: ${why.join(', or ')}`;
}
