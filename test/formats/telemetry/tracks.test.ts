// Tracks in which cameras, drones and phones record where they are: each is read through a whole
// video, from the disk as from memory.
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { describeVideo } from '../../../src/formats/mp4/description.js';
import { expectBounded } from '../../helpers/damage.js';
import {
  camm,
  cammOrientation,
  djmd,
  gps5,
  gps9,
  gpsOf,
  NOWHERE,
  PLACE,
  parrot,
  rmc,
  rtmd,
  timedKeys,
  timedValue,
  tx3g,
} from '../../helpers/telemetry.js';
import { type BuiltTrack, PICTURES, SOUND, timedVideo } from '../../helpers/timed-tracks.js';
import { readVideo, utf8 } from '../../helpers/video-boxes.js';

const AT_PLACE = { latitude: expect.closeTo(PLACE[0], 4), longitude: expect.closeTo(PLACE[1], 4) };

const meta = (coding: string, ...samples: readonly Uint8Array[]): BuiltTrack => ({ handler: 'meta', coding, samples });
const subtitles = (...words: readonly string[]): BuiltTrack => ({
  ...{ handler: 'sbtl', coding: 'tx3g', entry: Buffer.alloc(38) },
  samples: words.map(tx3g),
});
const keyed = (names: readonly string[], ...samples: readonly Buffer[]): BuiltTrack => ({
  ...{ handler: 'meta', coding: 'mebx', entry: timedKeys(...names), samples },
});
const mett = (mime: string, ...samples: readonly Uint8Array[]): BuiltTrack => ({
  ...meta('mett', ...samples),
  entry: utf8(`\0${mime}\0`),
});

const video = (...tracks: readonly BuiltTrack[]) => timedVideo({ tracks: [PICTURES, SOUND, ...tracks] });
const ISO = 'com.apple.quicktime.location.ISO6709';
const STILL = 'com.apple.quicktime.still-image-time';

const WITH_PLACE: readonly (readonly [string, BuiltTrack])[] = [
  ['GoPro, GPS5', meta('gpmd', gps5())],
  ['GoPro, GPS9', meta('gpmd', gps9())],
  ['GoPro, in the southern and western half', meta('gpmd', gps5([-33.4372, -70.6506]))],
  ['camera motion', meta('camm', cammOrientation(), camm())],
  ['camera motion by its handler', { handler: 'camm', coding: 'camm', samples: [camm()] }],
  ['DJI, in radians', meta('djmd', djmd())],
  ['DJI, in degrees', meta('djmd', djmd(PLACE, 'dvtm_Mini4_Pro.proto', true))],
  ['DJI, a model in degrees without a unit', meta('djmd', djmd(PLACE, 'dvtm_unknown.proto', true))],
  ['Sony', meta('rtmd', rtmd())],
  ['Parrot', mett('application/octet-stream', parrot())],
  ['Apple', keyed([STILL, ISO], Buffer.concat([timedValue(1, Buffer.from([0])), timedValue(2, '+48.8656+002.3212/')]))],
  ['DJI subtitles', subtitles('F/2.8, SS 206.14, ISO 150, EV 0, GPS (2.3212, 48.8656, 18), D 24.26m, H 6.00m')],
  [
    'DJI subtitles of newer drones',
    subtitles('[iso : 100] [latitude: 48.8656] [longitude: 2.3212] [rel_alt: 1.2 abs_alt: 8]'),
  ],
  ['DJI subtitles with its misspelling', subtitles('[latitude : 48.8656] [longtitude : 2.3212] [altitude: 8.0]')],
  ['subtitles with a decimal comma', subtitles('Lat: 48,8656 Lon: 2,3212')],
  ['subtitles of a dash cam', subtitles(`gsensori,4,512,-67,-12,100;${rmc()}`)],
  ['a text track', { handler: 'text', coding: 'text', samples: [utf8(rmc())] }],
  ['text in a metadata track', mett('text/plain', utf8(`{"gps":{"latitude":48.8656,"longitude":2.3212}}`))],
];

describe('a track states a place', () => {
  it.each(WITH_PLACE)('%s', async (name, track) => {
    const found = await readVideo(video(track));
    const [latitude, longitude] = name.includes('southern') ? [-33.4372, -70.6506] : PLACE;
    expect(found.location).toMatchObject({
      latitude: expect.closeTo(latitude, 3),
      longitude: expect.closeTo(longitude, 3),
    });
    expect(found).toMatchObject({ isComplete: true, unreadPlaces: [], unknownParts: [] });
    expectBounded(video(track), describeVideo);
  });

  it.each([
    ['GoPro', meta('gpmd', ...Array.from({ length: 30 }, () => gps5(NOWHERE)), gps5())],
    ['Sony', meta('rtmd', rtmd(NOWHERE), rtmd())],
    ['subtitles in one chunk', { ...subtitles('GPS (0.0000, 0.0000, 0)', ''), isOneChunk: true }],
  ])('that the receiver finds late, after zeros: %s', async (name, track) => {
    const samples = name.startsWith('subtitles')
      ? [...track.samples, tx3g('GPS (2.3212, 48.8656, 18)')]
      : track.samples;
    expect((await readVideo(video({ ...track, samples }))).location).toMatchObject(AT_PLACE);
  });

  it('far into a long recording', async () => {
    const samples = Array.from({ length: 900 }, (_, second) => gps5(second < 400 || second > 500 ? NOWHERE : PLACE));
    expect((await readVideo(video(meta('gpmd', ...samples)))).location).toMatchObject(AT_PLACE);
  });

  it('and when, by the receiver', async () => {
    expect((await readVideo(video(meta('gpmd', gps5())))).takenAt).toEqual({
      value: '2025-06-01T16:02:11Z',
      source: 'gps',
    });
    expect((await readVideo(video(subtitles(rmc())))).takenAt).toEqual({
      value: '2025-06-01T16:02:11Z',
      source: 'gps',
    });
  });

  it('and which camera it is', async () => {
    const { device } = await readVideo(video(meta('rtmd', rtmd(null, 'ILCE-7SM3 4711023')), meta('djmd', djmd())));
    expect(device.serialNumber).toBe('ILCE-7SM3 4711023');
    expect((await readVideo(video(meta('djmd', djmd())))).device).toMatchObject({
      ...{ serialNumber: '1581F6Z9C23CC003', model: 'FC8482' },
    });
  });
});

describe('a track without a fix states no place, and is read', () => {
  it.each([
    ['GoPro', meta('gpmd', gps5(NOWHERE))],
    ['camera motion', meta('camm', camm(NOWHERE), cammOrientation())],
    ['DJI, a known schema', meta('djmd', djmd(null))],
    ['Sony', meta('rtmd', rtmd(null))],
    ['Parrot', mett('application/octet-stream', parrot(NOWHERE))],
    ['a receiver that warns', subtitles(rmc(PLACE, 'V'))],
    ['zeros in subtitles', subtitles('GPS (0.0000, 0.0000, 0), D 0m')],
    ['subtitles of a movie', subtitles('Where were you?', 'At home, 5.30 p.m. Long story.')],
    [
      'moments of a Live Photo',
      keyed([STILL, 'com.apple.quicktime.live-photo-info'], timedValue(1, Buffer.alloc(40, 7))),
    ],
    [
      'orientation and faces',
      keyed(
        ['com.apple.quicktime.video-orientation', 'com.apple.quicktime.detected-face'],
        timedValue(2, Buffer.alloc(40, 7)),
      ),
    ],
    [
      'numbers under a key of Apple that is not known yet',
      keyed(['com.apple.quicktime.something-new'], timedValue(1, Buffer.from('00010203f0e1d2c3b4a59687', 'hex'))),
    ],
    ['turning of a phone', mett('application/microvideo-meta-stream', Buffer.alloc(90, 0x81))],
    ['a time code', meta('tmcd', uint(12, 4))],
    ['a track without samples', meta('zzzz')],
    ['a few bytes', meta('zzzz', Buffer.from([1, 2, 3, 4]))],
  ])('%s', async (_name, track) => {
    expect(await readVideo(video(track))).toMatchObject({
      ...{ location: null, isComplete: true, unreadPlaces: [], unknownParts: [] },
    });
  });
});

describe('the name of a track', () => {
  it.each([
    ...['VideoHandler', 'SoundHandle', 'MetadHandle', 'Core Media Video', 'Apple Alias Data Handler', 'GoPro AVC  '],
    ...['ISO Media file produced by Google Inc. Created on: 06/01/2025.', '#Mainconcept MP4 Video Media Handler'],
    ...['GoPro H.265', 'DJI.AVC', 'Stereo', '\x0cVideoHandler', 'Time Code Media Handler', 'L-SMASH Audio Handler'],
    ...['Ambarella AAC', 'Twitter-vork muxer', ''],
  ])('that programs give is no text of a person: %j', async (name) => {
    expect((await readVideo(timedVideo({ tracks: [{ ...PICTURES, name }] }))).otherText).toEqual([]);
  });

  it.each(['Anna’s birthday', 'Video of Anna', 'Audio 0170 1234567'])('that a person gave is: %s', async (name) => {
    const { otherText } = await readVideo(timedVideo({ tracks: [{ ...PICTURES, name }] }));
    expect(otherText).toEqual([{ tag: 'hdlr', value: name }]);
  });
});

describe('a track that is not understood is named', () => {
  it.each([
    ['GPMF of another structure', meta('gpmd', Buffer.alloc(64, 0xee)), 'track gpmd'],
    ['a stream of GoPro of a later kind', meta('gpmd', gpsOf('GPSX')), 'track gpmd'],
    ['GPMF that breaks off', meta('gpmd', gps5().subarray(0, 90)), 'track gpmd'],
    [
      'an enciphered dash cam',
      meta('gpmd', Buffer.concat([Buffer.alloc(24), utf8('ANW1234567890123456'), Buffer.alloc(200)])),
      'track gpmd',
    ],
    [
      'camera motion of a later version',
      meta('camm', Buffer.concat([uint(0, 2), Buffer.from([9, 0]), Buffer.alloc(16, 1)])),
      'track camm',
    ],
    ['a drone of an unknown schema', meta('djmd', djmd(null, 'dvtm_new.proto')), 'track djmd'],
    ['a place beyond the pole', meta('rtmd', rtmd([95, 10])), 'track rtmd'],
    ['a key for places with bytes', keyed([ISO], timedValue(1, Buffer.alloc(16, 0xee))), 'track mebx'],
    ['subtitles that name a place', subtitles('GPS: 48,86 / 2,32 ?'), 'subtitle'],
    ['enciphered subtitles', { ...subtitles(), samples: [Buffer.alloc(50, 0x9a)] }, 'subtitle'],
    ['an unknown track that is named after a receiver', meta('gpsx', Buffer.alloc(64, 7)), 'unnamed track'],
    ['a metadata track of an unknown kind', mett('application/x-mine', Buffer.alloc(64, 0x81)), 'track mett'],
  ])('%s', async (_name, track, named) => {
    const { location, unreadPlaces, unknownParts } = await readVideo(video(track));
    expect(location).toBeNull();
    expect([...unreadPlaces, ...unknownParts]).toEqual([named]);
  });

  it('as data, where its name does not say that it holds places', async () => {
    expect(await readVideo(video(meta('priv', Buffer.alloc(64, 7))))).toMatchObject({
      ...{ unreadPlaces: [], unknownParts: ['unnamed track'], isComplete: true },
    });
  });
});
