// What the store has about one path: by what the file was recognised, and what it is.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, posix, resolve } from 'node:path';
import type { Identity } from '../formats/identify.js';
import type { FileFacts, ScanTarget } from '../types/target.js';
import type { KeptResult } from './kept-result.js';
import { codeOf } from './open.js';

/** When a file was met, and by what it is recognised. */
export type MetAt = Pick<FileFacts, 'stamp' | 'changedMs' | 'askedMs'>;

export interface FileRow extends MetAt {
  readonly name: string;
  readonly identity: Identity | null;
  readonly closed: string | null;
  /** Hexadecimal; null where the content was not read to its end. */
  readonly sha256: string | null;
  /** A result that another examination may better: it is reported, never taken for final. */
  readonly passing?: KeptResult;
  /** The file that it is inside, where it is inside one. */
  readonly outer?: string;
}

export function momentOf({ stamp, changedMs, askedMs }: FileFacts): MetAt {
  return { stamp, changedMs, askedMs };
}

export function fileRowOf(target: ScanTarget, facts: FileFacts, sha256: string | null, paths: AbsolutePaths): FileRow {
  const { kind, mediaType, inside, path, originalPath } = target;
  const name = originalPath === undefined ? basename(path) : posix.basename(originalPath);
  const outer = inside && { outer: paths.of(inside.path) };
  return { ...momentOf(facts), name, identity: { kind, mediaType }, closed: null, sha256, ...outer };
}

/** The path of a file for the store: absolute, the links on the way to its folder resolved. */
export class AbsolutePaths {
  readonly #folders = new Map<string, string>();

  of(path: string): string {
    const absolute = resolve(path);
    const folder = dirname(absolute);
    let real = this.#folders.get(folder);
    if (real === undefined) {
      real = realOf(folder);
      this.#folders.set(folder, real);
    }
    return join(real, basename(absolute));
  }

  /** A folder or file as a person names it. */
  ofRoot(path: string): string {
    return realOf(resolve(path));
  }
}

/** As it is where it does not exist any more. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    codeOf(error);
    return path;
  }
}
