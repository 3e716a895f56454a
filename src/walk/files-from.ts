// Reads the paths of --files-from one at a time; the whole list is never in memory.
import { fstatSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { systemCode } from './event.js';

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
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
 * Standard input as a list. Its kind is checked first: for a folder Node.js gives an empty stream.
 * @throws UsageError, at once or while it is read, if it cannot be read
 */
export function standardInput(): AsyncIterable<Buffer> {
  const refuse = (why: string) => new UsageError(`--files-from -: standard input ${why}; give a list of paths to it`);
  if (isClosed()) throw refuse('is closed');
  const stats = fstatSync(STDIN);
  const isReadable = stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.isCharacterDevice();
  if (!isReadable) throw refuse(stats.isDirectory() ? 'is a folder' : 'cannot be read');
  return readable(process.stdin, (code) => refuse(`cannot be read (${code})`));
}

const STDIN = 0;
const NULL_DEVICE = '/dev/null';

/**
 * If standard input is closed, Node.js opens the null device in its place, for writing as well. A
 * shell opens the null device for reading only.
 */
function isClosed(): boolean {
  if (process.platform === 'win32') return false;
  try {
    if (fstatSync(STDIN).rdev !== statSync(NULL_DEVICE).rdev) return false;
    writeSync(STDIN, Buffer.alloc(0));
    return true;
  } catch {
    return false;
  }
}

async function* readable(list: AsyncIterable<Buffer>, refuse: (code: string) => UsageError): AsyncGenerator<Buffer> {
  try {
    yield* list;
  } catch (error) {
    throw refuse(systemCode(error));
  }
}

/**
 * Yields the paths of a list and skips empty ones. A carriage return at the end of a line is
 * no part of the path.
 * @throws UsageError if an entry is longer than any path
 */
export async function* readList(list: AsyncIterable<Buffer>, isNullSeparated: boolean): AsyncGenerator<Buffer> {
  const separator = isNullSeparated ? NUL : NEWLINE;
  const withoutReturn = (line: Buffer) =>
    !isNullSeparated && line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of list) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(separator); end !== -1; end = bytes.indexOf(separator, start)) {
      const path = withoutReturn(bytes.subarray(start, end));
      if (path.length > 0) yield path;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > MAX_PATH_BYTES) {
      const hint = isNullSeparated ? 'with -0 it must have a NUL after each path' : 'give -0 if it is NUL-separated';
      throw new UsageError(`--files-from: the list contains a line longer than any path; ${hint}`);
    }
  }
  rest = withoutReturn(rest);
  if (rest.length > 0) yield rest;
}
