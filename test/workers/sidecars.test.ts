// A sidecar never counts as an examination of the photo, and never hides that the photo was not
// examined.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeoutJson } from '../../fixtures/encode/sidecars.js';
import { loadDetectors } from '../../src/detectors/index.js';
import { createEngine } from '../../src/inference/index.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { type ExamineContext, examine } from '../../src/workers/examine.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';

const DETECTORS = await loadDetectors();

const NAME = 'Quillfjord Vyxanda';
const TAKEOUT = takeoutJson({ title: 'a.jpg', people: [NAME], place: { latitude: 44.17386, longitude: 5.27874 } });

let engine: ExamineContext['engine'];
beforeAll(async () => {
  engine = await createEngine('onnx');
});

async function examined(photo: Uint8Array, sidecar: Uint8Array, detectors: readonly string[], isValueShown = false) {
  const root = folder();
  const path = join(root, 'a.jpg');
  writeFileSync(path, photo);
  writeFileSync(`${path}.json`, sidecar);
  const target = { path, bytes: photo.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const chosen = DETECTORS.filter(({ id }) => detectors.includes(id));
  const context = { engine, detectors: chosen, isFast: true, isValueShown, videos: NO_VIDEOS };
  return examine({ ...target, sidecars: [`${path}.json`] }, context);
}

describe('the sidecar of a photo', () => {
  it('is masked like the photo’s own metadata, and shown if the user asks for it', async () => {
    const photo = await plainJpeg();
    const masked = JSON.stringify((await examined(photo, TAKEOUT, ['sidecars'])).detections);
    expect(masked).toContain('Q•••');
    expect(masked).not.toMatch(/uillfjord|44\.1|5\.27/);
    expect(JSON.stringify((await examined(photo, TAKEOUT, ['sidecars'], true)).detections)).toContain(NAME);
  });

  it('does not turn an undecodable picture into a partial examination', async () => {
    const photo = (await plainJpeg()).subarray(0, 40);
    expect(await examined(photo, TAKEOUT, ['metadata', 'codes', 'sidecars'])).toMatchObject({ examination: 'none' });
  });

  it('does not turn unreadable metadata into a partial examination', async () => {
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45]);
    const { examination, problems } = await examined(photo, TAKEOUT, ['metadata', 'sidecars']);
    expect(problems.map(({ code }) => code)).toEqual(['metadata-unreadable']);
    expect(examination).toBe('none');
  });

  it('makes the examination partial if it is damaged', async () => {
    const { examination, problems } = await examined(await plainJpeg(), TAKEOUT.subarray(0, 50), [
      'metadata',
      'sidecars',
    ]);
    expect(examination).toBe('partial');
    expect(problems).toMatchObject([{ code: 'sidecar-unreadable', path: expect.stringMatching(/a\.jpg\.json$/) }]);
    expect(JSON.stringify(problems)).not.toContain(NAME);
  });
});
