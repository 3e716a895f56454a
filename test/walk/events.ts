// The events of a walk over a folder.
import { sep } from 'node:path';
import { type WalkEvent, type WalkOptions, walk } from '../../src/walk/walk.js';

export const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
export const PDF = Buffer.from('%PDF-1.7\n');
export const HEIC = Buffer.from('000000186674797068656963000000006d69663168656963', 'hex');
export const MP4 = Buffer.from('000000146674797069736f6d000002006d703431', 'hex');

export async function eventsOf(
  roots: string | readonly string[],
  more: Partial<WalkOptions> = {},
): Promise<WalkEvent[]> {
  const events: WalkEvent[] = [];
  const options: WalkOptions = {
    roots: typeof roots === 'string' ? [roots] : roots,
    filesFrom: null,
    isNullSeparated: false,
    videos: 'auto',
    ...more,
  };
  for await (const event of walk(options)) events.push(event);
  return events;
}

/**
 * One event in one line: the path relative to `root` (the full path if `root` is empty), and what
 * was reported.
 */
export function inShort(events: readonly WalkEvent[], root: string): string[] {
  const short = (path: string) => (root !== '' && path.startsWith(root + sep) ? path.slice(root.length + 1) : path);
  return events.map((event) => {
    if (event.type === 'target') return short(event.target.path);
    if (event.type === 'problem') return `${short(event.problem.path)}: ${event.problem.code}`;
    return `ignored ${event.kind}`;
  });
}
