// HEIF with its tables written in every form that phones and the standard have: the same is found
// in all of them.
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { box, fullBox, uint } from '../../../fixtures/encode/boxes.js';
import {
  AS_PHONES,
  grid,
  type HeifLayout,
  heifIn,
  heifOf,
  type Item,
  overlay,
  pictureItem,
  rotation,
  size,
  WIDE,
} from '../../../fixtures/encode/heif-items.js';
import { decodeHeic } from '../../../src/formats/heif/decode.js';
import { storedPictures } from '../../../src/formats/heif/hidden-images.js';
import { openPhoto } from '../../../src/photo/open.js';
import { attachmentsOf, endsEarly, loadedReader } from '../../helpers/format-readers.js';
import { tiff, xmp } from '../../helpers/metadata-files.js';

const HEIC = 'image/heic';
const SIDE = 64;
const COLOURS = { red: [200, 30, 40], green: [40, 180, 60] } as const;
const EXIF = tiff([[0x0110, 'ascii', 'Pocket 1']]);

const GAIN_MAP = fullBox('auxC', 0, 0, Buffer.from('urn:com:apple:photo:2020:aux:hdrgainmap\0'));
const [MAIN, LEFT, RIGHT] = [1, 2, 3];

const tiles: Item[] = [];
let gainMap: Item;

beforeAll(async () => {
  const plain = (background: string) => sharp({ create: { width: SIDE, height: SIDE, channels: 3, background } });
  for (const [red, green, blue] of Object.values(COLOURS)) {
    tiles.push({ ...(await pictureItem(plain(`rgb(${red}, ${green}, ${blue})`), SIDE, SIDE)), isHidden: true });
  }
  gainMap = { ...(await pictureItem(plain('gray'), SIDE, SIDE, GAIN_MAP)), isHidden: true };
});

const canvas = (width: number, ...more: Buffer[]): Item => ({
  type: 'grid',
  data: grid(2, 1, width, SIDE),
  properties: [size(width, SIDE), ...more],
  references: [['dimg', LEFT, RIGHT]],
});

/** A picture of two tiles that is rotated, its gain map, EXIF and XMP. */
function photo(layout: HeifLayout): Buffer {
  return heifIn(layout, [
    canvas(2 * SIDE, rotation(1)),
    ...tiles,
    { ...gainMap, references: [['auxl', MAIN]] },
    {
      type: 'Exif',
      data: Buffer.concat([uint(6, 4), Buffer.from('Exif\0\0'), EXIF]),
      properties: [],
      references: [['cdsc', MAIN]],
    },
    {
      ...{ type: 'mime', contentType: 'application/rdf+xml', data: Buffer.from(xmp('')), properties: [] },
      references: [['cdsc', MAIN]],
    },
  ]);
}

/** Colours in the middle of the upper and of the lower half. */
async function colours(file: Uint8Array): Promise<{ size: number[]; upper: number[]; lower: number[] }> {
  const { data, width, height } = await decodeHeic(file, 1e6);
  const at = (down: number) => [
    ...data.subarray(4 * (Math.floor(down * height) * width + (width >> 1))).subarray(0, 3),
  ];
  return { size: [width, height], upper: at(0.25), lower: at(0.75) };
}

const isClose = (found: readonly number[], expected: readonly number[]) =>
  found.every((level, channel) => Math.abs(level - expected[channel]!) <= 3);

describe.each([
  ['as phones write it', AS_PHONES],
  ['with numbers of four and eight bytes, in parts', WIDE],
])('a HEIC %s', (_name, layout) => {
  it('is decoded from its tiles, upright', async () => {
    const { size: sides, upper, lower } = await colours(photo(layout));
    expect(sides).toEqual([SIDE, 2 * SIDE]);
    // Counterclockwise: what was at the right is now at the top.
    expect(isClose(upper, COLOURS.green) && isClose(lower, COLOURS.red)).toBe(true);
  });

  it('is one picture that is examined in full', async () => {
    const bytes = photo(layout);
    const opened = openPhoto(
      { path: 'a.heic', bytes: bytes.length, mtimeMs: 0, kind: 'image', mediaType: HEIC },
      bytes,
    );
    await opened.pixels();
    expect(opened.unseen).toEqual([]);
  });

  it('has its gain map where it is stored', () => {
    const bytes = photo(layout);
    expect(attachmentsOf(bytes, HEIC)).toEqual([
      {
        ...{ what: 'gain map', isProved: true, isNamed: true },
        ...{ offset: bytes.indexOf(gainMap.data), bytes: gainMap.data.length },
      },
    ]);
  });

  it('has its EXIF and XMP', () => {
    const blocks = [...(loadedReader(HEIC).blocks?.(photo(layout)) ?? [])];
    expect(blocks.map((block) => [block.kind, 'bytes' in block && Buffer.from(block.bytes)])).toEqual([
      ['tiff', EXIF],
      ['xmp', Buffer.from(xmp(''))],
    ]);
  });

  it('has the part of its tiles that its canvas hides, and a file that shows it', async () => {
    const [stored, ...others] = storedPictures(heifIn(layout, [canvas(SIDE - 16), ...tiles]));
    expect(others).toEqual([]);
    expect(stored).toMatchObject({
      what: 'stored picture',
      bytes: tiles[0]!.data.length + tiles[1]!.data.length,
      hidden: { width: 2 * SIDE, window: { left: 0, width: SIDE - 16 } },
    });
    expect((await colours(stored!.shown())).size).toEqual([2 * SIDE, SIDE]);
  });

  it('has the picture that another one covers', () => {
    const layers: Item = {
      type: 'iovl',
      data: overlay(2 * SIDE, SIDE, [0, 0], [16, 0]),
      properties: [size(2 * SIDE, SIDE)],
      references: [['dimg', LEFT, RIGHT]],
    };
    const [below] = storedPictures(heifIn(layout, [layers, ...tiles]));
    expect(below).toMatchObject({ item: LEFT, hidden: { covers: [{ left: 16, top: 0, width: SIDE, height: SIDE }] } });
  });

  it('has a thumbnail that can be shown', async () => {
    const bytes = heifIn(layout, [tiles[0]!, { ...tiles[1]!, references: [['thmb', MAIN]] }]);
    const [thumbnail] = storedPictures(bytes);
    expect(thumbnail).toMatchObject({ what: 'thumbnail', offset: bytes.indexOf(tiles[1]!.data) });
    expect(isClose((await colours(thumbnail!.shown())).upper, COLOURS.green)).toBe(true);
  });

  it('that is whole does not end early; one that is cut off in a coded picture does', () => {
    const bytes = photo(layout);
    expect(endsEarly(bytes, HEIC)).toBe(false);
    expect(endsEarly(bytes.subarray(0, bytes.indexOf(tiles[1]!.data) + 100), HEIC)).toBe(true);
    expect(endsEarly(Buffer.from(bytes).fill(0, bytes.length >> 1), HEIC)).toBe(true);
  });
});

describe('an item', () => {
  const withItem = (item: Partial<Item>) => heifOf([tiles[0]!, { type: 'Exif', data: EXIF, properties: [], ...item }]);
  const blocksOf = (bytes: Uint8Array) => () => [...(loadedReader(HEIC).blocks?.(bytes) ?? [])];
  /** The file with another table of locations. Offsets after it change with its length. */
  function withLocations(bytes: Buffer, sizes: number, ...content: Buffer[]): Buffer {
    const iloc = fullBox('iloc', 0, 0, uint(sizes, 2), uint(1, 2), uint(2, 2), uint(0, 2), ...content);
    const [metaAt, at] = [bytes.indexOf('meta') - 4, bytes.indexOf('iloc') - 4];
    const length = bytes.readUInt32BE(at);
    const made = Buffer.concat([bytes.subarray(0, at), iloc, bytes.subarray(at + length)]);
    made.writeUInt32BE(bytes.readUInt32BE(metaAt) + iloc.length - length, metaAt);
    return made;
  }
  const EXIF_DATA = Buffer.concat([uint(0, 4), EXIF]);

  it('of length 0 reaches to the end of the file', () => {
    const bytes = withItem({ data: EXIF_DATA });
    // The last field of the table is the length.
    bytes.writeUInt32BE(0, bytes.indexOf('iinf') - 8);
    expect(blocksOf(bytes)()).toMatchObject([{ kind: 'tiff', bytes: EXIF }]);
  });

  it('of length 0 in idat reaches to the end of that', () => {
    const bytes = heifIn({ ...WIDE, parts: 1 }, [tiles[0]!, { type: 'Exif', data: EXIF_DATA, properties: [] }]);
    bytes.writeUInt32BE(0, bytes.indexOf('iinf') - 8);
    expect(blocksOf(bytes)()).toMatchObject([{ kind: 'tiff', bytes: EXIF }]);
  });

  it.each([
    ['in another item', 2],
    ['by a method that the standard does not have', 7],
  ])('%s is damage', (_where, method) => {
    const bytes = heifIn(AS_PHONES, [tiles[0]!, { type: 'Exif', data: EXIF_DATA, properties: [] }]);
    bytes.writeUInt16BE(method, bytes.indexOf('iinf') - 4 - 8 - 4 - 2);
    expect(blocksOf(bytes)).toThrow(expect.objectContaining({ name: 'MalformedError' }));
  });

  it.each([
    ['that no table places', (bytes: Buffer) => bytes.write('free', bytes.indexOf('iloc'))],
    ['that reaches past the end', (bytes: Buffer) => bytes.writeUInt32BE(1_000_000, bytes.indexOf('iinf') - 8)],
    ['with the number of another one', (bytes: Buffer) => bytes.writeUInt16BE(1, bytes.lastIndexOf('infe') + 8)],
    ['whose name does not end', (bytes: Buffer) => bytes.writeUInt8(1, bytes.lastIndexOf('infe') + 16)],
  ])('%s is damage', (_what, damage) => {
    const bytes = withItem({ data: EXIF_DATA });
    expect(blocksOf(bytes)).not.toThrow();
    damage(bytes);
    expect(blocksOf(bytes)).toThrow(expect.objectContaining({ name: 'MalformedError' }));
  });

  it('that reaches past the end of idat is damage, though the file goes on', () => {
    const before: Item = { type: 'mime', data: Buffer.alloc(50), properties: [] };
    const bytes = heifIn(WIDE, [tiles[0]!, before, { type: 'Exif', data: EXIF_DATA, properties: [] }]);
    bytes.writeUInt32BE(EXIF_DATA.length + 1, bytes.indexOf('iinf') - 8);
    expect(blocksOf(bytes)).toThrow(expect.objectContaining({ name: 'MalformedError' }));
  });

  const parts = (count: number, ...fields: Buffer[]) => [
    uint(count, 2),
    ...Array.from({ length: count }, () => fields).flat(),
  ];

  it.each([
    ['in one part', 0x4400, parts(1, uint(0, 4), uint(20, 4)), null],
    ['in 256 parts', 0x4400, parts(256, uint(0, 4), uint(1, 4)), null],
    ['in 257 parts', 0x4400, parts(257, uint(0, 4), uint(1, 4)), 'more parts than any writer makes'],
    ['in parts without an offset', 0x0040, [uint(3000, 4), uint(2, 2)], 'parts without an offset'],
    ['with numbers of three bytes', 0x3400, parts(1, uint(0, 3), uint(20, 4)), 'no such size of number'],
    // A small file could ask for any amount of memory.
    ['in parts that are each half of the file', 0x4400, parts(3, uint(0, 4), uint(3000, 4)), 'longer than the file'],
  ])('%s is read, or damage', (_what, sizes, fields, message) => {
    const bytes = withLocations(withItem({ data: EXIF_DATA }), sizes, ...fields);
    const read = () => blocksOf(bytes)();
    if (message === null) expect(read).not.toThrow('part');
    else expect(read).toThrow(message);
  });

  it('listed by a second table is damage: another reader might take that one', () => {
    const bytes = withItem({ data: EXIF_DATA });
    const metaAt = bytes.indexOf('meta') - 4;
    const end = metaAt + bytes.readUInt32BE(metaAt);
    const second = fullBox('iinf', 0, 0, uint(0, 2));
    const made = Buffer.concat([bytes.subarray(0, end), second, bytes.subarray(end)]);
    made.writeUInt32BE(bytes.readUInt32BE(metaAt) + second.length, metaAt);
    expect(() => attachmentsOf(made, HEIC)).toThrow(
      expect.objectContaining({ code: 'structure-broken', detail: `${end}` }),
    );
  });
});

describe('bytes after the last box', () => {
  const bytes = () => heifOf([tiles[0]!]);

  it('that are no box are not damage', () => {
    expect(attachmentsOf(Buffer.concat([bytes(), Buffer.alloc(40, 0xab)]), HEIC)).toEqual([]);
  });

  it('that are a box which breaks off are damage', () => {
    const broken = Buffer.concat([bytes(), box('mpvd', Buffer.alloc(40)).subarray(0, 30)]);
    expect(() => attachmentsOf(broken, HEIC)).toThrow(expect.objectContaining({ code: 'structure-broken' }));
  });

  it('are damage where they come before the tables', () => {
    const file = bytes();
    const start = file.indexOf('meta') - 4;
    const broken = Buffer.concat([file.subarray(0, start), Buffer.alloc(40, 0xab), file.subarray(start)]);
    expect(() => attachmentsOf(broken, HEIC)).toThrow(
      expect.objectContaining({ code: 'structure-broken', detail: `${start}` }),
    );
  });
});
