// Media that the XMP of a JPEG names after its picture, in every form of the packet.
import { describe, expect, it } from 'vitest';
import { MalformedError, readerOf } from '../../../src/formats/byte-reader.js';
import { hasProperty, type MediaIndex, readMediaIndex } from '../../../src/formats/jpeg/media-index.js';
import { listSegments, wholePicture } from '../../../src/formats/jpeg/segments.js';
import { isExtendedXmp, joinExtendedXmp } from '../../../src/formats/jpeg/xmp-segments.js';
import { jpeg, withSegment } from '../../helpers/attachments.js';

const NAMESPACES = `
  xmlns:Container="http://ns.google.com/photos/1.0/container/"
  xmlns:Item="http://ns.google.com/photos/1.0/container/item/"
  xmlns:GCamera="http://ns.google.com/photos/1.0/camera/"`;
const PICTURE = await jpeg(32, 16);

/** A JPEG of 10,000 bytes with this description in its XMP. */
function withXmp(description: string): Buffer {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    ${description}</rdf:RDF></x:xmpmeta>`;
  const picture = withSegment(PICTURE, 0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));
  return Buffer.concat([picture, Buffer.alloc(10_000 - picture.length)]);
}

function indexOf(bytes: Buffer): MediaIndex {
  const file = readerOf(bytes);
  const picture = wholePicture(file, 0);
  if (!picture) throw new Error('no picture');
  return readMediaIndex(file, picture);
}

const directory = (...items: readonly string[]) =>
  withXmp(`<rdf:Description ${NAMESPACES}><Container:Directory><rdf:Seq>
    ${items.map((item) => `<rdf:li rdf:parseType="Resource">${item}</rdf:li>`).join('\n')}
  </rdf:Seq></Container:Directory></rdf:Description>`);
const described = (attributes: string) => withXmp(`<rdf:Description ${NAMESPACES} ${attributes}/>`);

const PRIMARY = '<Container:Item Item:Mime="image/jpeg" Item:Semantic="Primary" Item:Padding="7"/>';
const MAP = '<Container:Item Item:Semantic="GainMap" Item:Length="300"/>';
const VIDEO = '<Container:Item Item:Mime="video/mp4" Item:Semantic="MotionPhoto" Item:Length="500"/>';

describe("the items of Google's directory", () => {
  it('fill the end of the file one after the other', () => {
    expect(indexOf(directory(PRIMARY, MAP, VIDEO)).media).toEqual([
      { start: 9500, role: 'MotionPhoto' },
      { start: 9200, role: 'GainMap' },
    ]);
  });

  it('have padding before the next one', () => {
    const padded = VIDEO.replace('/>', ' Item:Padding="20"/>');
    expect(indexOf(directory(PRIMARY, MAP, padded)).media.map(({ start }) => start)).toEqual([9480, 9180]);
  });

  it.each([
    ['with other quotes', VIDEO.replaceAll('"', "'")],
    ['with another prefix', VIDEO.replaceAll(' Item:', ' i:').replace('/>', ' xmlns:i="urn:i"/>')],
    [
      'as elements',
      '<Container:Item rdf:parseType="Resource"><Item:Length>500</Item:Length><Item:Length>4</Item:Length><Item:Semantic>MotionPhoto</Item:Semantic></Container:Item>',
    ],
    ['after a fault', `<Container:Nothing>R & D</Container:Nothing>${VIDEO}`],
  ])('are read %s', (_, item) => {
    const bytes = directory(PRIMARY, item);
    expect(indexOf(bytes)).toMatchObject({ media: [{ start: 9500, role: 'MotionPhoto' }], isMotionPhoto: true });
  });

  it.each([
    ['has no length', '<Container:Item Item:Semantic="Depth"/>'],
    ['has no properties', '<Container:Item/>'],
    ['is the picture itself', '<Container:Item Item:Semantic="Primary" Item:Length="50"/>'],
    ['is longer than the file', '<Container:Item Item:Semantic="Depth" Item:Length="9500"/>'],
  ])('have no known offset before one that %s', (_, item) => {
    expect(indexOf(directory(MAP, item, VIDEO)).media).toEqual([{ start: 9500, role: 'MotionPhoto' }]);
  });

  it('are none where no item names its length', () => {
    expect(indexOf(directory(PRIMARY)).media).toEqual([]);
  });
});

describe('a motion photo', () => {
  it.each([
    ['GCamera:MotionPhoto="1"', true],
    ['GCamera:MicroVideo="1"', true],
    ['GCamera:MotionPhoto="0"', false],
    ['GCamera:MotionPhoto="12"', false],
    ['GCamera:MotionPhotoVersion="1"', false],
  ])('is recognised by %s: %s', (attributes, isMotionPhoto) => {
    expect(indexOf(described(attributes)).isMotionPhoto).toBe(isMotionPhoto);
  });

  it('of the older format names its video by the distance from the end', () => {
    const video = (offset: string) => indexOf(described(`GCamera:MicroVideoOffset="${offset}"`)).media;
    expect(video('400')).toEqual([{ start: 9600, role: 'MotionPhoto' }]);
    expect(['10000', '0', 'x', '-1'].flatMap(video)).toEqual([]);
  });

  it('is recognised also by a packet without its namespaces', () => {
    const { isMotionPhoto } = indexOf(withXmp('<rdf:Description GCamera:MotionPhoto="1"/>'));
    expect(isMotionPhoto).toBe(true);
  });
});

describe('properties', () => {
  it('are recognised by their namespace, whatever its prefix, or by the usual prefix alone', () => {
    const own = indexOf(withXmp('<rdf:Description xmlns:q="http://ns.adobe.com/hdr-gain-map/1.0/" q:GainMapMax="2"/>'));
    const bare = indexOf(withXmp('<rdf:Description hdrgm:GainMapMax="2"/>'));
    for (const { xmp } of [own, bare]) {
      expect(hasProperty(xmp, /^hdrgm:GainMapM/)).toBe(true);
      expect(hasProperty(xmp, /^hdrgm:Gamma/)).toBe(false);
    }
  });

  it('are recognised also where they hold a list', () => {
    const list = '<rdf:Seq><rdf:li>1</rdf:li></rdf:Seq>';
    const { xmp } = indexOf(withXmp(`<rdf:Description><hdrgm:Gamma>${list}</hdrgm:Gamma></rdf:Description>`));
    expect(hasProperty(xmp, /^hdrgm:Gamma/)).toBe(true);
  });
});

it('extended XMP is joined by the offsets of its parts; one too short for its header is damage', () => {
  const part = (offset: number, text: string) =>
    Buffer.concat([
      Buffer.from(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}`),
      Buffer.from([0, 0, 0, 6, 0, 0, 0, offset]),
      Buffer.from(text),
    ]);
  const joined = (...parts: readonly Buffer[]) => {
    const file = readerOf(parts.reduceRight((picture, content) => withSegment(picture, 0xe1, content), PICTURE));
    const { segments } = listSegments(file);
    const extended = segments.filter((segment) => isExtendedXmp(file, segment));
    return Buffer.from(joinExtendedXmp(file, extended)).toString();
  };
  expect(joined(part(3, 'def'), part(0, 'abc'))).toBe('abcdef');
  expect(() => joined(part(0, 'abc'), part(3, '').subarray(0, -1))).toThrow(MalformedError);
});
