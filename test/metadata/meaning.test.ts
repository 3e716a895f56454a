import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../src/metadata/read.js';
import type { Metadata } from '../../src/types/metadata.js';
import { exifSegment, iptcSegment, jpegWith, type Segment, tiff, xmp, xmpSegment } from '../helpers/metadata-files.js';

async function read(...segments: Segment[]): Promise<Metadata> {
  const found = await readMetadata(await jpegWith(...segments), 'image/jpeg');
  expect(found.isComplete).toBe(true);
  return found;
}

const PREFIXES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  aux: 'http://ns.adobe.com/exif/1.0/aux/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  crs: 'http://ns.adobe.com/camera-raw-settings/1.0/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  'mwg-rs': 'http://www.metadataworkinggroup.com/schemas/regions/',
  MPReg: 'http://ns.microsoft.com/photo/1.2/t/Region#',
};

/** A packet whose elements may use the prefixes above. */
function packet(properties: string): Segment {
  const declared = Object.entries(PREFIXES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return xmpSegment(xmp(properties).replace('rdf:about=""', `rdf:about="" ${declared.join(' ')}`));
}

describe('device', () => {
  it('is make, model and the serial numbers of body and lens', async () => {
    const block = tiff(
      [
        [0x010f, 'ascii', 'ACME'],
        [0x0110, 'ascii', 'Pocket 1'],
      ],
      {
        34665: [
          [0xa431, 'ascii', '0012345'],
          [0xa435, 'ascii', 'L-77'],
          [0xa420, 'ascii', 'c0ffee00c0ffee00c0ffee00c0ffee00'],
        ],
      },
    );
    expect((await read(exifSegment(block))).device).toEqual({
      make: 'ACME',
      model: 'Pocket 1',
      serialNumber: '0012345',
      lensSerialNumber: 'L-77',
      uniqueIds: [{ tag: 'ImageUniqueID', value: 'c0ffee00c0ffee00c0ffee00c0ffee00' }],
    });
  });

  it('has IDs that link files, but not the ID of the last saving', async () => {
    const found = await read(
      packet('<xmpMM:DocumentID>xmp.did:1</xmpMM:DocumentID><xmpMM:InstanceID>xmp.iid:2</xmpMM:InstanceID>'),
    );
    expect(found.device.uniqueIds).toEqual([{ tag: 'xmpMM:DocumentID', value: 'xmp.did:1' }]);
    expect(found.otherText).toEqual([]);
  });

  it.each(['0', '0000000000', 'unknown', '    ', 'N/A'])(
    'has no serial number where none was filled in: %j',
    async (blank) => {
      const block = tiff([[0x0110, 'ascii', 'Pocket 1']], { 34665: [[0xa431, 'ascii', blank]] });
      expect((await read(exifSegment(block))).device.serialNumber).toBeNull();
    },
  );

  it('keeps the digits of a number unchanged', async () => {
    const found = await read(packet('<aux:SerialNumber>000129324</aux:SerialNumber>'));
    expect(found.device.serialNumber).toBe('000129324');
  });
});

describe("makers' notes", () => {
  const withNote = (make: string, note: Uint8Array) =>
    exifSegment(tiff([[0x010f, 'ascii', make]], { 34665: [[0x927c, 'bytes', note]] }));

  it("Canon's, with offsets from the EXIF block, names owner and body", async () => {
    const room = Buffer.alloc(60, 0xee);
    const block = tiff([[0x010f, 'ascii', 'Canon']], { 34665: [[0x927c, 'bytes', room]] });
    const note = block.indexOf(room);
    block.fill(0, note, note + room.length);
    block.writeUInt16LE(2, note);
    Buffer.from([0x0c, 0, 4, 0, 1, 0, 0, 0, 0x39, 0x30, 0, 0]).copy(block, note + 2);
    Buffer.from([0x09, 0, 2, 0, 13, 0, 0, 0, note + 32, 0, 0, 0]).copy(block, note + 14);
    block.write('Mira Example\0', note + 32, 'latin1');
    const found = await read(exifSegment(block));
    expect(found.device.serialNumber).toBe('12345');
    expect(found.names).toEqual([{ role: 'owner', names: ['Mira Example'] }]);
  });

  it("Apple's, with offsets from its own start and its own byte order, links photo and video", async () => {
    const note = Buffer.concat([
      Buffer.from('Apple iOS\0\0\x01MM', 'latin1'),
      Buffer.from([0, 1, 0, 0x11, 0, 2, 0, 0, 0, 10, 0, 0, 0, 32, 0, 0, 0, 0]),
      Buffer.from('1745E022-9\0', 'latin1'),
    ]);
    expect((await read(withNote('Apple', note))).device.uniqueIds).toEqual([
      { tag: 'ContentIdentifier', value: '1745E022-9' },
    ]);
  });

  it("Casio's names the home city of its owner, and its unknown text is not ignored", async () => {
    const entry = (tag: number, text: string) =>
      Buffer.from([tag >> 8, tag & 255, 0, 2, 0, 0, 0, 4, ...Buffer.from(text)]);
    const note = Buffer.concat([
      Buffer.from('QVC\0\0\0\0\x02', 'latin1'),
      entry(0x3006, 'Ulm\0'),
      entry(0x3333, 'Mia\0'),
    ]);
    const found = await read(withNote('CASIO', note));
    expect(found.placeNames).toEqual(['Ulm']);
    expect(found.otherText).toEqual([{ tag: `Casio ${0x3333}`, value: 'Mia' }]);
  });

  it("Nikon's settings are harmless", async () => {
    const tags = Buffer.from('MM\0*\0\0\0\x08\0\x01\0\x04\0\x02\0\0\0\x04RAW\0', 'latin1');
    const note = Buffer.concat([Buffer.from('Nikon\0\x02\x10\0\0', 'latin1'), tags]);
    expect((await read(withNote('NIKON', note))).otherText).toEqual([]);
  });

  it('are ignored where they were moved and hold garbage', async () => {
    const note = Buffer.concat([Buffer.from('Nikon\0\x02\x10\0\0', 'latin1'), Buffer.alloc(40, 0xff)]);
    const found = await read(withNote('NIKON', note));
    expect(found.device).toMatchObject({ make: 'NIKON', serialNumber: null });
  });
});

describe('names', () => {
  it('have a role each: owner, artist, creator, shown, tagged', async () => {
    const block = tiff([[0x013b, 'ascii', 'Ann Artist']], { 34665: [[0xa430, 'ascii', 'Olga Owner']] });
    const found = await read(
      exifSegment(block),
      packet(`
        <dc:creator><rdf:Seq><rdf:li>Cleo Creator</rdf:li><rdf:li>Carl Creator</rdf:li></rdf:Seq></dc:creator>
        <Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Sam Shown</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
        <mwg-rs:Regions rdf:parseType="Resource"><mwg-rs:RegionList><rdf:Bag>
          <rdf:li><rdf:Description mwg-rs:Name="Tim Tagged" mwg-rs:Type="Face"/></rdf:li>
          <rdf:li MPReg:PersonDisplayName="Tom Tagged"/>
        </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>`),
      iptcSegment([80, Buffer.from('Cleo Creator')]),
    );
    expect(found.names).toEqual([
      { role: 'owner', names: ['Olga Owner'] },
      { role: 'artist', names: ['Ann Artist'] },
      { role: 'creator', names: ['Cleo Creator', 'Carl Creator'] },
      { role: 'shown', names: ['Sam Shown'] },
      { role: 'tagged', names: ['Tim Tagged', 'Tom Tagged'] },
    ]);
    expect(found.otherText).toEqual([]);
  });

  it('are none where a program wrote its own name', async () => {
    expect(
      (await read(packet('<dc:creator><rdf:Seq><rdf:li>Picasa 2.7</rdf:li></rdf:Seq></dc:creator>'))).names,
    ).toEqual([]);
  });
});

describe('place names', () => {
  it('go from the finest to the coarsest, each once', async () => {
    const found = await read(
      packet(`<photoshop:Country>France</photoshop:Country><photoshop:City>Lyon</photoshop:City>
        <Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource">
          <Iptc4xmpExt:Sublocation>Croix-Rousse</Iptc4xmpExt:Sublocation></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>`),
      iptcSegment([90, Buffer.from('Lyon')], [101, Buffer.from('France')]),
    );
    expect(found.placeNames).toEqual(['Croix-Rousse', 'Lyon', 'France']);
  });
});

describe('other text', () => {
  it.each([
    [
      'a caption',
      [[0x010e, 'ascii', 'Leo on his first day of school']],
      { tag: 'ImageDescription', value: 'Leo on his first day of school' },
    ],
    [
      'a copyright with a name',
      [[0x8298, 'ascii', '(c) Mira Example']],
      { tag: 'Copyright', value: '(c) Mira Example' },
    ],
    [
      'a number that is too long for a setting',
      [[0x010e, 'ascii', '0171 2345678']],
      { tag: 'ImageDescription', value: '0171 2345678' },
    ],
    [
      'words of Windows, 16 bits a letter',
      [[0x9c9c, 'bytes', Buffer.from('Für Oma\0', 'utf16le')]],
      { tag: 'XPComment', value: 'Für Oma' },
    ],
    ['text in an unknown tag', [[0xfefe, 'ascii', 'call 0171 2345']], { tag: `${0xfefe}`, value: 'call 0171 2345' }],
    [
      'text in an unknown tag for bytes',
      [[0xfefd, 'bytes', Buffer.from('locker 4711')]],
      { tag: `${0xfefd}`, value: 'locker 4711' },
    ],
  ] as const)('is %s', async (_what, entries, expected) => {
    expect((await read(exifSegment(tiff(entries)))).otherText).toEqual([expected]);
  });

  it.each([
    ['ASCII', Buffer.from('ASCII\0\0\0behind the house', 'latin1')],
    [
      '16 bits, little end first',
      Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from('behind the house', 'utf16le')]),
    ],
    [
      '16 bits, big end first',
      Buffer.concat([Buffer.from('UNICODE\0'), Buffer.from('behind the house', 'utf16le').swap16()]),
    ],
    ['no declared letters', Buffer.concat([Buffer.alloc(8), Buffer.from('behind the house')])],
  ])('is a comment in %s', async (_what, comment) => {
    const block = tiff([[0x0110, 'ascii', 'Pocket 1']], { 34665: [[0x9286, 'bytes', comment]] });
    expect((await read(exifSegment(block))).otherText).toEqual([{ tag: 'UserComment', value: 'behind the house' }]);
  });

  it('is found in unknown namespaces, but not among settings, steps and numbers', async () => {
    const found = await read(
      packet(`<crs:ToneCurveName>Medium Contrast</crs:ToneCurveName><exif:ExposureTime>1/60</exif:ExposureTime>
        <x:Diary xmlns:x="http://example.org/">we moved</x:Diary><dc:Zebulon_0771234567 xmlns:dc="http://purl.org/dc/elements/1.1/">x y</dc:Zebulon_0771234567><y:Level xmlns:y="http://example.org/y">3</y:Level>
        <exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">so tired &amp; happy</rdf:li></rdf:Alt></exif:UserComment>`),
    );
    expect(found.otherText).toEqual([
      // The name that an unknown namespace gives it may be a person's own words.
      { tag: 'unnamed', value: 'we moved, x y' },
      { tag: 'exif:UserComment', value: 'so tired & happy' },
    ]);
  });

  it.each([
    'OLYMPUS DIGITAL CAMERA         ',
    'SONY DSC',
    'Exif_JPEG_PICTURE',
    'DCIM\\100GOPRO\\GOPR0482.JPG',
    'IMG_0042.JPG',
    'Pocket 1',
    '(c) 2004',
    '          ',
  ])('is not what a camera writes by itself: %j', async (text) => {
    const found = await read(
      exifSegment(
        tiff([
          [0x010e, 'ascii', text],
          [0x0110, 'ascii', 'Pocket 1'],
          [0x0131, 'ascii', 'Firmware 2.1'],
          [0x013c, 'ascii', 'Pocket 1'],
        ]),
      ),
    );
    expect(found.otherText).toEqual([]);
  });

  it('is not what an ordinary phone writes', async () => {
    const block = tiff(
      [
        [0x010f, 'ascii', 'Apple'],
        [0x0110, 'ascii', 'iPhone 15'],
        [0x0131, 'ascii', '18.5'],
        [0x0132, 'ascii', '2025:06:01 18:02:11'],
        [0x013c, 'ascii', 'iPhone 15'],
      ],
      {
        34665: [
          [0x9000, 'bytes', Buffer.from('0232')],
          [0x9003, 'ascii', '2025:06:01 18:02:11'],
          [0x9010, 'ascii', '+02:00'],
          [0x9291, 'ascii', '123'],
          [0xa433, 'ascii', 'Apple'],
          [0xa434, 'ascii', 'iPhone 15 back dual wide camera 5.96mm f/1.6'],
        ],
        34853: [
          [0x000c, 'ascii', 'K'],
          [0x001d, 'ascii', '2025:06:01'],
          [0x001b, 'bytes', Buffer.from('ASCII\0\0\0GPS', 'latin1')],
        ],
      },
    );
    const found = await read(exifSegment(block));
    expect(found.otherText).toEqual([]);
    expect(found.device).toMatchObject({ serialNumber: null, lensSerialNumber: null, uniqueIds: [] });
  });

  it('stays bounded, however much text a file holds', async () => {
    const many = Array.from({ length: 300 }, (_, index) => {
      const name = `dc:T${String.fromCharCode(97 + (index % 20), 97 + Math.floor(index / 20))}`;
      return `<${name} xmlns:dc="http://purl.org/dc/elements/1.1/">words</${name}>`;
    });
    const found = await read(packet(many.join('')), [0xfe, 'long '.repeat(5000)]);
    expect(found.otherText).toHaveLength(100);
    expect(Math.max(...found.otherText.map(({ value }) => value.length))).toBeLessThanOrEqual(2000);
  });
});
