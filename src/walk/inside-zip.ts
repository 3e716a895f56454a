// The photos and videos inside a Live Photo that is a ZIP, each as a target of its own.
import { MalformedError } from '../formats/byte-reader.js';
import { HEAD_BYTES, identify, ignoredKind } from '../formats/identify.js';
import { withZip, type ZipEntry } from '../formats/livp/entries.js';
import type { ScanTarget } from '../types/target.js';
import type { VideoMode } from '../types/video.js';
import { problemOf, type WalkEvent } from './event.js';

/** The target itself, which is then not examined, where it cannot be opened or holds no photo. */
export async function photosInside(target: ScanTarget, videos: VideoMode): Promise<readonly WalkEvent[]> {
  try {
    const events = await withZip(target.path, (entries) =>
      Promise.all(entries.map((entry) => eventOf(target, entry, videos))),
    );
    return events.some(({ type }) => type === 'target') ? events : [{ type: 'target', target }];
  } catch (error) {
    if (error instanceof MalformedError) return [{ type: 'target', target }];
    return [problemOf(target.path, 'file', error)];
  }
}

async function eventOf(outer: ScanTarget, entry: ZipEntry, videos: VideoMode): Promise<WalkEvent> {
  const { name, bytes } = entry;
  // What cannot be unpacked is known by its name, and reported where it is read.
  const head = await entry.readHead(HEAD_BYTES).catch((error: unknown) => {
    if (!(error instanceof MalformedError)) throw error;
    return new Uint8Array();
  });
  const identity = identify(head, name);
  if (identity === null) return { type: 'ignored', kind: ignoredKind(name) };
  if (identity.kind === 'video' && videos === 'skip') return { type: 'ignored', kind: 'video' };
  const path = `${outer.path}/${name}`;
  return {
    type: 'target',
    target: {
      path,
      bytes,
      mtimeMs: outer.mtimeMs,
      ...identity,
      inside: { path: outer.path, name },
      ...(outer.facts && { facts: outer.facts }),
    },
  };
}
