// Content Credentials: that a manifest is there, what it states, whom it names, and the earlier
// pictures in it, in every format.
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { c2paBlocks, joinJumbf } from '../../../src/formats/c2pa/c2pa.js';
import { readMetadata } from '../../../src/metadata/read.js';
import { damaged } from '../../helpers/damage.js';
import { embeddedIn } from '../../helpers/format-readers.js';
import { jpegWith, picture, type Segment } from '../../helpers/metadata-files.js';

const SMALL = await picture().jpeg().toBuffer();

const part = (label: string, ...content: readonly Uint8Array[]): Buffer =>
  box('jumb', box('jumd', Buffer.alloc(16), Buffer.from(`\x03${label}\0`, 'latin1')), ...content);

const MANIFEST = part(
  'c2pa',
  part(
    'urn:uuid:1',
    part(
      'c2pa.assertions',
      part('stds.schema-org.CreativeWork', box('json', Buffer.from('{"author":[{"name":"Mira Example"}]}'))),
      part('c2pa.actions', box('cbor', Buffer.from([0xa0]))),
      part('c2pa.thumbnail.ingredient.jpeg', box('bfdb', Buffer.from('\0image/jpeg\0')), box('bidb', SMALL)),
    ),
    part('c2pa.claim', box('cbor', Buffer.from('\x6fclaim_generator\x69Editor/15', 'latin1'))),
    part('c2pa.signature', box('cbor', Buffer.from('\x06\x03\x55\x04\x03\x0c\x0aAnn Signer', 'latin1'))),
  ),
);

/** In pieces of at most 100 bytes, each with the header of the box. */
function app11(): Segment[] {
  const pieces: Segment[] = [];
  for (let at = 8; at < MANIFEST.length; at += 100) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(pieces.length + 1);
    const data = Buffer.concat([
      Buffer.from('JP\0\x01'),
      number,
      MANIFEST.subarray(0, 8),
      MANIFEST.subarray(at, at + 100),
    ]);
    pieces.push([0xeb, data]);
  }
  return pieces;
}

async function png(): Promise<Buffer> {
  const plain = await picture().png().toBuffer();
  const chunk = Buffer.concat([Buffer.from('caBX'), MANIFEST]);
  const around = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  return Buffer.concat([
    ...[plain.subarray(0, 33), around(MANIFEST.length), chunk, around(crc32(chunk)), plain.subarray(33)],
  ]);
}

const heic = () =>
  Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(4), box('iinf', Buffer.alloc(6)), box('iloc', Buffer.alloc(8))),
    box(
      'uuid',
      Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex'),
      Buffer.from('\0\0\0\0manifest\0\0\0\0\0\0\0\0\0', 'latin1'),
      MANIFEST,
    ),
  ]);

describe('a manifest', () => {
  it.each([
    ['image/jpeg', async () => jpegWith(...app11())],
    ['image/png', png],
    ['image/heic', async () => heic()],
  ] as const)('is found in %s, with whom it names and what it tells', async (kind, make) => {
    const file = await make();
    const found = await readMetadata(file, kind);
    expect(found.isComplete).toBe(true);
    expect(found.names).toEqual([{ role: 'creator', names: ['Mira Example'] }]);
    expect(found.otherText).toEqual([
      { tag: 'C2PA manifest', value: 'a manifest, editing history, a signature, Editor/15, Ann Signer' },
    ]);
    expect(embeddedIn(file, kind).map(({ file: open }) => Buffer.from(open()))).toEqual([SMALL]);
  });

  it('that breaks off is reported, and so is the damage', async () => {
    const cut = MANIFEST.subarray(0, MANIFEST.length - 5);
    const found = await readMetadata(
      await jpegWith([0xeb, Buffer.concat([Buffer.from('JP\0\x01\0\0\0\x01', 'latin1'), cut])]),
      'image/jpeg',
    );
    expect(found).toMatchObject({ isComplete: false, otherText: [{ tag: 'C2PA manifest' }] });
  });

  it('is joined from its pieces by their numbers, whatever their order in the file', () => {
    const pieces = app11().map(([, data]) => Buffer.from(data));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.from(joinJumbf(pieces.toReversed()))).toEqual(MANIFEST);
  });

  it('is joined from pieces that each begin with a header of 16 bytes', () => {
    const header = Buffer.concat([uint(1, 4), Buffer.from('jumb'), uint(0, 4), uint(20, 4)]);
    const piece = (number: number, content: string) =>
      Buffer.concat([Buffer.from('JP\0\x01'), uint(number, 4), header, Buffer.from(content)]);
    expect(Buffer.from(joinJumbf([piece(1, 'ab'), piece(2, 'cd')])).toString()).toBe(`${header}abcd`);
  });

  it('is not read deeper than manifests are', () => {
    const thumbnail = part('c2pa.thumbnail.claim.jpeg', box('bidb', SMALL));
    const within = (depth: number) =>
      Array.from({ length: depth }).reduce<Buffer>((inner) => part('c2pa', inner), thumbnail);
    const kinds = (bytes: Buffer) => [...c2paBlocks(bytes)].map(({ kind }) => kind);
    expect(kinds(within(5))).toEqual(['picture', 'tags']);
    expect(kinds(within(6))).toEqual(['tags']);
  });

  it('of any bytes ends in tags', () => {
    fc.assert(
      fc.property(damaged(MANIFEST), (bytes) => {
        const kinds: string[] = [];
        try {
          for (const { kind } of c2paBlocks(bytes)) kinds.push(kind);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(kinds.at(-1)).toBe('tags');
        joinJumbf([bytes.subarray(0, 40), bytes]);
      }),
      { numRuns: 500 },
    );
  });

  it('is not found in a picture without one', async () => {
    expect((await readMetadata(await jpegWith([0xeb, Buffer.from('JP\0')]), 'image/jpeg')).otherText).toEqual([]);
  });
});
