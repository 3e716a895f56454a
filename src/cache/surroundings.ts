// What is around a file and decides its result: its sidecars, and the video of a Live Photo.
import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { inSameBackup } from '../metadata/backup-path.js';
import type { ScanTarget } from '../types/target.js';
import { codeOf } from './open.js';

/** As phones name the video of a Live Photo, in small letters. */
const VIDEO_EXTENSIONS = ['.mov', '.mp4'];
const BACKUP_EXTENSIONS = ['.MOV', '.mov', '.MP4', '.mp4'];

/** Folders whose videos are remembered: a list may go back and forth between many. */
const FOLDERS_REMEMBERED = 1000;

/** Picasa's list is of a whole folder: what it states about a photo depends on the photo's name. */
const OF_FOLDER = /\.ini$/i;

export class Surroundings {
  readonly #contentOf: (path: string) => Promise<string | null>;
  /** Videos by their stem in small letters, of the folders that were asked for last, by folder. */
  readonly #listed = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** @param contentOf the SHA-256 of another file, or null where it cannot be read */
  constructor(contentOf: (path: string) => Promise<string | null>) {
    this.#contentOf = contentOf;
  }

  /**
   * The same values as long as what is around the file has the same content; null where some of it
   * cannot be read.
   */
  async of(target: ScanTarget): Promise<readonly string[] | null> {
    const { sidecars = [] } = target;
    const videos = this.#videosOf(target);
    if (videos === null) return null;
    const around: string[] = [];
    for (const path of [...sidecars, ...videos]) {
      const content = await this.#contentOf(path);
      if (content === null) return null;
      around.push(`${extname(path).toLowerCase()} ${content}`);
    }
    return sidecars.some((path) => OF_FOLDER.test(path)) ? [...around, basename(target.path)] : around;
  }

  /** Files that may be the video of this still. */
  #videosOf({ kind, path, originalPath, inside }: ScanTarget): readonly string[] | null {
    if (kind === 'video' || inside) return [];
    if (originalPath === undefined) return this.#videosNextTo(path);
    const stem = originalPath.replace(/\.[^./\\]*$/, '');
    const found = BACKUP_EXTENSIONS.flatMap((extension) => inSameBackup(path, stem + extension)?.path ?? []);
    return [...new Set(found)];
  }

  #videosNextTo(path: string): readonly string[] | null {
    const folder = dirname(path);
    const videos = this.#listed.get(folder) ?? listVideos(folder);
    if (videos === null) return null;
    // The one that was asked for longest ago is the first of a Map.
    this.#listed.delete(folder);
    this.#listed.set(folder, videos);
    for (const oldest of this.#listed.keys()) {
      if (this.#listed.size <= FOLDERS_REMEMBERED) break;
      this.#listed.delete(oldest);
    }
    return videos.get(stemOf(basename(path))) ?? [];
  }
}

/** Null for a folder that cannot be listed. */
function listVideos(folder: string): ReadonlyMap<string, readonly string[]> | null {
  const names = namesIn(folder);
  if (names === null) return null;
  const videos = new Map<string, string[]>();
  for (const name of names) {
    if (!VIDEO_EXTENSIONS.includes(extname(name).toLowerCase())) continue;
    const stem = stemOf(name);
    videos.set(stem, [...(videos.get(stem) ?? []), join(folder, name)]);
  }
  return videos;
}

function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    codeOf(error);
    return null;
  }
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length).toLowerCase();
}
