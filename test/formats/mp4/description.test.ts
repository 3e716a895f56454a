// What the boxes of a video state, from memory and from the disk, and the limits on reading them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { PhotoError } from '../../../src/errors.js';
import { fileReader, readerOf } from '../../../src/formats/byte-reader.js';
import { jpeg2000 } from '../../../src/formats/jpeg-2000/index.js';
import { describeVideo } from '../../../src/formats/mp4/description.js';
import { damaged, expectBounded } from '../../helpers/damage.js';
import { around, gpp, header, keyed, listed, loci, spoken, utf8, video } from '../../helpers/video-boxes.js';

const NAMED = box('udta', spoken('©nam', 'the garden'));
const COVER = fullBox(
  'meta',
  0,
  0,
  fullBox('hdlr', 0, 0, uint(0, 4), utf8('mdir'), Buffer.alloc(13)),
  box('ilst', box('covr', box('data', uint(13, 4), uint(0, 4), Buffer.from([0xff, 0xd8, 0xff, 0xe0])))),
);
const WHOLE = video(
  keyed({ 'com.apple.quicktime.make': 'Apple' }),
  box('udta', spoken('©xyz', '+48.8577+002.2950/'), loci('Lyon', 45, 4), gpp('titl', 'x'), listed({ '©nam': 'y' })),
  box('trak', box('mdia', box('minf', box('stbl', fullBox('stsd', 0, 0, uint(1, 4), box('gpmd')))))),
  COVER,
);
const FILES = [
  WHOLE,
  Buffer.concat([WHOLE, box('zzzz', Buffer.alloc(30)), box('free'), utf8('more than eight bytes')]),
];

const texts = (bytes: Uint8Array) => describeVideo(readerOf(bytes)).tags.map(({ value }) => value);

describe('a video', () => {
  it('states the same from the disk as from memory', () => {
    for (const bytes of FILES) expectBounded(bytes, describeVideo);
    expect(describeVideo(readerOf(WHOLE))).toMatchObject({ isComplete: true, unreadPlaces: [], unknownParts: [] });
    expect(texts(WHOLE)).toEqual(expect.arrayContaining(['Apple', 'Lyon', 'x', 'y']));
  });

  it('whose last box breaks off states what is left of it', () => {
    const bytes = Buffer.concat([around(), box('moov', header(0), NAMED, box('trak'))]);
    const { tags, isComplete } = describeVideo(readerOf(bytes.subarray(0, -1)));
    expect(tags).toMatchObject([{ name: '©nam', value: 'the garden' }]);
    expect(isComplete).toBe(false);
  });

  it('with a box meta too short for its version is damaged', () => {
    expect(describeVideo(readerOf(video(box('meta', Buffer.alloc(3)))))).toMatchObject({ isComplete: false });
    expect(describeVideo(readerOf(video(box('meta', Buffer.alloc(4)))))).toMatchObject({ isComplete: true });
  });

  it('without a description of tracks is damaged', () => {
    expect(describeVideo(readerOf(around(box('mdat'))))).toMatchObject({ isComplete: false });
  });

  it('has the names of its own keys, up to the longest name allowed', () => {
    const bytes = video(keyed({ ['k'.repeat(300)]: 'a value' }));
    expect(describeVideo(readerOf(bytes)).tags).toMatchObject([{ name: 'k'.repeat(200), value: 'a value' }]);
    const noTable = video(box('meta', fullBox('hdlr', 0, 0), box('keys', uint(0, 4)), box('ilst')));
    expect(describeVideo(readerOf(noTable))).toMatchObject({ isComplete: false });
  });

  it('of Motion JPEG 2000 is made of the same boxes', async () => {
    const reader = await jpeg2000.reader?.('video/mj2');
    expect(reader?.describeVideo).toBe(describeVideo);
    expect(reader?.blocks).toBeUndefined();
    expect((await jpeg2000.reader?.('image/jp2'))?.blocks).toBeDefined();
    expect(await jpeg2000.reader?.('image/j2c')).toEqual({});
  });

  it('from a disk that fails is not reported as damaged', () => {
    const file = fileReader(1000, () => {
      throw new PhotoError('unread', 'EIO');
    });
    expect(() => describeVideo(file)).toThrow(expect.objectContaining({ code: 'unread' }));
  });

  it('that became shorter while it was read is damaged', () => {
    const file = fileReader(WHOLE.length + 100, (start, length) => WHOLE.subarray(start, start + length));
    expect(describeVideo(file)).toMatchObject({ isComplete: false });
  });

  it('of any bytes is read quickly, with the same result from the disk as from memory', () => {
    fc.assert(
      fc.property(damaged(...FILES), (bytes) => {
        expectBounded(bytes, describeVideo);
        for (const { offset, bytes: length } of describeVideo(readerOf(bytes)).attachments) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a box of an unknown type', () => {
  const unknown = (bytes: Uint8Array) => {
    const { attachments, isComplete } = describeVideo(readerOf(bytes));
    return { isComplete, unknown: attachments.map(({ what, offset, bytes: length }) => [what, offset, length]) };
  };
  const before = around();

  it('between known ones is reported by its own length, also before a length of 64 bits', () => {
    const made = box('zzzz', Buffer.alloc(50, 1));
    const long = Buffer.concat([uint(1, 4), utf8('mdat'), uint(0, 4), uint(20, 4), uint(0, 4)]);
    const expected = { isComplete: true, unknown: [['unknown', before.length, made.length]] };
    expect(unknown(Buffer.concat([before, made, box('moov', header(0))]))).toEqual(expected);
    expect(unknown(Buffer.concat([before, made, long, box('moov', header(0))]))).toEqual(expected);
  });

  it.each([
    ['of two headers', 8],
    ['of a header', 0],
  ])('%s holds nothing', (_what, length) => {
    const bytes = Buffer.concat([before, box('zzzz', Buffer.alloc(length, 1)), box('moov', header(0))]);
    expect(unknown(bytes)).toEqual({ isComplete: true, unknown: [] });
  });
});
