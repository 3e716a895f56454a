// Chunks of valid and damaged PNGs, and what is derived from them: metadata, frames, and what
// follows the picture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhotoError } from '../../../src/errors.js';
import { MalformedError, readerOf } from '../../../src/formats/byte-reader.js';
import { earlierPng } from '../../../src/formats/png/acropalypse.js';
import { pngAttachments } from '../../../src/formats/png/attachments.js';
import { pngBlocks } from '../../../src/formats/png/blocks.js';
import { chunksOf, endsPng, hasRightChecksum, sizeIn } from '../../../src/formats/png/chunks.js';
import { pngFrames } from '../../../src/formats/png/frames.js';
import { chunk, pngInChunks, writtenOver } from '../../helpers/attachments.js';
import { damaged, expectBounded } from '../../helpers/damage.js';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const HEADER = chunk('IHDR', Buffer.from('00000005000000030802000000', 'hex'));
const DATA = chunk('IDAT', Buffer.from('not read here'));
const END = chunk('IEND', Buffer.alloc(0));
const COMMENT = chunk('tEXt', Buffer.from('Comment\0by the river'));
const of = (...chunks: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);

/** A chunk whose type is damaged. */
const BROKEN = chunk('I\0AT', Buffer.from('abc'));

function blocksOf(bytes: Uint8Array): { texts: string[]; error: unknown } {
  const texts: string[] = [];
  try {
    for (const block of pngBlocks(bytes)) texts.push(block.kind === 'text' ? block.text : block.kind);
    return { texts, error: null };
  } catch (error) {
    return { texts, error };
  }
}

describe('chunks', () => {
  it('have the range of their data, up to the last one, whatever follows', () => {
    const bytes = Buffer.concat([of(HEADER, DATA, END), DATA]);
    const file = readerOf(bytes);
    const all = [...chunksOf(file)];
    expect(all.map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(bytes.toString('latin1', all[1]?.start, all[1]?.end)).toBe('not read here');
    expect(all.map((one) => sizeIn(file, one))).toEqual([{ width: 5, height: 3 }, null, null]);
    expect(all.map((one) => endsPng(one, file.length))).toEqual([false, false, true]);
    expect(all.every((one) => hasRightChecksum(file, one))).toBe(true);
  });

  it('have a wrong checksum where one byte differs or is missing', () => {
    const altered = of(HEADER);
    altered[altered.length - 1]! ^= 1;
    for (const bytes of [altered, of(HEADER).subarray(0, -1)]) {
      const file = readerOf(bytes);
      const [header] = chunksOf(file);
      expect(header && hasRightChecksum(file, header)).toBe(false);
    }
  });

  it('are none without all of the signature', () => {
    const bytes = of(HEADER, END);
    bytes[7] = 0;
    expect([...chunksOf(readerOf(bytes))]).toEqual([]);
    expect(blocksOf(bytes).error).toBeInstanceOf(MalformedError);
    expect(() => pngAttachments(bytes)).toThrow(PhotoError);
  });
});

describe('a damaged PNG', () => {
  it('is read beyond a chunk that has no name, and the damage is reported', () => {
    const bytes = of(HEADER, BROKEN, COMMENT, END);
    const { texts, error } = blocksOf(bytes);
    expect(texts).toEqual(['by the river']);
    expect(error).toMatchObject({ name: 'MalformedError', offset: SIGNATURE.length + HEADER.length + 8 });
    expect(() => pngAttachments(bytes)).toThrow(PhotoError);
  });

  it.each([
    ['in the data of a chunk', DATA.length + END.length - 12],
    ['before its last chunk', END.length],
    ['in the checksum of its last chunk', 1],
  ])('that is cut off %s gives what comes before', (_, missing) => {
    const whole = of(HEADER, COMMENT, DATA, END);
    const bytes = whole.subarray(0, whole.length - missing);
    const { texts, error } = blocksOf(bytes);
    expect(texts).toEqual(['by the river']);
    expect(error).toBeInstanceOf(MalformedError);
    expect(() => pngAttachments(bytes)).toThrow(PhotoError);
  });

  it('that is cut off in the checksum of a text gives the text', () => {
    expect(blocksOf(of(HEADER, COMMENT).subarray(0, -2)).texts).toEqual(['by the river']);
  });
});

describe('frames', () => {
  const control = (frames: number) => chunk('acTL', Buffer.from([0, 0, 0, frames, 0, 0, 0, 0]));
  const FRAME = chunk('fcTL', Buffer.alloc(26));

  it.each([
    ['a still', of(HEADER, DATA, END), 1],
    ['an animation whose first frame is the still', of(HEADER, control(3), FRAME, DATA, END), 3],
    ['an animation besides the still', of(HEADER, control(3), DATA, FRAME, END), 4],
    ['more frames than the count states', of(HEADER, control(1), FRAME, DATA, FRAME, FRAME, END), 3],
    ['frames without a count', of(HEADER, DATA, FRAME, chunk('fdAT', Buffer.alloc(8)), END), 2],
    ['data of a frame without anything else', of(HEADER, DATA, chunk('fdAT', Buffer.alloc(8)), END), 2],
    ['a count after the picture', of(HEADER, DATA, control(3), END), 1],
    ['a count that is cut off', of(HEADER, chunk('acTL', Buffer.alloc(3)), DATA, END), 1],
  ])('of %s', (_, bytes, frames) => {
    expect(pngFrames(bytes)).toBe(frames);
  });
});

it('an earlier PNG is none where its chunks have no name', () => {
  const budget = () => ({ searches: 0 });
  const whole = of(HEADER, END);
  const broken = of(HEADER, BROKEN, END);
  expect(earlierPng(readerOf(whole), 0, whole.length, budget())).toEqual({ end: whole.length, isProved: true });
  expect(earlierPng(readerOf(broken), 0, broken.length, budget())).toBeNull();
});

it('whatever the bytes, chunks are read quickly and within the file', () => {
  const arbitrary = damaged(
    of(HEADER, COMMENT, DATA, END),
    pngInChunks(40, 20, 300),
    writtenOver(pngInChunks(60, 40, 600), pngInChunks(4, 4, 99)),
  );
  fc.assert(
    fc.property(arbitrary, (bytes) => {
      expectBounded(bytes, (file) => {
        const chunks = [...chunksOf(file)];
        return chunks.map((one) => [one, sizeIn(file, one), hasRightChecksum(file, one)]);
      });
      expectBounded(bytes, (file) => earlierPng(file, 0, file.length, { searches: 1 }));
      for (const { end } of chunksOf(readerOf(bytes))) expect(end).toBeLessThanOrEqual(bytes.length);
      const { error } = blocksOf(bytes);
      // Compressed texts fail with the errors of zlib.
      expect(error === null || error instanceof Error).toBe(true);
      pngFrames(bytes);
    }),
    { numRuns: 500 },
  );
});
