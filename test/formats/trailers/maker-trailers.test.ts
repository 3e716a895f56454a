// The trailers of phones: what they state, and that any bytes end in a trailer within the file.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../../src/formats/byte-reader.js';
import { makerTrailerBlocks, makerTrailers } from '../../../src/formats/trailers/maker-trailers.js';
import { trailingData } from '../../../src/formats/trailers/trailing-data.js';
import { jpeg, samsungTrailer, VIDEO } from '../../helpers/attachments.js';
import { damaged, expectBounded } from '../../helpers/damage.js';
import { huaweiIndex, jxrs, vivoTrailer } from '../../helpers/phone-photos.js';
import { insta360, insta360Record, PLACE } from '../../helpers/telemetry.js';

const PICTURE = await jpeg(16, 16);
const SMALL = await jpeg(8, 8);
const NO_PICTURE = { width: 0, height: 0, index: null };

const followedBy = (...parts: readonly Buffer[]) => Buffer.concat([PICTURE, ...parts]);
const statedIn = (bytes: Buffer) =>
  [...makerTrailerBlocks(readerOf(bytes), PICTURE.length)].flatMap((block) =>
    block.kind === 'tags' ? block.tags.map(({ name, value }) => [name, value]) : [],
  );
const partsOf = (bytes: Buffer) =>
  trailingData(readerOf(bytes), PICTURE.length, NO_PICTURE).map(({ what, offset, bytes: length }) => [
    what,
    offset - PICTURE.length,
    length,
  ]);

describe('the trailer of Insta360', () => {
  const blocksOf = (bytes: Buffer) => [...makerTrailerBlocks(readerOf(bytes), PICTURE.length)];

  it('states the serial number and the place of a photo', () => {
    const bytes = followedBy(insta360());
    expect(new Map(statedIn(bytes).map(([name, value]) => [name, value] as const))).toEqual(
      new Map<unknown, unknown>([
        ['SerialNumber', 'IXSE42ABCD1234'],
        ['Model', 'Insta360 OneX2'],
        ['trailer', PLACE.map((degrees) => expect.closeTo(degrees, 4))],
      ]),
    );
    expect(partsOf(bytes)).toEqual([['vendor trailer', 0, insta360().length]]);
  });

  it('without a fix states no place, and with unknown records of places it is unread', () => {
    expect(statedIn(followedBy(insta360(PLACE, 'IXSE42ABCD1234', 'V'))).map(([name]) => name)).not.toContain('trailer');
    expect(blocksOf(followedBy(insta360(PLACE, 'IXSE42ABCD1234', 'X')))).toContainEqual({
      kind: 'unread-place',
      name: 'trailer',
    });
  });

  it('gives the pictures in its records', () => {
    const trailer = insta360(PLACE, 'IXSE42ABCD1234', 'A', insta360Record(0x200, SMALL));
    expect(partsOf(followedBy(trailer)).map(([what, , length]) => [what, length])).toEqual([
      ['preview', SMALL.length],
      ['vendor trailer', trailer.length],
    ]);
  });
});

describe("Samsung's trailer", () => {
  it('states a time in UTC, the country of the network, and texts of edits', () => {
    const edit = '{"originalPath":"/storage/emulated/0/DCIM/Camera/20250601_180211.jpg"}';
    const bytes = followedBy(
      samsungTrailer(
        ['Image_UTC_Data', Buffer.from('1748793731345')],
        ['MCC_Data', Buffer.from('262')],
        ['PhotoEditor_Re_Edit_Data', Buffer.from(edit)],
        ['Mira Sanders', Buffer.from('some words')],
        ['Camera_Capture_Mode_Info', Buffer.from('1')],
        ['Binary_Data', Buffer.from([1, 2, 3, 200])],
      ),
    );
    expect(statedIn(bytes)).toEqual([
      ['TimeStampUTC', '2025-06-01T16:02:11.345Z'],
      ['MobileCountryCode', '262'],
      ['Samsung PhotoEditor_Re_Edit_Data', edit],
      ['Samsung block', 'some words'],
    ]);
  });

  it('with a time that is none keeps it as text', () => {
    expect(statedIn(followedBy(samsungTrailer(['Image_UTC_Data', Buffer.from('Mira')])))).toEqual([
      ['Samsung block', 'Mira'],
    ]);
  });
});

describe('the trailer jxrs', () => {
  it('has values by name, and may hold a picture without the watermark', () => {
    const device = Buffer.concat([Buffer.from([1, 2, 3, 4, 5]), Buffer.from('CPH2581 OnePlus 12')]);
    const bytes = followedBy(jxrs({ 'watermark.device': device, mine: Buffer.from('some words'), 'src.image': SMALL }));
    expect(statedIn(bytes)).toEqual([
      ['OnePlus watermark.device', 'CPH2581 OnePlus 12'],
      ['OnePlus value', 'some words'],
    ]);
    expect(partsOf(bytes)).toEqual([
      ['second picture', device.length + 10, SMALL.length],
      ['vendor trailer', 0, bytes.length - PICTURE.length],
    ]);
  });

  it.each([
    ['a list that is no JSON', '{{{\0'],
    ['no list', '{"a":1}'],
  ])('with %s is a leftover', (_what, text) => {
    const list = Buffer.from(text);
    const bytes = followedBy(Buffer.concat([list, Buffer.from('jxrs'), Buffer.from([list.length + 8, 0, 0, 0])]));
    expect(partsOf(bytes).map(([what]) => what)).toEqual(['unknown']);
  });
});

describe('other trailers of makers', () => {
  it('Huawei: the index after the video', () => {
    const bytes = followedBy(VIDEO, huaweiIndex(VIDEO.length));
    expect(partsOf(bytes)).toEqual([
      ['motion video', 0, VIDEO.length],
      ['vendor trailer', VIDEO.length, 76],
    ]);
  });

  it('vivo: pictures between its marks, then settings', () => {
    const bytes = followedBy(
      Buffer.from('streamdata'),
      SMALL,
      Buffer.from('streaminfo\0\0\x01'),
      vivoTrailer('{"mode":"0"}'),
    );
    expect(statedIn(bytes)).toEqual([['vivo settings', '{"mode":"0"}']]);
    expect(partsOf(bytes).map(([what]) => what)).toEqual([
      'vendor trailer',
      'earlier picture',
      'vendor trailer',
      'vendor trailer',
    ]);
  });

  it('one after the other are read from the last', () => {
    const bytes = followedBy(samsungTrailer(['MCC_Data', Buffer.from('208')]), jxrs({ mine: Buffer.from('words') }));
    expect(statedIn(bytes)).toEqual([
      ['OnePlus value', 'words'],
      ['MobileCountryCode', '208'],
    ]);
    expect(partsOf(bytes).map(([what]) => what)).toEqual(['vendor trailer', 'vendor trailer']);
  });

  it('bytes of no maker stay unknown', () => {
    expect(partsOf(followedBy(Buffer.from('LIVE_123 and more words'))).map(([what]) => what)).toEqual(['unknown']);
  });

  it('of any bytes are within the file', () => {
    const whole = [
      followedBy(samsungTrailer(['MCC_Data', Buffer.from('208')])),
      followedBy(jxrs({ mine: Buffer.from('words'), other: SMALL })),
      followedBy(VIDEO, huaweiIndex(VIDEO.length)),
      followedBy(vivoTrailer('{"mode":"0"}')),
    ];
    fc.assert(
      fc.property(damaged(...whole), (bytes) => {
        expectBounded(bytes, (file) => makerTrailers(file, 20));
        for (const { start, end } of makerTrailers(readerOf(bytes), 20)) {
          expect(start).toBeGreaterThanOrEqual(20);
          expect(end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
