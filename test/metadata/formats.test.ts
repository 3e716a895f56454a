import { brotliCompressSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { box } from '../../fixtures/encode/boxes.js';
import { readMetadata } from '../../src/metadata/read.js';
import {
  EXIF,
  exifSegment,
  gifWith,
  gifXmp,
  heif,
  iptcSegment,
  jpegWith,
  PLACE,
  picture,
  pngWith,
  tiff,
  XMP,
  xmp,
  xmpSegment,
} from '../helpers/metadata-files.js';

const DATED = tiff([[0x0110, 'ascii', 'Pocket 1']], { 34665: [[0x9003, 'ascii', '2025:06:01 18:02:11']] });
const SIGNATURE = box('JXL ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a]));
const read = (bytes: Uint8Array, mediaType: string) => readMetadata(bytes, mediaType);

describe('EXIF and XMP', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('are read from %s', async (format) => {
    const bytes = await picture().withExif(EXIF).withXmp(XMP)[format]().toBuffer();
    const found = await read(bytes, `image/${format}`);
    expect(found.isComplete).toBe(true);
    expect(found.takenAt).toEqual({ value: '2025-06-01T18:02:11+02:00', source: 'exif' });
    expect(found.location?.latitude).toBeCloseTo(PLACE.latitude, 5);
    expect(found.location?.longitude).toBeCloseTo(PLACE.longitude, 5);
    expect(found.names).toEqual([{ role: 'creator', names: ['Mira Example'] }]);
    expect(found.placeNames).toEqual(['Lyon']);
  });

  it('are read from HEIF items, wherever the table places them', async () => {
    const found = await read(heif(DATED, XMP), 'image/heic');
    expect(found).toMatchObject({ isComplete: true, device: { model: 'Pocket 1' }, placeNames: ['Lyon'] });
    expect(found.takenAt?.value).toBe('2025-06-01T18:02:11');
  });

  it("are read from HEIF where the offset of EXIF does not count JPEG's header", async () => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), DATED]);
    expect((await read(heif(exif, XMP), 'image/heic')).device.model).toBe('Pocket 1');
  });

  it('are read from JPEG XL boxes, compressed or not', async () => {
    const exif = box('Exif', Buffer.alloc(4), DATED);
    const packed = box('brob', Buffer.from('xml '), brotliCompressSync(Buffer.from(XMP)));
    const found = await read(Buffer.concat([SIGNATURE, exif, packed]), 'image/jxl');
    expect(found).toMatchObject({ isComplete: true, device: { model: 'Pocket 1' }, placeNames: ['Lyon'] });
  });

  it('are read from JPEG 2000 boxes', async () => {
    const uuid = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
    const file = Buffer.concat([box('jP  ', Buffer.from('\r\n\x87\n', 'latin1')), box('uuid', uuid, Buffer.from(XMP))]);
    expect((await read(file, 'image/jp2')).placeNames).toEqual(['Lyon']);
  });

  it('are read from a TIFF file and from all its pages', async () => {
    const found = await read(await picture().withXmp(XMP).tiff().toBuffer(), 'image/tiff');
    expect(found).toMatchObject({ isComplete: true, placeNames: ['Lyon'] });
    const second = tiff([[0x013b, 'ascii', 'Mira Example']]);
    const first = tiff([[0x0110, 'ascii', 'Pocket 1']]);
    const pages = Buffer.concat([first, second.subarray(8)]);
    // The first page's link, and the only value of the second page, which has moved.
    pages.writeUInt32LE(first.length, 8 + 2 + 12);
    pages.writeUInt32LE(second.readUInt32LE(8 + 2 + 8) - 8 + first.length, first.length + 2 + 8);
    const both = await read(pages, 'image/tiff');
    expect(both).toMatchObject({ isComplete: true, device: { model: 'Pocket 1' } });
    expect(both.names).toEqual([{ role: 'artist', names: ['Mira Example'] }]);
  });

  it('are read from RAW files built like TIFF, whatever their magic number', async () => {
    const raw = Buffer.from(DATED);
    raw.write('IIRO', 'latin1');
    expect((await read(raw, 'image/x-olympus-orf')).takenAt?.value).toBe('2025-06-01T18:02:11');
  });

  it('are read from the preview of a Fuji RAW file', async () => {
    const preview = await jpegWith(exifSegment(DATED));
    const head = Buffer.alloc(100);
    head.write('FUJIFILMCCD-RAW', 'latin1');
    head.writeUInt32BE(100, 84);
    head.writeUInt32BE(preview.length, 88);
    expect((await read(Buffer.concat([head, preview]), 'image/x-fuji-raf')).device.model).toBe('Pocket 1');
  });
});

describe('the blocks of one format', () => {
  it('GIF: comment and XMP extension', async () => {
    const comment = Buffer.from('!\xfe\x0cBy the river\0', 'latin1');
    const found = await read(await gifWith(comment, gifXmp(XMP)), 'image/gif');
    expect(found).toMatchObject({ isComplete: true, placeNames: ['Lyon'] });
    expect(found.otherText).toEqual([{ tag: 'Comment', value: 'By the river' }]);
  });

  it('PNG: plain, compressed and international texts', async () => {
    const found = await read(
      await pngWith(
        ['tEXt', Buffer.from('Title\0Plain words')],
        ['zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync('Packed words')])],
        ['iTXt', Buffer.concat([Buffer.from('Description\0\x01\0fr\0D\0'), deflateSync('Mots pressés')])],
      ),
      'image/png',
    );
    expect(found.otherText.map(({ value }) => value)).toEqual(['Plain words', 'Packed words', 'Mots pressés']);
  });

  it.each(['for Leo, who was four then', 'Zebulon Quartermain 0771234567', 'Leo', 'leo@example.org'])(
    'PNG: never shows words of a person as the name of a tag: %s',
    async (words) => {
      const found = await read(await pngWith(['tEXt', Buffer.from(`${words}\0with love`)]), 'image/png');
      // They are a text of their own where they say something, and never the name.
      expect(found.otherText.map(({ tag }) => tag)).toEqual(['unnamed']);
    },
  );

  it('PNG: blocks of other formats that ImageMagick keeps as hexadecimal digits', async () => {
    const profile = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), DATED]);
    const text = `Raw profile type exif\0\nexif\n ${profile.length}\n${profile.toString('hex')}\n`;
    expect((await read(await pngWith(['tEXt', Buffer.from(text)]), 'image/png')).device.model).toBe('Pocket 1');
  });

  it('JPEG: comment, IPTC in UTF-8 or Latin-1, and a text in a segment of unknown make', async () => {
    const found = await read(
      await jpegWith(
        [0xfe, 'Our garden'],
        iptcSegment([80, Buffer.from('Zoë Example')], [90, Buffer.from('Z\xfcrich', 'latin1')]),
        [0xe9, 'owner-note: keep out of sight'],
      ),
      'image/jpeg',
    );
    expect(found.isComplete).toBe(true);
    expect(found.names).toEqual([{ role: 'creator', names: ['Zoë Example'] }]);
    expect(found.placeNames).toEqual(['Zürich']);
    expect(found.otherText).toEqual([
      { tag: 'Comment', value: 'Our garden' },
      { tag: 'APP9', value: 'owner-note: keep out of sight' },
    ]);
  });

  it('JPEG: XMP that runs over several segments, in any order', async () => {
    const whole = Buffer.from(
      xmp('<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">At the lake house</dc:title>'),
    );
    const part = (start: number, end?: number): readonly [number, Uint8Array] => {
      const head = Buffer.alloc(35 + 40);
      head.write('http://ns.adobe.com/xmp/extension/\0', 'latin1');
      head.writeUInt32BE(whole.length, 67);
      head.writeUInt32BE(start, 71);
      return [0xe1, Buffer.concat([head, whole.subarray(start, end)])];
    };
    const found = await read(await jpegWith(part(100), part(0, 100)), 'image/jpeg');
    expect(found.otherText).toEqual([{ tag: 'dc:title', value: 'At the lake house' }]);
  });

  it('JPEG: a comment after the picture data of the first scan', async () => {
    const plain = await picture().jpeg().toBuffer();
    const comment = Buffer.from('\xff\xfe\0\x0cAfterwards', 'latin1');
    const bytes = Buffer.concat([plain.subarray(0, -2), comment, plain.subarray(-2)]);
    expect((await read(bytes, 'image/jpeg')).otherText).toEqual([{ tag: 'Comment', value: 'Afterwards' }]);
  });
});

describe('a file without metadata', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('yields nothing: %s', async (format) => {
    const found = await read(await picture()[format]().toBuffer(), `image/${format}`);
    expect(found).toEqual({
      takenAt: null,
      location: null,
      device: { make: null, model: null, serialNumber: null, lensSerialNumber: null, uniqueIds: [] },
      names: [],
      placeNames: [],
      countryNames: [],
      texts: [],
      contacts: [],
      otherText: [],
      otherLocations: [],
      unreadPlaces: [],
      unknownParts: [],
      isComplete: true,
    });
  });

  it('is one that cannot hold any: a BMP or a bare JPEG XL', async () => {
    expect((await read(Buffer.from('BM'), 'image/bmp')).isComplete).toBe(true);
    expect((await read(Buffer.from([0xff, 0x0a, 0]), 'image/jxl')).isComplete).toBe(true);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['a type of file without a reader', Buffer.from('FOVb----------'), 'image/x-sigma-x3f'],
    ['EXIF that is none', Buffer.from('RIFF\x12\0\0\0WEBPEXIF\x04\0\0\0\0\0\0\0', 'latin1'), 'image/webp'],
    ['HEIF without its table', box('ftyp', Buffer.from('heic\0\0\0\0', 'latin1')), 'image/heic'],
    ['BigTIFF', Buffer.from('II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0', 'latin1'), 'image/tiff'],
  ])('is never reported as empty: %s', async (_what, bytes, mediaType) => {
    await expect(read(bytes, mediaType)).rejects.toMatchObject({ name: 'PhotoError', code: 'metadata-unreadable' });
  });

  it('does not hide what can be read besides it', async () => {
    const broken = xmpSegment(XMP.replace('</dc:creator>', ''));
    const found = await read(await jpegWith(exifSegment(DATED), broken), 'image/jpeg');
    expect(found).toMatchObject({ isComplete: false, device: { model: 'Pocket 1' }, placeNames: ['Lyon'] });
  });

  it('is a damaged entry, not all of EXIF', async () => {
    const block = tiff([[0x0110, 'ascii', 'Pocket 1']], {
      34853: [
        [0x0001, 'ascii', 'S'],
        [0x0002, 'rational', [33, 1, 30, 1, 0, 1]],
        [0x0003, 'ascii', 'W'],
        [0x0004, 'rational', [70, 1, 15, 1, 0, 1]],
      ],
    });
    // The type of the first entry. The rest of the directory, and everything that it leads to,
    // stays.
    block.writeUInt16LE(99, 8 + 2 + 2);
    const found = await read(await jpegWith(exifSegment(block)), 'image/jpeg');
    expect(found.isComplete).toBe(false);
    expect(found.location).toEqual({ latitude: -33.5, longitude: -70.25 });
  });

  it('is damage inside the EXIF directory', async () => {
    const block = Buffer.from(DATED);
    const at = block.indexOf(Buffer.from([0x03, 0x90, 0x02, 0x00]));
    block.writeUInt16LE(99, at + 2);
    expect((await read(await jpegWith(exifSegment(block)), 'image/jpeg')).isComplete).toBe(false);
  });

  it('is a WebP that ends before the chunks that would hold it', async () => {
    const whole = await picture().withExif(EXIF).webp().toBuffer();
    await expect(read(whole.subarray(0, whole.indexOf('EXIF')), 'image/webp')).rejects.toThrow();
  });

  it('is a file that ends inside a segment', async () => {
    const whole = await jpegWith(xmpSegment(XMP), exifSegment(DATED));
    const found = await read(whole.subarray(0, whole.indexOf('Exif') + 20), 'image/jpeg');
    expect(found).toMatchObject({ isComplete: false, placeNames: ['Lyon'] });
  });
});

describe('the name of a text in PNG', () => {
  it('is read where it is itself what is to be found', async () => {
    const named = (words: string) => pngWith(['tEXt', Buffer.from(`${words}\0x`, 'latin1')]);
    const values = async (words: string) =>
      (await read(await named(words), 'image/png')).texts.map(({ value }) => value);
    expect(await values('mira.sanders@lake-example.org')).toContain('mira.sanders@lake-example.org');
    expect(await values('sk-Zq81bVn3LmT0xWc7RyKd25HfPaEs94Uj')).toContain('sk-Zq81bVn3LmT0xWc7RyKd25HfPaEs94Uj');
    expect(await values('Creation Time')).toEqual([]);
  });

  it('is read in the other language of its chunk', async () => {
    const data = Buffer.from('Title\0\0\0de\0mira.sanders@lake-example.org\0x');
    const { texts } = await read(await pngWith(['iTXt', data]), 'image/png');
    expect(texts.map(({ value }) => value)).toContain('mira.sanders@lake-example.org');
  });
});

it('JPEG: IPTC after the name of an early Photoshop is read', async () => {
  const city = Buffer.from('\x1c\x02\x5a\x00\x04Lyon', 'latin1');
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0\0\0\0\x09', 'latin1'), city, Buffer.alloc(1)]);
  const segment = Buffer.concat([Buffer.from('Adobe_Photoshop2.5:'), resource]);
  expect((await read(await jpegWith([0xed, segment]), 'image/jpeg')).placeNames).toEqual(['Lyon']);
});
