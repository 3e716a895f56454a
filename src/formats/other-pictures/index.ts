// Pictures that are recognised but not read, so that a folder with them is not reported as examined
// in full.
import { type Format, typeByBeginning } from '../format.js';

/** Width and height in digits, after comments. */
const PORTABLE_ANYMAP = /^P[1-6]\s+(?:#[^\n]{0,200}\n\s*){0,9}\d{1,9}\s+\d{1,9}\s/;
const ANYMAP = 'image/x-portable-anymap';

const BEGINNINGS = { 'image/x-xcf': ['gimp xcf '], 'image/jxr': ['II\xbc\0', 'II\xbc\x01'] };

export const otherPictures: Format = {
  id: 'other-pictures',
  mediaTypes: [
    { type: 'image/x-xcf', name: 'XCF', kind: 'image', extensions: ['xcf'] },
    { type: 'image/jxr', name: 'JPEG XR', kind: 'image', extensions: ['jxr', 'wdp'] },
    { type: ANYMAP, name: 'PNM', kind: 'image', extensions: ['pbm', 'pgm', 'pnm', 'ppm'] },
    { type: 'image/x-tga', name: 'TGA', kind: 'image', extensions: ['tga'] },
  ],
  identify: (head) => typeByBeginning(head, BEGINNINGS) ?? (PORTABLE_ANYMAP.test(head.text) ? ANYMAP : null),
};
