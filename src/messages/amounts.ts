// Numbers, spans of time and lists as a person reads them aloud.

const NUMBER = new Intl.NumberFormat('en-US');
const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `3,120`. */
export function number(amount: number): string {
  return NUMBER.format(amount);
}

/** `1 photo`, `3,120 photos`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${number(amount)} ${amount === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return AND.format(items);
}

/** `0.1 s` at least, `2.4 s`, `12 s`, `6 min 12 s`, `2 h 5 min`. */
export function duration(milliseconds: number): string {
  const tenths = Math.max(1, Math.round(milliseconds / 100));
  if (tenths < 100) return `${(tenths / 10).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${number(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}

const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `October 2025` for `2025-10-18` or `2025-10`. */
export function month(date: string): string {
  return MONTHS.format(new Date(date));
}
