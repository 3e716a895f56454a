// The training photos: folders with scenes.ndjson or train2.ndjson (models/train/README.md).
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openPhoto } from '../../src/photo/open.js';
import type { Raster } from '../../src/types/raster.js';

const LABELS = ['scenes.ndjson', 'train2.ndjson'];

/** A photo and its label, as the training reads it. */
export interface TrainingPhoto {
  readonly path: string;
  /** With the name of its folder. */
  readonly file: string;
  readonly child: boolean;
  readonly child_conf?: string | null;
  readonly people?: string | null;
  readonly kind?: string | null;
  readonly event?: string | null;
  /** In years, of a face crop. */
  readonly age?: number | null;
  /** The appearance group of the data set. */
  readonly group?: string | null;
  readonly captions?: readonly string[] | null;
}

export async function readTrainingPhotos(folders: readonly string[]): Promise<readonly TrainingPhoto[]> {
  const photos: TrainingPhoto[] = [];
  for (const folder of folders) {
    const name = LABELS.find((one) => existsSync(join(folder, one)));
    if (name === undefined) throw new Error(`${folder} has none of ${LABELS.join(', ')}`);
    for (const line of (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')) {
      const label = JSON.parse(line) as TrainingPhoto;
      photos.push({ ...label, path: join(folder, label.file), file: `${basename(folder)}/${label.file}` });
    }
  }
  return photos;
}

/** Training photos are JPEG, PNG or GIF; the content decides. */
export async function openTrainingPhoto(path: string): Promise<Raster> {
  const bytes = await readFile(path);
  const mediaType = path.endsWith('.png') ? 'image/png' : path.endsWith('.gif') ? 'image/gif' : 'image/jpeg';
  const target = { path, bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType } as const;
  return await openPhoto(target, bytes).pixels();
}
