// Walks folders and links: yields each file once, in a fixed order.
import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { problem } from '../messages/problems.js';
import { type FileEntry, problemOf, systemCode, type WalkEvent } from './event.js';
import { insideOf, type Name, nameOf, pathIn, rawPathIn } from './names.js';
import { sidecarsOf } from './sidecars.js';
import { namesInOtherParts } from './takeout-parts.js';

/** What a path given by the user refers to, after links are resolved. */
export type PathEntry =
  | { readonly type: 'folder'; readonly path: string; readonly real: string }
  /** `folderId` and `name` identify the directory entry, whichever path leads to it. */
  | { readonly type: 'file'; readonly path: string; readonly folderId: string; readonly name: string }
  | { readonly type: 'special'; readonly path: string };

/** @throws file system errors */
export async function locate(path: string): Promise<PathEntry> {
  const stats = await stat(path, { bigint: true });
  if (stats.isDirectory()) return { type: 'folder', path, real: await realpath(path) };
  if (!stats.isFile()) return { type: 'special', path };
  const real = await realpath(path);
  const folderId = idOf(await stat(dirname(real), { bigint: true }));
  return { type: 'file', path, folderId, name: basename(real) };
}

/** The same id for a folder under all of its names. */
function idOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

/**
 * Walks files and folders so that each is yielded once. It remembers every folder, and every file
 * that was named or reached through a link.
 * Hard links to the same content are separate files: each of them can be uploaded.
 */
export class Tree {
  /** Folders that were walked or are being walked. */
  readonly #folders = new Set<string>();
  /** Files that were named or reached through a link, as `folderId/name`. */
  readonly #files = new Set<string>();
  /**
   * Real paths of named folders. Their content is found there, so a link into them leads nowhere
   * new.
   */
  readonly #roots: string[] = [];
  /** The named entry that is being walked. */
  #root = '';

  /**
   * Must be called before walk() of any entry that may overlap. Returns false if the entry was
   * found before.
   */
  claim(place: PathEntry): boolean {
    if (place.type === 'folder') this.#roots.push(place.real);
    if (place.type !== 'file') return true;
    const key = `${place.folderId}/${place.name}`;
    if (this.#folders.has(place.folderId) || this.#files.has(key)) return false;
    this.#files.add(key);
    return true;
  }

  /** All files of an entry, in an order that depends on the names only. */
  async *walk(place: PathEntry): AsyncGenerator<FileEntry | WalkEvent> {
    const { path } = place;
    this.#root = path;
    if (place.type === 'folder') yield* this.#folder(path);
    else if (place.type === 'file') yield { type: 'file', path, rawPath: null, isNamed: true };
    else yield { type: 'problem', problem: problem(path, 'not-a-target') };
  }

  async *#folder(path: string): AsyncGenerator<FileEntry | WalkEvent> {
    const listing = await this.#list(path).catch((error) => problemOf(path, 'folder', error));
    if (listing === null) return;
    if (listing.type !== 'listing') return yield listing;
    const others = await namesInOtherParts(path, this.#root);
    const links = sidecarLinksOf(path, listing.entries, others);
    for (const entry of listing.entries) yield* this.#entry(path, listing.folderId, entry, links);
  }

  /** Null for a folder that was walked before. */
  async #list(path: string): Promise<Listing | null> {
    const folderId = idOf(await stat(path, { bigint: true }));
    if (this.#folders.has(folderId)) return null;
    this.#folders.add(folderId);
    return { type: 'listing', folderId, entries: await entriesOf(path) };
  }

  async *#entry(
    folder: string,
    folderId: string,
    { name, type }: Entry,
    links: SidecarLinks,
  ): AsyncGenerator<FileEntry | WalkEvent> {
    const path = pathIn(folder, name.text);
    const rawPath = name.raw && rawPathIn(folder, name.raw);
    if (type === 'special') yield { type: 'ignored', kind: 'other' };
    else if (type === 'file') {
      if (!this.#files.has(`${folderId}/${name.text}`))
        yield { type: 'file', path, rawPath, isNamed: false, ...links.get(path) };
    } else if (rawPath) yield { type: 'problem', problem: problem(path, 'name-not-utf8') };
    else if (type === 'folder') yield* this.#folder(path);
    else yield* this.#link(path);
  }

  async *#link(path: string): AsyncGenerator<FileEntry | WalkEvent> {
    try {
      const real = await realpath(path);
      if (this.#roots.some((root) => real === root || real.startsWith(insideOf(root)))) return;
      const place = await locate(path);
      if (place.type === 'special') yield { type: 'ignored', kind: 'other' };
      else if (place.type === 'folder') yield* this.#folder(path);
      else if (this.claim(place)) yield { type: 'file', path, rawPath: null, isNamed: false };
    } catch (error) {
      yield ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(systemCode(error))
        ? { type: 'problem', problem: problem(path, 'link-broken') }
        : problemOf(path, 'file', error);
    }
  }
}

/** By path: the sidecars of a photo, and whether a file is itself a sidecar. */
type SidecarLinks = ReadonlyMap<string, Pick<FileEntry, 'sidecars' | 'isSidecar'>>;

/** @param others paths by name of what other parts of the same export hold for this folder */
function sidecarLinksOf(folder: string, entries: readonly Entry[], others: ReadonlyMap<string, string>): SidecarLinks {
  const own = entries.flatMap(({ name, type }) => (type === 'file' && name.raw === null ? [name.text] : []));
  const places = new Map([...others, ...own.map((name) => [name, pathIn(folder, name)] as const)]);
  const links = new Map<string, Pick<FileEntry, 'sidecars' | 'isSidecar'>>();
  for (const [photo, sidecars] of sidecarsOf([...places.keys()])) {
    const paths = sidecars.map((name) => places.get(name) ?? name);
    links.set(places.get(photo) ?? photo, { sidecars: paths });
    for (const path of paths) links.set(path, { isSidecar: true });
  }
  return links;
}

type EntryType = 'file' | 'folder' | 'link' | 'special';

interface Entry {
  readonly name: Name;
  readonly type: EntryType;
}

interface Listing {
  readonly type: 'listing';
  readonly folderId: string;
  readonly entries: readonly Entry[];
}

/** Sorted by name in UTF-16 code units: the same order on every system. */
async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries
    .map((entry) => ({ name: nameOf(entry.name), type: typeOf(entry) }))
    .sort((a, b) => (a.name.text < b.name.text ? -1 : 1));
}

function typeOf(entry: Dirent<Buffer>): EntryType {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'special';
}
