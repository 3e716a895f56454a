// What the metadata of a file reveal: one detection for each kind of thing.
import { isSamePlace } from '../../formats/coordinates/degrees.js';
import { isIdentity } from '../../metadata/identities.js';
import type { Detection, Evidence } from '../../types/detection.js';
import type { Location, Metadata, Said } from '../../types/metadata.js';
import type { Detector } from '../detector.js';
import { METADATA, type MetadataLabel } from './declaration.js';

export const metadata: Detector = {
  ...METADATA,
  async detect(photo) {
    const found = await photo.metadata();
    const inVideos = (await photo.videoMetadata()).flatMap((video) => beyond(video, found));
    return [
      ...inVideos.map((detection) => ({ ...detection, source: { picture: 'video', atMs: null } as const })),
      ...metadataDetections(found),
    ];
  },
};

type MetadataDetection = Detection & { readonly label: MetadataLabel };

/** One detection for each thing. Sidecars reveal the same kinds of things. */
export function metadataDetections(found: Said): MetadataDetection[] {
  return [
    ...locations(found),
    ...(found.takenAt ? [proved('capture-time', {})] : []),
    ...found.names.map(({ role, names }) => proved('person-name', { names, role })),
    ...placeNames(found),
    ...devices(found.device),
    ...found.otherText.map(({ tag, value }) => proved('other-text', { tag, value })),
  ];
}

/**
 * What the metadata of a video inside a photo reveal beyond those of the photo. Mostly they are a
 * copy. The capture time is that of the photo.
 */
function beyond(video: Metadata, still: Metadata): Detection[] {
  const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
  return [
    ...locations(video, placesOf(still)),
    ...video.names
      .filter((name) => !still.names.some((other) => isSame(name, other)))
      .map(({ role, names }) => proved('person-name', { names, role })),
    ...placeNames({ ...video, placeNames: video.placeNames.filter((place) => !still.placeNames.includes(place)) }),
    ...(isSame(video.device, still.device) ? [] : devices(video.device)),
    ...video.otherText.map(({ tag, value }) => proved('other-text', { tag, value })),
  ];
}

function placeNames({ placeNames: places, countryNames }: Said): MetadataDetection[] {
  return places.map((place) => proved(countryNames.includes(place) ? 'country-name' : 'place-name', { place }));
}

/** @param known places that are reported already */
function locations(said: Said, known: readonly Location[] = []): MetadataDetection[] {
  const isKnown = (place: Location) => known.some((other) => isSamePlace(pairOf(place), pairOf(other)));
  return placesOf(said)
    .filter((place) => !isKnown(place))
    .map(atPlace);
}

function placesOf({ location, otherLocations }: Said): readonly Location[] {
  return location === null ? [] : [location, ...otherLocations];
}

function pairOf({ latitude, longitude }: Location): readonly [number, number] {
  return [latitude, longitude];
}

/** Coordinates in a caption may be those of another place than the photo's. */
function atPlace({ latitude, longitude, from }: Location): MetadataDetection {
  const found = proved('location', { latitude, longitude });
  return from === 'text' ? { ...found, score: 0.9, proved: false } : found;
}

/**
 * Thousands of cameras share a make and model. Only an id of one camera or of one series of photos
 * identifies it.
 */
function devices(device: Said['device']): MetadataDetection[] {
  const { make, model, serialNumber, lensSerialNumber } = device;
  const uniqueIds = device.uniqueIds.filter((id) => isIdentity(id, device));
  if (serialNumber === null && lensSerialNumber === null && uniqueIds.length === 0) return [];
  const evidence = { make, model, serialNumber, lensSerialNumber };
  const known = Object.entries(evidence).filter((entry): entry is [string, string] => entry[1] !== null);
  const ids = uniqueIds.length > 0 ? { uniqueId: uniqueIds.map(({ value }) => value) } : {};
  return [proved('device-identity', { ...Object.fromEntries(known), ...ids })];
}

/** A tag is a structure that proves its content. */
function proved(label: MetadataLabel, evidence: Evidence): MetadataDetection {
  const source = { picture: 'file', atMs: null } as const;
  return { detector: METADATA.id, label, score: 1, proved: true, source, region: null, evidence };
}
