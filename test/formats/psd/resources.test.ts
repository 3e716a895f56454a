// Photoshop's image resources, whole, cut off and damaged.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uint } from '../../../fixtures/encode/boxes.js';
import { MalformedError } from '../../../src/formats/byte-reader.js';
import type { Block } from '../../../src/formats/metadata-block.js';
import { photoshopBlocks, psdBlocks } from '../../../src/formats/psd/resources.js';

/** With its name and its data padded to even lengths. */
function resource(id: number, data: Uint8Array, { name = '', signature = '8BIM' } = {}): Buffer {
  const named = Buffer.from([name.length, ...Buffer.from(name, 'latin1'), ...(name.length % 2 === 0 ? [0] : [])]);
  const padding = Buffer.alloc(data.length % 2);
  return Buffer.concat([Buffer.from(signature), uint(id, 2), named, uint(data.length, 4), data, padding]);
}

const WHOLE = Buffer.concat([
  resource(0x0404, Buffer.from('iptc!'), { name: 'odd' }),
  resource(0x03ed, Buffer.from([1]), { name: 'even' }),
  resource(0x0422, Buffer.from('exif'), { signature: 'MeSa' }),
  resource(0x0424, Buffer.from('<xmp/>')),
  resource(0x040c, Buffer.concat([Buffer.alloc(28), Buffer.from('jpeg')])),
  resource(0x040b, Buffer.from('https://example.org')),
  resource(0x03f0, Buffer.from('\x05Hello')),
]);

const shown = (block: Block) =>
  'text' in block ? block.text : 'bytes' in block ? Buffer.from(block.bytes).toString() : '';
const read = (blocks: Iterable<Block>) => [...blocks].map((block) => [block.kind, shown(block)]);
const BLOCKS = [
  ['iptc', 'iptc!'],
  ['tiff', 'exif'],
  ['xmp', '<xmp/>'],
  ['picture', 'jpeg'],
  ['text', 'https://example.org'],
  ['text', 'Hello'],
];

/** A document's header, its colour table and its resources. */
const document = (resources: Uint8Array) =>
  Buffer.concat([
    Buffer.from('8BPS\0\x01'),
    Buffer.alloc(20),
    uint(3, 4),
    Buffer.alloc(3),
    uint(resources.length, 4),
    resources,
  ]);

describe("Photoshop's resources", () => {
  it('are blocks by their numbers, whatever their names', () => {
    expect(read(photoshopBlocks(WHOLE))).toEqual(BLOCKS);
    expect(read(photoshopBlocks(Buffer.concat([WHOLE, Buffer.alloc(20)])))).toEqual(BLOCKS);
  });

  it('of a document are after its colour table', () => {
    const [block, ...rest] = psdBlocks(document(WHOLE));
    expect(block?.kind === 'photoshop' && read(photoshopBlocks(block.bytes))).toEqual(BLOCKS);
    expect(rest).toEqual([]);
  });

  it.each([
    ['a resource breaks off', Buffer.concat([WHOLE, resource(0x0404, Buffer.alloc(9)).subarray(0, -5)])],
    ['a signature is unknown', Buffer.concat([WHOLE, Buffer.from('8BIX'), Buffer.alloc(20)])],
  ])('are malformed where %s, after what could be read', (_where, bytes) => {
    const found: Block[] = [];
    expect(() => {
      for (const block of photoshopBlocks(bytes)) found.push(block);
    }).toThrow(MalformedError);
    expect(read(found)).toEqual(BLOCKS);
  });

  it('of a document that breaks off are malformed', () => {
    const bytes = document(WHOLE);
    expect(() => [...psdBlocks(bytes.subarray(0, bytes.length - 1))]).toThrow(MalformedError);
  });

  it('of any bytes end in blocks or in MalformedError', () => {
    const damage = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(damage, fc.nat(WHOLE.length), fc.boolean(), (changes, length, isDocument) => {
        const bytes = Buffer.from((isDocument ? document(WHOLE) : WHOLE).subarray(0, length));
        for (const [at, value] of changes) if (at < length) bytes[at] = value;
        try {
          for (const block of isDocument ? psdBlocks(bytes) : photoshopBlocks(bytes)) {
            if ('bytes' in block) expect(block.bytes.length).toBeLessThanOrEqual(length);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
    );
  });
});
