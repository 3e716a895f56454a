// Every picture in a file is compared with the main picture by content, or examined itself,
// wherever it is stored and whatever its shape.
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/read.js';
import { openPhoto } from '../../src/photo/open.js';
import { withIndex } from '../helpers/attachments.js';
import { exifSegment, jpegWith, PLACE, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';
import { photo } from '../helpers/thumbnails.js';

let main: Sharp;
let mainJpeg: Buffer;
/** Another picture of the same shape, smaller. */
let other: Buffer;
/** The main picture, smaller. */
let same: Buffer;

beforeAll(async () => {
  main = await photo(1);
  mainJpeg = await main.clone().jpeg({ quality: 90 }).toBuffer();
  other = await (await photo(4)).resize(600, 450).jpeg().toBuffer();
  same = await main.clone().resize(600, 450).jpeg().toBuffer();
});

function opened(bytes: Buffer, mediaType = 'image/jpeg') {
  return openPhoto({ path: 'a', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType }, bytes);
}

async function compared(bytes: Buffer, mediaType?: string) {
  const { pictures } = await opened(bytes, mediaType).embeddedPictures();
  return pictures.map(({ difference, isExamined }) => [difference?.label ?? null, isExamined]);
}

const base64 = (property: string) => (picture: Buffer) =>
  xmp(property.replace('PICTURE', picture.toString('base64').replace(/(.{76})/g, '$1&#xA;')));
const THUMBNAIL = base64(`
  <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:g="http://ns.adobe.com/xap/1.0/g/img/">
    <xmp:Thumbnails><rdf:Alt><rdf:li rdf:parseType="Resource"><g:image>PICTURE</g:image></rdf:li></rdf:Alt></xmp:Thumbnails>
  </rdf:Description>`);
const GOOGLE = base64('<rdf:Description xmlns:GImage="http://ns.google.com/photos/1.0/image/" GImage:Data="PICTURE"/>');

const withXmp = async (packet: string) => {
  const [, segment] = [mainJpeg, await jpegWith(xmpSegment(packet))];
  const at = segment.indexOf(Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')) - 4;
  const length = segment.readUInt16BE(at + 2) + 2;
  return Buffer.concat([mainJpeg.subarray(0, 2), segment.subarray(at, at + length), mainJpeg.subarray(2)]);
};

type Carrier = readonly [name: string, mediaType: string, carry: (picture: Buffer) => Promise<Buffer>];
const CARRIERS: readonly Carrier[] = [
  ['after a JPEG', 'image/jpeg', async (picture) => Buffer.concat([mainJpeg, picture])],
  [
    'after a JPEG and bytes of unknown kind',
    'image/jpeg',
    async (picture) => Buffer.concat([mainJpeg, Buffer.alloc(999, 'x'), picture]),
  ],
  ['in the index of a JPEG, as a view', 'image/jpeg', async (picture) => withIndex(mainJpeg, picture)],
  ['in the index of a JPEG, without a type', 'image/jpeg', async (picture) => withIndex(mainJpeg, picture, 0)],
  ['after a PNG', 'image/png', async (picture) => Buffer.concat([await main.clone().png().toBuffer(), picture])],
  ['after a WebP', 'image/webp', async (picture) => Buffer.concat([await main.clone().webp().toBuffer(), picture])],
  ['after a GIF', 'image/gif', async (picture) => Buffer.concat([await main.clone().gif().toBuffer(), picture])],
];

describe.each(CARRIERS)('a further picture %s', (_where, mediaType, carry) => {
  it('that shows something else is a finding, and is examined', async () => {
    expect(await compared(await carry(other), mediaType)).toEqual([['embedded-other', true]]);
  });

  it('that shows the same is neither', async () => {
    expect(await compared(await carry(same), mediaType)).toEqual([[null, false]]);
  });
});

describe.each([
  ['a thumbnail', THUMBNAIL],
  ['Google’s second picture', GOOGLE],
])('%s in XMP', (_what, packet) => {
  it('is compared by its content', async () => {
    const small = (picture: Buffer) => sharp(picture).resize(200, 150).jpeg().toBuffer();
    expect(await compared(await withXmp(packet(await small(other))))).toEqual([['embedded-other', true]]);
    expect(await compared(await withXmp(packet(await small(same))))).toEqual([[null, false]]);
  });
});

describe('a picture of another format after a JPEG', () => {
  it.each(['png', 'webp', 'gif', 'avif'] as const)('%s is compared and examined', async (format) => {
    const picture = await sharp(other).toFormat(format).toBuffer();
    expect(await compared(Buffer.concat([mainJpeg, Buffer.alloc(99, 'x'), picture]))).toEqual([
      ['embedded-other', true],
    ]);
  });
});

/** Lines of print, of a part of the width. */
function card(width: number, height: number, part: number): Buffer {
  const [left, top, across] = [width * 0.6, height * 0.7, width * part];
  const lines = Array.from({ length: 8 }, (_, row) => {
    const y = top + (row * across) / 10;
    return `<rect x="${left}" y="${y}" width="${across}" height="${across / 20}" fill="#000"/>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect x="${left - 4}" y="${top - 4}" width="${across + 8}" height="${across * 0.8 + 8}" fill="#fff"/>${lines.join('')}
  </svg>`);
}

it.each([0.03, 0.12])(
  'a large copy with a card of %f of the width that the picture does not show is examined',
  async (part) => {
    const withCard = await sharp(await main.clone().resize(640, 480).png().toBuffer())
      .composite([{ input: card(640, 480, part) }])
      .jpeg()
      .toBuffer();
    const found = await compared(Buffer.concat([mainJpeg, withCard]));
    expect(found.map(([, isExamined]) => isExamined)).toEqual([true]);
  },
);

it('a further picture keeps the orientation that it states, and is the same in any rotation', async () => {
  const sideways = await sharp(same).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
  const file = opened(Buffer.concat([mainJpeg, sideways]));
  const { pictures } = await file.embeddedPictures();
  expect(pictures.map(({ difference, isExamined }) => [difference, isExamined])).toEqual([[null, false]]);
  const inner = pictures[0]?.open();
  await inner?.pixels();
  expect(inner?.size).toEqual({ width: 600, height: 450 });
});

it('a large further picture that is too flat to compare is examined, a thumbnail is not', async () => {
  const page = { create: { width: 800, height: 600, channels: 3, background: '#fff' } } as const;
  const printed = async (width: number, height: number) =>
    sharp({ ...page, create: { ...page.create, width, height } })
      .composite([{ input: card(width, height, 0.04) }])
      .jpeg()
      .toBuffer();
  const file = async (further: Buffer) => Buffer.concat([await sharp(page).jpeg().toBuffer(), further]);
  expect(await compared(await file(await printed(800, 600)))).toEqual([[null, true]]);
  expect(await compared(await file(await printed(160, 120)))).toEqual([[null, false]]);
});

it('a picture of one colour does not explain what a further picture shows', async () => {
  const blank = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
  expect(await compared(Buffer.concat([blank, other]))).toEqual([['embedded-other', true]]);
});

describe('a gain map', () => {
  const HDR = xmp('<rdf:Description xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:GainMapMax="2"/>');
  const marked = async (picture: Sharp) => {
    const jpeg = await picture.jpeg().toBuffer();
    const segment = await withXmp(HDR);
    const at = segment.indexOf(Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1')) - 4;
    const end = at + segment.readUInt16BE(at + 2) + 2;
    return Buffer.concat([jpeg.subarray(0, 2), segment.subarray(at, end), jpeg.subarray(2)]);
  };

  it('of the picture is not examined, also where it is dark in light parts', async () => {
    for (const map of [main.clone(), main.clone().negate()]) {
      const bytes = Buffer.concat([mainJpeg, await marked(map.resize(400, 300).grayscale())]);
      expect(await compared(bytes)).toEqual([[null, false]]);
    }
  });

  it('of another picture, or of another shape, is examined without a finding of its own', async () => {
    for (const map of [sharp(other).resize(400, 300), main.clone().resize(400, 400, { fit: 'cover' })]) {
      expect(await compared(Buffer.concat([mainJpeg, await marked(map.grayscale())]))).toEqual([[null, true]]);
    }
  });
});

it('pictures beyond the number that is compared are reported', async () => {
  const small = await sharp(other).resize(64, 48).jpeg().toBuffer();
  const file = opened(Buffer.concat([mainJpeg, ...Array.from({ length: 14 }, () => small)]));
  const { pictures, unseen } = await file.embeddedPictures();
  expect(pictures).toHaveLength(12);
  expect(unseen).toEqual([{ code: 'embedded-unseen', detail: '2' }]);
  expect(file.unseen).toEqual(unseen);
});

it('a further picture that cannot be read makes the examination partial beside one that can', async () => {
  const broken = Buffer.concat([Buffer.from('ffd8ffda0008', 'hex'), Buffer.alloc(40, 'x'), Buffer.from('ffd9', 'hex')]);
  const file = opened(Buffer.concat([mainJpeg, other, broken]));
  expect((await file.embeddedPictures()).pictures).toHaveLength(1);
  expect(file.unseen).toEqual([{ code: 'embedded-unreadable' }]);
});

it('what a further picture states about itself counts as the file’s own', async () => {
  const { latitude, longitude } = PLACE;
  const dms = (degrees: number) => [Math.trunc(degrees), 1, 0, 1, Math.round((degrees % 1) * 3600 * 1000), 1000];
  const gps = [
    [0x0001, 'ascii', 'N'],
    [0x0002, 'rational', dms(latitude)],
    [0x0003, 'ascii', 'E'],
    [0x0004, 'rational', dms(longitude)],
  ] as unknown as Parameters<typeof tiff>[0];
  const located = await jpegWith(exifSegment(tiff([], { 34853: gps })));
  expect((await readMetadata(located, 'image/jpeg')).location?.latitude).toBeCloseTo(latitude, 3);
  for (const [, mediaType, carry] of CARRIERS) {
    expect((await readMetadata(await carry(located), mediaType)).location?.latitude).toBeCloseTo(latitude, 3);
  }
  expect((await readMetadata(await withXmp(THUMBNAIL(located)), 'image/jpeg')).location).not.toBeNull();
});
