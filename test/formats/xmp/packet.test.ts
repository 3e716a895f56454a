// Texts of XMP packets, valid and damaged, and the tags made from them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../../src/formats/tag.js';
import { salvagePacket, type XmpText } from '../../../src/formats/xmp/packet.js';
import { readXmp } from '../../../src/formats/xmp/xmp.js';
import { damaged } from '../../helpers/damage.js';
import { XMP, xmp } from '../../helpers/metadata-files.js';

const utf8 = (text: string) => Buffer.from(text);
const named = (texts: readonly XmpText[]) =>
  texts.map(({ path, value }) => [path.map(({ prefix, local }) => `${prefix}:${local}`).join(' '), value]);

function tagsOf(packet: string): { tags: string[]; isComplete: boolean } {
  const tags: Tag[] = [];
  const found = () => tags.map(({ name, value, isForeign }) => `${name}=${value}${isForeign ? ' (foreign)' : ''}`);
  try {
    readXmp(utf8(packet), tags);
    return { tags: found(), isComplete: true };
  } catch {
    return { tags: found(), isComplete: false };
  }
}

/** A namespace of its own for each prefix. */
const around = (properties: string) =>
  xmp(properties).replace('<rdf:Description', '<rdf:Description xmlns:a="urn:a" xmlns:b="urn:b"');

describe('the texts of a packet', () => {
  it('are attributes and elements, without the structural elements of RDF', () => {
    const packet = around(`
      <a:list><rdf:Seq><rdf:li>one</rdf:li><rdf:li>two &amp; more</rdf:li></rdf:Seq></a:list>
      <a:link rdf:resource="urn:elsewhere"/>
      <a:part b:size="3"><b:name><![CDATA[<x>]]></b:name></a:part>
      <a:part b:size="4"/>
      <a:mixed>words <b:inside>y</b:inside> around</a:mixed>`);
    expect(named(salvagePacket(utf8(packet))).filter(([, value]) => value?.trim())).toEqual([
      ['a:list', 'one'],
      ['a:list', 'two & more'],
      ['a:link', 'urn:elsewhere'],
      ['a:part b:size', '3'],
      ['a:part b:name', '<x>'],
      ['a:part b:size', '4'],
      ['a:mixed b:inside', 'y'],
      ['a:mixed', 'words  around'],
    ]);
  });

  it('share the object of the element that they are in', () => {
    const packet = around('<a:part b:size="3"><b:name>x</b:name></a:part><a:part b:size="4"/>');
    const [first, second, third] = salvagePacket(utf8(packet)).filter(({ path }) => path.length === 2);
    expect(first?.path[0]).toBe(second?.path[0]);
    expect(first?.path[0]).not.toBe(third?.path[0]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('are read in %s', (encoding) => {
    const wide = Buffer.from(`\ufeff${around('<a:name>weiß</a:name>')}`, 'utf16le');
    const bytes = encoding === 'utf-16le' ? wide : wide.swap16();
    expect(named(salvagePacket(bytes))).toContainEqual(['a:name', 'weiß']);
  });

  it('are found after a part that is not well-formed', () => {
    const packet = around('<a:name>R & D</a:name><c:one c:two="2"/><a:left><a:last>z</a:last>');
    expect(named(salvagePacket(utf8(packet)))).toEqual(
      expect.arrayContaining([
        ['a:name', expect.stringContaining('R')],
        ['c:one c:two', '2'],
        ['a:left a:last', 'z'],
      ]),
    );
  });

  it('are not read further after many faults, or in elements that are nested without end', () => {
    const faults = around(`<a:first>1</a:first>${'<c:d/>'.repeat(100)}<a:last>2</a:last>`);
    expect(named(salvagePacket(utf8(faults))).map(([name]) => name)).not.toContain('a:last');
    const deep = `${'<a a="1">'.repeat(100_000)}`;
    const startedAt = performance.now();
    expect(salvagePacket(utf8(deep)).length).toBeLessThan(1000);
    expect(tagsOf(deep).isComplete).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('tags', () => {
  it('have the usual prefix of their namespace; other namespaces keep the file’s', () => {
    const packet = around('<x:City xmlns:x="http://ns.adobe.com/photoshop/1.0/">Lyon</x:City><a:own>y</a:own>');
    expect(tagsOf(packet)).toEqual({ tags: ['photoshop:City=Lyon', 'a:own=y (foreign)'], isComplete: true });
  });

  it('of a namespace that is named like a built-in property of JavaScript objects are foreign', () => {
    expect(tagsOf(around('<c:own xmlns:c="constructor">y</c:own>')).tags).toEqual(['c:own=y (foreign)']);
  });

  it('before a fault are kept, and the fault is reported', () => {
    const packet = around('<a:one>1</a:one><a:two>R & D</a:two><a:three>3</a:three>');
    expect(tagsOf(packet)).toEqual({ tags: ['a:one=1 (foreign)'], isComplete: false });
  });
});

it('whatever the bytes, a packet ends quickly in texts or in an error', () => {
  fc.assert(
    fc.property(damaged(utf8(XMP), utf8(around('<a:part b:size="3"><b:name>x</b:name></a:part>'))), (bytes) => {
      const startedAt = performance.now();
      salvagePacket(bytes);
      tagsOf(bytes.toString('utf8'));
      expect(performance.now() - startedAt).toBeLessThan(1000);
    }),
    { numRuns: 1000 },
  );
});
