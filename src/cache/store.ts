// The tables of the cache, and every query. The database holds bytes only: a damaged text would end
// the whole process inside the package.
import type Libsql from 'libsql';

export type Database = Libsql.Database;
type Statement = Libsql.Statement<unknown[]>;

/** Counts up with each change of the tables or of what is packed into them. */
export const STORE_VERSION = 1;

const TABLES = `
  create table files (path blob primary key, value blob not null) without rowid;
  create table roots (path blob primary key, value blob not null) without rowid;
  create table notes (name blob primary key, value blob not null) without rowid;
  create table results (
    content blob not null, place blob not null, settings blob not null, detectors blob not null,
    bytes integer not null, used integer not null, program blob not null, value blob not null,
    unique (content, place, settings, detectors)
  );
  create index results_by_bytes on results (bytes);
`;

/** The key of a result. */
export interface ResultKey {
  /** SHA-256 of the file. */
  readonly content: Buffer;
  /** Digest of what is around the file, as far as it decides the result. */
  readonly place: Buffer;
  /** Digest of the settings of the examination. */
  readonly settings: Buffer;
  /** Ids of the detectors that ran, separated by commas. */
  readonly detectors: string;
}

export interface ResultRow {
  readonly settings: Buffer;
  readonly used: number;
  readonly value: Buffer;
}

export interface StoredFile {
  readonly path: string;
  readonly value: Buffer;
}

/** The package gives one row with a Buffer, and many rows with ArrayBuffers. */
type Bytes = Buffer | ArrayBuffer;

function bufferOf(bytes: Bytes): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes);
}

export interface StoreCounts {
  readonly results: number;
  readonly files: number;
  /** Bytes of the database. */
  readonly bytes: number;
}

/** Every method throws the errors of the database. */
export class Store {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  file(path: string): Buffer | null {
    return this.#value('select value from files where path = ?', [Buffer.from(path)]);
  }

  /** The row of a path and those that follow it in the order of their bytes. */
  filesFrom(path: string, limit: number): readonly StoredFile[] {
    return this.#files('select path, value from files where path >= ? order by path limit ?', [
      Buffer.from(path),
      limit,
    ]);
  }

  putFile(path: string, value: Buffer): void {
    this.#run('insert or replace into files values (?, ?)', [Buffer.from(path), value]);
  }

  dropFile(path: string): void {
    this.#run('delete from files where path = ?', [Buffer.from(path)]);
  }

  dropFiles(): void {
    this.#run('delete from files', []);
  }

  allFiles(): readonly StoredFile[] {
    return this.#files('select path, value from files', []);
  }

  /** Of a folder, everything below it. */
  filesUnder(folder: string): readonly StoredFile[] {
    return this.#files('select path, value from files where path > ? and path < ?', bounds(folder));
  }

  countUnder(folder: string): number {
    return this.#count('select count(*) as n from files where path > ? and path < ?', bounds(folder));
  }

  root(path: string): Buffer | null {
    return this.#value('select value from roots where path = ?', [Buffer.from(path)]);
  }

  putRoot(path: string, value: Buffer): void {
    this.#run('insert or replace into roots values (?, ?)', [Buffer.from(path), value]);
  }

  dropRoots(): void {
    this.#run('delete from roots', []);
  }

  note(name: string): Buffer | null {
    return this.#value('select value from notes where name = ?', [Buffer.from(name)]);
  }

  putNote(name: string, value: Buffer): void {
    this.#run('insert or replace into notes values (?, ?)', [Buffer.from(name), value]);
  }

  result({ content, place, settings, detectors }: ResultKey): ResultRow | null {
    const row = this.#prepare(
      'select used, value from results where content = ? and place = ? and settings = ? and detectors = ?',
    ).get([content, place, settings, Buffer.from(detectors)]) as { used: number; value: Bytes } | undefined;
    return row === undefined ? null : { settings, used: row.used, value: bufferOf(row.value) };
  }

  /** Of all settings and detectors. */
  results({ content, place }: Pick<ResultKey, 'content' | 'place'>): readonly ResultRow[] {
    const sql = 'select settings, used, value from results where content = ? and place = ?';
    const rows = this.#prepare(sql).all([content, place]) as { settings: Bytes; used: number; value: Bytes }[];
    return rows.map(({ settings, used, value }) => ({ used, settings: bufferOf(settings), value: bufferOf(value) }));
  }

  /** Whether any result is of a file of this size. */
  hasBytes(bytes: number): boolean {
    return this.#count('select exists (select 1 from results where bytes = ?) as n', [bytes]) === 1;
  }

  putResult(key: ResultKey, more: { bytes: number; used: number; program: string; value: Buffer }): void {
    const { content, place, settings, detectors } = key;
    this.#run('insert or replace into results values (?, ?, ?, ?, ?, ?, ?, ?)', [
      ...[content, place, settings, Buffer.from(detectors)],
      ...[more.bytes, more.used, Buffer.from(more.program), more.value],
    ]);
  }

  useResult({ content, place }: Pick<ResultKey, 'content' | 'place'>, used: number): void {
    this.#run('update results set used = ? where content = ? and place = ?', [used, content, place]);
  }

  /** @returns how many were dropped */
  dropOtherPrograms(program: string): number {
    return this.#run('delete from results where program <> ?', [Buffer.from(program)]);
  }

  /** @returns how many were dropped */
  dropLeastUsed(count: number): number {
    const sql = 'delete from results where rowid in (select rowid from results order by used, rowid limit ?)';
    return this.#run(sql, [count]);
  }

  counts(): StoreCounts {
    return {
      results: this.#count('select count(*) as n from results', []),
      files: this.#count('select count(*) as n from files', []),
      bytes: this.bytes(),
    };
  }

  /** Without the pages that are free. */
  bytes(): number {
    const [pages, free, size] = ['page_count', 'freelist_count', 'page_size'].map((name) => {
      const row = this.#prepare(`pragma ${name}`).get([]) as Record<string, number>;
      return Number(row[name]);
    }) as [number, number, number];
    return (pages - free) * size;
  }

  /** All or nothing. */
  together(work: () => void): void {
    this.#database.exec('begin immediate');
    try {
      work();
      this.#database.exec('commit');
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  /** Gives free pages back to the disk. */
  shrink(): void {
    this.#database.exec('pragma incremental_vacuum');
    this.#prepare('pragma wal_checkpoint(truncate)').all([]);
  }

  /** Never waits for another scan. */
  close(): void {
    this.#prepare('pragma wal_checkpoint(passive)').all([]);
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const fresh = this.#database.prepare(sql) as Statement;
    this.#statements.set(sql, fresh);
    return fresh;
  }

  /** The parameters are always a list: the package takes a lone one for names with values. */
  #value(sql: string, parameters: readonly unknown[]): Buffer | null {
    const row = this.#prepare(sql).get(parameters) as { readonly value: Bytes } | undefined;
    return row === undefined ? null : bufferOf(row.value);
  }

  #files(sql: string, parameters: readonly unknown[]): readonly StoredFile[] {
    const rows = this.#prepare(sql).all(parameters) as { path: Bytes; value: Bytes }[];
    return rows.map(({ path, value }) => ({ path: bufferOf(path).toString(), value: bufferOf(value) }));
  }

  #count(sql: string, parameters: readonly unknown[]): number {
    return Number((this.#prepare(sql).get(parameters) as { n: number }).n);
  }

  #run(sql: string, parameters: readonly unknown[]): number {
    return this.#prepare(sql).run(parameters).changes;
  }
}

/** Paths below a folder, in the order of bytes. */
function bounds(folder: string): readonly [Buffer, Buffer] {
  const start = Buffer.from(folder.endsWith('/') || folder.endsWith('\\') ? folder : `${folder}${SEPARATOR}`);
  const end = Buffer.from(start);
  end[end.length - 1] = (start.at(-1) ?? 0) + 1;
  return [start, end];
}

const SEPARATOR = process.platform === 'win32' ? '\\' : '/';

/** Prepares a new or an existing database. @returns the version that it has; 0 if it is new */
export function versionOf(database: Database): number {
  const row = database.prepare('pragma user_version').get([]) as { user_version: number };
  return Number(row.user_version);
}

export function createTables(database: Database): void {
  // Before the first table: it decides how pages are kept.
  database.exec('pragma auto_vacuum = incremental');
  database.exec('pragma journal_mode = wal');
  database.exec(`begin immediate; ${TABLES} pragma user_version = ${STORE_VERSION}; commit`);
}
