// Days as YYYY-MM-DD, and dates of reports, of which only the year or the month may be known.

const MS_A_DAY = 86_400_000;

/**
 * Days since the epoch of the calendar day at the start of the text, in its own time zone; null if
 * that day does not exist.
 */
export function dayNumber(text: string): number | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text)?.[0];
  if (day === undefined) return null;
  const date = new Date(day);
  // JavaScript parses 30 February as 2 March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date.getTime() / MS_A_DAY;
}

/** The first day of what is meant: `2025-10-01` for `2025-10`, `2024-01-01` for `2024`. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 'YYYY-MM-DD'.length);
}

/** A profile is no longer taken to be up to date after these days. */
const MAX_AGE_DAYS = 180;

/**
 * Whether a profile is older than that on the day of the run. Where only its month or year is
 * known, it is counted from the first day.
 */
export function isOutdated(profileDate: string, today: string): boolean {
  const from = dayNumber(firstDay(profileDate));
  const now = dayNumber(today);
  return from === null || now === null || now - from > MAX_AGE_DAYS;
}
