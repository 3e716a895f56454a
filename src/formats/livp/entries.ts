// The files in a ZIP. What it states about its sizes is checked while it is unpacked, so that a
// small file cannot fill the memory.
import { buffer } from 'node:stream/consumers';
import { constants, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { MalformedError } from '../byte-reader.js';

/** A Live Photo has two files, and programs add a preview or a sidecar. */
const MAX_ENTRIES = 16;

/** Bytes of a file that is unpacked into memory, and how many times the size of the packed file. */
const MAX_UNPACKED = 256 * 1024 * 1024;
const MAX_RATIO = 200;

/** Methods of packing (APPNOTE.TXT, section 4.4.5). */
const [STORED, DEFLATED] = [0, 8];

export interface ZipEntry {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
  /** The range of its data in the ZIP where it is stored as it is; null where it is packed. */
  readonly stored: { readonly start: number; readonly end: number } | null;
  /** All of it. Throws MalformedError. */
  readonly read: () => Promise<Uint8Array>;
  /** Up to `max` of its first bytes. Throws MalformedError. */
  readonly readHead: (max: number) => Promise<Uint8Array>;
}

/**
 * What `use` makes of the files in a ZIP, without its folders. Throws MalformedError where it is
 * damaged or holds more files than a photo has.
 */
export async function withZip<T>(path: string, use: (entries: readonly ZipEntry[]) => Promise<T>): Promise<T> {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(broken);
  try {
    if (zip.entryCount > MAX_ENTRIES) throw new MalformedError('more files than a photo has');
    return await use(await entriesOf(zip));
  } finally {
    zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly ZipEntry[]> {
  const found: ZipEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      const { fileName: name, uncompressedSize: bytes } = entry;
      found.push({
        ...{ name, bytes, stored: await storedRange(zip, entry) },
        read: () => read(zip, entry),
        readHead: (max) => readHead(zip, entry, max),
      });
    }
  } catch (error) {
    return broken(error);
  }
  return found;
}

function isEncrypted({ generalPurposeBitFlag }: Entry): boolean {
  return (generalPurposeBitFlag & 1) === 1;
}

/** Null also for a file that is encrypted, which cannot be read in place. */
async function storedRange(zip: ZipFile, entry: Entry): Promise<ZipEntry['stored']> {
  if (entry.compressionMethod !== STORED || isEncrypted(entry)) return null;
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  return { start, end: start + entry.compressedSize };
}

/** The package ends the stream where there are more bytes than the table states. */
async function read(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > MAX_UNPACKED || uncompressedSize > MAX_RATIO * Math.max(compressedSize, 1024);
  if (isBomb) throw new MalformedError('it unpacks to more than a photo has');
  try {
    return await buffer(await zip.openReadStreamPromise(entry));
  } catch (error) {
    return broken(error);
  }
}

/**
 * The first bytes, unpacked from the first packed bytes alone: a stream of the package cannot be
 * ended early.
 */
async function readHead(zip: ZipFile, entry: Entry, max: number): Promise<Uint8Array> {
  if (isEncrypted(entry)) throw new MalformedError('it is encrypted');
  const end = Math.min(entry.compressedSize, max);
  const part = await zip
    .openReadStreamPromise(entry, { decodeFileData: false, start: 0, end })
    .then(buffer)
    .catch(broken);
  if (entry.compressionMethod === STORED) return part;
  if (entry.compressionMethod !== DEFLATED) throw new MalformedError('it is packed in another way');
  // Each byte becomes a thousand at most.
  return inflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, max);
}

/** What the package throws may quote the file. */
function broken(error: unknown): never {
  if (error instanceof MalformedError || !(error instanceof Error) || 'syscall' in error) throw error;
  throw new MalformedError('the ZIP is damaged');
}
