// Google delivers an export in parts. Unpacked next to each other, a photo may be in one and its
// sidecar in the same folder of another.
import { readdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { systemCode } from './event.js';
import { insideOf, pathIn } from './names.js';

/** `Takeout`, and `Takeout 2` where a second part was unpacked next to the first. */
const TAKEOUT = /^takeout\b/i;

/** Parts of one export, at most: 50 GB each. */
const MAX_PARTS = 200;

/**
 * The files of the same folder in other parts, by name, with their paths. Empty for a folder of
 * anything else.
 * @param root the folder that was named; parts outside of it are not searched
 */
export async function namesInOtherParts(folder: string, root: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const other of await sameFolders(folder, root)) {
    const entries = await readdir(other, { withFileTypes: true }).catch(nothingThere);
    for (const entry of entries) if (entry.isFile()) found.set(entry.name, pathIn(other, entry.name));
  }
  return found;
}

async function sameFolders(folder: string, root: string): Promise<readonly string[]> {
  const parts = folder.split(sep);
  const at = parts.findLastIndex((part) => TAKEOUT.test(part));
  // Photos are never in the folder of the export itself.
  if (at < 0 || at === parts.length - 1) return [];
  const takeout = parts.slice(0, at + 1).join(sep);
  const rest = parts.slice(at + 1).join(sep);
  const beside = await foldersIn(dirname(takeout), root);
  const around = await foldersIn(dirname(dirname(takeout)), root);
  const candidates = [
    ...beside.filter((name) => TAKEOUT.test(name)).map((name) => join(dirname(takeout), name)),
    ...around.map((name) => join(dirname(dirname(takeout)), name, 'Takeout')),
  ];
  const own = join(takeout);
  return candidates
    .filter((candidate) => candidate !== own)
    .slice(0, MAX_PARTS)
    .map((other) => join(other, rest));
}

/** Empty for a folder that is not inside the root. */
async function foldersIn(folder: string, root: string): Promise<readonly string[]> {
  if (folder !== root && !insideOf(folder).startsWith(insideOf(root)) && root !== '.') return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(nothingThere);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** What cannot be read is reported where it is walked. */
function nothingThere(error: unknown): [] {
  systemCode(error);
  return [];
}
