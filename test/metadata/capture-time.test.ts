import { describe, expect, it } from 'vitest';
import { type Tag, TagIndex } from '../../src/formats/tag.js';
import { findTakenAt, toIso } from '../../src/metadata/capture-time.js';

const tag = (block: Tag['block'], name: string, value: string): Tag => ({ block, name, within: [], value });
const takenAt = (tags: readonly Tag[]) => findTakenAt(new TagIndex(tags));

describe('the day alone', () => {
  const day = tag('xmp', 'photoshop:DateCreated', '2006-10-29');
  const fields = (date: string) => [tag('iptc', 'DateCreated', date), tag('iptc', 'TimeCreated', '062751')];

  it('is completed by a less trusted source with a time on that day', () => {
    expect(takenAt([day, ...fields('20061029')])?.value).toBe('2006-10-29T06:27:51');
  });

  it('stays where the other source has another day', () => {
    expect(takenAt([day, ...fields('20061030')])?.value).toBe('2006-10-29');
  });
});

describe('toIso', () => {
  it.each([
    ['2025:06:01 18:02:11', '', '2025-06-01T18:02:11'],
    ['2025:06:01 18:02:11', '+02:00', '2025-06-01T18:02:11+02:00'],
    ['2025-06-01T18:02:11-04:00', '', '2025-06-01T18:02:11-04:00'],
    ['2025-06-01T18:02:11.123Z', '', '2025-06-01T18:02:11Z'],
    ['2025-06-01T18:02', '', '2025-06-01T18:02:00'],
    ['20250601 180211+0200', '', '2025-06-01T18:02:11+02:00'],
    ['2024:02:29 00:00:00', '', '2024-02-29T00:00:00'],
    ['2025:06:01', '', '2025-06-01'],
    ['1907:06:01 12:00:00', '', '1907-06-01T12:00:00'],
  ])('%s %s', (text, zone, expected) => {
    expect(toIso(text, zone)).toBe(expected);
  });

  it.each([
    ['2025:06:01 18:02:11', '   :  ', '2025-06-01T18:02:11'],
    ['2025:06:01 18:02:11', '+25:00', '2025-06-01T18:02:11'],
    ['2025:06:01   :  :  ', '', '2025-06-01'],
    ['2025:06:01 24:00:00', '', '2025-06-01'],
  ])('drops implausible parts: %s %s', (text, zone, expected) => {
    expect(toIso(text, zone)).toBe(expected);
  });

  it.each([
    '0000:00:00 00:00:00',
    '2025:02:30 10:00:00',
    '2025:13:01 10:00:00',
    '    :  :     :  :  ',
    '1700:01:01',
    '2025',
    'soon',
  ])('has no day for %j', (text) => {
    expect(toIso(text)).toBeNull();
  });
});

describe('findTakenAt', () => {
  it('prefers the exposure to the digitisation and EXIF to XMP, and never uses the last change', () => {
    const all = [
      tag('exif', 'ModifyDate', '2025:01:06 10:00:00'),
      tag('xmp', 'xmp:ModifyDate', '2025-01-05T10:00:00'),
      tag('xmp', 'xmp:CreateDate', '2025-01-04T10:00:00'),
      tag('xmp', 'exif:DateTimeOriginal', '2025-01-03T10:00:00'),
      tag('exif', 'CreateDate', '2025:01:02 10:00:00'),
      tag('exif', 'DateTimeOriginal', '2025:01:01 10:00:00'),
    ];
    const found = [6, 5, 4, 3, 2, 1].map((count) => takenAt(all.slice(0, count))?.value ?? null);
    expect(found).toEqual([
      ...['2025-01-01T10:00:00', '2025-01-02T10:00:00', '2025-01-03T10:00:00', '2025-01-04T10:00:00'],
      ...[null, null],
    ]);
  });

  it('goes on to the next tag where a clock was never set', () => {
    const tags = [
      tag('exif', 'DateTimeOriginal', '0000:00:00 00:00:00'),
      tag('xmp', 'photoshop:DateCreated', '2025-06-01'),
    ];
    expect(takenAt(tags)).toEqual({ value: '2025-06-01', source: 'xmp' });
  });

  it('takes each offset from the tag that belongs to the time', () => {
    const tags = [tag('exif', 'CreateDate', '2025:06:01 18:02:11'), tag('exif', 'OffsetTimeOriginal', '+02:00')];
    expect(takenAt(tags)?.value).toBe('2025-06-01T18:02:11');
    expect(takenAt([...tags, tag('exif', 'OffsetTimeDigitized', '+01:00')])?.value).toBe('2025-06-01T18:02:11+01:00');
  });

  it('joins the two fields of IPTC', () => {
    const tags = [tag('iptc', 'DateCreated', '20250601'), tag('iptc', 'TimeCreated', '180211+0200')];
    expect(takenAt(tags)?.value).toBe('2025-06-01T18:02:11+02:00');
  });
});

describe('the clock of the GPS receiver', () => {
  const clock = (value: Tag['value'], day = '2025:06:01'): Tag[] => [
    tag('exif', 'GPSDateStamp', day),
    { block: 'exif', name: 'GPSTimeStamp', within: [], value },
  ];

  it.each([
    ['numbers', [7, 41, 1.9], '2025-06-01T07:41:01Z'],
    ['text', '07:41:01.5', '2025-06-01T07:41:01Z'],
    ['0/0', [Number.NaN, 0, 0], '2025-06-01'],
    ['two numbers', [7, 41], '2025-06-01'],
    ['no time of day', [25, 0, 0], '2025-06-01'],
  ] as const)('dates a photo without another time, in UTC: %s', (_how, value, expected) => {
    expect(takenAt(clock(value))).toEqual({ value: expected, source: 'gps' });
  });

  it('is read in XMP, too', () => {
    const time = tag('xmp', 'exif:GPSTimeStamp', '2025-06-01T07:41:01Z');
    expect(takenAt([time])).toEqual({ value: '2025-06-01T07:41:01Z', source: 'gps' });
  });

  it('is less trusted than every other time, and completes a day within one of its own', () => {
    const day = (value: string) => tag('xmp', 'photoshop:DateCreated', value);
    const shot = tag('exif', 'DateTimeOriginal', '2024:01:02 03:04:05');
    expect(takenAt([...clock([7, 41, 1]), shot])?.source).toBe('exif');
    expect(takenAt([...clock([7, 41, 1]), day('2025-05-31')])?.source).toBe('gps');
    expect(takenAt([...clock([7, 41, 1]), day('2025-05-30')])).toEqual({ value: '2025-05-30', source: 'xmp' });
  });

  it('states nothing without a day', () => {
    expect(takenAt(clock([7, 41, 1], ''))).toBeNull();
  });
});
