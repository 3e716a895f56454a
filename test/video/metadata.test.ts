// What phones and cameras write into videos, in every position, and the limits on damaged and
// hostile videos.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../fixtures/encode/boxes.js';
import { PhotoError } from '../../src/errors.js';
import { fileReader } from '../../src/formats/byte-reader.js';
import { readIso6709 } from '../../src/formats/coordinates/iso-6709.js';
import { readVideoMetadata } from '../../src/video/metadata.js';
import { xmp } from '../helpers/metadata-files.js';
import { around, gpp, header, keyed, listed, loci, readVideo, spoken, utf8, video } from '../helpers/video-boxes.js';

const PARIS = '+48.8577+002.2950+035.000/';
const AT_PARIS = { latitude: 48.8577, longitude: 2.295 };
const IPHONE = {
  'com.apple.quicktime.location.ISO6709': PARIS,
  'com.apple.quicktime.creationdate': '2025-06-01T18:02:11+0200',
  'com.apple.quicktime.make': 'Apple',
  'com.apple.quicktime.model': 'iPhone 13',
  'com.apple.quicktime.software': '18.5',
  'com.apple.quicktime.content.identifier': '6F1C2A9E-0B7D-4C55-8D11-2F6E3A90B1C4',
};

/** 2025-06-01T16:02:11Z, in seconds from 1904 and from 1970. */
const UNIX = 1_748_793_731;
const MADE = UNIX + 2_082_844_800;

describe('a video states where it was taken', () => {
  it.each([
    ["in QuickTime's keys", video(keyed(IPHONE))],
    ['in keys as ISO builds them', video(keyed(IPHONE, true))],
    ['in the user data', video(box('udta', spoken('©xyz', PARIS)))],
    ['in user data that ends with four zero bytes', video(box('udta', spoken('©xyz', PARIS), uint(0, 4)))],
    ['as a bare text', video(box('udta', box('©xyz', utf8(PARIS))))],
    ["in a music shop's list", video(box('udta', listed({ '©xyz': PARIS })))],
    ["in a track's user data", video(box('trak', box('udta', spoken('©xyz', PARIS))))],
    ['beside the video', around(box('moov', header(0)), keyed(IPHONE))],
    ['before the frames', around(box('moov', header(0), keyed(IPHONE)), box('mdat', Buffer.alloc(9)))],
    [
      'behind frames with a length of 64 bits',
      around(
        Buffer.concat([uint(1, 4), utf8('mdat'), uint(0, 4), uint(20, 4), uint(0, 4)]),
        box('moov', keyed(IPHONE)),
      ),
    ],
    [
      'in a last box that has no length',
      around(Buffer.concat([uint(0, 4), box('moov', header(0), keyed(IPHONE)).subarray(4)])),
    ],
  ])('%s', async (_where, bytes) => {
    expect(await readVideo(bytes, 'video/quicktime')).toMatchObject({ location: AT_PARIS, isComplete: true });
  });

  it("as 3GPP's numbers, longitude first, with the place's name", async () => {
    const found = await readVideo(video(box('udta', loci('Lyon', 45.75, -4.5, 'at the old house'))), 'video/3gpp');
    expect(found.location).toEqual({ latitude: 45.75, longitude: -4.5 });
    expect(found.placeNames).toEqual(['Lyon', 'at the old house']);
  });

  it('but not where a receiver without a fix wrote zeros', async () => {
    const { location, otherText, unreadPlaces } = await readVideo(
      video(box('udta', spoken('©xyz', '+00.0000+000.0000/'))),
    );
    expect({ location, otherText, unreadPlaces }).toEqual({ location: null, otherText: [], unreadPlaces: [] });
  });

  it.each(['+91.0000+010.0000/', 'behind the school'])('or a place that is not understood: %s', async (words) => {
    const { location, unreadPlaces } = await readVideo(video(box('udta', spoken('©xyz', words))));
    expect({ location, unreadPlaces }).toEqual({ location: null, unreadPlaces: ['©xyz'] });
  });

  it('and in words, which are other text, where the coordinates are invalid', async () => {
    const { otherText } = await readVideo(video(box('udta', spoken('©xyz', 'behind the school'))));
    expect(otherText).toEqual([{ tag: '©xyz', value: 'behind the school' }]);
  });

  it.each([
    ['+48.8577+002.2950/', 48.8577, 2.295],
    ['-33.51-070.25+520/', -33.51, -70.25],
    ['+4851.5-00217.7/', 48 + 51.5 / 60, -(2 + 17.7 / 60)],
    ['+485127.6+0021742.0+35CRSWGS_84/', 48 + 51 / 60 + 27.6 / 3600, 2 + 17 / 60 + 42 / 3600],
    ['+8.5+2.25/', 8.5, 2.25],
  ])('in ISO 6709: %s', (text, latitude, longitude) => {
    const [north = 0, east = 0] = readIso6709(text) ?? [];
    expect(north).toBeCloseTo(latitude, 9);
    expect(east).toBeCloseTo(longitude, 9);
  });

  it.each(['48.8577 2.2950', '+48.8577', 'Paris', '', '+48.8577+2.29north'])('%j is no location', (text) => {
    expect(readIso6709(text)).toBeNull();
  });
});

describe('a video states when it was taken', () => {
  it.each([
    ["by the phone's clock first", video(keyed(IPHONE), header(MADE)), '2025-06-01T18:02:11+02:00'],
    ['by its day', video(box('udta', spoken('©day', '2025-05-30'))), '2025-05-30'],
    ['by the video header, in UTC', around(box('moov', header(MADE))), '2025-06-01T16:02:11Z'],
    ['in 64 bits', around(box('moov', header(MADE, 1))), '2025-06-01T16:02:11Z'],
    ['counted from 1970 by mistake', around(box('moov', header(UNIX))), '2025-06-01T16:02:11Z'],
  ])('%s', async (_how, bytes, value) => {
    expect((await readVideo(bytes)).takenAt).toEqual({ value, source: 'quicktime' });
  });

  it.each([
    ['0', 0],
    ['the first second of 1970', 2_082_844_800],
  ])('but %s is a clock that was never set', async (_name, seconds) => {
    expect((await readVideo(around(box('moov', header(seconds))))).takenAt).toBeNull();
  });
});

describe('a video states who and what', () => {
  it('device and the ID that links it to its photo', async () => {
    const { device, otherText } = await readVideo(video(keyed(IPHONE)));
    expect(device).toMatchObject({ make: 'Apple', model: 'iPhone 13' });
    expect(device.uniqueIds).toEqual([
      { tag: 'com.apple.quicktime.content.identifier', value: IPHONE['com.apple.quicktime.content.identifier'] },
    ]);
    expect(otherText).toEqual([]);
  });

  it('names, in each of its languages', async () => {
    const { names } = await readVideo(
      video(
        box('udta', spoken('©ART', 'Mira Example'), gpp('auth', 'Bo Sample'), listed({ ownr: 'Kim Owner' })),
        keyed({ 'com.apple.quicktime.author': 'Ann Maker' }),
      ),
    );
    expect(names).toEqual([
      { role: 'owner', names: ['Kim Owner'] },
      { role: 'artist', names: ['Mira Example'] },
      { role: 'creator', names: ['Ann Maker', 'Bo Sample'] },
    ]);
  });

  it('texts, also in UTF-16, under the names of the standard only', async () => {
    const wide = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('weiß', 'utf16le').swap16(), Buffer.alloc(1)]);
    const { otherText } = await readVideo(
      video(
        box('udta', gpp('titl', wide), spoken('©cmt', 'our garden'), box('mine', utf8('my own box'))),
        keyed({ 'com.apple.quicktime.title': 'Holiday', 'org.example.mira.secret': 'a key of my own' }),
      ),
    );
    expect(otherText).toEqual([
      { tag: 'titl', value: 'weiß' },
      { tag: '©cmt', value: 'our garden' },
      { tag: 'unnamed', value: 'my own box, a key of my own' },
      { tag: 'com.apple.quicktime.title', value: 'Holiday' },
    ]);
  });

  it('what its XMP states', async () => {
    const packet = utf8(
      xmp('<photoshop:City xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">Lyon</photoshop:City>'),
    );
    const id = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
    for (const bytes of [
      video(box('udta', box('XMP_', packet))),
      around(box('moov', header(0)), box('uuid', id, packet)),
    ])
      expect((await readVideo(bytes)).placeNames).toEqual(['Lyon']);
  });
});

describe('a damaged video', () => {
  it('gives what could be read', async () => {
    const whole = video(box('udta', spoken('©xyz', PARIS)), box('udta', spoken('©cmt', 'cut off in here')));
    expect(await readVideo(whole.subarray(0, whole.length - 4))).toMatchObject({
      location: AT_PARIS,
      isComplete: false,
    });
  });

  it.each([
    ['that ends before its description', video().subarray(0, 60), 'video/mp4'],
    ['whose description is compressed', around(box('moov', box('cmov', Buffer.alloc(40)))), 'video/quicktime'],
    ['of another build', video(keyed(IPHONE)), 'video/x-matroska'],
  ])('%s is unreadable', async (_what, bytes, mediaType) => {
    await expect(readVideo(bytes, mediaType)).rejects.toMatchObject({ code: 'metadata-unreadable' });
  });

  it('with more boxes than any camera writes is not read further', async () => {
    const many = Buffer.concat(Array.from({ length: 100_001 }, () => box('free')));
    expect(await readVideo(around(box('moov', header(MADE)), many))).toMatchObject({ isComplete: false });
  });

  it('that states a huge length of its description is not read into memory', async () => {
    const lengths: number[] = [];
    const huge = around(box('moov', header(MADE)), Buffer.concat([uint(0xffff_ffff, 4), utf8('meta')]));
    const file = fileReader(2 ** 40, (start, length) => {
      lengths.push(length);
      return huge.subarray(start, start + length);
    });
    const found = await readVideoMetadata(file, 'video/mp4');
    expect(found).toMatchObject({ isComplete: false, takenAt: { value: '2025-06-01T16:02:11Z' } });
    expect(Math.max(...lengths)).toBeLessThan(10_000);
  });

  it('of any bytes ends quickly in metadata or in one of our own errors', async () => {
    const whole = video(
      keyed(IPHONE),
      box('udta', spoken('©xyz', PARIS), loci('Lyon', 45, 4), gpp('titl', 'x'), listed({ '©nam': 'y' })),
      box('trak', box('udta', box('XMP_', utf8(xmp(''))))),
      fullBox('meta', 0, 0, fullBox('xml ', 0, 0, utf8('<a/>'))),
    );
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, cut) => {
        const bytes = Buffer.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const started = performance.now();
        await readVideo(bytes.subarray(0, whole.length - (cut % 9 === 0 ? cut : 0))).catch((error: unknown) => {
          expect(error).toBeInstanceOf(PhotoError);
        });
        expect(performance.now() - started).toBeLessThan(1000);
      }),
      { numRuns: 2000 },
    );
  });
});
