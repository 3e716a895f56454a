// Reads the milliseconds since 1970 that messengers and camera apps write into file names:
// `FB_IMG_1749712861345`, `mmexport1749712861345`.

/**
 * Thirteen digits after the name of an app. No digit or letter may follow, so that longer numbers
 * and hexadecimal IDs do not match. Without the name of an app, thirteen digits may be anything.
 */
const MILLISECONDS = /^(?<app>\p{L}{2}[\p{L}\s_.-]*)(?<ms>\d{13})(?![\d\p{L}])/u;

/**
 * Apps that name a file by an ID of their own. One of thirteen digits would read like a time.
 */
const NAMES_BY_ID = /^(?:received|inbound|snapchat|messenger[ _-]creation)/i;

/**
 * 2007 to 2040. Before that no phone wrote such names. Most higher numbers of thirteen digits are
 * article numbers.
 */
const FIRST = Date.UTC(2007, 0);
const LAST = Date.UTC(2040, 0);

/** `YYYY-MM-DDTHH:MM:SSZ`. Null where the name has no such number. */
export function timeInMilliseconds(fileName: string): string | null {
  const { app = '', ms } = MILLISECONDS.exec(fileName)?.groups ?? {};
  const time = Number(ms);
  if (NAMES_BY_ID.test(app) || !(time >= FIRST && time < LAST)) return null;
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
