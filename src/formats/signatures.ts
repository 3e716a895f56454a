// Kinds that are known by fixed bytes at the start of the file. `text` is the head of a file as characters 0..255.
import { OWN_RAW, SOUND_ONLY } from './extensions.js';

/** Media type and the ways in which such files begin; `?` stands for any byte. From each format's own specification; RAW ones as ExifTool documents them. */
const SIGNATURES: readonly (readonly [mediaType: string, ...beginnings: string[]])[] = [
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/gif', 'GIF87a', 'GIF89a'],
  ['image/webp', 'RIFF????WEBP'],
  ['video/x-msvideo', 'RIFF????AVI '],
  // `BM` also begins texts, so the size of the second header must be one that exists.
  [
    'image/bmp',
    ...[12, 16, 40, 52, 56, 64, 108, 124].map((size) => `BM????????????${String.fromCharCode(size)}\0\0\0`),
  ],
  ['image/vnd.adobe.photoshop', '8BPS\0\x01', '8BPS\0\x02'],
  ['image/x-xcf', 'gimp xcf '],
  ['image/jxl', '\xff\x0a', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['video/mj2', '\0\0\0\x0cjP  \r\n\x87\n????????mjp2'],
  ['image/jp2', '\0\0\0\x0cjP  \r\n\x87\n'],
  ['image/j2c', '\xff\x4f\xff\x51'],
  ['image/jxr', 'II\xbc\0', 'II\xbc\x01'],
  [OWN_RAW.crw, 'II????HEAPCCDR'],
  [OWN_RAW.orf, 'IIRO', 'IIRS', 'MMOR'],
  [OWN_RAW.rw2, 'IIU\0'],
  [OWN_RAW.raf, 'FUJIFILMCCD-RAW'],
  [OWN_RAW.x3f, 'FOVb'],
  [OWN_RAW.mrw, '\0MRM'],
  ['video/x-flv', 'FLV\x01'],
  ['video/vnd.rn-realvideo', '.RMF\0'],
  ['video/mpeg', '\0\0\x01\xba', '\0\0\x01\xb3', 'RIFF????CDXA'],
  ['video/x-ms-wmv', '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\0\xaa\0\x62\xce\x6c'],
];

/** Width and height in digits, after comments. */
const PORTABLE_ANYMAP = /^P[1-6]\s+(?:#[^\n]{0,200}\n\s*){0,9}\d{1,9}\s+\d{1,9}\s/;

/** The streams of an Ogg announce themselves in its first pages: Theora, VP8, Dirac, OGM. */
const OGG_VIDEO = ['\x80theora', 'OVP80', 'BBCD\0', '\x01video\0'];

/** Media type, SOUND_ONLY, or null. */
export function signatureType(text: string): string | null {
  const fixed = SIGNATURES.find(([, ...beginnings]) => beginnings.some((beginning) => beginsWith(text, beginning)));
  if (fixed) return fixed[0];
  if (isIcon(text)) return 'image/vnd.microsoft.icon';
  if (PORTABLE_ANYMAP.test(text)) return 'image/x-portable-anymap';
  if (isTransportStream(text)) return 'video/mp2t';
  if (text.startsWith('\x1a\x45\xdf\xa3'))
    return text.slice(0, 80).includes('webm') ? 'video/webm' : 'video/x-matroska';
  if (text.startsWith('OggS')) return OGG_VIDEO.some((stream) => text.includes(stream)) ? 'video/ogg' : SOUND_ONLY;
  return null;
}

function beginsWith(text: string, beginning: string): boolean {
  for (let i = 0; i < beginning.length; i++) {
    if (beginning[i] !== '?' && beginning[i] !== text[i]) return false;
  }
  return text.length >= beginning.length;
}

/** Up to 255 pictures, the first one's reserved byte 0 and its offset below 64 KiB: other files begin with the same four bytes. */
function isIcon(text: string): boolean {
  return beginsWith(text, '\0\0\x01\0?\0???\0??????????\0\0') && text[4] !== '\0';
}

/** A sync byte every 188 bytes, or, on discs and in AVCHD cameras, every 192 with 4 bytes of time before it. */
function isTransportStream(text: string): boolean {
  const isSynced = (first: number, packet: number) => [0, 1, 2].every((i) => text[first + i * packet] === 'G');
  return isSynced(0, 188) || isSynced(4, 192);
}
