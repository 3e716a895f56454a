// Archives and PDF files, which are counted and not opened.
import { list, number } from './amounts.js';

type Kinds = Readonly<Record<string, number>>;

/** `2 pdf and 1 zip`. */
export function kindsText(kinds: Kinds): string {
  return list(Object.entries(kinds).map(([kind, files]) => `${number(files)} ${kind}`));
}

/** Of one folder: `2 pdf and 1 zip files were not opened and may hold photos; ...`. */
export function notOpenedText(kinds: Kinds): string {
  const { pdf = 0, ...archives } = kinds;
  const packed = sum(archives);
  const what = pdf + packed === 1 ? 'file was' : 'files were';
  return `${kindsText(kinds)} ${what} not opened and may hold photos; ${whatToDo(pdf, packed)}`;
}

function whatToDo(pdf: number, packed: number): string {
  const unpack = `unpack ${packed === 1 ? 'it' : 'them'}, then scan the result`;
  const open = `open ${pdf === 1 ? 'it' : 'them'} and check ${pdf === 1 ? 'it' : 'them'} yourself`;
  if (pdf === 0) return unpack;
  if (packed === 0) return open;
  const which = packed === 1 ? 'the archive and scan the result' : 'the archives and scan the results';
  return `check the ${pdf === 1 ? 'PDF file' : 'PDF files'} yourself, unpack ${which}`;
}

function sum(kinds: Kinds): number {
  return Object.values(kinds).reduce((total, files) => total + files, 0);
}
