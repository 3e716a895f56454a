// Segments of valid and damaged JPEGs, and what is derived from them: the whole picture, its size,
// a new orientation.
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../src/formats/byte-reader.js';
import { frameOf } from '../../../src/formats/jpeg/frame.js';
import { listSegments, restOfPicture, segmentsFrom, wholePicture } from '../../../src/formats/jpeg/segments.js';
import { withOrientation } from '../../../src/formats/jpeg/with-orientation.js';
import { jpeg, withSegment } from '../../helpers/attachments.js';
import { damaged, expectBounded } from '../../helpers/damage.js';

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/**
 * A frame's header: 8 bits, 3 rows of 5 pixels, `components` colours. The tables of the colours are
 * cut off.
 */
const frame = (marker = 'c0', precision = '08', components = '03') =>
  hex(`ff${marker} 0008 ${precision} 0003 0005 ${components}`);
const START = hex('ffd8');
/** A scan whose coded data holds stuffing, restarts and fill bytes, and the end of the picture. */
const SCAN = hex('ffda 0003 00 1234 ff00 56 ffd0 78 ffd7 9a ff01 ffff');
const END = hex('ffd9');
const GOOD = Buffer.concat([START, frame(), SCAN, END]);

const listed = (bytes: Uint8Array) => {
  const { segments, brokenAt, hasEnd } = listSegments(readerOf(bytes));
  return { isWhole: brokenAt === null, hasEnd, markers: segments.map(({ marker }) => marker) };
};

describe('segments', () => {
  it('have the range of their content, also after coded data, restarts and fill bytes', () => {
    const comment = hex('ffff fffe 0004 4869');
    const bytes = Buffer.concat([START, frame(), SCAN, comment, SCAN, END]);
    const all = [...segmentsFrom(readerOf(bytes), 2)];
    expect(all.map(({ marker }) => marker)).toEqual([0xc0, 0xda, 0xfe, 0xda, 0xd9]);
    const [, , said] = all;
    expect(bytes.toString('latin1', said?.start, said?.end)).toBe('Hi');
    expect(bytes.subarray(said?.at, said?.start)).toEqual(hex('fffe 0004'));
    expect(all.at(-1)?.end).toBe(bytes.length);
  });

  it('of a whole picture end with its end marker, whatever follows', () => {
    const bytes = Buffer.concat([GOOD, GOOD]);
    expect(wholePicture(readerOf(bytes), 0)).toMatchObject({ end: GOOD.length, width: 5, height: 3 });
    expect(wholePicture(readerOf(bytes), GOOD.length)?.end).toBe(bytes.length);
    expect(listed(bytes)).toEqual({ isWhole: true, hasEnd: true, markers: [0xc0, 0xda] });
  });

  it('of a picture without its end are whole, and the picture is not', () => {
    const bytes = GOOD.subarray(0, -2);
    expect(listed(bytes)).toEqual({ isWhole: true, hasEnd: false, markers: [0xc0, 0xda] });
    expect(wholePicture(readerOf(bytes), 0)).toBeNull();
  });

  it.each([
    ['a length of 1', hex('fffe 0001')],
    ['a length of 0', hex('fffe 0000')],
    ['a picture inside the picture', START],
  ])('after %s are listed, and the damage is reported', (_, broken) => {
    const bytes = Buffer.concat([START, frame(), broken, SCAN, END]);
    expect(listed(bytes)).toEqual({ isWhole: false, hasEnd: false, markers: [0xc0, 0xda] });
    expect(wholePicture(readerOf(bytes), 0)).toBeNull();
  });

  it.each([
    ['a length that reaches past the end', hex('fffe 0100 4869')],
    ['no room for a length', hex('fffe 00')],
  ])('end at %s', (_, broken) => {
    const bytes = Buffer.concat([START, frame(), broken]);
    expect(listed(bytes)).toEqual({ isWhole: false, hasEnd: false, markers: [0xc0] });
    expect(listSegments(readerOf(bytes)).brokenAt).toBe(START.length + frame().length);
  });

  it('that follow each other without end are damage', () => {
    const many = Buffer.concat([START, ...Array.from({ length: 20_000 }, () => hex('fffe 0002')), SCAN, END]);
    expect(listed(many)).toMatchObject({ isWhole: false, hasEnd: false });
    expect(wholePicture(readerOf(many), 0)).toBeNull();
  });

  it('are none where no JPEG begins', () => {
    expect(listed(Buffer.concat([hex('ffd8 00'), GOOD]))).toEqual({ isWhole: false, hasEnd: false, markers: [] });
  });

  it('without a scan are no picture, but may be the rest of one', () => {
    const bytes = Buffer.concat([START, frame(), END]);
    expect(wholePicture(readerOf(bytes), 0)).toBeNull();
    expect(restOfPicture(readerOf(GOOD), GOOD.indexOf(SCAN) + 7)?.end).toBe(GOOD.length);
  });
});

describe('the size of a frame', () => {
  it.each([
    ['baseline', frame('c0'), { width: 5, height: 3 }],
    ['progressive', frame('c2'), { width: 5, height: 3 }],
    ['gray', frame('c0', '08', '01'), { width: 5, height: 3 }],
    ['after fill bytes', Buffer.concat([hex('ffff'), frame()]), { width: 5, height: 3 }],
    ['after another segment', Buffer.concat([hex('fffe 0004 4869'), frame()]), { width: 5, height: 3 }],
    ['lossless, as a sensor is kept', frame('c3'), null],
    ['of 12 bits', frame('c1', '0c'), null],
    ['of four colours', frame('c0', '08', '04'), null],
    ['after bytes of no segment', Buffer.concat([hex('fffe 0004 4869 00'), frame()]), null],
    ['after a marker that no header has', Buffer.concat([hex('ff02 0002'), frame()]), null],
    ['after a scan', Buffer.concat([hex('ffda 0003 00'), frame()]), null],
    ['too short', hex('ffc0 0004 0800'), null],
  ])('%s', (_, segments, size) => {
    expect(frameOf(Buffer.concat([START, segments, SCAN, END]))).toEqual(size);
  });
});

describe('an orientation given to a JPEG', () => {
  it('replaces every other one and leaves the rest as it is', async () => {
    const exif = (orientation: number) =>
      Buffer.from(
        `457869660000 4d4d002a00000008 0001 0112000300000001000${orientation}0000 00000000`.replaceAll(' ', ''),
        'hex',
      );
    const plain = await jpeg(32, 16);
    const commented = withSegment(withSegment(plain, 0xe1, exif(3)), 0xfe, Buffer.from('kept'));
    const rotated = Buffer.from(withOrientation(withSegment(commented, 0xe1, exif(8)), 6));
    expect((await sharp(rotated).metadata()).orientation).toBe(6);
    expect(rotated.indexOf('Exif')).toBe(rotated.lastIndexOf('Exif'));
    expect(rotated.includes('kept')).toBe(true);
    expect(rotated.length).toBe(commented.length);
  });
});

it('whatever the bytes, segments are read quickly and within the file', async () => {
  const real = await jpeg(24, 16);
  const arbitrary = damaged(GOOD, real, withSegment(real, 0xe1, Buffer.from('Exif\0\0')), Buffer.concat([real, GOOD]));
  fc.assert(
    fc.property(arbitrary, (bytes) => {
      expectBounded(bytes, (file) => [listSegments(file), wholePicture(file, 0), restOfPicture(file, 9)]);
      for (const { start, end } of listSegments(readerOf(bytes)).segments) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(bytes.length);
      }
      frameOf(bytes);
      withOrientation(bytes, 6);
    }),
    { numRuns: 1000 },
  );
});
