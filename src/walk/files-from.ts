// Reads the paths of --files-from one at a time; the whole list is never in memory.
import { open } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { systemCode } from './event.js';

const NEWLINE = 0x0a;
const NUL = 0x00;

/**
 * Bytes in the longest path of any system: Windows allows 32,767 characters of up to 3 bytes. A
 * longer entry means that the input is not a list of paths.
 */
const MAX_PATH_BYTES = 98_304;

/** @throws UsageError if the list cannot be opened */
export async function openList(file: string): Promise<AsyncIterable<Buffer>> {
  try {
    const handle = await open(file);
    const stats = await handle.stat();
    if (!stats.isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    const why = systemCode(error) === 'ENOENT' ? 'there is no such file' : `it cannot be opened (${systemCode(error)})`;
    throw new UsageError(`--files-from ${JSON.stringify(file)}: ${why}; name a file with a path on each line, or -`);
  }
  throw new UsageError(`--files-from ${JSON.stringify(file)}: this is a folder; name it as an argument to scan it`);
}

/**
 * Yields the paths of a list and skips empty ones.
 * @throws UsageError if an entry is longer than any path
 */
export async function* readList(list: AsyncIterable<Buffer>, isNullSeparated: boolean): AsyncGenerator<Buffer> {
  const separator = isNullSeparated ? NUL : NEWLINE;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of list) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(separator); end !== -1; end = bytes.indexOf(separator, start)) {
      if (end > start) yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > MAX_PATH_BYTES) {
      const hint = isNullSeparated ? 'with -0 it must have a NUL after each path' : 'give -0 if it is NUL-separated';
      throw new UsageError(`--files-from: the list contains a line longer than any path; ${hint}`);
    }
  }
  if (rest.length > 0) yield rest;
}
