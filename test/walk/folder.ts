// A temporary folder with files in it, and what a walk over it meets.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { onTestFinished } from 'vitest';
import { type WalkEvent, type WalkOptions, walk } from '../../src/walk/walk.js';

export const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
export const PDF = Buffer.from('%PDF-1.7\n');
export const HEIC = Buffer.from('000000186674797068656963000000006d69663168656963', 'hex');
export const MP4 = Buffer.from('000000146674797069736f6d000002006d703431', 'hex');

/** Real path of a new folder; names of `files` may hold slashes. Gone when the test ends. */
export function folderWith(files: Readonly<Record<string, Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'lenscap-walk-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  put(root, files);
  return root;
}

export function put(root: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

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

/** An event in one line: the path without `root` (whole where that is empty), and what was said of it. */
export function inShort(events: readonly WalkEvent[], root: string): string[] {
  const short = (path: string) => (root !== '' && path.startsWith(root + sep) ? path.slice(root.length + 1) : path);
  return events.map((event) => {
    if (event.type === 'target') return short(event.target.path);
    if (event.type === 'problem') return `${short(event.problem.path)}: ${event.problem.code}`;
    return `ignored ${event.kind}`;
  });
}
