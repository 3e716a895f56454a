// Which content is at which path, as long as the file system states that nothing changed.
import type { FileFacts, ScanTarget } from '../types/target.js';
import { sha256Of } from './content-hash.js';
import { AbsolutePaths, type FileRow, momentOf } from './file-row.js';
import type { GuardedStore } from './guarded-store.js';
import type { KnownFiles, Recognised } from './known-files.js';
import { codeOf } from './open.js';
import { pack, unpack } from './pack.js';
import { RowsAhead } from './rows-ahead.js';
import { digest, thisProgram } from './settings.js';
import { FileSystem, isSameFile } from './stamp.js';
import { Surroundings } from './surroundings.js';

/** Files that are no photos, written together. */
const IGNORED_AT_ONCE = 500;

export class FileIndex implements KnownFiles {
  readonly paths = new AbsolutePaths();
  readonly program = thisProgram();
  /** Files of this run that are known now. */
  met = 0;
  readonly #disk = new FileSystem();
  readonly #store: GuardedStore;
  readonly #isHashed: boolean;
  readonly #surroundings = new Surroundings((path) => this.#contentNextTo(path));
  /** Not written yet, by path. */
  readonly #ignored = new Map<string, FileRow>();
  readonly #ahead: RowsAhead;
  /** By kind and type, of targets with nothing around them: most. */
  readonly #places = new Map<string, Buffer>();
  /** Rows that the walk has asked for, so that they are read once. */
  readonly #recalled = new WeakMap<FileFacts, FileRow>();

  /** @param isHashed the file system is not believed: files are known by their content alone */
  constructor(store: GuardedStore, isHashed: boolean) {
    this.#store = store;
    this.#isHashed = isHashed;
    this.#ahead = new RowsAhead(store);
  }

  factsOf(path: string): Promise<FileFacts> {
    return this.#disk.factsOf(path);
  }

  /** The file that holds the target is still the one that was met. */
  async isUnchanged({ path, inside }: ScanTarget, { stamp }: FileFacts): Promise<boolean> {
    const now = await this.factsOf(inside?.path ?? path).catch(noFacts);
    return now?.stamp === stamp;
  }

  recall(path: string, name: string, facts: FileFacts): Recognised | null {
    const row = this.#isHashed ? null : this.#ahead.rowOf(this.paths.of(path));
    if (row === null || row.name !== name || !isSameFile(row, facts)) return null;
    this.#recalled.set(facts, row);
    this.met++;
    return row;
  }

  noteIgnored(path: string, facts: FileFacts, { name, identity, closed }: Recognised): void {
    this.#ignored.set(this.paths.of(path), { ...momentOf(facts), name, identity, closed, sha256: null });
    this.met++;
    if (this.#ignored.size >= IGNORED_AT_ONCE) this.flush();
  }

  row(path: string): FileRow | null {
    return this.#store.read((store) => {
      const value = store.file(this.paths.of(path));
      return value && unpack<FileRow>(value);
    }, null);
  }

  /** The SHA-256 of a target that the file system states to be unchanged. */
  knownContent({ path, facts, inside }: ScanTarget): string | null {
    if (!facts || this.#isHashed) return null;
    // Only the outer file of one inside another was recalled.
    const row = inside ? this.row(path) : this.#recalled.get(facts);
    return row && isSameFile(row, facts) ? row.sha256 : null;
  }

  /** Everything around the target that decides its result; null where some cannot be read. */
  async placeOf(target: ScanTarget): Promise<Buffer | null> {
    const around = await this.#surroundings.of(target);
    if (around === null) return null;
    const { kind, mediaType } = target;
    const known = around.length === 0 ? this.#places.get(mediaType + kind) : undefined;
    const place = known ?? digest(this.program, kind, mediaType, around);
    if (around.length === 0) this.#places.set(mediaType + kind, place);
    return place;
  }

  flush(): void {
    const rows = [...this.#ignored];
    this.#ignored.clear();
    if (rows.length === 0) return;
    this.#store.write((store) =>
      store.together(() => {
        for (const [path, row] of rows) store.putFile(path, pack(row));
      }),
    );
  }

  async #contentNextTo(path: string): Promise<string | null> {
    const facts = await this.factsOf(path).catch(noFacts);
    if (facts === null) return null;
    const absolute = this.paths.of(path);
    const row = this.#ignored.get(absolute) ?? this.row(path);
    const isKnown = row !== null && row.sha256 !== null && !this.#isHashed && isSameFile(row, facts);
    if (isKnown) return row.sha256;
    const sha256 = await sha256Of(path, facts.bytes);
    // What it is, the walk finds out. Its content is added to that.
    if (row === null || row.stamp !== facts.stamp || sha256 === null) return sha256;
    const known = { ...row, ...momentOf(facts), sha256 };
    if (this.#ignored.has(absolute)) this.#ignored.set(absolute, known);
    else this.#store.write((store) => store.putFile(absolute, pack(known)));
    return sha256;
  }
}

/** @throws what is no error of the file system */
function noFacts(error: unknown): null {
  codeOf(error);
  return null;
}
