// Where an iTunes or Finder backup keeps a file of the phone: under the SHA-1 of its domain and
// path.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Domains whose paths start in the home folder of the phone, so the domain name adds nothing. */
export const HOME_DOMAINS: ReadonlySet<string> = new Set(['CameraRollDomain', 'MediaDomain', 'HomeDomain']);

export interface BackedUpFile {
  readonly path: string;
  readonly bytes: number;
}

/**
 * The file with another path on the phone in the backup of a file; null where it holds none.
 * @param path of a file of the backup, which is in a folder named by the first digits of its hash
 * @param phonePath as `originalPath` states it: without a home domain, or after its domain
 */
export function inSameBackup(path: string, phonePath: string): BackedUpFile | null {
  const backup = dirname(dirname(path));
  for (const id of idsOf(phonePath)) {
    const candidate = join(backup, id.slice(0, 2), id);
    const bytes = sizeOf(candidate);
    if (bytes !== null) return { path: candidate, bytes };
  }
  return null;
}

/** Which home domain it was is not known; the camera roll comes first. */
function idsOf(phonePath: string): string[] {
  const [first = '', ...rest] = phonePath.split('/');
  const ofApp = first.includes('Domain') ? [`${first}-${rest.join('/')}`] : [];
  const keys = [...ofApp, ...[...HOME_DOMAINS].map((domain) => `${domain}-${phonePath}`)];
  return keys.map((key) => createHash('sha1').update(key).digest('hex'));
}

/**
 * Synchronous, because a worker has nothing else to do. A file that cannot be read is reported
 * where it is examined itself.
 */
function sizeOf(path: string): number | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : null;
  } catch {
    return null;
  }
}
