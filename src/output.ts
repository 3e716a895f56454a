// Where a report goes: standard output, or a file that appears whole or not at all.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { lstat, open, rename, rm } from 'node:fs/promises';
import { UsageError } from './words/problems.js';

export interface Output {
  write(chunk: string): Promise<void>;
  /** The report is complete. */
  finish(): Promise<void>;
  /** The report will not be completed; nothing of it stays. */
  discard(): Promise<void>;
}

/** Waits where the reader is slower than the scan. */
export function streamOutput(stream: NodeJS.WriteStream): Output {
  return {
    async write(chunk) {
      if (!stream.write(chunk)) await once(stream, 'drain');
    },
    async finish() {},
    async discard() {},
  };
}

/**
 * Written beside `path`, readable by the owner only, and renamed at the end. A device or a pipe is written to as it is.
 * @throws UsageError where it cannot be written
 */
export async function fileOutput(path: string): Promise<Output> {
  // A link is written through, so that /dev/stdout stays one.
  const there = await lstat(path).catch(() => null);
  if (there?.isDirectory()) throw new UsageError(`--output ${path}: this is a folder; name a file`);
  const isReplaced = there === null || there.isFile();
  const written = isReplaced ? `${path}.${randomBytes(6).toString('hex')}.part` : path;
  const fail = (error: NodeJS.ErrnoException): never => {
    throw new UsageError(
      `--output ${path}: cannot be written (${error.code}); name a file in a folder that exists and is yours`,
    );
  };
  const file = await open(written, isReplaced ? 'wx' : 'w', 0o600).catch(fail);
  return {
    async write(chunk) {
      // Unlike write(), it goes on where the disk took only a part.
      await file.appendFile(chunk).catch(fail);
    },
    async finish() {
      await file.close();
      if (isReplaced) await rename(written, path).catch(fail);
    },
    async discard() {
      await file.close();
      if (isReplaced) await rm(written, { force: true });
    },
  };
}
