// Damaged telemetry, and any bytes at all: quick, and no errors but our own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { fileReader } from '../../../src/formats/byte-reader.js';
import { describeVideo } from '../../../src/formats/mp4/description.js';
import { readCamm } from '../../../src/formats/telemetry/camm.js';
import { readCtmd } from '../../../src/formats/telemetry/canon-ctmd.js';
import { readGpmdSample, readGps0, readGpsLog, readGpsRecords } from '../../../src/formats/telemetry/dash-cam.js';
import { djiReader } from '../../../src/formats/telemetry/dji.js';
import { readFreeGps } from '../../../src/formats/telemetry/free-gps.js';
import { readGoProSettings } from '../../../src/formats/telemetry/gopro-settings.js';
import { readParrot } from '../../../src/formats/telemetry/parrot.js';
import type { TelemetryReader } from '../../../src/formats/telemetry/reading.js';
import { readRtmd } from '../../../src/formats/telemetry/sony-rtmd.js';
import { readSubtitle } from '../../../src/formats/telemetry/subtitle.js';
import { timedKeysReader } from '../../../src/formats/telemetry/timed-keys.js';
import { damaged, expectBounded } from '../../helpers/damage.js';
import {
  camm,
  djmd,
  freeGps,
  gpmfSettings,
  gps5,
  gps9,
  insta360,
  parrot,
  rmc,
  rtmd,
  sonyXml,
  timedKeys,
  timedValue,
  tx3g,
} from '../../helpers/telemetry.js';
import { PICTURES, timedVideo } from '../../helpers/timed-tracks.js';
import { utf8 } from '../../helpers/video-boxes.js';

const ISO = 'com.apple.quicktime.location.ISO6709';
const KEYS = timedKeys(ISO);

const SAMPLES: Readonly<Record<string, readonly [read: TelemetryReader, sample: Buffer]>> = {
  gpmd: [readGpmdSample, gps5()],
  'gpmd, GPS9': [readGpmdSample, gps9()],
  camm: [readCamm, camm()],
  djmd: [(bytes) => djiReader()(bytes), djmd()],
  rtmd: [readRtmd, rtmd()],
  mett: [readParrot, parrot()],
  mebx: [
    (bytes) => timedKeysReader(Buffer.concat([Buffer.alloc(8), KEYS]))(bytes),
    timedValue(1, '+48.8656+002.3212/'),
  ],
  'keys of mebx': [
    (bytes) => timedKeysReader(bytes)(timedValue(1, '+48.8656+002.3212/')),
    Buffer.concat([Buffer.alloc(8), KEYS]),
  ],
  CTMD: [readCtmd, Buffer.concat([Buffer.from([32, 0, 0, 0, 7, 0]), Buffer.alloc(26, 1)])],
  fdsc: [readGoProSettings, Buffer.concat([utf8('GPRO'), Buffer.alloc(120, 0x41)])],
  freeGPS: [readFreeGps, freeGps()],
  gps0: [readGps0, Buffer.alloc(64)],
  'GPS ': [readGpsRecords, Buffer.alloc(72)],
  'a log': [readGpsLog, utf8(rmc())],
  subtitles: [readSubtitle, tx3g(rmc())],
};

describe('a damaged sample', () => {
  it.each(Object.entries(SAMPLES))('of %s', (_kind, [read, sample]) => {
    fc.assert(
      fc.property(damaged(sample), (bytes) => {
        try {
          for (const [latitude, longitude] of read(bytes).places) {
            expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
            expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
          }
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

const meta = (coding: string, ...samples: readonly Buffer[]) => ({ handler: 'meta', coding, samples });

const VIDEOS = [
  timedVideo({
    tracks: [PICTURES, meta('gpmd', gps5()), meta('camm', camm()), meta('djmd', djmd()), meta('rtmd', rtmd())],
    description: [
      box('udta', box('GPMF', gpmfSettings()), box('gps ', utf8(rmc()))),
      fullBox(
        'meta',
        0,
        0,
        fullBox('hdlr', 0, 0, uint(0, 4), utf8('nrtm'), Buffer.alloc(13)),
        fullBox('xml ', 0, 0, utf8(sonyXml())),
      ),
    ],
    after: [insta360()],
  }),
  timedVideo({
    before: [box('free', freeGps().subarray(8))],
    tracks: [
      PICTURES,
      { ...meta('mebx', timedValue(1, '+48.8656+002.3212/')), entry: KEYS },
      { handler: 'sbtl', coding: 'tx3g', samples: [tx3g('GPS (2.3212, 48.8656, 18)'), tx3g('')], isOneChunk: true },
      { ...meta('mett', parrot()), entry: utf8('\0application/octet-stream\0') },
    ],
    description: [box('gps ', uint(0, 4), uint(2, 4), ...[28, 512, 700, 600].map((number) => uint(number, 4)))],
  }),
];

describe('a damaged video with telemetry', () => {
  it('is read quickly, with the same result from the disk as from memory', () => {
    fc.assert(
      fc.property(damaged(...VIDEOS), (bytes) => expectBounded(bytes, describeVideo)),
      { numRuns: 500 },
    );
  });

  it('that states huge tables and samples is not read into memory', () => {
    const table = (type: string, ...values: readonly number[]) =>
      fullBox(type, 0, 0, ...values.map((value) => uint(value, 4)));
    const made = timedVideo({ tracks: [PICTURES, meta('gpmd', gps5())] });
    const huge = Buffer.from(made);
    const sizes = huge.lastIndexOf('stsz');
    // A common size of 2 GB, and four billion samples.
    table('stsz', 0x7fff_ffff, 0xffff_ffff).copy(huge, sizes - 4);
    const lengths: number[] = [];
    const file = fileReader(2 ** 40, (start, length) => {
      lengths.push(length);
      const part = Buffer.alloc(length);
      huge.subarray(start, start + length).copy(part);
      return part;
    });
    const started = performance.now();
    expect(describeVideo(file).isComplete).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(Math.max(...lengths)).toBeLessThan(1_000_000);
  });
});
