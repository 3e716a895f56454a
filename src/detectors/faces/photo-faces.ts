// The faces, the people and the things of a photo, detected once for all detectors.
import type { Turns } from '../../image/raster.js';
import type { Engine } from '../../inference/engine.js';
import type { Photo } from '../../types/photo.js';
import type { Raster } from '../../types/raster.js';
import { type FoundFaces, findFaces } from './find.js';
import { type FoundObjects, findObjects } from './objects.js';
import type { PeopleAt, WholeAt } from './orientation.js';
import { type WholePhoto, wholePhoto } from './whole-photo.js';

/** The people and things in a picture that is upright after this many quarter turns. */
export type ObjectsAt = (turns: Turns) => Promise<FoundObjects>;

export interface SeenFaces extends FoundFaces {
  /** The picture that the boxes refer to. */
  readonly raster: Raster;
  readonly peopleAt: PeopleAt;
  readonly objectsAt: ObjectsAt;
  readonly wholeAt: WholeAt;
}

const photos = new WeakMap<Photo, Promise<SeenFaces>>();

/** The best face comes first. Throws PhotoError, ModelError. */
export function facesOf(photo: Photo, engine: Engine, isFast: boolean): Promise<SeenFaces> {
  const seen = photos.get(photo) ?? search(photo, engine, isFast);
  photos.set(photo, seen);
  return seen;
}

async function search(photo: Photo, engine: Engine, isFast: boolean): Promise<SeenFaces> {
  const raster = await photo.pixels();
  const objectsAt = objectsOf(raster, engine, isFast);
  const [peopleAt, wholeAt] = [peopleOf(objectsAt), wholeOf(raster, engine)];
  const detector = await engine.model('face-ssd');
  return {
    raster,
    objectsAt,
    peopleAt,
    wholeAt,
    ...(await findFaces(raster, { detector, peopleAt, wholeAt, isFast })),
  };
}

/** The look of a whole picture, judged once per requested orientation. */
export function wholeOf(raster: Raster, engine: Engine): WholeAt {
  const seen = new Map<Turns, Promise<WholePhoto | null>>();
  return (turns) => {
    const whole = seen.get(turns) ?? wholePhoto(raster, turns, engine);
    seen.set(turns, whole);
    return whole;
  };
}

/** The people and things of a picture, detected once per requested orientation. */
export function objectsOf(raster: Raster, engine: Engine, isFast: boolean): ObjectsAt {
  const seen = new Map<Turns, Promise<FoundObjects>>();
  return (turns) => {
    const objects = seen.get(turns) ?? findObjects(raster, turns, engine, isFast);
    seen.set(turns, objects);
    return objects;
  };
}

export const peopleOf =
  (objectsAt: ObjectsAt): PeopleAt =>
  async (turns) =>
    (await objectsAt(turns)).persons;
