// Which attachments are found, by kind, and what is ignored. No bytes keep the readers busy.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { PhotoError } from '../../src/errors.js';
import { identify } from '../../src/formats/identify.js';
import {
  chunk,
  heifWithAuxiliary,
  jpeg,
  png,
  pngInChunks,
  samsungTrailer,
  VIDEO,
  withIndex,
  withSegment,
  writtenOver,
} from '../helpers/attachments.js';
import { attachmentsOf } from '../helpers/format-readers.js';
import { ROOT } from '../helpers/root.js';

const seen = (bytes: Uint8Array, mediaType = 'image/jpeg') =>
  attachmentsOf(bytes, mediaType).map(({ what, isProved, isNamed }) => ({ what, isProved, isNamed }));
const proved = (what: string, isNamed: boolean) => ({ what, isProved: true, isNamed });

describe('after a JPEG', () => {
  it('a video that XMP names is a motion video, with its offset and length', async () => {
    const photo = await toMotionPhoto(await jpeg(), VIDEO);
    expect(attachmentsOf(photo, 'image/jpeg')).toEqual([
      { ...proved('motion video', true), offset: photo.length - VIDEO.length, bytes: VIDEO.length },
    ]);
  });

  it('a video that nothing names is a motion video, too', async () => {
    expect(seen(Buffer.concat([await jpeg(), VIDEO]))).toEqual([proved('motion video', false)]);
  });

  it('Samsung’s trailer gives video, sound, depth map and picture by its blocks', async () => {
    const trailer = samsungTrailer(
      ['Image_UTC_Data', Buffer.from('1500000000000')],
      ['MotionPhoto_Data', VIDEO],
      ['SoundShot_000', VIDEO],
      ['DualShot_DepthMap_1', Buffer.alloc(64, 5)],
      ['DualShot_1', await jpeg(32, 32)],
    );
    expect(seen(Buffer.concat([await jpeg(), trailer]))).toEqual([
      ...['motion video', 'sound', 'depth map', 'second picture', 'vendor trailer'].map((what) => proved(what, true)),
    ]);
  });

  it('Samsung’s trailer without media is a vendor trailer', async () => {
    const trailer = samsungTrailer(['Image_UTC_Data', Buffer.from('1500000000000')]);
    expect(seen(Buffer.concat([await jpeg(), trailer]))).toEqual([proved('vendor trailer', true)]);
  });

  it('a picture that the index names is a second picture', async () => {
    expect(seen(withIndex(await jpeg(), await jpeg(96, 64, 2)))).toEqual([proved('second picture', true)]);
  });

  it('a smaller one of the same shape is a preview, named or not', async () => {
    expect(seen(withIndex(await jpeg(), await jpeg(48, 32)))).toEqual([proved('preview', true)]);
    expect(seen(Buffer.concat([await jpeg(), await jpeg(48, 32)]))).toEqual([proved('preview', false)]);
  });

  it('what the index calls a thumbnail is a preview, whatever its shape', async () => {
    expect(seen(withIndex(await jpeg(), await jpeg(40, 40), 0x010001))).toEqual([proved('preview', true)]);
  });

  it('an end marker after bytes without markers is no rest of a picture', async () => {
    const bytes = Buffer.concat([await jpeg(), Buffer.alloc(3000, 'words '), Buffer.from([0xff, 0xd9])]);
    expect(seen(bytes)[0]).toMatchObject({ what: 'unknown', isProved: false });
  });

  it('a block of Samsung’s that reaches past its directory is ignored', async () => {
    const trailer = samsungTrailer(['MotionPhoto_Data', VIDEO]);
    trailer.writeUInt32LE(1_000_000, trailer.length - 12);
    expect(
      seen(Buffer.concat([await jpeg(), trailer])).filter(({ what, isNamed }) => what === 'motion video' && isNamed),
    ).toEqual([]);
  });

  it('a gain map is recognised by its own attributes', async () => {
    const xmp = 'http://ns.adobe.com/xap/1.0/\0<rdf:Description hdrgm:Version="1.0" hdrgm:GainMapMax="2.3"/>';
    const map = withSegment(await jpeg(48, 32), 0xe1, Buffer.from(xmp));
    expect(seen(withIndex(await jpeg(), map))).toEqual([proved('gain map', true)]);
  });

  it('a larger or equal picture that nothing names is an earlier one', async () => {
    expect(seen(Buffer.concat([await jpeg(), await jpeg(192, 128)]))).toEqual([proved('earlier picture', false)]);
    expect(seen(Buffer.concat([await jpeg(), await jpeg(96, 64, 2)]))).toEqual([proved('earlier picture', false)]);
  });

  it('coded data up to an end marker is the rest of an earlier picture that was overwritten', async () => {
    const bytes = writtenOver(await jpeg(320, 240), await jpeg(96, 64));
    expect(seen(bytes)).toEqual([proved('earlier picture', false)]);
  });

  it('other bytes are unknown, and what follows them is still found', async () => {
    const bytes = Buffer.concat([await jpeg(), Buffer.from('who knows what this is good for'), VIDEO]);
    expect(seen(bytes).map(({ what }) => what)).toEqual(['unknown', 'motion video']);
  });

  it('zeros, fill bytes and line ends are padding', async () => {
    expect(seen(Buffer.concat([await jpeg(), Buffer.alloc(5000), Buffer.from('\r\n\xff\xff', 'latin1')]))).toEqual([]);
  });

  it('trailers of programs are vendor trailers', async () => {
    const caption = Buffer.concat([Buffer.from('caption'), Buffer.from('cbipcbbl')]);
    expect(seen(Buffer.concat([await jpeg(), caption]))[0]?.what).toBe('vendor trailer');
    expect(
      seen(Buffer.concat([await jpeg(), Buffer.from('CANON OPTIONAL DATA\0\0\x01 recipe', 'latin1')]))[0]?.what,
    ).toBe('vendor trailer');
  });

  it('thumbnails inside segments are not after it', async () => {
    expect(seen(withSegment(await jpeg(), 0xe3, await jpeg(32, 32)))).toEqual([]);
  });

  it('depth and sound that Google’s older formats keep in XMP are named', async () => {
    const extended = Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(40)}data`);
    const main =
      'http://ns.adobe.com/xap/1.0/\0<rdf:Description GDepth:Format="RangeInverse" GAudio:Mime="audio/mp4a"/>';
    const bytes = withSegment(withSegment(await jpeg(), 0xe1, extended), 0xe1, Buffer.from(main));
    expect(seen(bytes).map(({ what }) => what)).toEqual(['depth map', 'sound']);
  });
});

describe('after a PNG', () => {
  const small = pngInChunks(16, 8, 8192);

  it.each([
    ['in several chunks', 2000],
    ['in one chunk', 10_000_000],
  ])('the rest of a larger one, %s, is proved to be an earlier picture', (_, step) => {
    const bytes = writtenOver(pngInChunks(400, 300, step), small);
    expect(seen(bytes, 'image/png')).toEqual([proved('earlier picture', false)]);
  });

  it('a whole one is an earlier picture', async () => {
    expect(seen(Buffer.concat([small, await png()]), 'image/png')).toEqual([proved('earlier picture', false)]);
  });

  it('an IEND alone, or after other bytes, proves nothing', () => {
    const end = chunk('IEND', Buffer.alloc(0));
    const noise = Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * at * 31 + at * 7) & 255));
    expect(seen(Buffer.concat([small, noise, end]), 'image/png').filter(({ isProved }) => isProved)).toEqual([]);
  });

  it('picture data with a wrong checksum proves nothing', () => {
    const data = chunk('IDAT', Buffer.alloc(500, 'x'));
    data[data.length - 1]! ^= 1;
    const bytes = Buffer.concat([small, data, chunk('IEND', Buffer.alloc(0))]);
    expect(seen(bytes, 'image/png').filter(({ isProved }) => isProved)).toEqual([]);
  });

  it('a video is a motion video; zeros are padding', () => {
    expect(seen(Buffer.concat([small, VIDEO]), 'image/png')).toEqual([proved('motion video', false)]);
    expect(seen(Buffer.concat([small, Buffer.alloc(300)]), 'image/png')).toEqual([]);
  });
});

describe('in a HEIC', () => {
  it.each([
    ['urn:com:apple:photo:2018:aux:portraiteffectsmatte', 'matte'],
    ['urn:com:apple:photo:2019:aux:semanticskinmatte', 'matte'],
    ['urn:com:apple:photo:2020:aux:hdrgainmap', 'gain map'],
    ['urn:mpeg:hevc:2015:auxid:2', 'depth map'],
    ['urn:mpeg:mpegB:cicp:systems:auxiliary:depth', 'depth map'],
  ])('%s is a %s', (name, what) => {
    expect(attachmentsOf(heifWithAuxiliary(name), 'image/heic')).toEqual([
      { ...proved(what, true), offset: 1500, bytes: 77 },
    ]);
  });

  it('transparency is no attachment', () => {
    expect(seen(heifWithAuxiliary('urn:mpeg:hevc:2015:auxid:1'), 'image/heic')).toEqual([]);
  });

  it('the video of the box mpvd is not found again in Samsung’s trailer, other media are', () => {
    const trailer = samsungTrailer(['MotionPhoto_Data', VIDEO], ['SoundShot_000', VIDEO]);
    const named = heifWithAuxiliary('urn:mpeg:hevc:2015:auxid:1', box('mpvd', VIDEO), box('sefd', trailer));
    expect(seen(named, 'image/heic')).toEqual([proved('motion video', true), proved('sound', true)]);
    const unnamed = heifWithAuxiliary('urn:mpeg:hevc:2015:auxid:1', box('sefd', trailer));
    expect(seen(unnamed, 'image/heic')).toEqual([proved('motion video', true), proved('sound', true)]);
  });

  it('the box mpvd is a motion video', () => {
    const bytes = heifWithAuxiliary('urn:mpeg:hevc:2015:auxid:1', box('mpvd', VIDEO));
    expect(seen(bytes, 'image/heic')).toEqual([proved('motion video', true)]);
  });
});

describe('a file that breaks off', () => {
  it('is a problem', async () => {
    const cut = async (bytes: Buffer, type: string) => () => attachmentsOf(bytes.subarray(0, bytes.length - 20), type);
    expect(await cut(await jpeg(), 'image/jpeg')).toThrow(PhotoError);
    expect(await cut(await png(), 'image/png')).toThrow(PhotoError);
    expect(await cut(heifWithAuxiliary('depth'), 'image/heic')).toThrow(PhotoError);
  });
});

describe('whatever the bytes', () => {
  it('the readers end quickly, with parts within the file or with a PhotoError', async () => {
    const trailer = samsungTrailer(['MotionPhoto_Data', VIDEO], ['DualShot_1', await jpeg(16, 16)]);
    const files = [
      ['image/jpeg', Buffer.concat([withIndex(await jpeg(), await jpeg(32, 32)), VIDEO, trailer])],
      ['image/jpeg', await toMotionPhoto(await jpeg(16, 16), VIDEO)],
      ['image/png', writtenOver(pngInChunks(60, 40, 600), pngInChunks(4, 4, 99))],
      ['image/heic', heifWithAuxiliary('urn:mpeg:hevc:2015:auxid:2', box('mpvd', VIDEO))],
    ] as const;
    const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), value: fc.nat(255) });
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(change, { maxLength: 12 }),
        fc.nat(400),
        ([type, whole], changes, cut) => {
          const bytes = Buffer.from(whole.subarray(0, whole.length - cut));
          for (const { at, value } of changes) bytes[Math.floor(at * bytes.length)] = value;
          const startedAt = performance.now();
          try {
            for (const { offset, bytes: length } of attachmentsOf(bytes, type)) {
              expect(offset).toBeGreaterThanOrEqual(0);
              expect(length).toBeGreaterThanOrEqual(0);
            }
          } catch (error) {
            if (!(error instanceof PhotoError)) throw error;
          }
          expect(performance.now() - startedAt).toBeLessThan(1000);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('many false starts cost no more than a few', async () => {
    // Each leads over the others to megabytes without an end marker.
    const starts = Buffer.concat(
      Array.from({ length: 10_000 }, () => Buffer.from('\xff\xd8\xff\xe0\xff\xf0', 'latin1')),
    );
    const bytes = Buffer.concat([await jpeg(), Buffer.from('x'), starts, Buffer.alloc(2 ** 24, 1)]);
    const startedAt = performance.now();
    attachmentsOf(bytes, 'image/jpeg');
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

const HOSTILE = join(ROOT, '..', 'shared', 'eval', 'hostile');

describe.skipIf(!existsSync(HOSTILE))('files that were made to break readers', () => {
  it('take less than a second each', () => {
    for (const name of readdirSync(HOSTILE)) {
      const bytes = readFileSync(join(HOSTILE, name));
      const startedAt = performance.now();
      try {
        attachmentsOf(bytes, identify(bytes.subarray(0, 4096), name)?.mediaType ?? '');
      } catch (error) {
        if (!(error instanceof PhotoError)) throw error;
      }
      expect(performance.now() - startedAt, name).toBeLessThan(1000);
    }
  });
});
