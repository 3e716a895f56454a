import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binaryPlist } from '../../fixtures/encode/backup.js';
import { aae, takeoutJson } from '../../fixtures/encode/sidecars.js';
import type { PhotoError } from '../../src/errors.js';
import { openSidecars } from '../../src/metadata/sidecars/open.js';
import { readSidecar } from '../../src/metadata/sidecars/read.js';
import { encrypted, file, json, storeOf } from '../helpers/c2pa.js';
import { folder } from '../helpers/folder.js';
import { XMP, xmp } from '../helpers/metadata-files.js';

const PLACE = { latitude: 44.17386, longitude: 5.27874 };

function said(bytes: Uint8Array, name = 'a.jpg.json') {
  const { sidecar, isComplete } = readSidecar(bytes, name);
  expect(isComplete).toBe(true);
  return sidecar;
}

const jsonFile = (value: unknown) => Buffer.from(JSON.stringify(value));

describe('a Takeout file', () => {
  it('states the time, the location, the people and the description', () => {
    const facts = {
      title: 'a.jpg',
      taken: 1_718_000_000,
      place: PLACE,
      people: ['Ann', 'Bob', 'Ann'],
      description: 'lake',
    };
    expect(said(takeoutJson(facts))).toMatchObject({
      kind: 'takeout',
      said: {
        takenAt: { value: '2024-06-10T06:13:20Z' },
        location: PLACE,
        names: [{ role: 'tagged', names: ['Ann', 'Bob'] }],
        otherText: [{ tag: 'description', value: 'lake' }],
      },
    });
  });

  it('has the location from the photo’s own metadata where Google has no other', () => {
    expect(said(takeoutJson({ title: 'a', exifPlace: PLACE }))).toMatchObject({ said: { location: PLACE } });
  });

  it('has no location at zero degrees, and no time at zero seconds', () => {
    expect(said(takeoutJson({ title: 'a', taken: 0 }))).toMatchObject({
      said: { takenAt: null, location: null, names: [], otherText: [] },
    });
  });

  it.each([
    ['a list', []],
    ['another program’s', { width: 3, labels: ['x'] }],
    ['a number', 7],
    ['an album’s', { title: 'Summer', description: 'x', access: 'protected' }],
  ])('is not %s', (_, content) => {
    expect(said(jsonFile(content))).toBeNull();
  });

  it('with degrees written as text has the same location as with numbers', () => {
    const place = (latitude: unknown, longitude: unknown) => said(jsonFile({ geoData: { latitude, longitude } }));
    const location = { latitude: 44.17386, longitude: -5.27874 };
    expect(place('44.17386', ' -5.27874 ')).toMatchObject({ said: { location } });
    const none = { said: { location: null } };
    expect(place('0.0', '0.0')).toMatchObject(none);
    expect(place('', '')).toMatchObject(none);
    expect(place('44.1', 'east')).toMatchObject(none);
    expect(place('1e1', '0x10')).toMatchObject(none);
  });

  it('with values of odd types ignores them', () => {
    const odd = {
      photoTakenTime: 'x',
      geoData: { latitude: '1', longitude: 1e9 },
      geoDataExif: null,
      people: [1, {}, null],
    };
    expect(said(jsonFile(odd))).toMatchObject({ said: { takenAt: null, location: null, names: [], otherText: [] } });
  });

  it.each([
    ['cut off', takeoutJson({ title: 'a' }).subarray(0, 90)],
    ['empty', Buffer.alloc(0)],
    ['too deep', Buffer.from('['.repeat(500_000))],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('that is %s is not read', (_, bytes) => {
    expect(readSidecar(bytes, 'a.jpg.json')).toEqual({ sidecar: null, isComplete: false });
  });
});

describe('an XMP file', () => {
  it('states what the same packet states inside a photo', () => {
    expect(said(Buffer.from(XMP), 'a.XMP')).toMatchObject({
      kind: 'xmp',
      said: { placeNames: ['Lyon'], names: [{ role: 'creator', names: ['Mira Example'] }] },
    });
  });

  it('with only a raw developer’s settings and a rating states nothing', () => {
    const packet = xmp(`<x:Rating xmlns:x="http://ns.adobe.com/xap/1.0/">4</x:Rating>
      <c:WhiteBalance xmlns:c="http://ns.adobe.com/camera-raw-settings/1.0/">As Shot</c:WhiteBalance>`);
    expect(said(Buffer.from(packet), 'a.xmp')).toMatchObject({
      said: { takenAt: null, location: null, names: [], placeNames: [], otherText: [] },
    });
  });

  it('that ends early states what was read, and is incomplete', () => {
    const reading = readSidecar(Buffer.from(XMP.slice(0, XMP.indexOf('</photoshop:City>') + 40)), 'a.xmp');
    expect(reading).toMatchObject({ isComplete: false, sidecar: { said: { placeNames: ['Lyon'] } } });
  });
});

describe('an AAE file', () => {
  it('states that there was an edit', () => {
    expect(said(aae(), 'a.AAE')).toEqual({ kind: 'edit' });
    expect(said(binaryPlist({ adjustmentFormatIdentifier: 'com.apple.photo' }), 'a.AAE')).toEqual({ kind: 'edit' });
  });

  const HOLDING = {
    data: (packet: string) => `<data>${Buffer.from(packet).toString('base64')}</data>`,
    'compressed data': (packet: string) => `<data>${deflateRawSync(packet).toString('base64')}</data>`,
    'a text': (packet: string) => `<string>${packet.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>`,
  };

  it.each(Object.entries(HOLDING))('with XMP in %s states what that states', (_, hold) => {
    const bytes = Buffer.from(`${aae()}`.replace('<data>YnBsaXN0</data>', hold(XMP)));
    expect(said(bytes, 'a.AAE')).toMatchObject({
      kind: 'edit',
      said: { placeNames: ['Lyon'], names: [{ role: 'creator', names: ['Mira Example'] }] },
    });
  });

  it('in its binary form with XMP states what that states', () => {
    const packet = XMP.slice(XMP.indexOf('<x:'), XMP.indexOf('<?xpacket end')).replace('Lyon', 'Lyon, quai');
    const list = binaryPlist({ adjustmentFormatIdentifier: 'org.example', adjustmentData: packet });
    expect(said(list, 'a.AAE')).toMatchObject({ said: { placeNames: ['Lyon, quai'] } });
  });

  it('of slow motion states nothing: no picture is changed', () => {
    expect(said(aae('com.apple.video.slomo'), 'a.AAE')).toBeNull();
  });

  it('that is something else is not read', () => {
    expect(readSidecar(Buffer.from('<plist/>'), 'a.aae')).toEqual({ sidecar: null, isComplete: false });
  });
});

describe('a C2PA file', () => {
  it('states what its manifest states, and names what was not examined', () => {
    const author = json('stds.schema-org.CreativeWork', { author: 'Mira Example' });
    const picture = file('c2pa.thumbnail.claim', 'image/jpeg', Buffer.from('\xff\xd8\xff', 'latin1'));
    expect(said(storeOf(author, picture, encrypted('a')), 'a.c2pa')).toMatchObject({
      kind: 'c2pa',
      said: {
        names: [{ role: 'creator', names: ['Mira Example'] }],
        unknownParts: ['C2PA encrypted content', 'C2PA picture'],
      },
    });
  });

  it('that is cut is incomplete', () => {
    expect(readSidecar(storeOf(encrypted('a')).subarray(0, -3), 'a.c2pa').isComplete).toBe(false);
  });
});

it('never throws, whatever the bytes', () => {
  const binary = binaryPlist({ adjustmentFormatIdentifier: 'org.example', adjustmentData: 'é' });
  const files = [takeoutJson({ title: 'a', place: PLACE, people: ['x'] }), Buffer.from(XMP), aae(), binary];
  const damaged = fc
    .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 8 }))
    .map(([file, changes]) => {
      const bytes = Buffer.from(file);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      return bytes;
    });
  fc.assert(
    fc.property(
      fc.oneof(damaged, fc.uint8Array()),
      fc.constantFrom('a.json', 'a.xmp', 'a.aae', 'a.c2pa'),
      (bytes, name) => {
        expect(typeof readSidecar(bytes, name).isComplete).toBe('boolean');
      },
    ),
    { numRuns: 500 },
  );
});

describe('sidecars on the disk', () => {
  async function opened(files: Readonly<Record<string, Uint8Array>>, ...more: string[]) {
    const root = folder();
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
    const sidecars = [...Object.keys(files), ...more].map((name) => join(root, name));
    const unread: PhotoError[] = [];
    const target = { path: join(root, 'a.jpg'), bytes: 1, mtimeMs: 0, kind: 'image', mediaType: 'image/jpeg' } as const;
    const found = await openSidecars({ ...target, sidecars }, unread);
    return { found, unread: unread.map(({ code, path }) => `${code} ${path?.slice(root.length + 1)}`) };
  }

  it('are all read, and each that cannot be read is named', async () => {
    const files = { 'a.jpg.json': takeoutJson({ title: 'a' }), 'a.xmp': Buffer.from('x'), 'a.AAE': aae() };
    const { found, unread } = await opened(files, 'gone.json', '.');
    expect(found.map(({ kind }) => kind)).toEqual(['takeout', 'xmp', 'edit']);
    // The last is the folder itself.
    expect(unread).toEqual(['sidecar-unreadable a.xmp', 'sidecar-unreadable gone.json', 'sidecar-unreadable ']);
  });

  it('name the place that was not understood', async () => {
    const place = { latitude: '48,51', longitude: '2,17' };
    const takeout = Buffer.from(JSON.stringify({ title: 'a.jpg', geoData: place }));
    expect((await opened({ 'a.jpg.json': takeout })).unread).toEqual(['place-unread a.jpg.json']);
  });

  it('state all places that differ', () => {
    const exifPlace = { latitude: 45.764, longitude: 4.8357 };
    const place = { latitude: 48.8584, longitude: 2.2945 };
    const takeout = takeoutJson({ title: 'a', place, exifPlace, description: 'geo:52.5163,13.3777' });
    const { sidecar } = readSidecar(takeout, 'a.json');
    expect(sidecar).toMatchObject({
      said: { location: place, otherLocations: [exifPlace, { latitude: 52.5163, longitude: 13.3777, from: 'text' }] },
    });
  });

  it('are read up to a size that no program exceeds', async () => {
    const long = (bytes: number) => Buffer.concat([takeoutJson({ title: 'a' }), Buffer.alloc(bytes, ' ')]);
    const { found, unread } = await opened({ 'a.jpg.json': long(900_000), 'b.jpg.json': long(1_048_576) });
    expect(found).toHaveLength(1);
    expect(unread).toEqual(['sidecar-unreadable b.jpg.json']);
  });
});
