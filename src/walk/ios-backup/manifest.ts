// The table of an iTunes or Finder backup that says what each hashed file was called on the phone.
import { readFile, stat } from 'node:fs/promises';

/** What every SQLite database begins with; an encrypted table does not (https://www.sqlite.org/fileformat.html). */
export const SQLITE_MAGIC = 'SQLite format 3\0';

/** Bytes of the largest table that is read, for it is held in memory: about two million files. */
const MAX_BYTES = 1_073_741_824;

const QUERY = 'SELECT domain, relativePath FROM Files WHERE fileID = ?';

/** Domains whose paths begin in the phone's own home folder, so that their names say nothing more. */
const HOME_DOMAINS: ReadonlySet<string> = new Set(['CameraRollDomain', 'MediaDomain', 'HomeDomain']);

export interface FileNames {
  /** The phone's own path of a file by its hash: `Media/DCIM/100APPLE/IMG_0001.HEIC`, for files of apps after their domain. */
  pathOf(fileId: string): string | null;
  /** Frees the memory. */
  close(): void;
}

/** Letters of a phone's path: more than any file system takes. */
const LONGEST_PATH = 4096;

/** Loads the reader of databases with the first table that is met, not before. @throws Error where it is no such table */
export async function readFileNames(manifest: string): Promise<FileNames> {
  if ((await stat(manifest)).size > MAX_BYTES) throw new Error('the table is too large');
  const { default: startSqlite } = await import('sql.js');
  const { Database } = await startSqlite();
  const database = new Database(await readFile(manifest));
  try {
    // A table without an index would be searched from its beginning for every file; a view, which may compute for ever, takes none.
    const [plan] = database.exec(`EXPLAIN QUERY PLAN ${QUERY}`);
    const isIndexed = plan?.values.length === 1 && String(plan.values[0]?.[3]).startsWith('SEARCH Files');
    if (!isIndexed) database.run('CREATE INDEX files_by_id ON Files (fileID)');
    const [kind] = database.exec("SELECT type FROM sqlite_master WHERE name = 'Files'");
    if (kind?.values[0]?.[0] !== 'table') throw new Error('Files is no table');
    const lookUp = database.prepare(QUERY);
    return {
      pathOf(fileId) {
        lookUp.bind([fileId]);
        const [domain, path] = lookUp.step() ? lookUp.get() : [];
        lookUp.reset();
        if (typeof domain !== 'string' || typeof path !== 'string') return null;
        return domain.length + path.length > LONGEST_PATH ? null : readable(domain, path);
      },
      close: () => database.close(),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

function readable(domain: string, path: string): string {
  return HOME_DOMAINS.has(domain) ? path : `${domain}/${path}`;
}
