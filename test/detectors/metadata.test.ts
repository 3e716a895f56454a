import { describe, expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import type { DetectContext } from '../../src/detectors/detector.js';
import { metadata } from '../../src/detectors/metadata/index.js';
import { openPhoto } from '../../src/photo/open.js';
import type { Detection } from '../../src/types/detection.js';
import { EXIF, exifSegment, jpegWith, picture, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';
import { spoken, video } from '../helpers/video-boxes.js';

/** The detector uses no engine: any use of one would throw. */
const CONTEXT = { isFast: false } as DetectContext;

function detect(bytes: Uint8Array): Promise<readonly Detection[]> {
  return metadata.detect(open(bytes), CONTEXT);
}

function open(bytes: Uint8Array) {
  const target = {
    path: 'IMG_0001.JPG',
    bytes: bytes.length,
    mtimeMs: 0,
    kind: 'image',
    mediaType: 'image/jpeg',
  } as const;
  return openPhoto(target, bytes);
}

describe('the metadata detector', () => {
  it('proves each thing that a tag reveals, for the whole file', async () => {
    const block = tiff(
      [
        [0x010e, 'ascii', 'By the lake'],
        [0x010f, 'ascii', 'ACME'],
        [0x0110, 'ascii', 'Pocket 1'],
        [0x013b, 'ascii', 'Ann Artist'],
      ],
      {
        34665: [
          [0x9003, 'ascii', '2025:06:01 18:02:11'],
          [0xa420, 'ascii', 'c0ffee01'],
          [0xa431, 'ascii', 'SN-1'],
          [0xa435, 'ascii', 'L-2'],
        ],
        34853: [
          [0x0001, 'ascii', 'S'],
          [0x0002, 'rational', [33, 1, 30, 1, 0, 1]],
          [0x0003, 'ascii', 'W'],
          [0x0004, 'rational', [70, 1, 15, 1, 0, 1]],
        ],
      },
    );
    const packet = xmp(`<p:City xmlns:p="http://ns.adobe.com/photoshop/1.0/">Lyon</p:City>
      <d:creator xmlns:d="http://purl.org/dc/elements/1.1/">Cleo Creator</d:creator>`);
    const found = await detect(await jpegWith(exifSegment(block), xmpSegment(packet)));
    expect(found.map(({ label, evidence }) => [label, evidence])).toEqual([
      ['location', { latitude: -33.5, longitude: -70.25 }],
      ['capture-time', {}],
      ['person-name', { names: ['Ann Artist'], role: 'artist' }],
      ['person-name', { names: ['Cleo Creator'], role: 'creator' }],
      ['place-name', { place: 'Lyon' }],
      [
        'device-identity',
        { make: 'ACME', model: 'Pocket 1', serialNumber: 'SN-1', lensSerialNumber: 'L-2', uniqueId: ['c0ffee01'] },
      ],
      ['other-text', { tag: 'ImageDescription', value: 'By the lake' }],
    ]);
    for (const detection of found) {
      expect(Object.keys(metadata.labels)).toContain(detection.label);
      expect(detection).toMatchObject({ detector: 'metadata', score: 1, proved: true, region: null });
      expect(detection.source).toEqual({ picture: 'file', atMs: null });
    }
  });

  it('does not treat make and model as an identity', async () => {
    const found = await detect(await picture().withExif({ IFD0: EXIF.IFD0 }).jpeg().toBuffer());
    expect(found).toEqual([]);
  });

  it('omits the parts of an identity that the file does not have', async () => {
    const block = tiff([[0x0110, 'ascii', 'Pocket 1']], { 34665: [[0xa431, 'ascii', 'SN-1']] });
    const [identity] = await detect(await jpegWith(exifSegment(block)));
    expect(identity?.evidence).toEqual({ model: 'Pocket 1', serialNumber: 'SN-1' });
  });

  it('finds nothing in a plain picture', async () => {
    expect(await detect(await picture().jpeg().toBuffer())).toEqual([]);
  });

  it('throws if the metadata cannot be read, so that an empty result always means that there are none', async () => {
    const broken = await jpegWith(exifSegment(Buffer.from('no byte order')));
    await expect(detect(broken)).rejects.toMatchObject({ code: 'metadata-unreadable' });
  });

  describe('of a photo with a video', () => {
    const PLACE = '+48.8581+002.2946/';
    /** A still with EXIF of its place, and a video. */
    const withVideo = async (place: string) => {
      const still = await picture()
        .withExif({ ...EXIF })
        .jpeg()
        .toBuffer();
      return toMotionPhoto(still, video(box('udta', spoken('©xyz', place))));
    };
    const located = (found: readonly Detection[]) =>
      found
        .filter(({ label }) => label === 'location')
        .map(({ source, evidence }) => [source.picture, evidence.latitude]);

    it('reports a place of the video that differs from that of the photo, and no copy of it', async () => {
      const still = await withVideo(PLACE);
      expect(located(await detect(still))).toEqual([['file', expect.closeTo(48.8584, 3)]]);
      expect(located(await detect(await withVideo('+52.5163+013.3777/')))).toEqual([
        ['video', 52.5163],
        ['file', expect.closeTo(48.8584, 3)],
      ]);
    });

    it('notes a place of the video that was not understood', async () => {
      const bytes = await withVideo('+48,51');
      const photo = open(bytes);
      await metadata.detect(photo, CONTEXT);
      expect(photo.unseen).toMatchObject([{ code: 'place-unread', detail: '©xyz' }]);
    });
  });
});
