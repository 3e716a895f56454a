// BMP, and ICO, which holds BMPs without their first header, or PNGs.
import { beginsWith, type Format, typeByBeginning } from '../format.js';

const BMP = 'image/bmp';
const ICON = 'image/vnd.microsoft.icon';

/** Texts, too, may begin with `BM`, so that the size of the second header must be a known one. */
const HEADER_SIZES = [12, 16, 40, 52, 56, 64, 108, 124];
const BEGINNINGS = { [BMP]: HEADER_SIZES.map((size) => `BM????????????${String.fromCharCode(size)}\0\0\0`) };

export const bmp: Format = {
  id: 'bmp',
  mediaTypes: [
    { type: BMP, name: 'BMP', kind: 'image', extensions: ['bmp', 'dib'] },
    { type: ICON, name: 'ICO', kind: 'image', extensions: ['ico'] },
  ],
  identify: (head) => typeByBeginning(head, BEGINNINGS) ?? (isIcon(head.text) ? ICON : null),
  reader: async (mediaType) => {
    const { bmpReader, iconReader } = await import('./reader.js');
    return mediaType === BMP ? bmpReader : iconReader;
  },
};

/**
 * Up to 255 pictures. In the first one, the reserved byte is 0 and the offset below 64 KiB: other
 * files begin with the same four bytes.
 */
function isIcon(text: string): boolean {
  return beginsWith(text, '\0\0\x01\0?\0???\0??????????\0\0') && text[4] !== '\0';
}
