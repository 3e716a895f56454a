// Sorts events so that the order of finishing does not matter: photos by path, each with the group
// that came last, problems by path, then the rest in order of arrival.
import { SEVERITIES } from '../types/finding.js';
import type { PhotoReport, ReportEvent } from '../types/report.js';
import type { ScanProblem } from '../types/target.js';
import { createSpool } from './spool.js';

/** @param isWorstFirst photos by severity, the worst first, and only then by path */
export async function* inOrder(events: AsyncIterable<ReportEvent>, isWorstFirst = false): AsyncGenerator<ReportEvent> {
  const spool = await createSpool();
  try {
    const problems: ScanProblem[] = [];
    const last: ReportEvent[] = [];
    const groups = new Map<string, string>();
    for await (const event of events) {
      if (event.type === 'photo') spool.add(event.photo, isWorstFirst ? rankOf(event.photo) : 0);
      else if (event.type === 'problem') problems.push(event.problem);
      else if (event.type === 'group') for (const path of event.group.paths) groups.set(path, event.group.id);
      else last.push(event);
    }
    for await (const photo of spool.sorted()) {
      const group = groups.get(photo.path);
      yield { type: 'photo', photo: group === undefined ? photo : { ...photo, group } };
    }
    for (const problem of problems.sort(byPathAndCode)) yield { type: 'problem', problem };
    yield* last;
  } finally {
    await spool.close();
  }
}

/** Photos without a finding are last, accepted ones before them. */
function rankOf({ severity, verdict }: PhotoReport): number {
  if (severity !== null) return SEVERITIES.indexOf(severity);
  return SEVERITIES.length + (verdict === 'accepted' ? 0 : 1);
}

function byPathAndCode(a: ScanProblem, b: ScanProblem): number {
  return compare(a.path, b.path) || compare(a.code, b.code);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
