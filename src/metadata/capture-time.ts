// Finds when the photo was taken, by the tags of the file.

import { keyOf, type Tag, type TagIndex } from '../formats/tag.js';
import type { Metadata } from '../types/metadata.js';
import { isoDate, isoTime } from './calendar.js';

type TakenAt = NonNullable<Metadata['takenAt']>;

/** No photograph is older than 1826. Later than 2100 is a clock that was never set. */
const FIRST_YEAR = 1826;
const LAST_YEAR = 2100;

/** Keys in order of trust. The time of the last change is missing: it is no capture time. */
const SOURCES: readonly {
  readonly date: string;
  /** The tag with the time, where the first has only the date. */
  readonly time?: string;
  readonly offset?: string;
  readonly source: TakenAt['source'];
}[] = [
  { date: 'exif DateTimeOriginal', offset: 'exif OffsetTimeOriginal', source: 'exif' },
  { date: 'exif CreateDate', offset: 'exif OffsetTimeDigitized', source: 'exif' },
  { date: 'maker DateTimeOriginal', source: 'exif' },
  // The trailer of a phone, often left where EXIF was removed.
  { date: 'maker TimeStampUTC', source: 'exif' },
  { date: 'video com.apple.quicktime.creationdate', source: 'quicktime' },
  { date: 'video ©day', source: 'quicktime' },
  { date: 'video date', source: 'quicktime' },
  { date: 'video IDIT', source: 'quicktime' },
  { date: 'video ICRD', source: 'quicktime' },
  { date: 'video CreationDate', source: 'quicktime' },
  // UTC by the standard. Some cameras write their own clock's time.
  { date: 'video mvhd', source: 'quicktime' },
  // The time of a receiver, in UTC.
  { date: 'video gps time', source: 'gps' },
  { date: 'xmp exif:DateTimeOriginal', source: 'xmp' },
  { date: 'xmp photoshop:DateCreated', source: 'xmp' },
  { date: 'xmp exif:DateTimeDigitized', source: 'xmp' },
  { date: 'xmp xmp:CreateDate', source: 'xmp' },
  // The older tag of IPTC for what XMP calls photoshop:DateCreated.
  { date: 'iptc DateCreated', time: 'iptc TimeCreated', source: 'xmp' },
];

/**
 * ISO 8601 as written in the file: no conversion between time zones, no fraction of a second, an
 * offset only where the file has one.
 */
export function findTakenAt(index: TagIndex): Metadata['takenAt'] {
  const first = (key: string | undefined) => (key ? (index.texts([key])[0] ?? '') : '');
  let dayOnly: TakenAt | null = null;
  for (const { date, time, offset, source } of SOURCES) {
    const value = toIso(`${first(date)} ${first(time)}`.trim(), first(offset));
    if (value?.includes('T') && value.startsWith(dayOnly?.value ?? '')) return { value, source };
    if (value) dayOnly ??= { value, source };
  }
  const byReceiver = receiverTime(index);
  if (byReceiver && (dayOnly === null || isWithinADay(dayOnly.value, byReceiver.value))) return byReceiver;
  // No less trusted source has a time on that day.
  return dayOnly;
}

const DATE = /^(\d{4})[:\-/.]?(\d{2})[:\-/.]?(\d{2})/;
const TIME = /^[T ]+(\d{2}):?(\d{2})(?::?(\d{2}))?/;
const OFFSET = /^(?:\.\d+)? *(?:(Z)|([+-]\d{2}):?(\d{2})$)/;

/**
 * Parses `2025:06:01 18:02:11`, `2025-06-01T18:02:11+02:00`, `20250601 180211` and the like. Null
 * where there is no such day.
 */
export function toIso(text: string, zone = ''): string | null {
  const date = DATE.exec(text);
  if (!date) return null;
  const [year, month, day] = date.slice(1).map(Number) as [number, number, number];
  const iso = year >= FIRST_YEAR && year <= LAST_YEAR ? isoDate(year, month, day) : null;
  const rest = text.slice(date[0].length);
  const time = TIME.exec(rest);
  if (!iso || !time) return iso;
  const clock = isoTime({ hour: Number(time[1]), minute: Number(time[2]), second: Number(time[3] ?? 0) });
  return clock ? `${iso}T${clock}${offsetOf(rest.slice(time[0].length)) || offsetOf(zone)}` : iso;
}

function offsetOf(text: string): string {
  const [, utc, hours, minutes] = OFFSET.exec(text) ?? [];
  return utc ?? (hours && Math.abs(Number(hours)) <= 14 && Number(minutes) < 60 ? `${hours}:${minutes}` : '');
}

/** The clock of the GPS receiver, in UTC: a day, and mostly a time of that day. */
function receiverTime(index: TagIndex): TakenAt | null {
  const [day = ''] = index.texts(['exif GPSDateStamp']);
  const clock = index.tags.find((tag) => keyOf(tag) === 'exif GPSTimeStamp')?.value ?? '';
  const [whole = ''] = index.texts(['xmp exif:GPSTimeStamp', 'xmp exif:GPSDateTime']);
  const value = toIso(`${day} ${clockText(clock)}`.trim(), 'Z') ?? toIso(whole, 'Z');
  return value === null ? null : { value, source: 'gps' };
}

/** Hours, minutes and seconds as numbers, or as text in files of some programs. */
function clockText(value: Tag['value']): string {
  if (typeof value === 'string') return value.replace(/\..*$/, '');
  if (value.length !== 3 || !value.every((part) => part >= 0 && part < 61)) return '';
  return value.map((part) => `${Math.floor(part)}`.padStart(2, '0')).join(':');
}

/** The day in UTC is that of the photo, the day before or the day after. */
function isWithinADay(day: string, time: string): boolean {
  return Math.abs(Date.parse(day.slice(0, 10)) - Date.parse(time.slice(0, 10))) <= 86_400_000;
}
