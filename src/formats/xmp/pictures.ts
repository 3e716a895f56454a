// Pictures that an XMP packet holds as text in base64: thumbnails (xmp:Thumbnails), Google's second
// picture and depth map, and whatever a program put into a property of its own.
import { beginsPicture } from '../further-pictures.js';
import { salvagePacket } from './packet.js';

/** The first bytes of JPEG, PNG, GIF, WebP and TIFF in base64. */
const STARTS = ['/9j/', 'iVBORw0KGgo', 'R0lGOD', 'UklGR', 'SUkqA', 'TU0AK'] as const;

/** Google's maps of distance, which show the main picture in another way. */
const AUXILIARY = /^GDepth$/;

export interface XmpPicture {
  readonly bytes: Uint8Array;
  readonly isAuxiliary: boolean;
}

/** Never throws. A packet without such a text is not parsed. */
export function xmpPictures(packet: Uint8Array): readonly XmpPicture[] {
  const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
  if (!STARTS.some((start) => bytes.includes(start, 0, 'latin1'))) return [];
  return salvagePacket(packet).flatMap(({ path, value }) => {
    const text = value.trimStart();
    if (!STARTS.some((start) => text.startsWith(start))) return [];
    const picture = Buffer.from(text, 'base64');
    const isAuxiliary = path.some(({ prefix }) => AUXILIARY.test(prefix));
    return beginsPicture(picture) ? [{ bytes: picture, isAuxiliary }] : [];
  });
}
