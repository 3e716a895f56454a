// What names a place and is not understood keeps a photo from being called safe.
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { createEngine } from '../../src/inference/index.js';
import { openPhoto } from '../../src/photo/open.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { type ExamineContext, examineOpened } from '../../src/workers/examine.js';
import { jpegWith, type Segment, xmp, xmpSegment } from '../helpers/metadata-files.js';

const DETECTORS = (await loadDetectors()).filter(({ id }) => id === 'metadata');

let engine: ExamineContext['engine'];
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function examined(...segments: Segment[]) {
  const bytes = await jpegWith(...segments);
  const target = { path: 'a.jpg', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const context = { engine, detectors: DETECTORS, isFast: true, isValueShown: false, videos: NO_VIDEOS };
  return examineOpened(openPhoto(target, bytes), '', context);
}

const gps = (latitude: string, longitude: string) =>
  xmpSegment(
    xmp(`<exif:GPSLatitude xmlns:exif="http://ns.adobe.com/exif/1.0/">${latitude}</exif:GPSLatitude>
      <exif:GPSLongitude xmlns:exif="http://ns.adobe.com/exif/1.0/">${longitude}</exif:GPSLongitude>`),
  );

describe('a place in the metadata', () => {
  it('that is not understood makes the examination partial, with the tag and without its value', async () => {
    const { examination, problems } = await examined(gps('48,51N', '2,17E'));
    expect(examination).toBe('partial');
    expect(problems).toMatchObject([{ code: 'place-unread', path: 'a.jpg', phase: 'metadata' }]);
    expect(problems[0]?.message).toContain('(exif:GPSLatitude)');
    expect(JSON.stringify(problems)).not.toMatch(/48|51N|2,17/);
  });

  it('that is understood leaves it full', async () => {
    const { examination, detections } = await examined(gps('48,51.5N', '2,17.7E'));
    expect(examination).toBe('full');
    expect(detections).toMatchObject([
      { label: 'location', proved: true, evidence: { latitude: 48.9, longitude: 2.3 } },
    ]);
  });

  it('that differs in a comment is a second finding, which is not proved', async () => {
    const { detections } = await examined(gps('48,51.5N', '2,17.7E'), [0xfe, 'Lat 52.516275 Long 13.377704']);
    const places = detections.filter(({ label }) => label === 'location');
    expect(places.map(({ proved, evidence }) => [proved, evidence.latitude])).toEqual([
      [true, 48.9],
      [false, 52.5],
    ]);
  });
});
