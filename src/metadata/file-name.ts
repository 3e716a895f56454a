// Reads the capture time that phones and messengers write into file names.
import { isoDate, isoTime } from './calendar.js';
import { timeInMilliseconds } from './file-name-milliseconds.js';

/** Numbers outside of these years are no dates: phones did not write such names before. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/**
 * A date, and after it a time where there is one: `20250601_180211`, `2025-06-01-18-02-11`,
 * `2025-06-01 at 6.02.11 PM`. The parts of each have the same separator. No digit may precede or
 * follow, so that longer numbers do not match.
 */
const DATE = /(?<!\d)(?<year>\d{4})(?<dash>[-_. ]?)(?<month>\d{2})\k<dash>(?<day>\d{2})/;
const HOUR = /(?<hour>\d{2}|\d(?=[-_.:]))/;
const REST_OF_TIME = /(?<dot>[-_.:]?)(?<minute>\d{2})\k<dot>(?<second>\d{2})(?:\d{3})?(?!\d)(?:\s?(?<half>[AP])M\b)?/;
const TIME = `${HOUR.source}${REST_OF_TIME.source}`;
const NAME = new RegExp(`${DATE.source}(?:(?:[-_ .T]| at |, )?${TIME}|(?!\\d))`, 'gi');

/** Google's camera writes UTC into its names. All others write local time. */
const WRITES_UTC = /^PXL_/;

/**
 * ISO 8601: `YYYY-MM-DDTHH:MM:SS`, or `YYYY-MM-DD` where the name has no time. Null where it has no
 * date between 1990 and 2100. A count of milliseconds is in UTC.
 */
export function takenAtFromName(fileName: string): string | null {
  for (const { groups = {} } of fileName.matchAll(NAME)) {
    const year = Number(groups.year);
    const date =
      year >= FIRST_YEAR && year <= LAST_YEAR ? isoDate(year, Number(groups.month), Number(groups.day)) : null;
    if (!date) continue;
    const time = groups.hour === undefined ? null : timeOf(groups);
    return time ? `${date}T${time}${WRITES_UTC.test(fileName) ? 'Z' : ''}` : date;
  }
  return timeInMilliseconds(fileName);
}

function timeOf({ hour, minute, second, half }: Record<string, string | undefined>): string | null {
  const isHalf = half !== undefined;
  if (isHalf && (Number(hour) < 1 || Number(hour) > 12)) return null;
  const offset = half?.toUpperCase() === 'P' ? 12 : 0;
  const hours = isHalf ? (Number(hour) % 12) + offset : Number(hour);
  return isoTime({ hour: hours, minute: Number(minute), second: Number(second) });
}
