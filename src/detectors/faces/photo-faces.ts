// The faces and the people of a photo, detected once for all detectors.
import type { Turns } from '../../image/raster.js';
import type { Engine } from '../../inference/engine.js';
import type { Photo } from '../../types/photo.js';
import type { Raster } from '../../types/raster.js';
import { type FoundFace, findFaces, type PeopleAt } from './find.js';
import { findPersons, type Person } from './persons.js';

export interface SeenFaces {
  /** The picture that the boxes refer to. */
  readonly raster: Raster;
  readonly faces: readonly FoundFace[];
  readonly peopleAt: PeopleAt;
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
  const peopleAt = peopleOf(raster, engine, isFast);
  return { raster, peopleAt, faces: await findFaces(raster, await engine.model('face-ssd'), peopleAt, isFast) };
}

/** The people of a picture, detected once per requested orientation. */
export function peopleOf(raster: Raster, engine: Engine, isFast: boolean): PeopleAt {
  const seen = new Map<Turns, Promise<readonly Person[]>>();
  return (turns) => {
    const people = seen.get(turns) ?? findPersons(raster, turns, engine, isFast);
    seen.set(turns, people);
    return people;
  };
}
