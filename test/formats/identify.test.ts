import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEAD_BYTES, identify, ignoredKind, tiffDirectoryAt } from '../../src/formats/identify.js';

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const ANY = '\0\0\0\0';
const OFTEN = 'a'.repeat(600);

/** A file type box: its size, the major brand, a version, the compatible brands. */
function ftyp(major: string, ...compatible: string[]): string {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(16 + 4 * compatible.length);
  return `${size.toString('latin1')}ftyp${major}${ANY}${compatible.join('')}\0\0\0\x08mdat`;
}

interface Tiff {
  readonly isLittle?: boolean;
  readonly isBig?: boolean;
  readonly directoryAt?: number;
}

/** A TIFF with one directory of single LONG values. */
function tiff(tags: Readonly<Record<number, number>>, options: Tiff = {}): Uint8Array {
  const { isLittle = true, isBig = false, directoryAt = isBig ? 16 : 8 } = options;
  const entries = Object.entries(tags);
  const bytes = Buffer.alloc(directoryAt + 8 + entries.length * 20 + 8);
  const put = (at: number, length: number, value: number) =>
    isLittle ? bytes.writeUIntLE(value, at, length) : bytes.writeUIntBE(value, at, length);
  bytes.write(isLittle ? 'II' : 'MM', 'latin1');
  put(2, 2, isBig ? 43 : 42);
  if (isBig) put(4, 2, 8);
  put(isBig ? (isLittle ? 8 : 12) : 4, 4, directoryAt);
  put(directoryAt + (isBig && !isLittle ? 4 : 0), isBig ? 4 : 2, entries.length);
  for (const [i, [tag, value]] of entries.entries()) {
    const at = directoryAt + (isBig ? 8 + i * 20 : 2 + i * 12);
    put(at, 2, Number(tag));
    put(at + 2, 2, 4);
    put(at + (isBig && !isLittle ? 8 : 4), 4, 1);
    put(at + (isBig ? 12 : 8), 4, value);
  }
  return new Uint8Array(bytes);
}

const WIDTH = 0x100;
const NEW_SUBFILE_TYPE = 0xfe;
const PHOTOMETRIC = 0x106;
const SUB_IFDS = 0x14a;
const DNG_VERSION = 0xc612;

describe('identify by content', () => {
  it.each([
    ['\xff\xd8\xff\xe1', 'image', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image', 'image/png'],
    ['GIF89a', 'image', 'image/gif'],
    [`RIFF${ANY}WEBP`, 'image', 'image/webp'],
    [`BM${ANY}${ANY}${ANY}\x28\0\0\0`, 'image', 'image/bmp'],
    ['\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0\x68\x04\0\0\x16\0\0\0', 'image', 'image/vnd.microsoft.icon'],
    ['8BPS\0\x01', 'image', 'image/vnd.adobe.photoshop'],
    ['\xff\x0a', 'image', 'image/jxl'],
    ['\0\0\0\x0cJXL \r\n\x87\n', 'image', 'image/jxl'],
    ['\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ', 'image', 'image/jp2'],
    ['\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypmjp2', 'video', 'video/mj2'],
    ['\xff\x4f\xff\x51', 'image', 'image/j2c'],
    ['II\xbc\x01', 'image', 'image/jxr'],
    ['P6\n# made by hand\n640 480\n255\n', 'image', 'image/x-portable-anymap'],
    ['II\x1a\0\0\0HEAPCCDR', 'raw', 'image/x-canon-crw'],
    ['II*\0\x10\0\0\0CR\x02\0', 'raw', 'image/x-canon-cr2'],
    ['IIRO', 'raw', 'image/x-olympus-orf'],
    ['IIU\0', 'raw', 'image/x-panasonic-rw2'],
    ['FUJIFILMCCD-RAW', 'raw', 'image/x-fuji-raf'],
    ['FOVb', 'raw', 'image/x-sigma-x3f'],
    ['\0MRM', 'raw', 'image/x-minolta-mrw'],
    [`II*\0${ANY}IIII`, 'raw', 'image/x-phaseone-iiq'],
    [`RIFF${ANY}AVI `, 'video', 'video/x-msvideo'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm', 'video', 'video/webm'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', 'video', 'video/x-matroska'],
    ['\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c', 'video', 'video/x-ms-wmv'],
    ['\0\0\x01\xba', 'video', 'video/mpeg'],
    ['FLV\x01', 'video', 'video/x-flv'],
    [`OggS${ANY}\x80theora`, 'video', 'video/ogg'],
    [`G${OFTEN.slice(0, 187)}`.repeat(3), 'video', 'video/mp2t'],
    [`${ANY}G${OFTEN.slice(0, 187)}`.repeat(3), 'video', 'video/mp2t'],
    ['\0\0\0\x08wide\0\0\0\0mdat', 'video', 'video/quicktime'],
  ])('knows %j as %s, %s', (head, kind, mediaType) => {
    expect(identify(latin1(head), 'no-extension')).toEqual({ kind, mediaType });
    expect(identify(latin1(head), 'named otherwise.txt')).toEqual({ kind, mediaType });
  });

  it.each([
    ['image', 'image/heic', ftyp('heic', 'mif1', 'heic')],
    ['image', 'image/heic', ftyp('mif1', 'mif1', 'heic')],
    ['image', 'image/heic', ftyp('heix', 'mif1')],
    ['image', 'image/heic', ftyp('msf1', 'hevc', 'iso8')],
    ['image', 'image/heif', ftyp('mif1', 'miaf')],
    ['image', 'image/heif', ftyp('    ', 'mif1')],
    ['image', 'image/avif', ftyp('avif', 'mif1', 'miaf')],
    ['image', 'image/avif', ftyp('mif1', 'avif')],
    ['raw', 'image/x-canon-cr3', ftyp('crx ', 'isom')],
    ['video', 'video/quicktime', ftyp('qt  ', 'qt  ')],
    ['video', 'video/mp4', ftyp('isom', 'iso2', 'avc1', 'mp41')],
    ['video', 'video/mp4', ftyp('never seen before')],
    ['video', 'video/x-m4v', ftyp('M4V ', 'M4A ', 'mp42')],
    ['video', 'video/3gpp', ftyp('3gp5')],
  ])('distinguishes files of boxes by their brands: %s, %s', (kind, mediaType, head) => {
    expect(identify(latin1(head), 'IMG_0001.MOV')).toEqual({ kind, mediaType });
  });

  it('does not read brands beyond the box', () => {
    expect(identify(latin1(`${ftyp('isom')}heic`), 'x')?.mediaType).toBe('video/mp4');
  });

  it.each([
    'BM is short for British Museum',
    'P1 is the first point on the list',
    'I am free to go',
    'the mdat box',
    '%PDF-1.7',
    '\0\0\x01\0\0\0',
    `\0\0\x01\0${'\0'.repeat(40)}`,
    'II',
    'RIFF\0\0\0\0WAVE',
    'ID3\x04',
    'G',
    '',
  ])('does not accept %j as a target', (head) => {
    expect(identify(latin1(head), 'note.txt')).toBeNull();
  });
});

describe('sound', () => {
  it.each([
    ['IMG_0001.MOV', ftyp('M4A ', 'mp42')],
    ['voice.m4a', ftyp('mp42', 'isom')],
    ['voice.ogg', `OggS${ANY}OpusHead`],
    ['voice.wma', '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c'],
  ])('is no target: %s', (name, head) => {
    expect(identify(latin1(head), name)).toBeNull();
  });

  it('a picture named like sound stays a picture', () => {
    expect(identify(latin1(ftyp('heic')), 'a.m4a')?.mediaType).toBe('image/heic');
    expect(identify(latin1('\xff\xd8\xff'), 'a.m4a')?.mediaType).toBe('image/jpeg');
  });
});

describe('TIFF files', () => {
  const layouts: readonly Tiff[] = [{}, { isLittle: false }, { isBig: true }, { isBig: true, isLittle: false }];

  it.each(layouts)('plain pictures are distinguished from RAW photos by their tags %j', (layout) => {
    const type = (tags: Record<number, number>, name = 'no-extension') => identify(tiff(tags, layout), name)?.mediaType;
    expect(type({ [WIDTH]: 4000 })).toBe('image/tiff');
    expect(type({ [NEW_SUBFILE_TYPE]: 0, [SUB_IFDS]: 99 })).toBe('image/tiff');
    expect(type({ [NEW_SUBFILE_TYPE]: 1, [SUB_IFDS]: 99 })).toBe('image/x-dcraw');
    expect(type({ [PHOTOMETRIC]: 32803 })).toBe('image/x-dcraw');
    expect(type({ [WIDTH]: 256, [DNG_VERSION]: 0x01040000 })).toBe('image/x-adobe-dng');
    expect(type({ [WIDTH]: 4000 }, 'DSC_0001.NEF')).toBe('image/x-nikon-nef');
    expect(type({ [DNG_VERSION]: 1 }, 'scan.tif')).toBe('image/x-adobe-dng');
  });

  it('an extension of a RAW format that is no TIFF does not make a RAW photo of it', () => {
    expect(identify(tiff({ [WIDTH]: 1 }), 'x.cr3')).toEqual({ kind: 'image', mediaType: 'image/tiff' });
  });

  it.each(layouts)('a directory after the first bytes is requested and used %j', (layout) => {
    const file = tiff({ [DNG_VERSION]: 1 }, { ...layout, directoryAt: 10_000 });
    const head = file.slice(0, HEAD_BYTES);
    expect(tiffDirectoryAt(head)).toBe(10_000);
    expect(identify(head, 'x')?.mediaType).toBe('image/tiff');
    expect(identify(head, 'x', file.slice(10_000))?.mediaType).toBe('image/x-adobe-dng');
  });

  it('a directory inside the first bytes is not requested', () => {
    expect(tiffDirectoryAt(tiff({ [WIDTH]: 1 }))).toBeNull();
    expect(tiffDirectoryAt(latin1('\xff\xd8\xff'))).toBeNull();
  });
});

describe('the extension', () => {
  it.each([
    ['a.JPG', 'image'],
    ['.trashed-1700000000-IMG_1.heic', 'image'],
    ['a.dng', 'raw'],
    ['a.CR3', 'raw'],
    ['a\nb.mp4', 'video'],
  ])('makes a target of unknown content: %j', (name, kind) => {
    expect(identify(latin1('%PDF-1.7'), name)).toEqual({ kind, mediaType: 'application/octet-stream' });
  });

  it.each(['a.ts', 'a.pdf', 'jpg', 'a.jpg.txt', 'a.constructor'])('does not make a target of %j', (name) => {
    expect(identify(latin1('%PDF-1.7'), name)).toBeNull();
  });
});

it.each([
  ['a.PDF', 'pdf'],
  ['a.7z', '7z'],
  ['a', 'other'],
  ['a.', 'other'],
  ['IMG.0123', 'other'],
  ['a.hello world', 'other'],
  ['a.__proto__', 'other'],
  ['letter.to-anna', 'other'],
])('an ignored file %j is counted as %s', (name, kind) => {
  expect(ignoredKind(name)).toBe(kind);
});

it('never throws, whatever the bytes and the name', () => {
  const beginnings = [
    '',
    'II*\0',
    'MM\0*',
    'II+\0\x08\0\0\0',
    'MM\0+\0\x08\0\0',
    '\0\0\0\x20ftyp',
    'OggS',
    'P6 ',
    'BM',
  ];
  const bytes = fc
    .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
    .map(([beginning, rest]) => new Uint8Array([...latin1(beginning), ...rest]));
  fc.assert(
    fc.property(
      bytes,
      fc.string(),
      fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }),
      (head, name, directory) => {
        const found = identify(head, name, directory);
        expect(found === null || ['image', 'raw', 'video'].includes(found.kind)).toBe(true);
        const at = tiffDirectoryAt(head);
        expect(at === null || at >= 0).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

describe('a sidecar that macOS writes alongside a photo', () => {
  it('is no photo, though it has the name of one', () => {
    const head = Uint8Array.from([0, 5, 0x16, 7, 0, 2, 0, 0]);
    expect(identify(head, '._IMG_0001.JPG')).toBeNull();
    expect(ignoredKind('._IMG_0001.JPG')).toBe('other');
  });
});
