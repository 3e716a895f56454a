// Archives and PDF files, which are counted and not opened.
import { list, number } from './amounts.js';

/** `2 pdf and 1 zip`. */
export function kindsText(kinds: Readonly<Record<string, number>>): string {
  return list(Object.entries(kinds).map(([kind, files]) => `${number(files)} ${kind}`));
}

/** Of one folder: `2 pdf and 1 zip files were not opened and may hold photos; ...`. */
export function notOpenedText(kinds: Readonly<Record<string, number>>): string {
  const isOne = Object.values(kinds).reduce((sum, files) => sum + files, 0) === 1;
  return isOne
    ? `${kindsText(kinds)} file was not opened and may hold photos; unpack it or check it yourself`
    : `${kindsText(kinds)} files were not opened and may hold photos; unpack them or check them yourself`;
}
