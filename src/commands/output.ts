// Where a report goes: standard output, or a file that appears whole or not at all.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { extensionOf, HEAD_BYTES, identify } from '../formats/identify.js';
import { kindByExtension } from '../formats/registry.js';
import { refusal } from '../options/values.js';

export interface Output {
  /** Files that are the report's own, so that a scan of their folder skips them. */
  readonly files: readonly string[];
  /** The file that the report becomes, links resolved; null where it replaces none. */
  readonly place: string | null;
  write(chunk: string): Promise<void>;
  /** The report is complete. */
  finish(): Promise<void>;
  /** The report will not be completed; nothing of it stays. May be called again. */
  discard(): Promise<void>;
}

/** Waits where the reader is slower than the scan. */
export function streamOutput(stream: NodeJS.WriteStream): Output {
  return {
    files: [],
    place: null,
    async write(chunk) {
      if (!stream.write(chunk)) await once(stream, 'drain');
    },
    async finish() {},
    async discard() {},
  };
}

/**
 * Names of what the program has open already, such as /dev/stdout: written to, never replaced.
 * Other paths below /dev and /proc may lead to files like any other.
 */
const DESCRIPTORS = /^\/dev\/(?:std(?:in|out|err)|fd\/\d+)$|^\/proc\/(?:self|\d+)\/fd\/\d+$/;

/** Characters of a report that wait for a slow disk. */
const MAX_WAITING = 65_536;

/**
 * Written next to the file, readable by the owner only, and renamed at the end. Through a link, the
 * file that it leads to is replaced. A device or a pipe is written to as it is.
 * @throws UsageError if it cannot be written, if a photo or video would be overwritten, and if the
 *   name is that of a photo or video
 */
export async function fileOutput(path: string): Promise<Output> {
  const fail = (error: NodeJS.ErrnoException | UsageError): never => {
    if (error instanceof UsageError) throw error;
    throw refuse(
      path,
      `cannot be written (${error.code}); choose a file in a folder that exists and that you may write to`,
    );
  };
  const final = await finalPath(path).catch(fail);
  const written = final === null ? path : `${final}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(written, final === null ? 'w' : 'wx', 0o600).catch(fail);
  let waiting = '';
  let writing: Promise<void> | null = null;
  /** What comes while the disk is busy is written together: a call for each photo takes longer. */
  const writeWaiting = async () => {
    while (waiting !== '') {
      const chunk = waiting;
      waiting = '';
      // Unlike write(), it goes on where the disk took only a part.
      await file.appendFile(chunk);
    }
    writing = null;
  };
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    files: final === null ? [] : [final, written],
    place: final,
    async write(chunk) {
      waiting += chunk;
      writing ??= writeWaiting().catch(fail);
      // Known to the next call, which throws it, even if no one waits for this one.
      writing.catch(() => {});
      if (waiting.length > MAX_WAITING) await writing;
    },
    async finish() {
      await writing;
      await close();
      if (final !== null) await rename(written, final).catch(fail);
    },
    async discard() {
      await close();
      if (final !== null) await rm(written, { force: true });
    },
  };
}

/** The regular file that the report becomes, links resolved; null for a device or a pipe. */
async function finalPath(path: string): Promise<string | null> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (there === null) {
    const link = await lstat(path).catch(() => null);
    if (link) throw refuse(path, 'this link points to nothing; choose another file');
    if (kindByExtension(extensionOf(basename(path))) !== null) {
      throw refuse(path, 'this is the name of a photo or video; choose one such as report.txt');
    }
    return resolve(await realpath(dirname(path)), basename(path));
  }
  if (there.isDirectory()) throw refuse(path, 'this is a folder; name a file in it');
  if (!there.isFile() || DESCRIPTORS.test(path)) return null;
  if (await isMedia(path)) throw refuse(path, 'this photo or video would be overwritten; choose another file');
  return realpath(path);
}

/** By content, or by its name where the content is unknown: then it may be a damaged one. */
async function isMedia(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return identify(buffer.subarray(0, bytesRead), basename(path)) !== null;
  } finally {
    await file.close();
  }
}

function refuse(path: string, what: string): UsageError {
  return refusal('--output', path, what);
}
