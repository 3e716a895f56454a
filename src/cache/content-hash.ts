// The SHA-256 of a file, for the main process.
import { createHash, webcrypto } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { codeOf } from './open.js';

/** Bytes. Above it a file is read in parts. */
const MAX_WHOLE = 64_000_000;

/** Hexadecimal; null for a file that cannot be read. */
export async function sha256Of(path: string, bytes: number): Promise<string | null> {
  try {
    return bytes <= MAX_WHOLE ? await ofWhole(path) : await inParts(path);
  } catch (error) {
    codeOf(error);
    return null;
  }
}

/** On another thread, so that the walk goes on. */
async function ofWhole(path: string): Promise<string> {
  const content = await readFile(path);
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', content)).toString('hex');
}

async function inParts(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
