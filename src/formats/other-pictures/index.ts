// Pictures that are recognised but not read, so that a folder with them is not reported as examined
// in full. By their content, else by their extension.
import { type Format, type MediaType, typeByBeginning } from '../format.js';

/** Width and height in digits, after comments. */
const PORTABLE_ANYMAP = /^P[1-6Ff]\s+(?:#[^\n]{0,200}\n\s*){0,9}\d{1,9}\s+\d{1,9}\s/;
const ANYMAP = 'image/x-portable-anymap';

/** After a byte order mark, declarations and comments, the element of a drawing. */
const SVG_ROOT =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]{0,500}\?>\s*|<!--[\s\S]{0,3000}?-->\s*|<!DOCTYPE\s[^>]{0,1000}>\s*)*<(?:svg:)?svg[\s>]/i;
const SVG = 'image/svg+xml';

interface Kind {
  readonly type: string;
  readonly name: string;
  readonly extensions: readonly string[];
  /** First bytes; `?` matches any. None where only the extension tells. */
  readonly beginnings?: readonly string[];
}

const KINDS: readonly Kind[] = [
  { type: 'image/x-xcf', name: 'XCF', extensions: ['xcf'], beginnings: ['gimp xcf '] },
  { type: 'image/jxr', name: 'JPEG XR', extensions: ['jxr', 'wdp', 'hdp'], beginnings: ['II\xbc\0', 'II\xbc\x01'] },
  { type: ANYMAP, name: 'PNM', extensions: ['pbm', 'pgm', 'pnm', 'ppm', 'pfm'] },
  { type: 'image/x-portable-arbitrarymap', name: 'PAM', extensions: ['pam'], beginnings: ['P7\n', 'P7\r\n'] },
  { type: SVG, name: 'SVG', extensions: ['svg', 'svgz'] },
  // The format has no signature at its beginning.
  { type: 'image/x-tga', name: 'TGA', extensions: ['tga', 'icb', 'vda', 'vst'] },
  { type: 'image/qoi', name: 'QOI', extensions: ['qoi'], beginnings: ['qoif'] },
  {
    type: 'image/vnd.zbrush.pcx',
    name: 'PCX',
    extensions: ['pcx', 'dcx'],
    beginnings: [
      ...['\0', '\x02', '\x03', '\x04', '\x05'].flatMap((version) =>
        ['\x01', '\x02', '\x04', '\x08'].map((bits) => `\n${version}\x01${bits}`),
      ),
      '\xb1\x68\xde\x3a',
    ],
  },
  {
    type: 'image/x-sgi',
    name: 'SGI',
    extensions: ['sgi', 'rgb', 'rgba', 'bw'],
    beginnings: ['\0\x01', '\0\x02', '\x01\x01', '\x01\x02'].map((rest) => `\x01\xda${rest}`),
  },
  { type: 'image/x-icns', name: 'ICNS', extensions: ['icns'], beginnings: ['icns\0', 'icns\x01'] },
  { type: 'image/x-win-cursor', name: 'CUR', extensions: ['cur'], beginnings: ['\0\0\x02\0?\0???\0??????????\0\0'] },
  { type: 'image/x-win-animated-cursor', name: 'ANI', extensions: ['ani'], beginnings: ['RIFF????ACON'] },
  { type: 'image/vnd-ms.dds', name: 'DDS', extensions: ['dds'], beginnings: ['DDS |\0\0\0'] },
  { type: 'image/x-exr', name: 'OpenEXR', extensions: ['exr'], beginnings: ['v/1\x01'] },
  {
    type: 'image/vnd.radiance',
    name: 'Radiance HDR',
    extensions: ['hdr', 'rgbe', 'xyze'],
    beginnings: ['#?RADIANCE', '#?RGBE'],
  },
  { type: 'image/bpg', name: 'BPG', extensions: ['bpg'], beginnings: ['BPG\xfb'] },
  { type: 'image/flif', name: 'FLIF', extensions: ['flif'], beginnings: ['FLIF'] },
  { type: 'image/x-mng', name: 'MNG', extensions: ['mng', 'jng'], beginnings: ['\x8aMNG\r\n', '\x8bJNG\r\n'] },
  {
    type: 'image/x-ilbm',
    name: 'ILBM',
    extensions: ['iff', 'ilbm', 'lbm'],
    beginnings: ['FORM????ILBM', 'FORM????PBM '],
  },
  { type: 'image/vnd.djvu', name: 'DjVu', extensions: ['djvu', 'djv'], beginnings: ['AT&TFORM'] },
  { type: 'image/x-sun-raster', name: 'Sun raster', extensions: ['ras', 'sun'], beginnings: ['\x59\xa6\x6a\x95'] },
  { type: 'image/x-dpx', name: 'DPX', extensions: ['dpx', 'cin'], beginnings: ['SDPX', 'XPDS', '\x80\x2a\x5f\xd7'] },
  { type: 'image/x-pict', name: 'PICT', extensions: ['pct', 'pict'] },
  { type: 'image/x-photo-cd', name: 'Photo CD', extensions: ['pcd'] },
  { type: 'image/x-xpixmap', name: 'XPM', extensions: ['xpm'], beginnings: ['/* XPM */'] },
  { type: 'image/x-xbitmap', name: 'XBM', extensions: ['xbm'] },
  { type: 'image/wmf', name: 'WMF', extensions: ['wmf', 'emf'], beginnings: ['\xd7\xcd\xc6\x9a\0\0'] },
  { type: 'image/x-eps', name: 'EPS', extensions: ['eps', 'epsf'], beginnings: ['\xc5\xd0\xd3\xc6'] },
  { type: 'application/postscript', name: 'PostScript', extensions: ['ps', 'ai'], beginnings: ['%!PS-Adobe-'] },
  { type: 'image/fits', name: 'FITS', extensions: ['fits', 'fit', 'fts'], beginnings: ['SIMPLE  ='] },
  {
    type: 'application/x-indesign',
    name: 'InDesign',
    extensions: ['indd', 'indt'],
    beginnings: ['\x06\x06\xed\xf5\xd8\x1d\x46\xe5'],
  },
  { type: 'image/vnd.wap.wbmp', name: 'WBMP', extensions: ['wbmp'] },
  { type: 'application/x-clip-studio', name: 'Clip Studio', extensions: ['clip'], beginnings: ['CSFCHUNK'] },
  { type: 'image/ktx2', name: 'KTX', extensions: ['ktx', 'ktx2'], beginnings: ['\xabKTX 11\xbb', '\xabKTX 20\xbb'] },
  { type: 'image/x-nrrd', name: 'NRRD', extensions: ['nrrd'], beginnings: ['NRRD000'] },
  { type: 'application/dicom', name: 'DICOM', extensions: ['dcm', 'dicom'] },
  { type: 'image/x-paintnet', name: 'Paint.NET', extensions: ['pdn'], beginnings: ['PDN3'] },
  {
    type: 'image/x-psp',
    name: 'PaintShop Pro',
    extensions: ['psp', 'pspimage'],
    beginnings: ['Paint Shop Pro Image File'],
  },
  { type: 'image/x-krita', name: 'Krita', extensions: ['kra', 'ora'] },
  { type: 'image/x-affinity', name: 'Affinity', extensions: ['afphoto', 'af'], beginnings: ['\0\xffKA'] },
  { type: 'image/x-lytro', name: 'Lytro', extensions: ['lfp', 'lfr'], beginnings: ['\x89LFP\r\n\x1a\n'] },
];

const BEGINNINGS = Object.fromEntries(KINDS.map(({ type, beginnings = [] }) => [type, beginnings]));

/** Offset and text of the signature of DICOM, after bytes of any kind. */
const DICOM = { at: 128, magic: 'DICM' } as const;

export const otherPictures: Format = {
  id: 'other-pictures',
  mediaTypes: KINDS.map(({ type, name, extensions }): MediaType => ({ type, name, kind: 'image', extensions })),
  identify: (head) => {
    const { text } = head;
    const type = typeByBeginning(head, BEGINNINGS);
    if (type !== null) return type;
    if (PORTABLE_ANYMAP.test(text)) return ANYMAP;
    if (text.startsWith(DICOM.magic, DICOM.at)) return 'application/dicom';
    return SVG_ROOT.test(text) ? SVG : null;
  },
};
