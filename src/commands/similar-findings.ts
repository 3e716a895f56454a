// What --similar offers: findings of the same rules in photos that are similar to the named ones.
import { resolve } from 'node:path';
import type { Finding } from '../types/finding.js';
import type { PhotoGroup, PhotoReport } from '../types/report.js';

/** A finding with the file that it is in. */
export interface FoundFinding {
  readonly path: string;
  readonly finding: Finding;
}

/** Each is of another document, text or code, however similar the photos are. */
const NEVER_OFFERED = ['document', 'text', 'code'];

/**
 * The findings that were named by their paths, and those that are offered.
 * @param paths files and folders as given
 * @param found all findings that may be accepted, in the named files and next to them
 */
export function withSimilar(
  paths: readonly string[],
  found: readonly FoundFinding[],
  groups: readonly PhotoGroup[],
): { readonly named: readonly FoundFinding[]; readonly offered: readonly FoundFinding[] } {
  const given = paths.map((path) => resolve(path));
  const isNamed = ({ path }: Pick<PhotoReport, 'path'>) => {
    const full = resolve(path);
    return given.some((one) => full === one || full.startsWith(`${one}/`) || full.startsWith(`${one}\\`));
  };
  const named = found.filter(isNamed);
  const groupOf = new Map(groups.flatMap(({ id, paths: members }) => members.map((path) => [path, id] as const)));
  const kindOf = ({ path, finding }: FoundFinding) => {
    const group = groupOf.get(path);
    return group === undefined ? null : `${group} ${finding.rule}`;
  };
  const kinds = new Set(named.map(kindOf));
  // A copy of a named file is accepted with it.
  const accepted = new Set(named.map(({ finding }) => finding.fingerprint));
  const offered = found.filter((one) => {
    const kind = kindOf(one);
    const [ruleGroup = ''] = one.finding.rule.split('/');
    return !isNamed(one) && kind !== null && kinds.has(kind) && !NEVER_OFFERED.includes(ruleGroup);
  });
  const isOpen = ({ finding }: FoundFinding) => finding.accepted === null && !accepted.has(finding.fingerprint);
  return { named, offered: offered.filter(isOpen) };
}
