// Boxes and trailers in which cameras, drones and dash cams state where they were, and which camera
// it was: each through a whole video, from the disk as from memory.
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { describeVideo } from '../../../src/formats/mp4/description.js';
import { expectBounded } from '../../helpers/damage.js';
import {
  freeGps,
  freeGpsBlock,
  gpmfSettings,
  insta360,
  minutes,
  NOWHERE,
  PLACE,
  rmc,
  sonyXml,
} from '../../helpers/telemetry.js';
import { block as tiffBlock } from '../../helpers/tiff-blocks.js';
import { PICTURES, timedVideo } from '../../helpers/timed-tracks.js';
import { keyed, readVideo, spoken, utf8 } from '../../helpers/video-boxes.js';

const AT_PLACE = { latitude: expect.closeTo(PLACE[0], 4), longitude: expect.closeTo(PLACE[1], 4) };
/** No text, and no structure of ours. */
const ODD = Buffer.from(Array.from({ length: 72 }, (_, n) => (n * 37 + 131) % 256));

const READ = { isComplete: true, unreadPlaces: [], unknownParts: [] };

const described = (...description: readonly Buffer[]) => timedVideo({ tracks: [PICTURES], description });
const preceded = (...boxes: readonly Buffer[]) => timedVideo({ tracks: [PICTURES], before: boxes });

/** The index of Novatek, with its blocks in the frames. */
function indexed(...blocks: readonly Buffer[]): Buffer {
  const start = 20 + 8;
  const offsets = blocks.map((_, index) => start + blocks.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const entries = blocks.flatMap(({ length }, index) => [uint(offsets[index] ?? 0, 4), uint(length, 4)]);
  const frames = { ...PICTURES, samples: blocks };
  return timedVideo({
    tracks: [frames],
    description: [box('gps ', uint(0x101, 4), uint(blocks.length, 4), ...entries)],
  });
}

const inFrames = (block: Buffer) => timedVideo({ tracks: [{ ...PICTURES, samples: [Buffer.alloc(5000, 3), block] }] });

const [LATITUDE, LONGITUDE] = [minutes(PLACE[0]), minutes(PLACE[1])];

/** The layouts of other chips and makers; see formats/telemetry/free-gps.ts. */
const LAYOUTS: readonly (readonly [string, (block: Buffer) => void])[] = [
  [
    'Viofo A119 v3',
    (block) => {
      block.write('ANE', 40, 'latin1');
      block.writeFloatLE(LATITUDE, 0x2c);
      block.writeFloatLE(LONGITUDE, 0x30);
    },
  ],
  [
    'Kenwood',
    (block) => {
      block.write('ANE', 88, 'latin1');
      block.writeFloatLE(LATITUDE, 0x5c);
      block.writeFloatLE(LONGITUDE, 0x60);
    },
  ],
  [
    'Akaso',
    (block) => {
      block.write('A', 60, 'latin1');
      block.writeFloatLE(LATITUDE, 0x40);
      block.write('N', 0x44, 'latin1');
      block.writeFloatLE(LONGITUDE, 0x48);
      block.write('E', 0x4c, 'latin1');
    },
  ],
  [
    'doubles',
    (block) => {
      block.write('A', 60, 'latin1');
      block.writeDoubleLE(LATITUDE, 0x40);
      block.write('N', 0x48, 'latin1');
      block.writeDoubleLE(LONGITUDE, 0x50);
      block.write('E', 0x58, 'latin1');
    },
  ],
  [
    'IQS',
    (block) => {
      block.write('IQS_A7', 16, 'latin1');
      block.write('ANE', 72, 'latin1');
      block.writeInt32LE(Math.round(PLACE[0] * 1e7), 0x4c);
      block.writeInt32LE(Math.round(PLACE[1] * 1e7), 0x50);
    },
  ],
  [
    'Vantrue',
    (block) => {
      block.write('horsontech', 48, 'latin1');
      block.write('ANE', 64, 'latin1');
      block.writeFloatLE(LONGITUDE, 0x5c);
      block.writeFloatLE(LATITUDE, 0x60);
    },
  ],
  [
    'INNOVV',
    (block) => {
      block.write('ANE', 16, 'latin1');
      block.writeFloatLE(LATITUDE, 0x14);
      block.writeFloatLE(LONGITUDE, 0x18);
    },
  ],
  ['sentences of NMEA', (block) => block.write(`20250601180211${rmc()}`, 52, 'latin1')],
  [
    'sentences with 16 added to each character',
    (block) => {
      const sentence = Buffer.from(Buffer.from(rmc().slice(0, -2), 'latin1').map((byte) => byte + 16));
      sentence.copy(block, 60);
    },
  ],
  [
    'Azdome, enciphered',
    (block) => {
      const text = 'XKZD\xfe\xfe20250601160211\x0c               \x03N48519360E0021927200000000';
      block.write('\x01\x03\xaa\xaa', 16, 'latin1');
      Buffer.from(Buffer.from(text, 'latin1').map((byte) => byte ^ 0xaa)).copy(block, 20);
    },
  ],
  [
    'a ring of enciphered records',
    (block) => {
      const record = Buffer.alloc(52);
      record.writeInt32LE(Math.round(PLACE[0] * 1e7), 0x10);
      record.write('ATC', 0x15, 'latin1');
      record.writeInt32LE(Math.round(PLACE[1] * 1e7), 0x18);
      for (let at = 0; at <= 0x1b; at++) if (at <= 0x14 || at >= 0x18) record[at] = (record[at] ?? 0) ^ 0x5c;
      record.copy(block, 0x30);
    },
  ],
  [
    'NextBase',
    (block) => {
      block.writeUInt16BE(2025, 0x36);
      Buffer.from([6, 1, 16, 2]).copy(block, 0x38);
      block.writeInt32BE(Math.round(PLACE[0] * 1e7), 0x3f);
      block.writeInt32BE(Math.round(PLACE[1] * 1e7), 0x43);
    },
  ],
];

describe('a dash cam states its place', () => {
  it.each([
    ['in blocks with an index', indexed(freeGps())],
    ['in a later block of the index', indexed(freeGps(NOWHERE, 'V'), freeGps(NOWHERE), freeGps())],
    ['in blocks between the frames', inFrames(freeGps())],
    ['in a block that looks like a free box', preceded(box('free', freeGps().subarray(8)))],
    ['in a log, in a free box', preceded(box('free', box('gps ', utf8(`[1748793731000]${rmc()}`))))],
    ['in a log of the description', described(box('gps ', utf8(rmc())))],
    [
      'in a log without names of sentences',
      described(box('udta', box('gps ', utf8('A,010625,160211.000,4851.9360,N,00219.2720,E,000.0,331.0M;')))),
    ],
    ['in records of Denver', described(box('gps ', utf8('250601160211[1][N][48519360][E][002192720][+00152][100]')))],
    [
      'in doubles',
      described(
        box(
          'gps0',
          records(32, (record) => {
            record.writeDoubleLE(LATITUDE, 0);
            record.writeDoubleLE(LONGITUDE, 8);
          }),
        ),
      ),
    ],
    [
      'in records with letters',
      described(
        box(
          'GPS ',
          records(36, (record) => {
            record.write('N', 16, 'latin1');
            record.writeInt32LE(Math.round(LATITUDE * 1000), 17);
            record.write('E', 21, 'latin1');
            record.writeInt32LE(Math.round(LONGITUDE * 1000), 22);
          }),
        ),
      ),
    ],
    ['in a box of its own with a log', described(box('udta', box('zzzz', Buffer.from([1, 0, 2]), utf8(rmc()))))],
  ])('%s', async (_where, bytes) => {
    expect(await readVideo(bytes)).toMatchObject({ ...READ, location: AT_PLACE });
    expectBounded(bytes, describeVideo);
  });

  it.each(LAYOUTS)('in the layout of %s', async (_maker, write) => {
    expect((await readVideo(indexed(freeGpsBlock(write)))).location).toMatchObject(AT_PLACE);
  });

  it('south and west of the origin', async () => {
    expect((await readVideo(indexed(freeGps([-33.4372, -70.6506])))).location).toMatchObject({
      ...{ latitude: expect.closeTo(-33.4372, 3), longitude: expect.closeTo(-70.6506, 3) },
    });
  });

  it.each([
    ['a receiver without a fix', freeGps(NOWHERE, 'V')],
    ['zeros', freeGps(NOWHERE)],
    ['an empty block', freeGpsBlock(() => undefined).fill(0, 12)],
  ])('but not with %s', async (_what, block) => {
    expect(await readVideo(indexed(block))).toMatchObject({ ...READ, location: null });
  });

  it.each([
    ['of an unknown layout', freeGpsBlock((block) => block.fill(0x77, 16, 200)), 'freeGPS'],
    [
      'that is enciphered',
      freeGpsBlock((block) => {
        block.write('ANE', 72, 'latin1');
        block.fill(0x31, 80, 96);
      }),
      'freeGPS',
    ],
  ])('and not in silence in a block %s', async (_what, block, named) => {
    for (const bytes of [indexed(block), inFrames(block), preceded(box('free', block.subarray(8)))])
      expect(await readVideo(bytes)).toMatchObject({ location: null, unreadPlaces: [named] });
  });

  it.each([
    ['gps ', ODD],
    ['gps0', ODD],
    ['GPS ', ODD],
    ['gpsx', ODD],
    ['GPMF', ODD],
  ])('and not in silence in a box %s of another structure', async (type, content) => {
    const { location, unreadPlaces, isComplete } = await readVideo(described(box('udta', box(type, content))));
    expect(location).toBeNull();
    expect({ isComplete, count: unreadPlaces.length }).toEqual({ isComplete: true, count: 1 });
  });
});

function records(size: number, write: (record: Buffer) => void): Buffer {
  const record = Buffer.alloc(size);
  write(record);
  return Buffer.concat([Buffer.alloc(size), record]);
}

const meta = (handler: string, ...boxes: readonly Buffer[]) =>
  fullBox('meta', 0, 0, fullBox('hdlr', 0, 0, uint(0, 4), utf8(handler), Buffer.alloc(13)), ...boxes);
const xml = (words: string) => fullBox('xml ', 0, 0, utf8(words));

describe('a camera states its place and itself', () => {
  it("in Sony's XML", async () => {
    for (const bytes of [
      timedVideo({ tracks: [PICTURES], after: [meta('nrtm', xml(sonyXml()))] }),
      described(meta('nrtm', xml(sonyXml()))),
    ]) {
      expect(await readVideo(bytes)).toMatchObject({
        ...READ,
        location: AT_PLACE,
        takenAt: { value: '2025-06-01T18:02:11+02:00', source: 'quicktime' },
        device: { make: 'Sony', model: 'ILCE-7SM3', serialNumber: '4711023' },
      });
    }
  });

  it.each([
    [
      'south and west',
      sonyXml([-33.4372, -70.6506]),
      { latitude: expect.closeTo(-33.4372, 4), longitude: expect.closeTo(-70.6506, 4) },
    ],
    ['without a receiver', sonyXml(null), null],
    ['zeros', sonyXml(NOWHERE), null],
  ])("in Sony's XML: %s", async (_what, words, location) => {
    expect(await readVideo(described(meta('nrtm', xml(words))))).toMatchObject({ ...READ, location });
  });

  it("in Sony's XML that is not understood", async () => {
    const words = sonyXml().replace(/value="48:[^"]*"/, 'value="forty-eight"');
    expect(await readVideo(described(meta('nrtm', xml(words))))).toMatchObject({
      location: null,
      unreadPlaces: ['xml'],
    });
  });

  it.each([
    '<clip><position latitude="48.8656" longitude="2.3212"/></clip>',
    '<clip><Latitude>48.8656</Latitude><Longitude>2.3212</Longitude></clip>',
  ])('in XML of another maker: %s', async (words) => {
    expect((await readVideo(described(meta('data', xml(words))))).location).toMatchObject(AT_PLACE);
  });

  it("in GoPro's user data", async () => {
    const lens = box('LENS', utf8('LAJ9070313701234'));
    const bytes = described(
      box(
        'udta',
        box('FIRM', utf8('HD8.01.02.50.00')),
        lens,
        box('CAME', Buffer.alloc(16, 0xab)),
        box('GPMF', gpmfSettings()),
      ),
    );
    const { device, otherText } = await readVideo(bytes);
    expect(device).toMatchObject({
      ...{ model: 'HERO8 Black', serialNumber: 'C3471325208909', lensSerialNumber: 'LAJ9070313701234' },
      uniqueIds: [{ tag: 'CAME', value: 'ab'.repeat(16) }],
    });
    expect(otherText).toEqual([]);
  });

  it("in Insta360's trailer", async () => {
    const bytes = timedVideo({ tracks: [PICTURES], after: [insta360()] });
    expect(await readVideo(bytes)).toMatchObject({
      ...{ location: AT_PLACE, device: { serialNumber: 'IXSE42ABCD1234', model: 'Insta360 OneX2' } },
    });
    expectBounded(bytes, describeVideo);
    const without = timedVideo({ tracks: [PICTURES], after: [insta360(NOWHERE, 'IXSE42ABCD1234', 'V')] });
    expect(await readVideo(without)).toMatchObject({ location: null, unreadPlaces: [] });
  });

  it("in Canon's directories", async () => {
    const id = Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex');
    const directory = tiffBlock([
      [0x010f, 2, 'Canon'],
      [0xa431, 2, '012345678901'],
    ]);
    const bytes = described(box('uuid', id, box('CNCV', utf8('CanonCRM0001')), box('CMT2', directory)));
    expect(await readVideo(bytes)).toMatchObject({ ...READ, device: { make: 'Canon', serialNumber: '012345678901' } });
  });

  it.each([
    ['a key of its maker', keyed({ 'com.maker.camera.serialNumber': 'SN-0815' })],
    ['a box of user data', box('udta', box('slno', utf8('SN-0815')))],
  ])('by a serial number in %s', async (_where, boxes) => {
    expect((await readVideo(described(boxes))).device.serialNumber).toBe('SN-0815');
  });
});

describe('a key states a place', () => {
  it.each([
    ['in a key of its own', keyed({ 'com.maker.gps': '+48.8656+002.3212/' })],
    ['with a decimal comma', box('udta', spoken('©xyz', '+48,8656+002,3212/'))],
    ['in two keys', keyed({ 'com.maker.latitude': '48.8656', 'com.maker.longitude': '2.3212' })],
    ["in Samsung's older boxes", box('udta', spoken('@xyz', '+48.8656+002.3212/'))],
    ['as plain numbers', keyed({ 'com.apple.quicktime.location.ISO6709': '48.8656, 2.3212' })],
  ])('%s', async (_where, boxes) => {
    expect(await readVideo(described(boxes))).toMatchObject({ ...READ, location: AT_PLACE });
  });

  it('as numbers with a type', async () => {
    const float = (value: number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleBE(value);
      return bytes;
    };
    const names = ['com.maker.latitude', 'com.maker.longitude'].map((name) => box('mdta', utf8(name)));
    const items = PLACE.map((value, index) =>
      box(uint(index + 1, 4).toString('latin1'), box('data', uint(24, 4), uint(0, 4), float(value))),
    );
    const bytes = described(meta('mdta', fullBox('keys', 0, 0, uint(2, 4), ...names), box('ilst', ...items)));
    expect((await readVideo(bytes)).location).toMatchObject(AT_PLACE);
  });

  it('in bytes that are not understood', async () => {
    const item = box(uint(1, 4).toString('latin1'), box('data', uint(0, 4), uint(0, 4), ODD));
    const key = (name: string) =>
      described(meta('mdta', fullBox('keys', 0, 0, uint(1, 4), box('mdta', utf8(name))), box('ilst', item)));
    expect(await readVideo(key('com.maker.gps'))).toMatchObject({ unreadPlaces: ['key'], unknownParts: [] });
    expect(await readVideo(key('com.maker.other'))).toMatchObject({ unreadPlaces: [], unknownParts: ['key'] });
  });
});

describe('a box of an unknown type', () => {
  it.each([
    ['a few bytes', Buffer.from([1, 2, 3])],
    ['zeros', Buffer.alloc(400)],
    ['a switch in many zeros', Buffer.alloc(400).fill(1, 10, 12)],
  ])('with %s holds nothing', async (_what, content) => {
    expect(await readVideo(described(box('udta', box('zzzz', content)), box('zzzz', content)))).toMatchObject(READ);
  });

  it.each([
    ['in the user data', described(box('udta', box('zzzz', ODD)))],
    ['in the description', described(box('zzzz', ODD))],
    ['in a track', timedVideo({ tracks: [{ ...PICTURES, more: [box('zzzz', ODD)] }] })],
    ['with an id for a type', described(box('uuid', Buffer.alloc(16, 9), ODD))],
  ])('%s makes the examination partial', async (_where, bytes) => {
    expect(await readVideo(bytes)).toMatchObject({ ...READ, unknownParts: ['box'] });
  });

  it('with EXIF is read', async () => {
    const directory = tiffBlock([[0xa431, 2, '012345678901']]);
    const { device } = await readVideo(described(box('udta', box('MVTG', Buffer.alloc(16, 1), directory))));
    expect(device.serialNumber).toBe('012345678901');
  });

  it('that lists texts is read: of Windows, and of chapters', async () => {
    const words = Buffer.from('our garden\0', 'utf16le');
    const value = Buffer.concat([uint(6 + words.length, 4), uint(8, 2), words]);
    const name = utf8('WM/Category');
    const entry = Buffer.concat([
      uint(12 + name.length + value.length, 4),
      uint(name.length, 4),
      name,
      uint(1, 4),
      value,
    ]);
    const chapter = Buffer.concat([Buffer.alloc(8), uint(11, 1), utf8('at the lake')]);
    const chapters = fullBox('chpl', 1, 0, uint(0, 4), uint(1, 1), chapter);
    expect((await readVideo(described(box('udta', box('Xtra', entry), chapters)))).otherText).toEqual([
      { tag: 'Xtra', value: 'our garden' },
      { tag: 'chpl', value: 'at the lake' },
    ]);
  });
});
