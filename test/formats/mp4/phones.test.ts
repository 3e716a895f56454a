// What ordinary videos of phones carry, without a receiver: nothing that a rule of medium or above
// would find, and nothing unknown, so that such a video can be safe.
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import { metadataDetections } from '../../../src/detectors/metadata/index.js';
import { placesUnread } from '../../../src/metadata/unread-places.js';
import { flags } from '../../../src/rules/coverage.js';
import { evaluate } from '../../../src/rules/evaluate.js';
import { RULES } from '../../../src/rules/index.js';
import { timedKeys, timedValue } from '../../helpers/telemetry.js';
import { type BuiltTrack, type BuiltVideo, PICTURES, SOUND, timedVideo } from '../../helpers/timed-tracks.js';
import { gpp, keyed, listed, readVideo, utf8 } from '../../helpers/video-boxes.js';

const apple = (...keys: readonly string[]): BuiltTrack => ({
  handler: 'meta',
  coding: 'mebx',
  entry: timedKeys(...keys.map((key) => `com.apple.quicktime.${key}`)),
  samples: [timedValue(1, Buffer.from([0])), timedValue(1, Buffer.alloc(180, 0x3f))],
});

const aperture = box('tapt', fullBox('clef', 0, 0, Buffer.alloc(8, 1)), fullBox('prof', 0, 0, Buffer.alloc(8, 1)));
const named = (words: string) => box('udta', box('name', utf8(words)));

/** A value of a key: a number, bytes. */
function numbered(values: Readonly<Record<string, readonly [kind: number, value: Buffer]>>): Buffer {
  const names = Object.keys(values).map((name) => box('mdta', utf8(name)));
  const items = Object.values(values).map(([kind, value], index) =>
    box(uint(index + 1, 4).toString('latin1'), box('data', uint(kind, 4), uint(0, 4), value)),
  );
  const handler = fullBox('hdlr', 0, 0, uint(0, 4), utf8('mdta'), Buffer.alloc(13));
  return box('meta', handler, fullBox('keys', 0, 0, uint(names.length, 4), ...names), box('ilst', ...items));
}

const android = (values: Readonly<Record<string, string>>) => keyed({ 'com.android.version': '15', ...values });

const PHONES: Readonly<Record<string, BuiltVideo>> = {
  'Apple iPhone': {
    brand: 'qt  ',
    before: [box('wide')],
    tracks: [
      { ...PICTURES, more: [aperture] },
      SOUND,
      apple('video-orientation'),
      apple('live-photo-info'),
      apple(
        'still-image-time',
        'live-photo-still-image-transform',
        'live-photo-still-image-transform-reference-dimensions',
      ),
      apple('detected-face.bounds', 'detected-face.face-id', 'detected-face.roll-angle'),
      apple('scene-illuminance', 'camera.focal_length.35mm_equivalent'),
    ],
    description: [
      keyed({
        'com.apple.quicktime.make': 'Apple',
        'com.apple.quicktime.model': 'iPhone 16 Pro',
        'com.apple.quicktime.software': '18.5',
        'com.apple.quicktime.creationdate': '2025-06-01T18:02:11+0200',
        'com.apple.quicktime.camera.lens_model': 'iPhone 16 Pro back camera 6.765mm f/1.78',
      }),
      numbered({
        'com.apple.quicktime.full-frame-rate-playback-intent': [21, uint(1, 1)],
        'com.apple.quicktime.camera.focal_length.35mm_equivalent': [21, uint(24, 1)],
        'com.apple.quicktime.live-photo.auto': [75, uint(1, 1)],
        'com.apple.quicktime.live-photo.vitality-score': [23, Buffer.from('3f800000', 'hex')],
        'com.apple.quicktime.live-photo.vitality-scoring-version': [21, uint(4, 8 - 4)],
      }),
    ],
  },
  'Samsung Galaxy': {
    tracks: [PICTURES, SOUND],
    description: [
      box(
        'udta',
        box('SDLN', utf8('SEQ_PLAY')),
        box('smrd', utf8('TRUEBLUE')),
        fullBox(
          'smta',
          0,
          0,
          box('saut', Buffer.alloc(20, 1)),
          box('svss', Buffer.alloc(12, 2)),
          box('mdln', utf8('SM-S921B')),
        ),
      ),
      android({ 'com.samsung.android.utc_offset': '+0200' }),
      numbered({ 'com.android.capture.fps': [23, Buffer.from('41f00000', 'hex')] }),
    ],
  },
  'Google Pixel': {
    tracks: [
      PICTURES,
      SOUND,
      {
        handler: 'meta',
        coding: 'mett',
        entry: utf8('\0application/microvideo-meta-stream\0'),
        samples: [Buffer.alloc(200, 0x91), Buffer.alloc(220, 0x92)],
      },
    ],
    description: [android({ 'com.android.manufacturer': 'Google', 'com.android.model': 'Pixel 8' })],
  },
  Xiaomi: {
    tracks: [PICTURES, SOUND],
    description: [
      android({
        'com.android.manufacturer': 'Xiaomi',
        'com.android.model': '23049PCD8G',
        'com.xiaomi.product.marketname': 'POCO F5',
      }),
      numbered({
        'com.xiaomi.preview_video_cover': [22, uint(0, 4)],
        'com.android.capture.fps': [23, Buffer.from('41f00000', 'hex')],
      }),
    ],
  },
  OnePlus: {
    tracks: [PICTURES, SOUND],
    description: [
      android({ 'com.android.manufacturer': 'OnePlus', 'com.android.model': 'CPH2581' }),
      named('SoundHandle'),
    ],
  },
  Huawei: {
    tracks: [{ ...PICTURES, more: [named('VideoHandle')] }, SOUND],
    description: [
      android({ 'com.android.manufacturer': 'HUAWEI', 'com.android.model': 'ELE-L29' }),
      box('udta', gpp('auth', ''), gpp('titl', '')),
    ],
  },
  'a video that was sent on, coded by FFmpeg': {
    brand: 'isom',
    before: [box('free')],
    tracks: [PICTURES, SOUND],
    description: [fullBox('iods', 0, 0, Buffer.alloc(12, 7)), box('udta', listed({ '©too': 'Lavf60.16.100' }))],
    after: [box('free', utf8('IsoMedia File Produced with GPAC 2.2'))],
  },
};

describe('an ordinary video of a phone can be safe', () => {
  it.each(Object.entries(PHONES))('%s', async (_phone, built) => {
    const found = await readVideo(timedVideo(built));
    expect(found.isComplete).toBe(true);
    expect(placesUnread(found)).toEqual([]);
    expect(found.attachments).toEqual([]);
    const findings = evaluate(metadataDetections(found), RULES);
    expect(findings.filter(({ severity }) => flags(severity))).toEqual([]);
  });

  it('but not with the number of its maker', async () => {
    const found = await readVideo(timedVideo({ description: [android({ 'com.maker.serialNumber': 'R58M12ABCDE' })] }));
    const findings = evaluate(metadataDetections(found), RULES);
    expect(findings.filter(({ severity }) => flags(severity))).toMatchObject([{ rule: 'metadata/device-identity' }]);
  });
});
