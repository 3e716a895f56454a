// Where a program lies, by the folders of PATH. Starting it by its bare name would on some systems take one from the current folder.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Names that the system tries where none has an extension. */
const EXTENSIONS = process.platform === 'win32' ? ['.exe', ''] : [''];

/** Absolute path, or null. A relative folder in PATH is passed over: it could lie in what is scanned. */
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
