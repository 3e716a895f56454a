// Our metadata of photos compared with those that exifr reads: place, time, make, model, serial
// numbers and owner. The files are the sample gallery, files of our own, and the labelled ones
// where they are available.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { identify } from '../../src/formats/identify.js';
import { cleanText, isUnset } from '../../src/formats/tag.js';
import { readMetadata } from '../../src/metadata/read.js';
import type { Metadata } from '../../src/types/metadata.js';
import { folder } from '../helpers/folder.js';
import { EXIF, exifSegment, iptcSegment, jpegWith, picture, tiff, XMP, xmpSegment } from '../helpers/metadata-files.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LABELLED = join(ROOT, '../shared/eval/metadata');
const GALLERY = join(ROOT, 'fixtures/gallery');

/** Labelled files of which exifr reads something. */
const COUNT = 141;

/** Of the first file also for starting. */
const START_MS = 30_000;

/** For one file. exifr reads most in a few milliseconds. */
const LIMIT_MS = 5_000;

type Group = Readonly<Record<string, unknown>>;
type Groups = Readonly<Record<string, Group | undefined>>;
type Fact = 'place' | 'time' | 'make' | 'model' | 'serial' | 'lens serial' | 'owner';

/** Differences that are not ours to change, by the file. */
const EXCEPTIONS: readonly (readonly [file: string, fact: Fact, reason: string])[] = [
  ['exiv2__test__data__Reagan.jpg', 'owner', 'exifr reads each byte of UTF-8 in IPTC as a letter'],
  [
    'exiv2__test__data__iptc-psAPP13s-wIPTCs-psAPP13s-wIPTCs.jpg',
    'owner',
    'the name is damaged: ours has a space for the control in it, exifr reads two bytes beyond',
  ],
  [
    'photoprism__internal__meta__testdata__buggy_panorama.jpg',
    'place',
    'exifr adds 595,404 seconds and gets a latitude of 213 degrees; ours is the problem place-unread',
  ],
  [
    'test-assets__metadata__gps-position__thompson-springs.jpg',
    'serial',
    'exifr reads the serial number 062021002724 of XMP as a number, without its zero',
  ],
];

/**
 * What exifr reads of each file; `null` where it reads nothing, `'loops'` where it does not end.
 */
async function exifr(paths: readonly string[]): Promise<ReadonlyMap<string, Groups | null | 'loops'>> {
  const read = new Map<string, Groups | null | 'loops'>();
  for (let left = [...paths]; left.length > 0; left = left.filter((path) => !read.has(path))) {
    const [stuck] = await readUntilStuck(left, read);
    if (stuck !== undefined) read.set(stuck, 'loops');
  }
  return read;
}

/** @returns the file at which it was ended, and what was not read */
async function readUntilStuck(paths: readonly string[], read: Map<string, Groups | null | 'loops'>) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/parity/exifr-child.ts', ...paths], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let timer = setTimeout(() => child.kill('SIGKILL'), START_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    const { path, read: groups } = JSON.parse(line) as { path: string; read: Groups | null };
    read.set(path, groups);
  }
  clearTimeout(timer);
  return paths.filter((path) => !read.has(path));
}

const texts = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((one): one is string | number => typeof one === 'string' || typeof one === 'number')
    .map((one) => cleanText(`${one}`))
    .filter((one) => !isUnset(one));
const digits = (text: string) => text.replace(/\D/g, '');

/** What exifr reads that ours does not, or reads otherwise. */
function differences(ours: Metadata, theirs: Groups): Fact[] {
  const { ifd0 = {}, exif = {}, gps = {}, iptc = {}, dc = {}, aux = {}, photoshop = {} } = theirs;
  const { device } = ours;
  const isLess = (theirs: readonly string[], our: string | null) => theirs.length > 0 && !theirs.includes(our ?? '');
  const names = ours.names.flatMap((one) => one.names).join('\n');
  const owners = [ifd0.Artist, exif.OwnerName, exif.CameraOwnerName, aux.OwnerName, dc.creator, iptc.Byline];
  const times = [exif.DateTimeOriginal, exif.CreateDate, photoshop.DateCreated, iptc.DateCreated].flatMap(texts);
  const [time] = times.filter((one) => /^[12]\d{3}\D?(?:0[1-9]|1[0-2])/.test(one)).map(digits);
  const facts: readonly (readonly [Fact, boolean])[] = [
    ['place', !isSamePlace(ours, gps.latitude, gps.longitude)],
    ['time', time !== undefined && digits(ours.takenAt?.value ?? '-').slice(0, 8) !== time.slice(0, 8)],
    ['time', time !== undefined && !digits(ours.takenAt?.value ?? '').startsWith(time.slice(0, 14))],
    ['make', isLess(texts(ifd0.Make), device.make)],
    ['model', isLess(texts(ifd0.Model), device.model)],
    [
      'serial',
      isLess([exif.SerialNumber, aux.SerialNumber, ifd0.CameraSerialNumber].flatMap(texts), device.serialNumber),
    ],
    ['lens serial', isLess([exif.LensSerialNumber, aux.LensSerialNumber].flatMap(texts), device.lensSerialNumber)],
    ['owner', owners.flatMap(texts).some((owner) => !names.includes(owner))],
  ];
  return [...new Set(facts.filter(([, isDifferent]) => isDifferent).map(([fact]) => fact))];
}

function isSamePlace({ location, otherLocations }: Metadata, latitude: unknown, longitude: unknown): boolean {
  const isPlace = typeof latitude === 'number' && typeof longitude === 'number' && (latitude !== 0 || longitude !== 0);
  if (!isPlace) return true;
  return [location, ...otherLocations].some(
    (ours) => ours && Math.abs(ours.latitude - latitude) < 1e-4 && Math.abs(ours.longitude - longitude) < 1e-4,
  );
}

/** The differences of all files that exifr reads, and how many those are. */
async function compare(paths: readonly string[]) {
  const found: Record<string, readonly Fact[]> = {};
  const loops: string[] = [];
  let compared = 0;
  for (const [path, theirs] of await exifr(paths)) {
    if (theirs === 'loops') loops.push(basename(path));
    if (theirs === null || theirs === 'loops') continue;
    const bytes = readFileSync(path);
    const kind = identify(bytes.subarray(0, 4096), path);
    if (kind === null || kind.kind === 'video') continue;
    compared++;
    const different = differences(await readMetadata(bytes, kind.mediaType), theirs);
    if (different.length > 0) found[basename(path)] = different;
  }
  return { found, loops, compared };
}

const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:jpe?g|png|hei[cf]|hif|avif|tiff?|dng|cr2|webp)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

it('exifr reads the same in files of our own', async () => {
  const dir = folder();
  const owned = tiff([[0x013b, 'ascii', 'Ann Artist']], {
    34665: [
      [0xa430, 'ascii', 'Olga Owner'],
      [0xa431, 'ascii', '0012345'],
      [0xa435, 'ascii', 'L-778'],
      [0x9003, 'ascii', '2025:06:01 18:02:11'],
    ],
  });
  const files = {
    'place.jpg': await picture().withExif(EXIF).jpeg().toBuffer(),
    'place.png': await picture().withExif(EXIF).png().toBuffer(),
    'owner.jpg': await jpegWith(exifSegment(owned)),
    'xmp.jpg': await jpegWith(xmpSegment(XMP)),
    'iptc.jpg': await jpegWith(iptcSegment([80, Buffer.from('Mira Example')], [55, Buffer.from('20250601')])),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
  const { found, compared } = await compare(Object.keys(files).map((name) => join(dir, name)));
  expect([found, compared]).toEqual([{}, 5]);
});

it('exifr reads the same in the sample gallery', async () => {
  const { found, compared } = await compare(filesIn(GALLERY));
  expect(found).toEqual({});
  expect(compared).toBeGreaterThan(10);
});

it('a file on which exifr never ends is ended, and those after it are read', async () => {
  const dir = folder();
  // A box whose length is 0, before others.
  const endless = Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')),
    Buffer.from('\0\0\0\0free'),
    Buffer.alloc(64),
  ]);
  const plain = await picture().withExif(EXIF).jpeg().toBuffer();
  const files = { 'a.jpg': plain, 'b.heic': endless, 'c.jpg': plain };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dir, name), bytes);
  const read = await exifr(Object.keys(files).map((name) => join(dir, name)));
  expect(read.get(join(dir, 'b.heic'))).toBe('loops');
  expect(read.get(join(dir, 'c.jpg'))).toMatchObject({ ifd0: { Make: 'ACME' } });
}, 60_000);

const isThere = existsSync(LABELLED);

it.skipIf(!isThere)(
  `${isThere ? '' : 'skipped without ../shared/eval/metadata: '}exifr reads the same in its ${COUNT} files, but for ${EXCEPTIONS.length} facts`,
  async () => {
    const { found, loops, compared } = await compare(filesIn(LABELLED));
    expect(Object.entries(found).flatMap(([file, facts]) => facts.map((fact) => `${file}: ${fact}`))).toEqual(
      EXCEPTIONS.map(([file, fact]) => `${file}: ${fact}`),
    );
    expect([loops, compared]).toEqual([[], COUNT]);
  },
  240_000,
);
