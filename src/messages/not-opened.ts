// Archives and PDF files, which are counted and not opened.
import { list, number } from './amounts.js';

/** `2 pdf and 1 zip`. */
export function sayKinds(kinds: Readonly<Record<string, number>>): string {
  return list(Object.entries(kinds).map(([kind, files]) => `${number(files)} ${kind}`));
}

/** Of one folder. */
export function sayNotOpened(kinds: Readonly<Record<string, number>>): string {
  const isOne = Object.values(kinds).reduce((sum, files) => sum + files, 0) === 1;
  return isOne
    ? `${sayKinds(kinds)} was not opened, and may hold photos; unpack or check it yourself`
    : `${sayKinds(kinds)} were not opened, and may hold photos; unpack or check them yourself`;
}
