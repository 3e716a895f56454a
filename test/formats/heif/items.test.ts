// Tables of HEIF with any damage: read quickly, within the file, and with the same result from the
// disk as from memory.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import {
  AS_PHONES,
  crop,
  grid,
  heifIn,
  type Item,
  overlay,
  rotation,
  size,
  WIDE,
} from '../../../fixtures/encode/heif-items.js';
import type { ByteReader } from '../../../src/formats/byte-reader.js';
import { heifBlocks } from '../../../src/formats/heif/blocks.js';
import { storedPictures, uncropped } from '../../../src/formats/heif/hidden-images.js';
import { listedItems, readHeifItems, topBoxes } from '../../../src/formats/heif/items.js';
import { heifPictures } from '../../../src/formats/heif/shown-pictures.js';
import { isHeifCut } from '../../../src/formats/heif/truncation.js';
import { damaged, expectBounded } from '../../helpers/damage.js';
import { attachmentsOf } from '../../helpers/format-readers.js';
import { tiff, xmp } from '../../helpers/metadata-files.js';

const coded = (...properties: Buffer[]): Item => ({
  type: 'hvc1',
  data: Buffer.from('coded picture'),
  properties: [size(640, 480), ...properties],
});
const auxiliary = fullBox('auxC', 0, 0, Buffer.from('urn:mpeg:hevc:2015:auxid:2\0'));
const ITEMS: Item[] = [
  { type: 'grid', data: grid(2, 1, 800, 480), properties: [size(800, 480), rotation(1)], references: [['dimg', 2, 3]] },
  coded(),
  coded(crop(320, 240)),
  { ...coded(), references: [['thmb', 1]] },
  { ...coded(auxiliary), references: [['auxl', 1]] },
  {
    type: 'iovl',
    data: overlay(1000, 480, [0, 0], [-5, 9]),
    properties: [size(1000, 480)],
    references: [['dimg', 2, 3]],
  },
  { type: 'Exif', data: Buffer.concat([uint(0, 4), tiff([[0x0110, 'ascii', 'Pocket 1']])]), properties: [] },
  { type: 'mime', contentType: 'application/rdf+xml', data: Buffer.from(xmp('')), properties: [] },
];
const track = (handler: string, samples: number) =>
  box(
    'trak',
    box(
      'mdia',
      fullBox('hdlr', 0, 0, uint(0, 4), Buffer.from(handler)),
      box('minf', box('stbl', fullBox('stsz', 0, 0, uint(0, 4), uint(samples, 4)))),
    ),
  );
/** Sound and a video have more samples, but those are no pictures for viewing. */
const sequence = box(
  'moov',
  box('mvhd', Buffer.alloc(100, 0xff)),
  track('soun', 99),
  track('pict', 5),
  track('pict', 12),
  track('vide', 50),
);
const FILES = [1, 3, 6].flatMap((primary) => [
  heifIn(AS_PHONES, ITEMS, primary),
  Buffer.concat([heifIn(WIDE, ITEMS, primary), sequence]),
]);

const itemsOf = (file: ByteReader) => [...readHeifItems(file, topBoxes(file)).items.values()];
function listed(file: ByteReader) {
  const meta = topBoxes(file).find(({ type }) => type === 'meta');
  return meta ? [...listedItems(file, meta)] : [];
}

it('everything is found in a file that is whole', () => {
  for (const bytes of FILES) {
    expect([...heifBlocks(bytes)].map(({ kind }) => kind)).toEqual([
      ...['tiff', 'xmp'],
      // The time of a sequence.
      ...(bytes.includes('moov') ? ['tags'] : []),
    ]);
    expect(attachmentsOf(bytes, 'image/heic').map(({ what }) => what)).toEqual(['depth map']);
    expect(isHeifCut(bytes)).toBe(false);
  }
  // What belongs to another picture than the primary one counts as a picture.
  expect(FILES.map((bytes) => heifPictures(bytes))).toEqual([2, 12, 5, 12, 4, 12]);
  expect(FILES.map((bytes) => storedPictures(bytes).map(({ what }) => what))).toEqual([
    // The depth map is one of them.
    ...[
      ['thumbnail', 'stored picture', 'stored picture'],
      ['thumbnail', 'stored picture', 'stored picture'],
    ],
    ...[1, 2, 3, 4].map(() => ['stored picture', 'stored picture']),
  ]);
  expect(FILES.map((bytes) => uncropped(bytes)?.window.width ?? null)).toEqual([null, null, 320, 320, null, null]);
});

it('a sequence without items ends early where its boxes do', () => {
  const bytes = Buffer.concat([
    box('ftyp', Buffer.from('msf1')),
    fullBox('meta', 0, 0),
    sequence,
    box('mdat', Buffer.alloc(50)),
  ]);
  expect(isHeifCut(bytes)).toBe(false);
  expect(isHeifCut(bytes.subarray(0, -1))).toBe(true);
});

it('whatever the bytes, tables are read quickly, within the file, and the same from the disk as from memory', () => {
  fc.assert(
    fc.property(damaged(...FILES), (bytes) => {
      expectBounded(bytes, itemsOf);
      expectBounded(bytes, listed);
    }),
    { numRuns: 1000 },
  );
});

it('whatever the bytes, every query ends in a value or in one of our own errors', () => {
  fc.assert(
    fc.property(damaged(...FILES), (bytes) => {
      isHeifCut(bytes);
      expect(heifPictures(bytes)).toBeGreaterThan(0);
      uncropped(bytes);
      for (const read of [() => [...heifBlocks(bytes)], () => storedPictures(bytes).map(({ shown }) => shown())]) {
        try {
          read();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }
      try {
        attachmentsOf(bytes, 'image/heic');
      } catch (error) {
        expect(error).toMatchObject({ code: 'structure-broken' });
      }
    }),
    { numRuns: 1000 },
  );
});
