// Compares our metadata of photos with that of an independent reader, exiftool, where it is
// installed: location, time, serial numbers and owner. The files are our own and, where they are
// available, the labelled ones.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { identify } from '../../src/formats/identify.js';
import { readMetadata } from '../../src/metadata/read.js';
import type { Metadata } from '../../src/types/metadata.js';
import { ciff, x3f } from '../helpers/camera-files.js';
import { folder } from '../helpers/folder.js';
import { EXIF, exifSegment, iptcSegment, jpegWith, picture, tiff, XMP, xmpSegment } from '../helpers/metadata-files.js';
import { readVideo } from '../helpers/video-boxes.js';

const LABELLED = new URL('../../../shared/eval/metadata', import.meta.url).pathname;

const isInstalled = ((): boolean => {
  try {
    execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

type Printed = Readonly<Record<string, string | number>>;

/** Tags as `group:name`, of all copies; numbers as numbers. */
function exiftool(dir: string): ReadonlyMap<string, Printed> {
  const tags = ['GPSLatitude', 'GPSLongitude', 'DateTimeOriginal', 'CreateDate', 'CreationDate', 'DateCreated'].concat([
    ...['SerialNumber', 'InternalSerialNumber', 'CameraSerialNumber', 'LensSerialNumber'],
    ...['OwnerName', 'Artist', 'Creator', 'By-line'],
  ]);
  const printed = execFileSync('exiftool', ['-json', '-n', '-a', '-G1', '-r', ...tags.map((tag) => `-${tag}`), dir], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Map(
    (JSON.parse(printed) as Printed[]).map((file) => [`${file.SourceFile}`.split('/').at(-1) ?? '', file]),
  );
}

/** Non-empty values of these tags in any group, as text. */
function valuesOf(file: Printed, names: RegExp, groups = /./): string[] {
  return Object.entries(file)
    .filter(([tag]) => names.test(tag.split(':')[1] ?? '') && groups.test(tag.split(':')[0] ?? ''))
    .map(([, value]) => `${value}`.trim())
    .filter((value) => /[\p{L}1-9]/u.test(value) && !/^(unknown|none|n\/a)$/i.test(value));
}

/** Accepted differences, by kind of place; see docs/accuracy.md. */
const NOT_OURS = {
  /** A format of one camera maker that only exiftool documents. */
  serial: /^(InfiRay|PhaseOne|SensorCalibration)/,
  /** When the file was made, not the photo. */
  time: /^XMP-(xmp|pdf)|^System|^ICC/,
} as const;

/** The differences between both readers; empty where they agree. */
function differences(ours: Metadata, theirs: Printed): string[] {
  const found: string[] = [];
  const degrees = (name: string) =>
    Number(theirs[`Composite:${name}`] ?? valuesOf(theirs, new RegExp(`^${name}$`), /^XMP/)[0] ?? Number.NaN);
  const [latitude, longitude] = [degrees('GPSLatitude'), degrees('GPSLongitude')];
  const isPlace = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !(latitude === 0 && longitude === 0);
  const { location } = ours;
  const isNear =
    location && Math.max(Math.abs(location.latitude - latitude), Math.abs(location.longitude - longitude)) <= 1e-4;
  if (isPlace && !isNear) found.push(location ? 'location differs' : 'location missing');
  const times = valuesOf(theirs, /^(DateTimeOriginal|CreateDate|CreationDate|DateCreated)$/).filter(
    (time) => time.length >= 8,
  );
  const capture = Object.entries(theirs).some(
    ([tag, value]) =>
      /:(DateTimeOriginal|CreationDate)$/.test(tag) && !NOT_OURS.time.test(tag) && /^[12]/.test(`${value}`),
  );
  const digits = (text: string) => text.replace(/\D/g, '').slice(0, 8);
  if (capture && !ours.takenAt) found.push('time missing');
  if (ours.takenAt && times.length > 0 && !times.some((time) => digits(time) === digits(ours.takenAt?.value ?? '')))
    found.push('time differs');
  const serials = Object.keys(theirs).filter((tag) => /SerialNumber$/.test(tag) && !NOT_OURS.serial.test(tag));
  const telling = serials.filter((tag) => valuesOf({ [tag]: theirs[tag] ?? '' }, /./).length > 0);
  if (telling.length > 0 && !ours.device.serialNumber && !ours.device.lensSerialNumber) found.push('serial missing');
  const owners = valuesOf(theirs, /^(OwnerName|Artist|Creator|By-line)$/);
  const names = ours.names.flatMap((one) => one.names).join(' ');
  if (owners.length > 0 && names === '') found.push('owner missing');
  return found;
}

async function read(bytes: Uint8Array, name: string): Promise<Metadata> {
  const identity = identify(bytes.subarray(0, 4096), name);
  return identity?.kind === 'video'
    ? readVideo(bytes, identity.mediaType)
    : readMetadata(bytes, identity?.mediaType ?? '');
}

async function compareAll(dir: string): Promise<Record<string, string[]>> {
  const theirs = exiftool(dir);
  const all: Record<string, string[]> = {};
  for (const name of readdirSync(dir)) {
    const found = differences(await read(readFileSync(join(dir, name)), name), theirs.get(name) ?? {});
    if (found.length > 0) all[name] = found;
  }
  return all;
}

it.skipIf(!isInstalled)('exiftool reads the same in files of our own', async () => {
  const dir = folder();
  const preview = await picture().jpeg().toBuffer();
  const owned = tiff([[0x013b, 'ascii', 'Ann Artist']], {
    34665: [
      [0xa430, 'ascii', 'Olga Owner'],
      [0xa431, 'ascii', '0012345'],
      [0x9003, 'ascii', '2025:06:01 18:02:11'],
    ],
  });
  const files = {
    'place.jpg': await picture().withExif(EXIF).jpeg().toBuffer(),
    'place.webp': await picture().withExif(EXIF).webp().toBuffer(),
    'place.png': await picture().withExif(EXIF).png().toBuffer(),
    'owner.jpg': await jpegWith(exifSegment(owned)),
    'xmp.jpg': await jpegWith(xmpSegment(XMP)),
    'iptc.jpg': await jpegWith(iptcSegment([80, Buffer.from('Mira Example')], [55, Buffer.from('20250601')])),
    'owner.crw': ciff(preview),
    'time.x3f': x3f(preview),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
  expect(await compareAll(dir)).toEqual({});
});

it.skipIf(!isInstalled || !existsSync(LABELLED))(
  'exiftool reads the same in the labelled files',
  async () => {
    expect(await compareAll(LABELLED)).toEqual({});
  },
  120_000,
);
