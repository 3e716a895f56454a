// Whether the rules of a run suffice to call a photo safe: which of those that could flag one are
// off, or narrowed.
import { SEVERITIES, type Severity } from '../types/finding.js';
import type { Rule } from './rule.js';

export interface Coverage {
  /**
   * Ids of `off` and `narrowed`, in the order of the registry. While there are any, nothing is
   * called safe.
   */
  readonly rulesOff: readonly string[];
  /** Rules that could flag a photo, and are off. */
  readonly off: readonly Rule[];
  /**
   * Rules that could flag a photo, and are on with a higher threshold or with severities that flag
   * less.
   */
  readonly narrowed: readonly Rule[];
}

/** Medium or above: a finding that makes its photo flagged. */
export function flags(severity: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf('medium');
}

/** @param all every rule with its defaults; `on` those of a run, as they are set for it */
export function coverageOf(all: readonly Rule[], on: readonly Rule[]): Coverage {
  const set = new Map(on.map((rule) => [rule.id, rule]));
  const flagging = all.filter((rule) => flaggingLabels(rule).length > 0);
  const off = flagging.filter(({ id }) => !set.has(id));
  const narrowed = flagging.filter((rule) => isNarrowed(rule, set.get(rule.id)));
  const rulesOff = flagging.filter((rule) => off.includes(rule) || narrowed.includes(rule)).map(({ id }) => id);
  return { rulesOff, off, narrowed };
}

function isNarrowed(rule: Rule, set: Rule | undefined): boolean {
  if (set === undefined) return false;
  const flagged = flaggingLabels(set);
  return set.minScore > rule.minScore || flaggingLabels(rule).some((label) => !flagged.includes(label));
}

/** A rule of low severity may flag for some of its labels, and one of medium may not for others. */
function flaggingLabels({ labels, severity, severityByLabel = {} }: Rule): readonly string[] {
  return labels.filter((label) => flags(severityByLabel[label] ?? severity));
}
