import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/read.js';
import type { Metadata } from '../../src/types/metadata.js';
import { exifSegment, iptcSegment, jpegWith, type Segment, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';

const read = async (...segments: readonly Segment[]): Promise<Metadata> =>
  readMetadata(await jpegWith(...segments), 'image/jpeg');

const URIS = {
  dc: 'http://purl.org/dc/elements/1.1/',
  lr: 'http://ns.adobe.com/lightroom/1.0/',
  digiKam: 'http://www.digikam.org/ns/1.0/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  acdsee: 'http://ns.acdsee.com/iptc/1.0/',
  'acdsee-rs': 'http://ns.acdsee.com/regions/',
  mediapro: 'http://ns.iview-multimedia.com/mediapro/1.0/',
  MicrosoftPhoto: 'http://ns.microsoft.com/photo/1.0/',
  MPReg: 'http://ns.microsoft.com/photo/1.2/t/Region#',
  'mwg-rs': 'http://www.metadataworkinggroup.com/schemas/regions/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  mine: 'http://example.org/mine/',
};

function packet(properties: string): Segment {
  const declared = Object.entries(URIS).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return xmpSegment(xmp(properties).replace('rdf:about=""', `rdf:about="" ${declared.join(' ')}`));
}

const list = (name: string, ...items: readonly string[]) =>
  `<${name}><rdf:Bag>${items.map((item) => `<rdf:li>${item}</rdf:li>`).join('')}</rdf:Bag></${name}>`;

describe('names in tags for rights', () => {
  it('have the role of the tag', async () => {
    const found = await read(
      exifSegment(tiff([[0x8298, 'ascii', '(c) 2024 Mira Sanders']])),
      iptcSegment([118, Buffer.from('Tom Lake, Tel. 030 123456')], [122, Buffer.from('Eva Wright')]),
      packet(`${list('dc:publisher', 'Pia Brook')}<photoshop:Credit>Carl Stone</photoshop:Credit>
        <plus:LicensorName>Lia Stone</plus:LicensorName>`),
    );
    expect(found.names).toEqual([
      { role: 'copyright', names: ['Mira Sanders'] },
      { role: 'credit', names: ['Carl Stone', 'Eva Wright'] },
      { role: 'contact', names: ['Tom Lake', 'Lia Stone'] },
      { role: 'publisher', names: ['Pia Brook'] },
    ]);
  });

  it('that name no person are other text', async () => {
    const found = await read(exifSegment(tiff([[0x8298, 'ascii', '© Getty Images']])));
    expect(found.names).toEqual([]);
    expect(found.otherText).toEqual([{ tag: 'Copyright', value: '© Getty Images' }]);
  });

  it('are other text too where the tag holds more than the name', async () => {
    const more = await read(exifSegment(tiff([[0x8298, 'ascii', 'Mira Sanders, flat 4']])));
    expect(more.otherText).toEqual([{ tag: 'Copyright', value: 'Mira Sanders, flat 4' }]);
    expect((await read(exifSegment(tiff([[0x8298, 'ascii', 'Mira Sanders']])))).otherText).toEqual([]);
  });
});

describe('names of people shown', () => {
  it.each([
    ['Lightroom', list('lr:hierarchicalSubject', 'People|Mira Sanders', 'Places|Lake')],
    ['digiKam', list('digiKam:TagsList', 'People/Family/Mira Sanders', 'Places/Lake')],
    ['Windows', list('MicrosoftPhoto:LastKeywordXMP', 'People/Mira Sanders')],
    ['a flat list', list('dc:subject', 'Personen\\Mira Sanders', 'Lake')],
    ['a list in one text', '<mine:Keywords>Places|Lake; People|Mira Sanders</mine:Keywords>'],
    [
      'ACDSee',
      `<acdsee:categories>${'<Categories><Category Assigned="0">People<Category Assigned="1">Mira Sanders</Category></Category><Category>Lake</Category></Categories>'.replaceAll('<', '&lt;')}</acdsee:categories>`,
    ],
  ])('are in the branch People of keywords: %s', async (_program, properties) => {
    expect((await read(packet(properties))).names).toEqual([{ role: 'tagged', names: ['Mira Sanders'] }]);
  });

  it('are in keywords of IPTC and Windows', async () => {
    const wide = Buffer.from('Lake;People/Tom Lake\0', 'utf16le');
    const found = await read(
      exifSegment(tiff([[0x9c9e, 'bytes', wide]])),
      iptcSegment([25, Buffer.from('Family|Mira Sanders')]),
    );
    expect(found.names).toEqual([{ role: 'tagged', names: ['Tom Lake', 'Mira Sanders'] }]);
  });

  it.each(['People', 'People|Family', 'People|Group', 'Places|Family Lake', 'http://people/anna', 'People|IMG_1.jpg'])(
    'are none in %s',
    async (keyword) => {
      expect((await read(packet(list('dc:subject', keyword)))).names).toEqual([]);
    },
  );

  it.each([
    [
      'ACDSee',
      `<acdsee-rs:Regions rdf:parseType="Resource"><acdsee-rs:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource">
        <acdsee-rs:Name>Mira Sanders</acdsee-rs:Name><acdsee-rs:Type>Face</acdsee-rs:Type></rdf:li></rdf:Bag>
        </acdsee-rs:RegionList></acdsee-rs:Regions>`,
    ],
    [
      'IPTC',
      `<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Name>Mira Sanders</Iptc4xmpExt:Name>
        <Iptc4xmpExt:rCtype><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Name>human</Iptc4xmpExt:Name></rdf:li>
        </rdf:Bag></Iptc4xmpExt:rCtype></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>`,
    ],
    ['Media Pro', list('mediapro:People', 'Mira Sanders')],
    ['Microsoft', '<rdf:li MPReg:PersonDisplayName="Mira Sanders"/>'],
    ['MWG', '<rdf:li mwg-rs:Name="Mira Sanders" mwg-rs:Type="Face"/>'],
    ['any program', '<mine:FaceName>Mira Sanders</mine:FaceName>'],
  ])('are in regions: %s', async (_schema, properties) => {
    expect((await read(packet(properties))).names).toEqual([{ role: 'tagged', names: ['Mira Sanders'] }]);
  });
});

describe('the type of a region', () => {
  const region = (type: string, name: string) =>
    `<rdf:li><rdf:Description mwg-rs:Name="${name}" mwg-rs:Type="${type}"/></rdf:li>`;
  const regions = (...items: string[]) =>
    packet(
      `<mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>${items.join('')}</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`,
    );

  it.each(['Pet', 'Focus', 'BarCode'])('makes its name that of no person: %s', async (type) => {
    const { names, otherText, texts } = await read(regions(region(type, 'Rex 4006381333931')));
    expect(names).toEqual([]);
    expect(otherText).toEqual([{ tag: 'mwg-rs:Name', value: 'Rex 4006381333931' }]);
    expect(texts.map(({ value }) => value)).toContain('Rex 4006381333931');
  });

  it('counts for its own region only, in any order', async () => {
    const { names } = await read(
      regions(
        region('Pet', 'Rex'),
        region('Face', 'Mira Sanders'),
        '<rdf:li rdf:parseType="Resource"><mwg-rs:Type>Pet</mwg-rs:Type><mwg-rs:Name>Bello</mwg-rs:Name></rdf:li>',
        '<rdf:li rdf:parseType="Resource"><mwg-rs:Name>Tom Field</mwg-rs:Name></rdf:li>',
      ),
    );
    expect(names).toEqual([{ role: 'tagged', names: ['Mira Sanders', 'Tom Field'] }]);
  });

  it('is that of a person where it is not known', async () => {
    expect((await read(regions(region('Unheard', 'Mira Sanders')))).names).toHaveLength(1);
  });

  it('is heeded in a packet that breaks off', async () => {
    const [marker, data] = regions(region('Pet', 'Rex'), region('Face', 'Mira Sanders'));
    const whole = Buffer.from(data as Uint8Array);
    const { names } = await read([marker, whole.subarray(0, whole.indexOf('</mwg-rs:RegionList>'))]);
    expect(names).toEqual([{ role: 'tagged', names: ['Mira Sanders'] }]);
  });
});

describe('countries', () => {
  it('are marked among the places, unless a town has the same name', async () => {
    const found = await read(
      packet('<photoshop:City>Lyon</photoshop:City><photoshop:Country>France</photoshop:Country>'),
    );
    expect([found.placeNames, found.countryNames]).toEqual([['Lyon', 'France'], ['France']]);
    const same = await read(
      packet('<photoshop:City>Singapore</photoshop:City><photoshop:Country>Singapore</photoshop:Country>'),
    );
    expect([same.placeNames, same.countryNames]).toEqual([['Singapore'], []]);
  });
});
