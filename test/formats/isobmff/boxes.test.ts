// Boxes of valid and damaged files, from memory and from the disk, and videos inside other files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { type ByteRange, fileReader, MalformedError, readerOf } from '../../../src/formats/byte-reader.js';
import { type Box, type BoxOptions, boxesIn, boxIn } from '../../../src/formats/isobmff/boxes.js';
import { walkVideo } from '../../../src/formats/isobmff/embedded-video.js';
import { ReadBudget } from '../../../src/formats/read-budget.js';
import { damaged, expectBounded } from '../../helpers/damage.js';

const text = (words: string) => Buffer.from(words, 'latin1');
/** A box whose header states its length in 64 bits, as two halves. */
const longBox = (type: string, content: Buffer, high = 0) =>
  Buffer.concat([uint(1, 4), text(type), uint(high, 4), uint(content.length + 16, 4), content]);
/** A box whose header states this length. */
const stating = (length: number, type: string, content = Buffer.alloc(0)) =>
  Buffer.concat([uint(length, 4), text(type), content]);

/** The boxes before the end or the damage, and the offset of the damage. */
function read(bytes: Uint8Array, range?: ByteRange, options?: BoxOptions): { boxes: Box[]; damagedAt: number | null } {
  const boxes: Box[] = [];
  try {
    for (const box of boxesIn(readerOf(bytes), range, options)) boxes.push(box);
    return { boxes, damagedAt: null };
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return { boxes, damagedAt: error.offset };
  }
}

function list(bytes: Uint8Array, range?: ByteRange, options?: BoxOptions) {
  const { boxes, damagedAt } = read(bytes, range, options);
  return { found: boxes.map(({ type, at, start, end }) => `${type} ${at} ${start} ${end}`), damagedAt };
}

describe('boxes', () => {
  it('have the offset of their header and the range of their content', () => {
    const bytes = Buffer.concat([box('ftyp', text('isom')), longBox('mdat', text('12345')), box('free')]);
    expect(list(bytes)).toEqual({ found: ['ftyp 0 8 12', 'mdat 12 28 33', 'free 33 41 41'], damagedAt: null });
  });

  it('of length 0 reach to the end of their list, not of the file', () => {
    const inner = stating(0, 'mdat', text('123'));
    const bytes = Buffer.concat([box('moov', inner), box('free')]);
    expect(list(bytes, { start: 8, end: 8 + inner.length }).found).toEqual(['mdat 8 16 19']);
  });

  it('end with fewer bytes than a header has', () => {
    expect(list(Buffer.concat([box('free'), Buffer.alloc(7, 1)]))).toEqual({ found: ['free 0 8 8'], damagedAt: null });
  });

  it('end with eight zero bytes, whatever follows', () => {
    const bytes = Buffer.concat([box('free'), Buffer.alloc(8), text('no box at all')]);
    expect(list(bytes)).toEqual({ found: ['free 0 8 8'], damagedAt: null });
  });

  it.each([
    ['that is shorter than its header', stating(7, 'free')],
    ['that reaches past the end', stating(100, 'free', text('123'))],
    ['with a long length that is shorter than its header', longBox('free', Buffer.alloc(0)).fill(15, 15, 16)],
    ['with a long length that breaks off', stating(1, 'free', Buffer.alloc(7))],
    ['with a length above any file', longBox('free', Buffer.alloc(20), 0xffff_ffff)],
  ])('are damaged from one on %s', (_how, broken) => {
    const bytes = Buffer.concat([box('ftyp', text('isom')), broken]);
    expect(list(bytes)).toEqual({ found: ['ftyp 0 8 12'], damagedAt: 12 });
  });

  it('are damaged where one reaches past its list, though not past the file', () => {
    const bytes = Buffer.concat([box('free'), stating(20, 'free', text('12345678')), box('free')]);
    expect(list(bytes, { start: 0, end: 24 })).toEqual({ found: ['free 0 8 8'], damagedAt: 8 });
  });

  it('that break off are returned as far as they go, on request', () => {
    const bytes = Buffer.concat([box('ftyp'), stating(100, 'moov', text('123'))]);
    expect(list(bytes, undefined, { givesCut: true })).toEqual({
      found: ['ftyp 0 8 8', 'moov 8 16 19'],
      damagedAt: 8,
    });
  });

  it('in all lists of a file count towards its budget', () => {
    const bytes = Buffer.concat(Array.from({ length: 60_000 }, () => box('free')));
    const budget = new ReadBudget();
    expect(list(bytes, undefined, { budget })).toMatchObject({ damagedAt: null });
    expect(budget.isSpent).toBe(false);
    expect(list(bytes, undefined, { budget }).damagedAt).toBe(8 * 40_000);
    expect(budget.isSpent).toBe(true);
  });

  it('are found by their type, in a list that is there', () => {
    const bytes = Buffer.concat([box('moov', box('udta'), box('meta', text('x')))]);
    const file = readerOf(bytes);
    const moov = boxIn(file, { start: 0, end: bytes.length }, 'moov');
    expect(boxIn(file, moov, 'meta')).toEqual({ type: 'meta', at: 16, start: 24, end: 25 });
    expect(boxIn(file, moov, 'trak')).toBeUndefined();
    expect(boxIn(file, undefined, 'moov')).toBeUndefined();
  });
});

describe('a budget', () => {
  it('is spent with its last part', () => {
    const budget = new ReadBudget();
    for (let part = 1; part < 100_000; part++) budget.countPart(part);
    expect(budget.isSpent).toBe(false);
    budget.countPart(100_000);
    expect(budget.isSpent).toBe(true);
    expect(() => budget.countPart(100_001)).toThrow(expect.objectContaining({ offset: 100_001 }));
  });

  it('covers no more content than descriptions have', () => {
    const bytes = Buffer.alloc(1024 * 1024);
    const [file, budget] = [readerOf(bytes), new ReadBudget()];
    const all = { start: 0, end: bytes.length };
    for (let megabyte = 0; megabyte < 64; megabyte++) budget.read(file, all);
    expect(() => budget.read(file, { start: 0, end: 1 })).toThrow(MalformedError);
  });
});

describe('a video inside another file', () => {
  const brands = box('ftyp', text('mp42'));
  const frames = box('mdat', text('123'));

  it.each([
    ['with tracks', [brands, box('moov'), frames], 31, true],
    ['in fragments', [brands, box('moof'), frames], 31, true],
    ['without tracks', [brands, frames], 23, false],
    ['with the settings of a camera maker', [brands, box('moov'), box('sefd')], 28, true],
    ['with boxes of C2PA and QuickTime', [brands, box('moov'), box('jumb'), box('PICT'), box('junk')], 44, true],
  ])('%s ends with its last box', (_what, boxes, length, hasTracks) => {
    const bytes = Buffer.concat([text('before'), ...boxes, text('who knows what this is')]);
    expect(walkVideo(readerOf(bytes), 6)).toEqual({ end: 6 + length, hasTracks });
  });

  it('with only a list of brands, up to the end of the file, is one without tracks', () => {
    expect(walkVideo(readerOf(stating(0, 'ftyp', text('mp42'))), 0)).toEqual({ end: 12, hasTracks: false });
  });

  it('ends where another one begins', () => {
    const bytes = Buffer.concat([brands, box('moov'), brands, box('moov')]);
    expect(walkVideo(readerOf(bytes), 0)).toEqual({ end: 20, hasTracks: true });
  });

  it('that breaks off reaches to the end of the file', () => {
    const bytes = Buffer.concat([brands, box('moov'), stating(500, 'mdat', text('12'))]);
    expect(walkVideo(readerOf(bytes), 0)).toEqual({ end: bytes.length, hasTracks: true });
  });

  it.each([
    ['other letters', box('free', text('mp42'))],
    ['a length that is shorter than a header', stating(7, 'ftyp', text('mp42'))],
    ['a length of 64 bits', longBox('ftyp', text('mp42'))],
    ['a length that no list of brands has', stating(1025, 'ftyp', text('mp42'))],
    ['such a length that is not stated', stating(0, 'ftyp', Buffer.alloc(1020))],
    ['seven bytes', brands.subarray(0, 7)],
  ])('does not begin with %s', (_what, bytes) => {
    expect(walkVideo(readerOf(bytes), 0)).toBeNull();
  });
});

const GOOD = Buffer.concat([
  box('ftyp', text('isom')),
  box('moov', box('trak', box('mdia')), longBox('udta', box('name', text('x')))),
  stating(0, 'mdat', text('12345678')),
]);

it('whatever the bytes, boxes are read quickly, within the file, and the same from the disk as from memory', () => {
  fc.assert(
    fc.property(damaged(GOOD), fc.boolean(), (bytes, givesCut) => {
      expectBounded(bytes, (file) => [...boxesIn(file, undefined, { givesCut })]);
      for (const { at, start, end } of read(bytes, undefined, { givesCut }).boxes) {
        expect(at).toBeLessThan(start);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(bytes.length);
      }
      const video = walkVideo(readerOf(bytes), 0);
      if (video) expect(video.end).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 1000 },
  );
});

it('a list on the disk is read with few bytes of the content of its boxes', () => {
  const bytes = Buffer.concat([box('ftyp'), box('mdat', Buffer.alloc(1_000_000)), box('moov', box('trak'))]);
  let total = 0;
  const file = fileReader(bytes.length, (start, length) => {
    total += length;
    return bytes.subarray(start, start + length);
  });
  expect([...boxesIn(file)].map(({ type }) => type)).toEqual(['ftyp', 'mdat', 'moov']);
  expect(total).toBeLessThan(10_000);
});
