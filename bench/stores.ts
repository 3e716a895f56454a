// Embedded stores for the cache: `npm install --no-save lmdb`, then `npx tsx bench/stores.ts`. Each
// writes 10,000 results one by one, as a scan does, reads them all, and opens damaged files.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COUNT = 10_000;
const DAMAGED = 40;

/** The part of each store that is compared: bytes by key. */
interface KeyValueStore {
  put(key: Buffer, value: Buffer): void;
  get(key: Buffer): Uint8Array | undefined;
  close(): unknown;
}

/** The same for better-sqlite3, libsql and, with a newer Node.js, node:sqlite. */
interface Sql {
  exec(sql: string): void;
  prepare(sql: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): { v: Uint8Array } | undefined;
  };
  close(): void;
}

type Lmdb = (options: object) => {
  putSync(key: Buffer, value: Buffer): void;
  get(key: Buffer): Buffer | undefined;
  close(): Promise<void>;
};

const STORES: Readonly<Record<string, (path: string) => Promise<KeyValueStore>>> = {
  async lmdb(path) {
    // Not a dependency: a name that is not written out is not resolved when this is compiled.
    const { open } = (await import(['lmdb'].join())) as { open: Lmdb };
    const store = open({ path, noSubdir: true, encoding: 'binary', keyEncoding: 'binary' });
    return { put: (key, value) => store.putSync(key, value), get: (key) => store.get(key), close: () => store.close() };
  },
  async libsql(path) {
    const { default: Database } = await import('libsql');
    return sql(new Database(path) as unknown as Sql, (key, value) => [[key, value]]);
  },
  async 'node:sqlite'(path) {
    const { DatabaseSync } = (await import(['node:sqlite'].join())) as { DatabaseSync: new (path: string) => Sql };
    return sql(new DatabaseSync(path), (...values) => values);
  },
};

function sql(database: Sql, parameters: (...values: Buffer[]) => unknown[]): KeyValueStore {
  database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = normal');
  database.exec('create table if not exists results (k blob primary key, v blob) without rowid');
  const put = database.prepare('insert or replace into results values (?, ?)');
  const get = database.prepare('select v from results where k = ?');
  return {
    put: (key, value) => void put.run(...parameters(key, value)),
    get: (key) => get.get(...(parameters(key) as [unknown]))?.v,
    close: () => database.close(),
  };
}

const keys = Array.from({ length: COUNT }, (_, index) => createHash('sha256').update(`${index}`).digest());
const value = Buffer.from(JSON.stringify(Array.from({ length: 12 }, (_, at) => ({ score: at / 7, label: 'face' }))));

async function measure(name: string, path: string): Promise<void> {
  const times: number[] = [];
  let since = performance.now();
  const lap = () => {
    times.push(Math.round(performance.now() - since));
    since = performance.now();
  };
  const store = await (STORES[name] as (typeof STORES)[string])(path);
  lap();
  for (const key of keys) store.put(key, value);
  lap();
  for (const key of keys) if (store.get(key)?.length !== value.length) throw new Error('a value is gone');
  lap();
  await store.close();
  console.log(`${name.padEnd(12)} open ${times[0]} ms, write ${times[1]} ms, read ${times[2]} ms`);
}

/** What happens to a process that reads a damaged file. */
async function readDamaged(name: string, path: string): Promise<void> {
  try {
    const store = await (STORES[name] as (typeof STORES)[string])(path);
    for (const key of keys) store.get(key);
    store.put(Buffer.alloc(32), value);
    await store.close();
    process.stdout.write('nothing noticed');
  } catch {
    process.stdout.write('an error');
  }
}

function damaged(file: Buffer, round: number): Buffer {
  const at = Math.floor((file.length * ((round * 37) % 100)) / 100);
  const copy = Buffer.from(file);
  if (round % 3 === 0) return copy.subarray(0, at);
  if (round % 3 === 1) return copy.fill(0, at, at + 65_536);
  for (let byte = 0; byte < 200; byte++) copy[(at + byte * 4099) % copy.length] = (byte * 151) % 256;
  return copy;
}

const [, , task, name = '', path = ''] = process.argv;
if (task === 'measure') await measure(name, path);
else if (task === 'damaged') await readDamaged(name, path);
else {
  const script = fileURLToPath(import.meta.url);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8', timeout: 600_000 });
  for (const store of Object.keys(STORES)) {
    const folder = mkdtempSync(join(tmpdir(), 'lenscap-stores-'));
    const { stdout, status } = run('measure', store, join(folder, 'whole'));
    if (status !== 0) console.log(`${store.padEnd(12)} is not installed here`);
    else {
      process.stdout.write(stdout);
      const whole = readFileSync(join(folder, 'whole'));
      const ends = new Map<string, number>();
      for (let round = 0; round < DAMAGED; round++) {
        writeFileSync(join(folder, `${round}`), damaged(whole, round));
        const { stdout: said, signal } = run('damaged', store, join(folder, `${round}`));
        const end = signal === null ? said : `the process ended by ${signal}`;
        ends.set(end, (ends.get(end) ?? 0) + 1);
      }
      console.log(`  of ${DAMAGED} damaged files: ${[...ends].map(([end, count]) => `${end} ${count}`).join(', ')}`);
    }
    rmSync(folder, { recursive: true });
  }
}
