// Photos as phones write them, unedited and without GPS: their EXIF, notes, XMP, index and
// trailers. The texts are of the makers' own form; numbers and IDs are invented.
import { uintLe } from '../../fixtures/encode/boxes.js';
import { jpeg, samsungTrailer, withIndex } from './attachments.js';
import { exifSegment, jpegWith, type Segment, tiff, xmp, xmpSegment } from './metadata-files.js';

type Entry = Parameters<typeof tiff>[0][number];

const UUIDS = ['9B4585D7-AE5A-4679-B098-C883D2289C22', 'E47F1A3B-80BE-4D49-AE2B-9CD46066969A'] as const;
const TAKEN = '2025:06:01 18:02:11';

interface Phone {
  readonly make: string;
  readonly model: string;
  readonly software: string;
  readonly lens?: string;
  readonly main?: readonly Entry[];
  readonly exif?: readonly Entry[];
}

function exif({ make, model, software, lens = model, main = [], exif: own = [] }: Phone): Segment {
  return exifSegment(
    tiff(
      [
        [0x010f, 'ascii', make],
        [0x0110, 'ascii', model],
        [0x0131, 'ascii', software],
        [0x0132, 'ascii', TAKEN],
        ...main,
      ],
      {
        34665: [
          [0x9000, 'bytes', Buffer.from('0232')],
          [0x9003, 'ascii', TAKEN],
          [0x9004, 'ascii', TAKEN],
          [0x9010, 'ascii', '+02:00'],
          [0x9011, 'ascii', '+02:00'],
          [0x9012, 'ascii', '+02:00'],
          [0x9291, 'ascii', '345'],
          [0xa433, 'ascii', make],
          [0xa434, 'ascii', lens],
          ...own,
        ],
      },
    ),
  );
}

/** Apple's note: its own byte order, texts by tag. */
function appleNote(texts: Readonly<Record<number, string>>): Buffer {
  const entries = Object.entries(texts);
  const head = Buffer.from('Apple iOS\0\0\x01MM', 'latin1');
  let free = head.length + 2 + 12 * entries.length + 4;
  const count = Buffer.from([0, entries.length]);
  const values = entries.map(([, text]) => Buffer.from(`${text}\0`));
  const table = values.map((value, index) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt16BE(Number(entries[index]?.[0]), 0);
    entry.writeUInt16BE(2, 2);
    entry.writeUInt32BE(value.length, 4);
    entry.writeUInt32BE(free, 8);
    free += value.length;
    return entry;
  });
  return Buffer.concat([head, count, ...table, Buffer.alloc(4), ...values]);
}

/** The trailer `jxrs` with values by name. */
export function jxrs(values: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(values);
  const total = Object.values(values).reduce((sum, value) => sum + value.length, 0);
  let before = 0;
  const items = names.map((name) => {
    const length = values[name]?.length ?? 0;
    const item = { data: 'd', length, name, offset: total - before, version: 1 };
    before += length;
    return item;
  });
  const list = Buffer.from(`${JSON.stringify(items)}\0`);
  return Buffer.concat([...Object.values(values), list, Buffer.from('jxrs'), uintLe(list.length + 8, 4)]);
}

export function vivoTrailer(settings: string): Buffer {
  return Buffer.concat([
    Buffer.from(`vivo${settings}\0\0`),
    Buffer.from('\xff\xff\xff\xff\x1b*9HWfu\x84\x93\xa2\xb1', 'latin1'),
  ]);
}

/** The three fields after the video of a live photo. */
export function huaweiIndex(videoBytes: number): Buffer {
  const padded = (text: string, width: number) => text.padEnd(width);
  return Buffer.from(`${padded('v2_f38', 36)}${padded('0:0:0:0', 20)}${padded(`LIVE_${videoBytes}`, 20)}`);
}

const GAIN_MAP = xmp('<h:HDRGainMapVersion xmlns:h="http://ns.apple.com/HDRGainMap/1.0/">65536</h:HDRGainMapVersion>');

const DIRECTORY = (bytes: number) =>
  xmp(`<c:Directory xmlns:c="http://ns.google.com/photos/1.0/container/"
    xmlns:i="http://ns.google.com/photos/1.0/container/item/"><rdf:Seq>
    <rdf:li rdf:parseType="Resource"><c:Item i:Mime="image/jpeg" i:Semantic="Primary"/></rdf:li>
    <rdf:li rdf:parseType="Resource"><c:Item i:Mime="image/jpeg" i:Semantic="GainMap" i:Length="${bytes}"/></rdf:li>
    </rdf:Seq></c:Directory>
    <g:hdrp_makernote xmlns:g="http://ns.google.com/photos/1.0/camera/">SERSUAQAAABBQkNERUZHSElKS0xNTk9Q</g:hdrp_makernote>`);

async function applePhoto(): Promise<Buffer> {
  const note = appleNote({ 21: UUIDS[0], 32: UUIDS[1], 43: UUIDS[0], 31: 'q900n' });
  const photo = await jpegWith(
    exif({
      make: 'Apple',
      model: 'iPhone 13',
      software: '18.5',
      lens: 'iPhone 13 back dual wide camera 5.1mm f/1.6',
      main: [[0x013c, 'ascii', 'iPhone 13']],
      exif: [[0x927c, 'bytes', note]],
    }),
  );
  return withIndex(photo, await jpegWith(xmpSegment(GAIN_MAP)), 0);
}

export async function samsungPhoto(): Promise<Buffer> {
  const photo = await jpegWith(
    exif({
      make: 'samsung',
      model: 'SM-S911B',
      software: 'S911BXXU3CXD5',
      exif: [[0xa420, 'ascii', 'H50XLPB00SM']],
    }),
  );
  const trailer = samsungTrailer(
    ['Image_UTC_Data', Buffer.from('1748793731345')],
    ['MCC_Data', Buffer.from('262')],
    ['Camera_Capture_Mode_Info', Buffer.from('1')],
    ['Color_Display_P3', Buffer.from('1')],
  );
  return Buffer.concat([photo, trailer]);
}

async function onePlusPhoto(): Promise<Buffer> {
  const photo = await jpegWith(
    exif({
      make: 'OnePlus',
      model: 'CPH2581',
      software: 'CPH2581_15.0.0.501(EX01)',
      exif: [
        [0x9286, 'bytes', Buffer.from('ASCII\0\0\0oplus_1048608')],
        [0x927c, 'bytes', Buffer.from('{"PiFlag":"0","nightFlag":"0","nightMode":"-1","iso":"64"}')],
      ],
    }),
  );
  const device = Buffer.concat([Buffer.from([1, 2, 3, 4, 5]), Buffer.from('CPH2581 OnePlus 12\0\0\0')]);
  return Buffer.concat([
    photo,
    jxrs({ 'watermark.device': device, 'private.emptyspace': Buffer.from([0, 0, 0, 120]) }),
  ]);
}

async function googlePhoto(): Promise<Buffer> {
  const map = await jpeg(8, 8);
  const photo = await jpegWith(
    exif({
      make: 'Google',
      model: 'Pixel 8',
      software: 'HDR+ 1.0.651005009zd',
      lens: 'Pixel 8 back camera 6.9mm f/1.68',
    }),
    xmpSegment(DIRECTORY(map.length)),
  );
  return Buffer.concat([photo, map]);
}

function xiaomiPhoto(): Promise<Buffer> {
  return jpegWith(
    exif({
      make: 'Xiaomi',
      model: '2201117TG',
      software: 'spes_global-user 13 TKQ1.221114.001 V14.0.3.0.TGCMIXM release-keys',
      exif: [
        [
          0x9999,
          'ascii',
          '{"mirror":false,"sensor_type":"rear","Hdr":"auto","OpMode":32770,"AIScene":0,"zoomMultiple":1}',
        ],
        [0x8895, 'ascii', '0'],
      ],
    }),
  );
}

function huaweiPhoto(): Promise<Buffer> {
  return jpegWith(
    exif({
      make: 'HUAWEI',
      model: 'VOG-L29',
      software: 'VOG-L29 10.1.0.190(C432E22R2P5)',
      main: [
        [0x010d, 'ascii', 'cof'],
        [0x010e, 'ascii', 'cof'],
        [0xc4a5, 'bytes', Buffer.from('PrintIM\x000300\0\0')],
      ],
      exif: [[0xa40b, 'bytes', Buffer.from('ipp\0')]],
    }),
  );
}

/** vivo writes its settings after the picture. */
async function vivoPhoto(): Promise<Buffer> {
  const photo = await jpegWith(exif({ make: 'vivo', model: 'V2309', software: 'MediaTek Camera Application' }));
  return Buffer.concat([photo, vivoTrailer('{"cameraMode":"0","version":"1","com.android.camera.faceNumber":"0"}')]);
}

export const UNEDITED_PHOTOS = {
  ...{ Apple: applePhoto, Samsung: samsungPhoto, OnePlus: onePlusPhoto, Google: googlePhoto },
  ...{ Xiaomi: xiaomiPhoto, Huawei: huaweiPhoto, vivo: vivoPhoto },
} as const;
