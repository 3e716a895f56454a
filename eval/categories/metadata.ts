// The metadata that lenscap finds in a file, compared with exiftool's output.
import type { Category, Row, Seen } from '../category.js';
import type { LabelledFile, LabelOf } from '../labels.js';
import { placeOf } from '../metadata-facts.js';

type Reference = LabelOf<'metadata'>['reference'];
type Tags = Reference['serial'];

function referenceOf(file: LabelledFile): Reference | null {
  return file.folder === 'metadata' ? file.label.reference : null;
}

/** Whether a value has content: not blank, not zeros, not a placeholder. */
function isTelling(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTelling);
  const text = String(value ?? '').trim();
  return text !== '' && !/^[0\s:.-]*$/.test(text) && !/^(unknown|none|n\/a)$/i.test(text);
}

/** Tags with content whose `group:name` is not excluded. */
function tellingTags(tags: Tags, excluded: RegExp): string[] {
  return Object.entries(tags ?? {})
    .filter(([tag, value]) => !excluded.test(tag) && isTelling(value))
    .map(([tag]) => tag);
}

/** Tags that common readers know. The others are maker notes or specific to a RAW format. */
const isStandard = (tag: string): boolean => /^(IFD0|IFD1|ExifIFD|GPS|XMP-|IPTC|PNG|QuickTime|Keys)/.test(tag);

type Presence = 'standard' | 'maker' | 'absent' | null;

/** Null: a tag is present, but it may mean something else than the rule. */
function presence(tags: Tags, excluded: RegExp): Presence {
  const telling = tellingTags(tags, excluded);
  if (telling.some(isStandard)) return 'standard';
  if (telling.length > 0) return 'maker';
  return Object.keys(tags ?? {}).length === 0 ? 'absent' : null;
}

/** Rows for one kind of information, by where it is stored. */
function rowsOf(present: (reference: Reference) => Presence): { positives: readonly Row[]; negatives: readonly [Row] } {
  const is =
    (wanted: Presence) =>
    (file: LabelledFile): boolean => {
      const reference = referenceOf(file);
      return reference !== null && present(reference) === wanted;
    };
  return {
    positives: [
      { id: 'standard', title: 'in EXIF, XMP, IPTC or QuickTime', includes: is('standard') },
      { id: 'maker', title: 'only in maker notes or RAW', includes: is('maker') },
    ],
    negatives: [{ id: 'absent', title: 'files without it', includes: is('absent') }],
  };
}

/** Eleven metres, about half the width of a street. The labels have six decimals. */
const DEGREES_OFF = 1e-4;

/** Coordinates are present, but they are not a location. */
function isTrap(file: LabelledFile): boolean {
  const { lat } = referenceOf(file)?.gps ?? {};
  return typeof lat === 'number' && placeOf(file) === null;
}

export const LOCATION: Category = {
  id: 'location',
  title: 'Location',
  rules: ['metadata/location'],
  positives: [{ id: 'gps', title: 'files with coordinates', includes: (file) => placeOf(file) !== null }],
  negatives: [
    {
      id: 'absent',
      title: 'files without',
      includes: (file) => file.folder === 'metadata' && file.label.has_gps === false,
    },
  ],
  checks: [
    {
      id: 'right-place',
      title: 'the right place, to 0.0001 degrees',
      goal: 0.98,
      includes: (file) => placeOf(file) !== null,
      isRight: (_file, { degreesOff }) => degreesOff !== null && degreesOff <= DEGREES_OFF,
    },
    {
      id: 'no-trap',
      title: 'no place where the file has zeros or none on Earth',
      goal: 1,
      includes: (file) => file.folder === 'metadata' && isTrap(file),
      isRight: (_file, { findings }) => findings.length === 0,
    },
  ],
  notes: ['Coordinates of 0, 0 or beyond the poles are not scored.'],
};

/** These tags hold the time when the file was made, not when the photo was taken. */
const NOT_CAPTURE = /^XMP-(xmp|pdf):/;

/** Capture times as exiftool prints them; only those with a time of day if there are any. */
function captureTimes(reference: Reference): string[] {
  const all = tellingTags(reference.date_taken, NOT_CAPTURE).map((tag) => String(reference.date_taken?.[tag]));
  const withTime = all.filter((value) => value.length > 10);
  return withTime.length > 0 ? withTime : all;
}

/** Milliseconds since the epoch; null without an offset. */
function instant(iso: string): number | null {
  if (!/(Z|[+-]\d\d?:?\d\d)$/.test(iso.slice(10))) return null;
  const ms = Date.parse(iso.replace(/([+-])(\d):/, '$10$2:'));
  return Number.isNaN(ms) ? null : ms;
}

/**
 * The same minute of local time, or the same instant to the minute if both have an offset; the same
 * day if only that is known.
 */
function isSameTime(takenAt: string, printed: string): boolean {
  const iso = printed.replace(/^(\d{4}):(\d\d):(\d\d)/, '$1-$2-$3').replace(' ', 'T');
  const ours = takenAt.replace(' ', 'T');
  if (ours.slice(0, 16) === iso.slice(0, 16) || (iso.length <= 10 && ours.slice(0, 10) === iso)) return true;
  const a = instant(iso);
  const b = instant(ours);
  return a !== null && b !== null && Math.abs(a - b) < 60_000;
}

export const CAPTURE_TIME: Category = {
  id: 'capture-time',
  title: 'Capture time',
  rules: ['metadata/capture-time'],
  goals: { found: 0.98 },
  ...rowsOf((reference) => {
    const present = presence(reference.date_taken, NOT_CAPTURE);
    // A clock that was never set is printed as zeros. That counts as no time, not as an uncertain
    // one.
    const isUnset = Object.values(reference.date_taken ?? {}).every((value) => !isTelling(value));
    return present === null && isUnset ? 'absent' : present;
  }),
  checks: [
    {
      id: 'right-time',
      title: 'the right time, to the minute',
      goal: 0.98,
      includes: (file) => captureTimes(referenceOf(file) ?? {}).length > 0,
      isRight: (file, { result, findings }) =>
        findings.length > 0 &&
        result.takenAt !== null &&
        captureTimes(referenceOf(file) ?? {}).some((printed) => isSameTime(result.takenAt ?? '', printed)),
    },
  ],
  notes: ['Files with nothing but the time at which the file was made (xmp:CreateDate) are not scored.'],
};

/**
 * Olympus writes the same text there in every camera. An ID of a picture is new for every shot, or
 * that of a camera module: it ties no photos together.
 */
const NOT_SERIAL = /^Olympus:CameraID$|:ImageUniqueID$|:PhotoIdentifier$/;

/** A file with such an ID alone has no serial number. */
const serials = rowsOf((reference) => presence(reference.serial, NOT_SERIAL) ?? 'absent');

function isSerialGiven({ findings }: Seen): boolean {
  return findings.some(({ evidence }) => 'serialNumber' in evidence || 'lensSerialNumber' in evidence);
}

export const DEVICE_IDENTITY: Category = {
  id: 'device-identity',
  title: 'Serial numbers',
  rules: ['metadata/device-identity'],
  goals: { found: 0.95 },
  positives: serials.positives.map((row) => ({ ...row, isMeant: (_file, seen) => isSerialGiven(seen) })),
  negatives: serials.negatives.map((row) => ({ ...row, isMeant: (_file, seen) => isSerialGiven(seen) })),
  breakdowns: [
    {
      id: 'ids-only',
      title: 'files without it, flagged for any id',
      kind: 'share',
      includes: serials.negatives[0].includes,
    },
  ],
  notes: [
    'IDs of pictures, and those that editing programs write, are no serial numbers: what is flagged for one is broken down.',
  ],
};

/** Rights and credits name a company or a phrase as often as a person. */
const NOT_NAMES = /Copyright|Credit|Rights|Email/;

function namePresence(reference: Reference): Presence {
  const people = presence(reference.people, /^$/);
  if (people === 'standard') return people;
  const owner = presence(reference.owner, NOT_NAMES);
  return people === null && owner === 'absent' ? null : owner;
}

function hasRole(findings: Seen['findings'], roles: readonly string[]): boolean {
  return findings.some(({ evidence: { role } }) => roles.includes(`${role}`));
}

export const PERSON_NAMES: Category = {
  id: 'person-names',
  title: 'Names of owner, artist, creator, people shown',
  rules: ['metadata/person-name'],
  goals: { found: 0.95 },
  ...rowsOf(namePresence),
  checks: [
    {
      id: 'owner',
      title: 'owner, artist or creator',
      goal: 0.95,
      includes: (file) => tellingTags(referenceOf(file)?.owner, NOT_NAMES).length > 0,
      isRight: (_file, { findings }) => hasRole(findings, ['owner', 'artist', 'creator']),
    },
    {
      id: 'people',
      title: 'people shown or tagged at a face',
      goal: 0.95,
      includes: (file) => tellingTags(referenceOf(file)?.people, /^$/).length > 0,
      isRight: (_file, { findings }) => hasRole(findings, ['shown', 'tagged']),
    },
  ],
  notes: ['Files with nothing but a copyright or a credit line are not scored.'],
};

/** Codes and registry ids are not names. */
const NOT_PLACES = /Code|LocationId|WorldRegion/;

export const PLACE_NAMES: Category = {
  id: 'place-names',
  title: 'Names of places',
  rules: ['metadata/place-name'],
  ...rowsOf((reference) => presence(reference.place, NOT_PLACES)),
};

/**
 * The file does not mark this picture as a copy of another, so it counts as a picture of its own.
 */
const OWN_PICTURE = /OtherImage/;

export const EMBEDDED_PICTURES: Category = {
  id: 'embedded-pictures',
  title: 'Thumbnails and previews inside the file',
  rules: ['metadata/embedded-original'],
  positives: [],
  negatives: [],
  checks: [
    {
      id: 'named',
      title: 'files in which one is named, and it is found',
      goal: 0.95,
      includes: (file) => tellingTags(referenceOf(file)?.thumbnail, OWN_PICTURE).length > 0,
      isRight: (_file, { embeddedPictures }) => (embeddedPictures ?? 0) > 0,
    },
  ],
  notes: ['Found by its place; whether it shows more than the picture is measured elsewhere.'],
};
