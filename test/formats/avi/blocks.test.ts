// What cameras and dash cams write into AVI besides pictures and sound.
import { describe, expect, it } from 'vitest';
import { describeAvi } from '../../../src/formats/avi/blocks.js';
import { readerOf } from '../../../src/formats/byte-reader.js';
import { avi, chunk, list } from '../../helpers/camera-files.js';
import { expectBounded } from '../../helpers/damage.js';
import { minutes, NOWHERE, PLACE, rmc } from '../../helpers/telemetry.js';
import { readVideo } from '../../helpers/video-boxes.js';

const AVI = 'video/x-msvideo';
const AT_PLACE = { latitude: expect.closeTo(PLACE[0], 4), longitude: expect.closeTo(PLACE[1], 4) };
const READ = { isComplete: true, unreadPlaces: [], unknownParts: [] };
const ODD = Buffer.from(Array.from({ length: 72 }, (_, n) => (n * 37 + 131) % 256));
const text = (words: string) => Buffer.from(words, 'latin1');

const stream = (type: string) =>
  list('strl', chunk('strh', text(type), Buffer.alloc(52)), chunk('strf', Buffer.alloc(40, 7)));

/** A file with a stream of texts, whose chunks are between the frames. */
const withTexts = (...words: readonly string[]) =>
  chunk(
    'RIFF',
    text('AVI '),
    list('hdrl', chunk('avih', Buffer.alloc(56, 9)), stream('vids'), stream('txts')),
    list('movi', chunk('00dc', Buffer.alloc(100)), ...words.map((word) => chunk('01tx', text(word)))),
    chunk('idx1', Buffer.alloc(32, 3)),
  );

const gps0 = (places: readonly (readonly [number, number])[]) =>
  chunk(
    'gps0',
    ...places.map(([latitude, longitude]) => {
      const record = Buffer.alloc(32);
      record.writeDoubleLE(minutes(latitude), 0);
      record.writeDoubleLE(minutes(longitude), 8);
      return record;
    }),
  );

describe('an AVI states a place', () => {
  it.each([
    ['in a stream of texts', withTexts(rmc(NOWHERE, 'V'), rmc())],
    ['in records', avi(gps0([NOWHERE, PLACE]))],
    ['in padding', avi(chunk('JUNK', Buffer.alloc(20), text(rmc())))],
    ['in a chunk of its own', avi(chunk('zzzz', text(rmc())))],
  ])('%s', async (_where, bytes) => {
    expect(await readVideo(bytes, AVI)).toMatchObject({ ...READ, location: AT_PLACE });
    expectBounded(bytes, describeAvi);
  });

  it.each([
    ['a stream of texts that is not understood', withTexts('GPS: 48,86 / 2,32 ?'), 'subtitle'],
    ['a stream of texts without texts', withTexts(), 'subtitle'],
    ['records that are none', avi(chunk('gps0', ODD)), 'gps0'],
    ["a dash cam's padding", avi(chunk('JUNK', text('0GPS'), ODD)), 'box'],
    ['a chunk that is named after a receiver', avi(chunk('gpsx', ODD)), 'box'],
  ])('or names it as unread: %s', (_what, bytes, named) => {
    expect(describeAvi(readerOf(bytes))).toMatchObject({ isComplete: true, unreadPlaces: [named], unknownParts: [] });
  });
});

describe('a chunk of an unknown type', () => {
  it.each([
    ['what a program left in padding', avi(chunk('JUNK', ODD))],
    ['zeros', avi(chunk('zzzz', Buffer.alloc(100)))],
    ['headers and an index', withTexts('Good morning.')],
  ])('is none: %s', async (_what, bytes) => {
    expect(await readVideo(bytes, AVI)).toMatchObject({ ...READ, location: null });
  });

  it('makes the examination partial', () => {
    expect(describeAvi(readerOf(avi(chunk('zzzz', ODD))))).toMatchObject({ unreadPlaces: [], unknownParts: ['box'] });
    expect(describeAvi(readerOf(avi(list('zzzz', ODD))))).toMatchObject({ unknownParts: ['box'] });
  });
});

describe('padding in an AVI', () => {
  it('is read for texts that say something', () => {
    const mail = 'written by erika.mustermann@example.org';
    expect(describeAvi(readerOf(avi(chunk('JUNK', text(mail))))).tags).toMatchObject([{ value: mail }]);
  });
});
