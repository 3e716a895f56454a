// The table of an iTunes or Finder backup that maps the hash of a file to its path on the phone.
import { readFile, stat } from 'node:fs/promises';
import { HOME_DOMAINS } from '../../metadata/backup-path.js';

/**
 * The first bytes of every SQLite database; an encrypted table has others
 * (https://www.sqlite.org/fileformat.html).
 */
export const SQLITE_MAGIC = 'SQLite format 3\0';

/**
 * Bytes in the largest table that is read, because it is held in memory: about two million files.
 */
const MAX_BYTES = 1_073_741_824;

const QUERY = 'SELECT domain, relativePath FROM Files WHERE fileID = ?';

export interface FileNames {
  /**
   * The path on the phone for a hash: `Media/DCIM/100APPLE/IMG_0001.HEIC`. For files of apps it
   * starts with the domain.
   */
  pathOf(fileId: string): string | null;
  /** Frees the memory. */
  close(): void;
}

/** Max characters in the path of a file on the phone: more than any file system allows. */
const MAX_PATH_LENGTH = 4096;

/**
 * Imports the SQLite library when the first table is read, not before.
 * @throws Error if the file is not such a table
 */
export async function readFileNames(manifest: string): Promise<FileNames> {
  if ((await stat(manifest)).size > MAX_BYTES) throw new Error('the table is too large');
  const { default: startSqlite } = await import('sql.js');
  const { Database } = await startSqlite();
  const database = new Database(await readFile(manifest));
  try {
    // Without an index, SQLite would search the table from its beginning for each file. A view
    // cannot have an index, and it might compute forever.
    const [plan] = database.exec(`EXPLAIN QUERY PLAN ${QUERY}`);
    const isIndexed = plan?.values.length === 1 && String(plan.values[0]?.[3]).startsWith('SEARCH Files');
    if (!isIndexed) database.run('CREATE INDEX files_by_id ON Files (fileID)');
    const [kind] = database.exec("SELECT type FROM sqlite_master WHERE name = 'Files'");
    if (kind?.values[0]?.[0] !== 'table') throw new Error('Files is not a table');
    const statement = database.prepare(QUERY);
    return {
      pathOf(fileId) {
        statement.bind([fileId]);
        const [domain, path] = statement.step() ? statement.get() : [];
        statement.reset();
        if (typeof domain !== 'string' || typeof path !== 'string') return null;
        return domain.length + path.length > MAX_PATH_LENGTH ? null : readable(domain, path);
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
