// Finds a program in the folders of PATH. Given only its name, some systems would start one from
// the current folder.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Extensions that the system tries for a name without one. */
const EXTENSIONS = process.platform === 'win32' ? ['.exe', ''] : [''];

/**
 * Absolute path, or null. Relative folders in PATH are skipped: they could be inside a scanned
 * folder.
 */
export function findProgram(name: string, path = ''): string | null {
  if (isAbsolute(name)) return isProgram(name) ? name : null;
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder));
  const files = folders.flatMap((folder) => EXTENSIONS.map((extension) => join(folder, name + extension)));
  return files.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
