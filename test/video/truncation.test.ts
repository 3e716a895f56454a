import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { isVideoCut, TrailingZeros } from '../../src/video/truncation.js';
import { folder } from '../helpers/folder.js';
import { header, video } from '../helpers/video-boxes.js';

const PAGE = 4096;
const WHOLE = video(header(1));

function isCut(bytes: Buffer, mediaType = 'video/mp4'): boolean {
  const zeros = new TrailingZeros();
  // Piece by piece, so that zeros reach over the border of two pieces.
  for (let at = 0; at < bytes.length; at += 1000) zeros.add(bytes.subarray(at, at + 1000));
  return isVideoCut(join(folder({ a: bytes }), 'a'), mediaType, zeros.from, bytes.length);
}

/** A video of some pages that is zeros from a page on. */
function withMedia(zerosFrom: number, after: Buffer = Buffer.alloc(0)): Buffer {
  const bytes = Buffer.concat([WHOLE, box('mdat', Buffer.alloc(3 * PAGE, 7)), after]);
  return bytes.fill(0, zerosFrom);
}

describe('a video', () => {
  it.each([
    ['that ends in zeros from a page on', withMedia(2 * PAGE), true],
    ['that lacks its last, short page', withMedia(3 * PAGE), true],
    ['that is whole', withMedia(4 * PAGE), false],
    ['with zeros from within a page on', withMedia(2 * PAGE + 100), false],
    [
      'without the description that followed',
      Buffer.concat([box('mdat', Buffer.alloc(PAGE - 8, 7)), Buffer.alloc(PAGE)]),
      true,
    ],
  ])('%s', (_how, bytes, expected) => {
    expect(isCut(bytes)).toBe(expected);
  });

  it('may end in padding', () => {
    const fill = PAGE - WHOLE.length - 8;
    const padded = Buffer.concat([WHOLE, box('mdat', Buffer.alloc(fill - 8, 7)), box('free', Buffer.alloc(2 * PAGE))]);
    expect(isCut(padded)).toBe(false);
    expect(isCut(Buffer.concat([WHOLE, box('mdat', Buffer.alloc(fill, 7)), Buffer.alloc(2 * PAGE)]))).toBe(false);
  });

  it('of another kind is cut off where a page and more is zeros', () => {
    expect(isCut(Buffer.alloc(3 * PAGE, 7).fill(0, 2 * PAGE), 'video/mpeg')).toBe(true);
  });
});
