// Content Credentials in every format that has a place for them: what they state is found, and so
// are the pictures in them.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, uint } from '../../../fixtures/encode/boxes.js';
import { c2paBlocks, joinJumbf } from '../../../src/formats/c2pa/c2pa.js';
import { FORMATS } from '../../../src/formats/registry.js';
import { readMetadata } from '../../../src/metadata/read.js';
import {
  app11,
  cbor,
  certificate,
  compressed,
  encrypted,
  FILES_WITH_C2PA,
  file,
  json,
  manifest,
  store,
  storeOf,
  superbox,
  VIDEOS_WITH_C2PA,
} from '../../helpers/c2pa.js';
import { damaged } from '../../helpers/damage.js';
import { embeddedIn } from '../../helpers/format-readers.js';
import { EXIF, jpegWith, picture, tiff, XMP } from '../../helpers/metadata-files.js';
import { ROOT } from '../../helpers/root.js';
import { readVideo } from '../../helpers/video-boxes.js';

const SMALL = await picture().jpeg().toBuffer();
const CREATED = { actions: [{ action: 'c2pa.created' }] };
const AUTHOR = json('stds.schema-org.CreativeWork', { author: [{ '@type': 'Person', name: 'Mira Example' }] });

const STORE = store(
  manifest({
    assertions: [AUTHOR, cbor('c2pa.actions', CREATED), file('c2pa.thumbnail.claim.jpeg', 'image/jpeg', SMALL)],
    claim: { claim_generator: 'Editor/15' },
    certificate: certificate({ CN: 'Ann Signer' }),
  }),
);

it('docs/metadata.md lists every format in which a manifest is read', () => {
  const page = readFileSync(join(ROOT, 'docs/metadata.md'), 'utf8');
  const table = /\| format \| where the manifest is \|\n[^\n]*\n((?:\|.*\n)+)/.exec(page)?.[1] ?? '';
  const listed = [...table.matchAll(/^\| ([^|]+) \|/gm)].map(([, name]) => name);
  const names = new Map(FORMATS.flatMap(({ mediaTypes }) => mediaTypes.map(({ type, name }) => [type, name])));
  const types = [...Object.keys(FILES_WITH_C2PA), ...Object.keys(VIDEOS_WITH_C2PA)];
  expect(types.map((type) => names.get(type)).toSorted()).toEqual(listed.toSorted());
});

describe('a manifest', () => {
  it.each(Object.keys(FILES_WITH_C2PA))('is found in %s, with whom it names and what it states', async (kind) => {
    const bytes = await FILES_WITH_C2PA[kind]!(STORE);
    const found = await readMetadata(bytes, kind);
    expect(found.isComplete).toBe(true);
    expect(found.names).toEqual([{ role: 'creator', names: ['Mira Example', 'Ann Signer'] }]);
    expect(found.otherText).toContainEqual({
      tag: 'C2PA manifest',
      value: 'a manifest, editing history, a signature, Editor/15, Ann Signer',
    });
    expect(embeddedIn(bytes, kind).map(({ file: open }) => Buffer.from(open()))).toEqual([SMALL]);
  });

  it.each(Object.keys(VIDEOS_WITH_C2PA))('is found in %s', async (kind) => {
    const found = await readVideo(VIDEOS_WITH_C2PA[kind]!(STORE), kind);
    expect(found.names).toEqual([{ role: 'creator', names: ['Mira Example', 'Ann Signer'] }]);
    expect(found.isComplete).toBe(true);
    expect((await readVideo(VIDEOS_WITH_C2PA[kind]!(storeOf(encrypted('a'))), kind)).unknownParts).toEqual([
      'C2PA encrypted content',
    ]);
  });

  it.each(Object.keys(VIDEOS_WITH_C2PA))('in %s has its pictures reported', async (kind) => {
    const bytes = VIDEOS_WITH_C2PA[kind]!(STORE);
    const { attachments = [] } = await readVideo(bytes, kind);
    const [picture] = attachments.filter(({ what }) => what === 'second picture');
    expect(bytes.subarray(picture!.offset, picture!.offset + picture!.bytes)).toEqual(SMALL);
  });

  it('that breaks off is reported, and so is the damage', async () => {
    const cut = STORE.subarray(0, STORE.length - 5);
    const found = await readMetadata(
      await jpegWith([0xeb, Buffer.concat([Buffer.from('JP\0\x01\0\0\0\x01', 'latin1'), cut])]),
      'image/jpeg',
    );
    expect(found).toMatchObject({
      isComplete: false,
      otherText: [{ tag: 'C2PA manifest' }],
      names: [{ role: 'creator' }],
    });
    const inTiff = await readMetadata(
      tiff([
        [0xcd41, 'bytes', cut],
        [0x013b, 'ascii', 'Bo Sample'],
      ]),
      'image/tiff',
    );
    expect(inTiff).toMatchObject({ isComplete: false, names: [{ role: 'artist' }, { role: 'creator' }] });
  });

  it('of an earlier picture is read like the last one', async () => {
    const earlier = manifest({
      name: 'urn:uuid:0',
      assertions: [cbor('c2pa.metadata', { 'dc:creator': ['Bo Sample'] })],
    });
    const { names } = await readJpeg(store(earlier, manifest({ assertions: [AUTHOR] })));
    expect(names).toEqual([{ role: 'creator', names: ['Bo Sample', 'Mira Example'] }]);
  });

  it('is joined from its pieces by their numbers, whatever their order in the file', () => {
    const pieces = app11(STORE).map(([, data]) => Buffer.from(data));
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.from(joinJumbf(pieces.toReversed()))).toEqual(STORE);
  });

  it('is joined from pieces that each begin with a header of 16 bytes', () => {
    const header = Buffer.concat([uint(1, 4), Buffer.from('jumb'), uint(0, 4), uint(20, 4)]);
    const piece = (number: number, content: string) =>
      Buffer.concat([Buffer.from('JP\0\x01'), uint(number, 4), header, Buffer.from(content)]);
    expect(Buffer.from(joinJumbf([piece(1, 'ab'), piece(2, 'cd')])).toString()).toBe(`${header}abcd`);
  });

  it('of any bytes ends in tags', () => {
    fc.assert(
      fc.property(damaged(STORE), (bytes) => {
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

async function readJpeg(whole: Uint8Array) {
  return readMetadata(await jpegWith(...app11(whole)), 'image/jpeg');
}

/** The kinds of blocks besides the tags, and the names of what is unknown. */
function blocksOf(...parts: readonly Uint8Array[]): string[] {
  return [...c2paBlocks(storeOf(...parts))]
    .map((block) => (block.kind === 'unknown' ? `unknown: ${block.name}` : block.kind))
    .filter((kind) => kind !== 'tags');
}

describe('a part of a manifest', () => {
  it.each<readonly [string, readonly string[], Uint8Array]>([
    ['a picture', ['picture'], file('c2pa.thumbnail.ingredient', 'image/png', SMALL)],
    ['a picture without a type', ['picture'], superbox('c2pa.thumbnail.claim', box('bidb', SMALL))],
    ['a picture that is called a file', ['picture'], file('c2pa.data', 'application/octet-stream', SMALL)],
    ['a picture in CBOR', ['picture'], cbor('c2pa.data', { 'dc:format': 'image/jpeg', data: SMALL })],
    ['a picture in a text', ['picture'], json('c2pa.depthmap', { 'GDepth:Data': SMALL.toString('base64') })],
    ['XMP', ['xmp'], superbox('c2pa.xmp', box('xml ', Buffer.from(XMP)))],
    ['XMP in a text', ['xmp'], json('com.example', { document: XMP })],
    ['EXIF in CBOR', ['tiff'], cbor('com.example', { exif: tiff([[0x013b, 'ascii', 'Mira']]) })],
    ['what is encrypted', ['unknown: C2PA encrypted content'], encrypted('com.example')],
    ['CBOR that is damaged', ['unknown: C2PA CBOR'], superbox('c2pa.x', box('cbor', Buffer.from([0xa2, 1, 2])))],
    ['a box of an unknown type', ['unknown: C2PA box'], superbox('c2pa.x', box('abcd', Buffer.alloc(20, 200)))],
    ['a file of an unknown type', ['unknown: C2PA embedded file'], file('c2pa.x', 'audio/wav', Buffer.alloc(99, 200))],
    ['a long byte string', ['unknown: C2PA byte string'], cbor('c2pa.x', { data: Buffer.alloc(65, 200) })],
    ['a damaged certificate', ['unknown: C2PA certificate'], manifest({ certificate: Buffer.alloc(70, 48) })],
    ['compressed damage', ['unknown: C2PA compressed box'], box('brob', Buffer.from('jumbxx'))],
    ['values without an end', ['unknown: C2PA values'], json('c2pa.x', nested(50))],
    ['a hash', [], cbor('c2pa.hash.data', { hash: randomBytes(32), pad: Buffer.alloc(500) })],
    ['padding', [], superbox('c2pa.x', box('free', Buffer.alloc(500)))],
    ['a time stamp', [], cbor('c2pa.time-stamp', { 'urn:c2pa:1': Buffer.alloc(90, '\x30\x82', 'latin1') })],
  ])('that is %s is read, or reported', (_, kinds, part) => {
    expect(blocksOf(part)).toEqual(kinds);
  });

  it('that is a picture states what its own metadata state', async () => {
    const earlier = await picture().withExif(EXIF).jpeg().toBuffer();
    const { location, device } = await readJpeg(storeOf(file('c2pa.thumbnail.ingredient', 'image/jpeg', earlier)));
    expect([location?.latitude.toFixed(2), device.make]).toEqual(['48.86', 'ACME']);
  });

  it('that is compressed is read', async () => {
    expect(
      (await readJpeg(store(superbox('urn:uuid:1', compressed(superbox('c2pa.assertions', AUTHOR)))))).names,
    ).toEqual([{ role: 'creator', names: ['Mira Example'] }]);
  });

  it('that is compressed is opened up to 32 MB', () => {
    const large = compressed(superbox('c2pa.x', box('free', Buffer.alloc(33 << 20))));
    expect(large.length).toBeLessThan(10_000);
    expect(blocksOf(large)).toEqual(['unknown: C2PA compressed box']);
  });

  it('that is nested deeper than in manifests is reported', () => {
    const within = (depth: number) =>
      Array.from({ length: depth }).reduce<Buffer>((inner) => superbox('c2pa', inner), AUTHOR);
    expect(blocksOf(within(4))).toEqual([]);
    expect(blocksOf(within(5))).toEqual(['unknown: C2PA box, nested too deep']);
  });
});

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 'x');
}
