import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildBackup, hashedPath, type PhoneFile } from '../../../fixtures/encode/backup.js';
import { aae } from '../../../fixtures/encode/sidecars.js';
import { readSidecar } from '../../../src/metadata/sidecars/read.js';
import type { Metadata } from '../../../src/types/metadata.js';
import { liveVideo } from '../../../src/video/live-photo-video.js';
import { folder } from '../../helpers/folder.js';
import { header, video } from '../../helpers/video-boxes.js';
import { eventsOf, JPEG } from '../events.js';

const inRoll = (path: string, bytes: Buffer): PhoneFile => ({ domain: 'CameraRollDomain', path, bytes });
const photo = inRoll('Media/DCIM/100APPLE/IMG_0001.HEIC', JPEG);
const edit = inRoll('Media/DCIM/100APPLE/IMG_0001.AAE', aae());
const firstEdit = inRoll('Media/DCIM/100APPLE/IMG_O0001.AAE', aae());
const changes = inRoll('Media/PhotoData/Mutations/DCIM/100APPLE/IMG_0001/Adjustments/Adjustments.plist', aae());
const other = inRoll('Media/DCIM/100APPLE/IMG_0002.AAE', aae());
const movie = inRoll('Media/DCIM/100APPLE/IMG_0001.MOV', video(header(1_750_000_000)));

it('ties sidecars and edits to a photo by the phone’s own path', async () => {
  const root = folder();
  await buildBackup(root, [photo, edit, firstEdit, changes, other]);
  const events = await eventsOf(root);
  const targets = events.flatMap((event) => (event.type === 'target' ? [event.target] : []));
  expect(targets.map(({ originalPath }) => originalPath)).toEqual([photo.path]);
  expect(targets[0]?.sidecars).toEqual([edit, firstEdit, changes].map((file) => join(root, hashedPath(file))));
  const kinds = events.flatMap((event) => (event.type === 'ignored' ? [event.kind] : []));
  expect(kinds.filter((kind) => kind === 'sidecar')).toHaveLength(3);
  expect(kinds.filter((kind) => kind === 'aae')).toHaveLength(1);
});

it('reads a sidecar whose name is a hash by its content', () => {
  expect(readSidecar(aae(), join('ab', 'ab12')).sidecar).toEqual({ kind: 'edit' });
  expect(readSidecar(Buffer.from(' {"people": [{"name": "Ada"}]}'), 'ab12').sidecar?.kind).toBe('takeout');
  expect(readSidecar(Buffer.from('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'), 'ab12').sidecar?.kind).toBe('xmp');
});

it('ties the video of a Live Photo by the phone’s own path', async () => {
  const root = folder();
  await buildBackup(root, [photo, movie]);
  const target = {
    path: join(root, hashedPath(photo)),
    ...{ bytes: 1, mtimeMs: 0, kind: 'image' as const, mediaType: 'image/heic', originalPath: photo.path },
  };
  const at = (value: string) => ({ takenAt: { value }, device: { uniqueIds: [] } }) as unknown as Metadata;
  const { readVideo } = await import('../../../src/video/read-metadata.js');
  const taken = (await readVideo(join(root, hashedPath(movie)), 'video/quicktime')).takenAt?.value ?? '';
  expect(await liveVideo(target, at(taken))).toMatchObject({ bytes: movie.bytes.length, isProved: false });
  expect(await liveVideo({ ...target, originalPath: 'Media/DCIM/100APPLE/IMG_0003.HEIC' }, at(taken))).toBeNull();
});
