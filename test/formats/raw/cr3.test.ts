// The previews and the first directory of a CR3, in valid and damaged files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { cr3Directory, cr3Previews } from '../../../src/formats/raw/cr3.js';
import { damaged } from '../../helpers/damage.js';

const JPEG = Buffer.from('ffd8ffe0000401020304ffd9', 'hex');
const DIRECTORY = Buffer.from('II*\0\x08\0\0\0\0\0', 'latin1');

const track = (...tables: readonly Buffer[]) => box('trak', box('mdia', box('minf', box('stbl', ...tables))));
const sizes = (common: number, ...each: readonly number[]) =>
  fullBox('stsz', 0, 0, uint(common, 4), uint(1, 4), ...each.map((size) => uint(size, 4)));
const offsets = (...all: readonly number[]) =>
  fullBox('stco', 0, 0, uint(all.length, 4), ...all.map((offset) => uint(offset, 4)));
const longOffsets = (offset: number) => fullBox('co64', 0, 0, uint(1, 4), uint(1, 4), uint(offset, 4));
const preview = (before = 0) =>
  box('uuid', Buffer.alloc(24), fullBox('PRVW', 0, 0, Buffer.alloc(12 + before), JPEG, Buffer.alloc(5)));
const cr3 = (...tracks: readonly Buffer[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('crx ')),
    box('moov', box('uuid', Buffer.alloc(16), box('CNCV'), box('CMT1', DIRECTORY)), ...tracks),
  ]);

describe('the previews of a CR3', () => {
  it.each([
    ['of one size for all', track(sizes(70, 80), offsets(500, 600)), { start: 500, end: 570 }],
    ['of a size for each', track(sizes(0, 80), offsets(500)), { start: 500, end: 580 }],
    ['past 4 GB', track(sizes(0, 80), longOffsets(500)), { start: 2 ** 32 + 500, end: 2 ** 32 + 580 }],
  ])('are first samples of tracks: %s', (_what, made, range) => {
    expect(cr3Previews(cr3(made))).toEqual([range]);
  });

  it('are missing where tracks have no tables', () => {
    expect(cr3Previews(cr3(track(sizes(70)), track(offsets(500)), box('trak')))).toEqual([]);
  });

  it.each([0, 47])('are in the box PRVW, too, %i bytes further on', (before) => {
    const bytes = Buffer.concat([cr3(), preview(before)]);
    const start = bytes.indexOf(JPEG);
    expect(cr3Previews(bytes)).toEqual([{ start, end: bytes.length }]);
  });

  it('are not in other boxes', () => {
    const other = box('uuid', Buffer.alloc(24), fullBox('THMB', 0, 0, Buffer.alloc(12), JPEG));
    expect(cr3Previews(Buffer.concat([cr3(), other]))).toEqual([]);
  });

  it('are not searched for in the rest of that box', () => {
    expect(cr3Previews(Buffer.concat([cr3(), preview(48)]))).toEqual([]);
  });

  it('are unknown where the boxes break off', () => {
    expect(() => cr3Previews(Buffer.concat([cr3(), preview()]).subarray(0, -1))).toThrow(RangeError);
  });
});

describe('the first directory of a CR3', () => {
  it('is in CMT1, or nowhere', () => {
    expect(Buffer.from(cr3Directory(cr3()) ?? [])).toEqual(DIRECTORY);
    expect(cr3Directory(box('moov', box('uuid', Buffer.alloc(16))))).toBeNull();
    expect(cr3Directory(box('ftyp'))).toBeNull();
  });
});

it('whatever the bytes, reading a CR3 ends in a value or a RangeError', () => {
  const good = Buffer.concat([cr3(track(sizes(0, 80), offsets(20)), track(sizes(1), longOffsets(2))), preview()]);
  fc.assert(
    fc.property(damaged(good), (bytes) => {
      for (const read of [cr3Previews, cr3Directory]) {
        try {
          read(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }
    }),
    { numRuns: 1000 },
  );
});
