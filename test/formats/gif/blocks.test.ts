// Texts in GIFs, valid, cut off and hostile.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../src/formats/byte-reader.js';
import { gifBlocks } from '../../../src/formats/gif/blocks.js';
import { damaged } from '../../helpers/damage.js';
import { gifWith, gifXmp, XMP } from '../../helpers/metadata-files.js';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** A screen of one pixel, without a colour table. */
const HEADER = latin1('GIF89a\x01\0\x01\0\0\0\0');
/** An image with a colour table of two colours, and one sub-block of coded data. */
const IMAGE = latin1(',\0\0\0\0\x01\0\x01\0\x80RGBRGB\x02\x02\x4c\x01\0');
const END = latin1(';');
const comment = (...parts: readonly string[]) =>
  latin1(`!\xfe${parts.map((part) => `${String.fromCharCode(part.length)}${part}`).join('')}\0`);

function blocksOf(bytes: Uint8Array): { found: string[]; error: unknown } {
  const found: string[] = [];
  try {
    for (const block of gifBlocks(bytes)) {
      if (block.kind === 'text') found.push(`${block.name}: ${block.text}`);
      if (block.kind === 'xmp') found.push(Buffer.from(block.bytes).toString());
    }
    return { found, error: null };
  } catch (error) {
    return { found, error };
  }
}

describe('a GIF', () => {
  it('has comments before and after its images, in one part or several', () => {
    const bytes = Buffer.concat([HEADER, comment('first'), IMAGE, comment('sec', 'ond'), IMAGE, END]);
    expect(blocksOf(bytes)).toEqual({ found: ['Comment: first', 'Comment: second'], error: null });
  });

  it('has plain text after its layout, and XMP without the bytes after it', () => {
    const text = latin1(`!\x01\x0c${'\x01'.repeat(12)}\x05words\0`);
    const bytes = Buffer.concat([HEADER, text, gifXmp(XMP), latin1('!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0'), END]);
    expect(blocksOf(bytes)).toEqual({ found: ['Text: words', XMP], error: null });
  });

  it('with XMP too short for its trailer is read on', () => {
    const short = latin1('!\xff\x0bXMP DataXMP\x03<a>\0');
    expect(blocksOf(Buffer.concat([HEADER, short, comment('kept'), END]))).toEqual({
      found: ['', 'Comment: kept'],
      error: null,
    });
  });

  it('with a colour table is read after it', async () => {
    expect(blocksOf(await gifWith(comment('kept')))).toEqual({ found: ['Comment: kept'], error: null });
  });

  it.each([
    ['inside a part', -3],
    ['before its end', -1],
  ])('that is cut off %s gives what comes before, and is damaged', (_, end) => {
    const bytes = Buffer.concat([HEADER, comment('first'), IMAGE, END]).subarray(0, end);
    expect(blocksOf(bytes)).toEqual({ found: ['Comment: first'], error: expect.any(MalformedError) });
  });

  it('with a block that no reader knows is damaged there', () => {
    const bytes = Buffer.concat([HEADER, comment('first'), latin1('?'), comment('lost'), END]);
    const offset = HEADER.length + comment('first').length;
    expect(blocksOf(bytes)).toMatchObject({ found: ['Comment: first'], error: { name: 'MalformedError', offset } });
  });

  it('of any bytes ends quickly in blocks or damage', () => {
    const whole = Buffer.concat([HEADER, comment('first'), IMAGE, gifXmp(XMP), comment('sec', 'ond'), END]);
    fc.assert(
      fc.property(damaged(whole), (bytes) => {
        const startedAt = performance.now();
        const { error } = blocksOf(bytes);
        expect(error === null || error instanceof MalformedError).toBe(true);
        expect(performance.now() - startedAt).toBeLessThan(1000);
      }),
      { numRuns: 1000 },
    );
  });
});
