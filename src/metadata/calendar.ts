// Dates and times as cameras and phones write them, checked and converted to ISO 8601.

interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const pad = (number: number, width = 2) => `${number}`.padStart(width, '0');

/** `YYYY-MM-DD`, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

/** `HH:MM:SS`, or null where the clock has no such time. */
export function isoTime({ hour, minute, second }: ClockTime): string | null {
  return hour < 24 && minute < 60 && second < 60 ? [hour, minute, second].map((part) => pad(part)).join(':') : null;
}
