// BMPs with the short header of OS/2, and implausible headers.
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { decodeBmp } from '../../../src/formats/bmp/decode.js';
import { jpeg } from '../../helpers/attachments.js';
import { attachmentsOf } from '../../helpers/format-readers.js';

const little = (value: number, bytes: number) => uint(value, bytes).reverse();
const [WIDTH, HEIGHT] = [3, 2];
/** Blue, green and red of each pixel, padded to twelve bytes. */
const ROW = Buffer.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0]);

/** A BMP with a header of twelve bytes, whose sides have 16 bits. */
function old({ width = WIDTH, height = HEIGHT } = {}): Buffer {
  const rows = Buffer.concat([ROW, ROW]);
  return Buffer.concat([
    ...[Buffer.from('BM'), little(26 + rows.length, 4), Buffer.alloc(4), little(26, 4)],
    ...[little(12, 4), little(width, 2), little(height, 2), little(1, 2), little(24, 2), rows],
  ]);
}

const decoded = (bytes: Buffer, maxPixels = 100) => decodeBmp(bytes, maxPixels);
const codes = (code: string) => expect.objectContaining({ code });

describe('after a BMP', () => {
  it('a picture is a second picture, and zeros are padding', async () => {
    const picture = await jpeg();
    expect(attachmentsOf(Buffer.concat([old(), Buffer.alloc(6), picture]), 'image/bmp')).toMatchObject([
      { bytes: picture.length, isProved: true },
    ]);
    expect(attachmentsOf(Buffer.concat([old(), Buffer.alloc(6)]), 'image/bmp')).toEqual([]);
  });

  it('bytes of unknown kind are trailing data', () => {
    const bytes = Buffer.concat([old(), Buffer.from('written by erika@example.org')]);
    expect(attachmentsOf(bytes, 'image/bmp')).toMatchObject([{ what: 'unknown' }]);
  });
});

describe('a BMP of OS/2', () => {
  it('is decoded', () => {
    const { data, width, height, isCut } = decoded(old());
    expect([width, height, isCut]).toEqual([WIDTH, HEIGHT, false]);
    expect([...data.subarray(0, 3), ...data.subarray(4, 7)]).toEqual([0, 0, 255, 0, 255, 0]);
  });

  it('that breaks off is cut', () => {
    expect(decoded(old().subarray(0, 26 + ROW.length + 4)).isCut).toBe(true);
  });

  it('without a width or a height, or cut off in its header, is corrupt', () => {
    for (const bytes of [old({ width: 0 }), old({ height: 0 }), old().subarray(0, 25)]) {
      expect(() => decoded(bytes)).toThrow(codes('corrupt'));
    }
  });

  it('of more pixels than allowed is too large, before it is decoded', () => {
    expect(() => decoded(old(), WIDTH * HEIGHT - 1)).toThrow(codes('too-large'));
    expect(decoded(old(), WIDTH * HEIGHT).width).toBe(WIDTH);
  });
});
