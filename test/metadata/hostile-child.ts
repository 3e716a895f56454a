// Run by hostile.slow.test.ts in a process of its own, which can be killed: damages valid files at
// random and reads them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PhotoError } from '../../src/errors.js';
import { readMetadata } from '../../src/metadata/read.js';
import '../setup.js';
import { box } from '../../fixtures/encode/boxes.js';
import { app11, cbor, certificate, json, manifest, store } from '../helpers/c2pa.js';
import {
  EXIF,
  exifSegment,
  gifWith,
  gifXmp,
  heif,
  iptcSegment,
  jpegWith,
  picture,
  pngWith,
  tiff,
  xmp,
  xmpSegment,
} from '../helpers/metadata-files.js';

const SECRETS = ['Quillfeather', 'SN-90817263', 'Wobblebridge'];
const PACKET = xmp(`
  <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Seq><rdf:li>${SECRETS[0]}</rdf:li></rdf:Seq></dc:creator>
  <aux:SerialNumber xmlns:aux="http://ns.adobe.com/exif/1.0/aux/">${SECRETS[1]}</aux:SerialNumber>`);
const NOTE = Buffer.from(
  'OLYMPUS\0II\x03\0\x02\0\x04\x04\x02\0\x04\0\0\0ABCD\x10\x20\x04\0\x01\0\0\0\x0c\0\0\0',
  'latin1',
);
const BLOCK = tiff(
  [
    [0x010f, 'ascii', 'OLYMPUS'],
    [0x013b, 'ascii', SECRETS[0]!],
    [0x010e, 'ascii', SECRETS[2]!],
    [0x02bc, 'bytes', Buffer.from(PACKET)],
  ],
  {
    34665: [
      [0x9003, 'ascii', '2025:06:01 18:02:11'],
      [0xa431, 'ascii', SECRETS[1]!],
      [0x927c, 'bytes', NOTE],
    ],
    34853: [
      [0x0001, 'ascii', 'N'],
      [0x0002, 'rational', [48, 1, 51, 1, 29, 1]],
      [0x0003, 'ascii', 'E'],
      [0x0004, 'rational', [2, 1, 17, 1, 40, 1]],
    ],
  },
);

const MANIFEST = store(
  manifest({
    assertions: [
      json('c2pa.metadata', { 'dc:creator': [SECRETS[0]], 'exifEX:BodySerialNumber': SECRETS[1] }),
      cbor('com.example', { [SECRETS[2]!]: { latitude: 45.5, longitude: 4.5, exif: BLOCK } }),
    ],
    certificate: certificate({ CN: SECRETS[0]! }),
  }),
);
const RIFF = await picture().withExif(EXIF).withXmp(PACKET).webp().toBuffer();
const SAMPLES: readonly (readonly [mediaType: string, bytes: Buffer])[] = [
  [
    'image/jpeg',
    await jpegWith(exifSegment(BLOCK), xmpSegment(PACKET), iptcSegment([80, Buffer.from(SECRETS[0]!)]), [
      0xfe,
      SECRETS[2]!,
    ]),
  ],
  ['image/png', await pngWith(['eXIf', BLOCK], ['iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${PACKET}`)])],
  ['image/webp', RIFF],
  ['image/gif', await gifWith(gifXmp(PACKET), Buffer.from(`!\xfe\x0c${SECRETS[2]}\0`, 'latin1'))],
  ['image/heic', heif(BLOCK, PACKET)],
  [
    'image/jxl',
    Buffer.concat([
      box('JXL ', Buffer.alloc(4)),
      box('Exif', Buffer.alloc(4), BLOCK),
      box('xml ', Buffer.from(PACKET)),
    ]),
  ],
  ['image/jpeg', await jpegWith(...app11(MANIFEST))],
  ['image/tiff', BLOCK],
];

const damage = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: fc.nat(),
    value: fc.constantFrom(0, 1, 2, 4, 7, 8, 127, 128, 254, 255),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.nat({ max: 64 }) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat(), value: fc.constant(0) }),
);
const damaged = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.array(damage, { minLength: 1, maxLength: 12 }))
  .map(([[mediaType, bytes], steps]) => {
    let left = Buffer.from(bytes);
    for (const { kind, at, value } of steps) {
      const place = at % Math.max(1, left.length);
      if (kind === 'set') left[place] = value;
      else if (kind === 'cut') left = Buffer.concat([left.subarray(0, place), left.subarray(place + value)]);
      else left = left.subarray(0, Math.max(place, left.length >> 1));
    }
    return { mediaType, bytes: left };
  });
const random = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 300 }))
  .map(([[mediaType, bytes], kept, rest]) => ({ mediaType, bytes: Buffer.concat([bytes.subarray(0, kept), rest]) }));

for (const [mediaType, bytes] of SAMPLES) {
  const found = JSON.stringify(await readMetadata(bytes, mediaType));
  assert.ok(SECRETS.some((secret) => found.includes(secret)) || mediaType === 'image/webp', mediaType);
}

await fc.assert(
  fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: damaged }, random), async ({ mediaType, bytes }) => {
    try {
      const { location, takenAt } = await readMetadata(bytes, mediaType);
      assert.ok(!location || (Math.abs(location.latitude) <= 90 && Math.abs(location.longitude) <= 180));
      assert.ok(!takenAt || /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(Z|[-+]\d\d:\d\d)?)?$/.test(takenAt.value));
    } catch (error) {
      assert.ok(error instanceof PhotoError, String(error));
      assert.equal(error.code, 'metadata-unreadable');
      const words = `${error.message} ${error.detail} ${error.stack} ${String(error.cause)}`;
      for (const secret of SECRETS) assert.ok(!words.includes(secret));
    }
  }),
  { numRuns: 2000 },
);
