// What the assertions of a manifest state of places, people, cameras and times.
import { encode } from 'cbor2/encoder';
import { Tag } from 'cbor2/tag';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../../src/metadata/read.js';
import { app11, cbor, certificate, json, manifest, store, storeOf } from '../../helpers/c2pa.js';
import { jpegWith } from '../../helpers/metadata-files.js';

const EXIF = { exif: 'http://ns.adobe.com/exif/1.0/', exifEX: 'http://cipa.jp/exif/2.32/' };

async function read(...assertions: readonly Uint8Array[]) {
  return readMetadata(await jpegWith(...app11(storeOf(...assertions))), 'image/jpeg');
}
const namesIn = async (...assertions: readonly Uint8Array[]) =>
  (await read(...assertions)).names.flatMap(({ role, names }) => names.map((name) => `${role}: ${name}`));
const placeOf = async (value: unknown, label = 'com.example.note') => {
  const { location } = await read(cbor(label, value));
  return location && [location.latitude.toFixed(2), location.longitude.toFixed(2)].join(' ');
};

describe('an assertion', () => {
  it('of EXIF has the place, the time, the camera and its serial number', async () => {
    const value = {
      '@context': { ...EXIF, tiff: 'http://ns.adobe.com/tiff/1.0/' },
      'exif:GPSLatitude': '48,51.4902N',
      'exif:GPSLongitude': '2,17.6706E',
      'exif:DateTimeOriginal': '2025-06-01T18:02:11+02:00',
      'tiff:Make': 'ACME',
      'tiff:Model': 'Pocket 1',
      'exifEX:BodySerialNumber': '90817263',
      'exifEX:CameraOwnerName': 'Mira Example',
    };
    for (const assertion of [json('stds.exif', value), cbor('c2pa.metadata', value), json('cawg.metadata', value)]) {
      expect(await read(assertion)).toMatchObject({
        takenAt: { value: '2025-06-01T18:02:11+02:00' },
        location: { latitude: 48.85817, longitude: 2.29451 },
        device: { make: 'ACME', model: 'Pocket 1', serialNumber: '90817263' },
        names: [{ role: 'owner', names: ['Mira Example'] }],
      });
    }
  });

  it.each<readonly [string, unknown]>([
    [
      'other prefixes',
      { '@context': { e: EXIF.exif }, 'e:GPSLatitude': '45,30.0000N', 'e:GPSLongitude': '4,30.0000E' },
    ],
    [
      'namespaces in capitals',
      {
        '@context': { EXIF: EXIF.exif.toUpperCase() },
        'EXIF:GPSLatitude': '45,30.0000N',
        'EXIF:GPSLongitude': '4,30.0000E',
      },
    ],
    ['full names', { [`${EXIF.exif}GPSLatitude`]: '45,30.0000N', [`${EXIF.exif}GPSLongitude`]: '4,30.0000E' }],
    [
      'terms of its own',
      {
        '@context': [{ e: EXIF.exif, up: 'e:GPSLatitude', right: { '@id': 'e:GPSLongitude' } }],
        up: '45,30.0000N',
        right: '4,30.0000E',
      },
    ],
    ['no namespaces', { GPSLatitude: 45.5, GPSLongitude: 4.5 }],
    ['plain words', { where: { latitude: 45.5, longitude: 4.5 } }],
    ['a text', { note: 'the hut is at 45.500000, 4.500000' }],
    ['a pair of numbers', { gps: [45.5, 4.5] }],
    ['GeoJSON', { point: { type: 'Point', coordinates: [4.5, 45.5] } }],
    ['fractions of ten', { latitude: new Tag(4, [-1, 455]), longitude: new Tag(4, [-1, 45]) }],
    ['ratios', { latitude: new Tag(30, [91, 2]), longitude: new Tag(30, [9, 2]) }],
    ['tagged coordinates', new Tag(103, [45.5, 4.5])],
    ['JSON in a text', { more: JSON.stringify({ latitude: 45.5, longitude: 4.5 }) }],
    ['JSON in bytes', { more: Buffer.from(JSON.stringify({ latitude: 45.5, longitude: 4.5 })) }],
    ['text in bytes', { more: Buffer.from('geo:45.500000,4.500000') }],
    ['CBOR in CBOR', { more: new Tag(24, encode({ latitude: 45.5, longitude: 4.5 })) }],
    ['an address', { more: new Tag(32, 'geo:45.500000,4.500000') }],
    ['a key', { 'geo:45.500000,4.500000': 1 }],
    [
      'keys that are numbers',
      new Tag(24, Buffer.concat([Buffer.from('a101', 'hex'), encode('geo:45.500000,4.500000')])),
    ],
    ['a list of languages', { 'dc:description': { en: 'geo:45.500000,4.500000' } }],
    ['the version of a program', { softwareAgent: { name: 'x', version: 'geo:45.500000,4.500000' } }],
  ])('has a place in %s', async (_, value) => {
    expect(await placeOf(value)).toBe('45.50 4.50');
  });

  it('keeps the coordinates of two assertions apart', async () => {
    const { location, otherLocations } = await read(
      cbor('com.example', { latitude: 45.5 }),
      cbor('com.example', { longitude: 4.5 }),
    );
    expect([location, otherLocations]).toEqual([null, []]);
  });

  it.each<readonly [string, string, unknown]>([
    ['an author', 'creator: Mira Example', { author: [{ '@type': 'Person', name: 'Mira Example' }] }],
    ['a list of authors', 'creator: Mira Example', { author: ['Mira Example'] }],
    ['IPTC', 'creator: Mira Example', { 'dc:creator': ['Mira Example'] }],
    ['persons in the picture', 'shown: Mira Example', { 'Iptc4xmpExt:PersonInImage': ['Mira Example'] }],
    ['an owner', 'owner: Mira Example', { ownerName: 'Mira Example' }],
    ['an account', 'creator: mira', { 'cawg:verifiedIdentities': [{ username: 'mira' }] }],
    ['a credential', 'creator: Mira Example', { credentialSubject: { name: 'Mira Example' } }],
    ['a value with a language', 'creator: Mira Example', { 'dc:creator': { '@value': 'Mira Example' } }],
  ])('has the name of a person in %s', async (_, name, value) => {
    expect(await namesIn(json('com.example', value))).toEqual([name]);
  });

  it('names no person where an organisation is the author', async () => {
    const author = { '@type': 'Organization', name: 'Pixel Works' };
    expect(await namesIn(json('stds.schema-org.CreativeWork', { author }))).toEqual([]);
  });

  it('has the time of the action that made the picture, and no other', async () => {
    const at = (action: string, when: unknown) => cbor('c2pa.actions.v2', { actions: [{ action, when }] });
    const timeOf = async (assertion: Uint8Array) => (await read(assertion)).takenAt?.value;
    expect(await timeOf(at('c2pa.created', '2025-06-01T18:02:11Z'))).toBe('2025-06-01T18:02:11Z');
    expect(await timeOf(at('c2pa.created', new Tag(0, '2025-06-01T18:02:11Z')))).toBe('2025-06-01T18:02:11Z');
    expect(await timeOf(at('c2pa.created', new Tag(1, 1_748_800_931)))).toBe('2025-06-01T18:02:11Z');
    expect(await timeOf(at('c2pa.edited', '2025-06-01T18:02:11Z'))).toBeUndefined();
  });

  it('names cities and countries', async () => {
    const place = { address: { addressLocality: 'Lyon', addressCountry: 'France' } };
    expect((await read(json('stds.schema-org.CreativeWork', { contentLocation: place }))).placeNames).toEqual([
      'Lyon',
      'France',
    ]);
  });

  it('leaves nothing to report where it has references, hashes and names of algorithms', async () => {
    const { otherText } = await read(
      cbor('c2pa.hash.data', {
        alg: 'sha256',
        name: 'jumbf manifest',
        hash: Buffer.alloc(32, 201),
        pad: Buffer.alloc(8),
      }),
      cbor('c2pa.ingredient.v2', {
        'dc:format': 'image/jpeg',
        instanceID: 'xmp:iid:f3a40a0e-1c8f-4c43-8d33-5ddb9a6cf00a',
        relationship: 'parentOf',
        thumbnail: { url: 'self#jumbf=c2pa.assertions/c2pa.thumbnail.ingredient.jpeg', hash: Buffer.alloc(32, 202) },
      }),
      cbor('c2pa.actions', {
        actions: [
          {
            action: 'c2pa.color_adjustments',
            when: '2025-06-01T18:02:11Z',
            digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
          },
        ],
      }),
      cbor('c2pa.training-mining', { entries: { 'c2pa.ai_training': { use: 'notAllowed' } } }),
    );
    expect(otherText).toEqual([{ tag: 'C2PA manifest', value: 'a manifest, earlier pictures, editing history' }]);
  });

  it.each([
    ['hash', 'Mira was here'],
    ['alg', 'my secret way'],
    ['url', 'https://example.com/mira'],
    ['relationship', 'of mira and bo'],
    ['instanceID', 'mira-42'],
    ['name', 'mira'],
    ['when', 'on the day of the wedding'],
    ['@type', 'a person, mira'],
  ])('has an other text in %s where it is not what belongs there', async (key, text) => {
    const { otherText } = await read(cbor('c2pa.ingredient', { [key]: text }));
    expect(otherText.map(({ value }) => value).join()).toContain(text);
  });
});

describe('a signature', () => {
  const sign = async (holder: Readonly<Record<string, string>>) => {
    const whole = store(manifest({ certificate: certificate(holder) }));
    return readMetadata(await jpegWith(...app11(whole)), 'image/jpeg');
  };

  it('names the holder of the certificate', async () => {
    const { names, otherText, placeNames } = await sign({ CN: 'Mira Quillfjord', E: 'mira@example.com', L: 'Lyon' });
    expect(names).toEqual([{ role: 'creator', names: ['Mira Quillfjord'] }]);
    expect(otherText).toEqual([
      { tag: 'C2PA manifest', value: 'a manifest, a signature, Mira Quillfjord' },
      { tag: 'Signer', value: 'mira@example.com' },
    ]);
    expect(placeNames).toEqual(['Lyon']);
  });

  it('of a company names no person and no town', async () => {
    expect(await sign({ CN: 'Leica Camera AG', O: 'Leica', L: 'Wetzlar' })).toMatchObject({
      placeNames: [],
      names: [],
    });
  });

  it('inside an assertion is opened, with its payload', async () => {
    const credential = { credentialSubject: { verifiedIdentities: [{ name: 'Mira Example' }] } };
    const cose = encode(new Tag(18, [encode({}), {}, Buffer.from(JSON.stringify(credential)), Buffer.alloc(64, 7)]));
    expect(await namesIn(cbor('cawg.identity', { signature: cose }))).toEqual(['creator: Mira Example']);
  });
});
