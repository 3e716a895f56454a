// The size and the hash of a picture are stated where a detector sees it, not by chance.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDetectors } from '../../src/detectors/index.js';
import { createEngine } from '../../src/inference/index.js';
import { NO_VIDEOS } from '../../src/types/video.js';
import { examine } from '../../src/workers/examine.js';
import { folder } from '../helpers/folder.js';
import { plainJpeg } from '../helpers/plain-photos.js';
import { exifBlock, withExif } from '../helpers/thumbnails.js';

it('a comparison with a thumbnail alone states neither', async () => {
  const jpeg = await plainJpeg();
  const bytes = withExif(jpeg, exifBlock(jpeg));
  const path = join(folder(), 'a.jpg');
  writeFileSync(path, bytes);
  const target = { path, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
  const examined = async (...ids: readonly string[]) => {
    const detectors = (await loadDetectors()).filter(({ id }) => ids.includes(id));
    const context = { engine: await createEngine('onnx'), isFast: true, isValueShown: false, videos: NO_VIDEOS };
    return examine(target, { ...context, detectors });
  };
  const nothing = { examination: 'full', width: null, height: null, hash: null };
  expect(await examined('embedded-original')).toMatchObject(nothing);
  const seen = { examination: 'full', width: 320, height: 240, hash: expect.stringMatching(/^[0-9a-f]{16}$/) };
  expect(await examined('embedded-original', 'codes')).toMatchObject(seen);
});
